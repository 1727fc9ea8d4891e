package org.planledger.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.planledger.core.device.BindingCause;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;

/// Everything that can happen to a plan. An event holds facts, and figures as they were decided, so
/// that no later change of a tariff or a calendar can rewrite the past.
public sealed interface PlanEvent {

  PlanId planId();

  /// The business moment, which may lie before the moment of recording.
  Instant at();

  /// Something that happened in one case of the plan.
  sealed interface CaseEvent extends PlanEvent {
    CaseId caseId();
  }

  /// The plan was sold under these terms. Windows and totals are fixed here for its whole life.
  record PlanPurchased(
      PlanId planId,
      Instant at,
      PlanType planType,
      RegionCode region,
      ZoneId zone,
      TermsReference terms,
      LocalDate effectiveOn,
      Window window,
      PlanFigures figures,
      Money pricePaid,
      AccountRef account,
      Optional<Commitment> holder)
      implements PlanEvent {}

  /// A device came under the plan, by purchase or as a replacement. A replacement inherits the
  /// cover of its predecessor byte for byte (clause Pre.4).
  record DeviceBound(
      PlanId planId,
      Instant at,
      DeviceId deviceId,
      ModelCode model,
      BindingCause cause,
      ProductPurchase purchase,
      Cover cover,
      Optional<DeviceId> inheritedFrom)
      implements PlanEvent {}

  /// An account or a controller was linked to the device.
  record LinkRecorded(
      PlanId planId, Instant at, DeviceId deviceId, LinkKind kind, Commitment reference)
      implements PlanEvent {}

  /// A link to the device was removed.
  record LinkRemoved(PlanId planId, Instant at, DeviceId deviceId, LinkKind kind)
      implements PlanEvent {}

  /// Service was applied for.
  ///
  /// @param appliedOn the contract day of the application in the zone of the plan
  /// @param incidentAt when it happened, by the word of the customer
  /// @param terms the terms by which the case is decided to its end
  /// @param sendBack the last day to send the device in; none for a lost aircraft
  record CaseOpened(
      PlanId planId,
      Instant at,
      CaseId caseId,
      CaseType type,
      Channel process,
      DeviceId deviceId,
      RegionCode region,
      String centreId,
      LocalDate appliedOn,
      Instant incidentAt,
      PrivacyConsent privacyConsent,
      TermsReference terms,
      Optional<SendBackDeadline> sendBack,
      Optional<Commitment> proofOfPurchase,
      Optional<Commitment> description)
      implements CaseEvent {}

  /// The customer gave the device to a carrier.
  record ShipmentDispatched(
      PlanId planId,
      Instant at,
      CaseId caseId,
      RegionCode fromRegion,
      Optional<CrossBorderConsent> crossBorderConsent,
      Optional<Commitment> carrierReference)
      implements CaseEvent {}

  /// A parcel arrived at the centre with these components, under the names of the terms.
  record ComponentsReceived(
      PlanId planId,
      Instant at,
      CaseId caseId,
      Map<Part, Integer> components,
      Optional<Boolean> controllerLinked)
      implements CaseEvent {
    public ComponentsReceived {
      components = Collections.unmodifiableMap(new TreeMap<>(components));
    }
  }

  /// The centre found out what happened.
  record DamageAssessed(
      PlanId planId,
      Instant at,
      CaseId caseId,
      Cause cause,
      Set<Part> damagedParts,
      boolean inOfficialWarrantyScope,
      List<Finding> findings,
      Optional<Commitment> remark)
      implements CaseEvent {
    public DamageAssessed {
      damagedParts = Collections.unmodifiableSet(new TreeSet<>(damagedParts));
      findings = List.copyOf(findings);
    }
  }

  /// The flight record of a loss was uploaded; [#at] is the last contact it shows.
  record FlightRecordUploaded(
      PlanId planId, Instant at, CaseId caseId, String sha256, Commitment reference)
      implements CaseEvent {}

  /// The customer confirmed a replacement; it is reserved, its ordinal and fee are fixed.
  ///
  /// @param ordinal which replacement of the plan this is, counted from one (decision A-24)
  record ReplacementClaimed(
      PlanId planId,
      Instant at,
      CaseId caseId,
      ReplacementMode mode,
      int ordinal,
      Fee fee,
      boolean freeAlternativeAcknowledged)
      implements CaseEvent {}

  /// The flyaway report was filed; the aircraft is restricted.
  record FlyawayReportFiled(PlanId planId, Instant at, CaseId caseId, Commitment statement)
      implements CaseEvent {}

  /// The flyaway report was cancelled; the aircraft is free again.
  record FlyawayReportCancelled(PlanId planId, Instant at, CaseId caseId, Commitment reason)
      implements CaseEvent {}

  /// A payment was captured.
  record FeePaid(
      PlanId planId,
      Instant at,
      CaseId caseId,
      FeePurpose purpose,
      Money amount,
      String paymentReference)
      implements CaseEvent {}

  /// Another device was sent out; the case is settled.
  ///
  /// @param service what it was given under: the plan's replacement, or a warranty that is free
  /// @param mode the kind of replacement where the plan's own was used
  record ReplacementShipped(
      PlanId planId,
      Instant at,
      CaseId caseId,
      Service service,
      Optional<ReplacementMode> mode,
      DeviceId original,
      DeviceId replacement,
      ModelCode model,
      Optional<Commitment> equivalenceRecord)
      implements CaseEvent {}

  /// An aircraft that had become the provider's was found; it is to be sent in.
  record DeviceRecovered(PlanId planId, Instant at, CaseId caseId, DeviceId deviceId)
      implements CaseEvent {}

  /// The customer decided against the case.
  record CaseWithdrawn(PlanId planId, Instant at, CaseId caseId, Commitment reason)
      implements CaseEvent {}

  /// The case came to nothing: not sent in time, or its device was replaced in another case.
  record CaseLapsed(PlanId planId, Instant at, CaseId caseId, LapseCause cause)
      implements CaseEvent {}
}
