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
import org.planledger.core.rule.RefusalCode;
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
      Optional<DeviceId> inheritedFrom,
      Optional<Waiver> waiver)
      implements PlanEvent {

    /// A binding for which nothing was overruled.
    public DeviceBound(
        PlanId planId,
        Instant at,
        DeviceId deviceId,
        ModelCode model,
        BindingCause cause,
        ProductPurchase purchase,
        Cover cover,
        Optional<DeviceId> inheritedFrom) {
      this(planId, at, deviceId, model, cause, purchase, cover, inheritedFrom, Optional.empty());
    }
  }

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
      Optional<Commitment> description,
      Optional<Boolean> dataPrepared)
      implements CaseEvent {

    /// An application without a word on personal data.
    public CaseOpened(
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
        Optional<Commitment> description) {
      this(
          planId,
          at,
          caseId,
          type,
          process,
          deviceId,
          region,
          centreId,
          appliedOn,
          incidentAt,
          privacyConsent,
          terms,
          sendBack,
          proofOfPurchase,
          description,
          Optional.empty());
    }
  }

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
  /// Revision 1 held the amount and its origin in an object of its own, `fee`.
  ///
  /// @param ordinal which replacement of the plan this is, counted from one (decision A-24)
  /// @param amount the fee as it was quoted
  /// @param source where the amount comes from
  /// @param freeAlternativeAcknowledged whether the customer was told of a warranty that would
  /// have served for nothing, and wanted this all the same
  record ReplacementClaimed(
      PlanId planId,
      Instant at,
      CaseId caseId,
      ReplacementMode mode,
      int ordinal,
      Money amount,
      FeeSource source,
      boolean freeAlternativeAcknowledged)
      implements CaseEvent {

    /// A claim at a fee of the tariff.
    public ReplacementClaimed(
        PlanId planId,
        Instant at,
        CaseId caseId,
        ReplacementMode mode,
        int ordinal,
        Fee fee,
        boolean freeAlternativeAcknowledged) {
      this(
          planId,
          at,
          caseId,
          mode,
          ordinal,
          fee.amount(),
          new FeeSource(fee.source(), fee.sample()),
          freeAlternativeAcknowledged);
    }

    /// The amount with its origin, as a tariff has it.
    public Fee fee() {
      return new Fee(amount, source.label(), source.sample());
    }
  }

  /// The flyaway report was filed; the aircraft is restricted.
  record FlyawayReportFiled(PlanId planId, Instant at, CaseId caseId, Commitment statement)
      implements CaseEvent {}

  /// The flyaway report was cancelled; the aircraft is free again.
  record FlyawayReportCancelled(PlanId planId, Instant at, CaseId caseId, Commitment reason)
      implements CaseEvent {}

  /// A payment was captured.
  ///
  /// @param source where the amount comes from; unknown in events from before it was kept
  record FeePaid(
      PlanId planId,
      Instant at,
      CaseId caseId,
      FeePurpose purpose,
      Money amount,
      String paymentReference,
      Optional<FeeSource> source)
      implements CaseEvent {

    /// A payment of which the origin of the amount is not kept.
    public FeePaid(
        PlanId planId,
        Instant at,
        CaseId caseId,
        FeePurpose purpose,
        Money amount,
        String paymentReference) {
      this(planId, at, caseId, purpose, amount, paymentReference, Optional.empty());
    }
  }

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

  /// A binding was undone because it named the wrong device. The right one is bound by the event
  /// that follows; links and all else that was told of the wrong one were meant for it.
  record BindingCorrected(
      PlanId planId,
      Instant at,
      DeviceId wrongDevice,
      DeviceId deviceId,
      Commitment reason,
      String approvedBy,
      String actor)
      implements PlanEvent {}

  /// A link was told wrongly. Its event stays; from here on another link holds in its place, or
  /// none.
  ///
  /// @param factSequence the sequence of the event that told it first
  /// @param deviceId the device that the wrong link was told of
  /// @param was the link as it was held before
  /// @param holdsOn the device of the link that holds
  /// @param holds the link as it holds from now on; none if it never was
  record LinkCorrected(
      PlanId planId,
      Instant at,
      long factSequence,
      DeviceId deviceId,
      LinkFacts was,
      Optional<DeviceId> holdsOn,
      Optional<LinkFacts> holds,
      Commitment reason,
      String approvedBy,
      String actor)
      implements PlanEvent, FactCorrection {
    @Override
    public boolean neverWas() {
      return holds.isEmpty();
    }

    /// The link that holds, as it would have been recorded.
    public Optional<LinkRecorded> link() {
      return holds.map(
          facts ->
              new LinkRecorded(
                  planId,
                  facts.linkedAt(),
                  holdsOn.orElse(deviceId),
                  facts.kind(),
                  facts.reference()));
    }
  }

  /// What arrived in a case was told wrongly. Its event stays; from here on another receipt holds
  /// in its place, or none.
  ///
  /// @param factSequence the sequence of the event that told it first
  /// @param was the receipt as it was held before
  /// @param holds the receipt as it holds from now on; none if it never was
  /// @param stage how far the case has come with what holds
  record ReceiptCorrected(
      PlanId planId,
      Instant at,
      CaseId caseId,
      long factSequence,
      ReceiptFacts was,
      Optional<ReceiptFacts> holds,
      Stage stage,
      Commitment reason,
      String approvedBy,
      String actor)
      implements CaseEvent, FactCorrection {
    @Override
    public boolean neverWas() {
      return holds.isEmpty();
    }

    /// The receipt that holds, as it would have been recorded.
    public Optional<ComponentsReceived> receipt() {
      return holds.map(facts -> facts.receipt(planId, caseId));
    }
  }

  /// An assessment was told wrongly. Its event stays; from here on another one holds in its place.
  ///
  /// @param factSequence the sequence of the event that told it first
  /// @param was the assessment as it was held before
  /// @param holds the assessment as it holds from now on
  record AssessmentCorrected(
      PlanId planId,
      Instant at,
      CaseId caseId,
      long factSequence,
      AssessmentFacts was,
      AssessmentFacts holds,
      Commitment reason,
      String approvedBy,
      String actor)
      implements CaseEvent, FactCorrection {
    @Override
    public boolean neverWas() {
      return false;
    }

    /// The assessment that holds, as it would have been recorded.
    public DamageAssessed assessment() {
      return holds.assessment(planId, caseId);
    }
  }

  /// The customer confirmed a discounted repair; it is reserved and its price is fixed.
  ///
  /// @param total what the customer pays for all lines together
  /// @param source where the discount comes from
  record RepairDiscountClaimed(
      PlanId planId,
      Instant at,
      CaseId caseId,
      List<DiscountedLine> lines,
      Money total,
      FeeSource source,
      boolean freeAlternativeAcknowledged)
      implements CaseEvent {
    public RepairDiscountClaimed {
      lines = List.copyOf(lines);
    }
  }

  /// A captured fee was paid back.
  ///
  /// @param goodwill whether nothing was due and somebody agreed to it all the same
  record FeeRefunded(
      PlanId planId,
      Instant at,
      CaseId caseId,
      FeePurpose purpose,
      Money amount,
      Commitment reason,
      boolean goodwill,
      Optional<String> approvedBy,
      String actor)
      implements CaseEvent {}

  /// The device was sent back; the case is settled.
  ///
  /// @param service what it was repaired under; none where the customer paid the full price
  /// outside the
  /// plan
  /// @param device the device that came in
  /// @param newDevice the serial it left with, where that changed
  /// @param newModel its model, where that is another one
  record RepairCompleted(
      PlanId planId,
      Instant at,
      CaseId caseId,
      Optional<Service> service,
      DeviceId device,
      Optional<DeviceId> newDevice,
      Optional<ModelCode> newModel)
      implements CaseEvent {}

  /// Maintenance was carried out; one is used.
  ///
  /// @param wornParts the easily worn parts that were replaced for nothing
  /// @param chargeableParts the other parts that were replaced, which the customer pays
  record MaintenancePerformed(
      PlanId planId, Instant at, CaseId caseId, Set<Part> wornParts, Set<Part> chargeableParts)
      implements CaseEvent {
    public MaintenancePerformed {
      wornParts = Collections.unmodifiableSet(new TreeSet<>(wornParts));
      chargeableParts = Collections.unmodifiableSet(new TreeSet<>(chargeableParts));
    }
  }

  /// A recovered aircraft came back to the provider.
  record RecoveredDeviceReturned(PlanId planId, Instant at, CaseId caseId, DeviceId deviceId)
      implements CaseEvent {}

  /// A lapsed case goes on as if it had not lapsed (decision A-68).
  record CaseReinstated(PlanId planId, Instant at, CaseId caseId, ReinstatementCause cause)
      implements CaseEvent {}

  /// A named person refused service for good.
  ///
  /// @param codes the grounds, where they are of the catalogue
  /// @param findings the exclusions it rests on
  record CaseRefused(
      PlanId planId,
      Instant at,
      CaseId caseId,
      Set<RefusalCode> codes,
      List<Finding> findings,
      Commitment reason)
      implements CaseEvent {
    public CaseRefused {
      codes = Collections.unmodifiableSet(new TreeSet<>(codes));
      findings = List.copyOf(findings);
    }
  }

  /// Two persons overruled grounds of refusal for the rest of the case.
  record RefusalWaived(
      PlanId planId,
      Instant at,
      CaseId caseId,
      Set<RefusalCode> codes,
      Commitment reason,
      String approvedBy,
      String actor)
      implements CaseEvent {
    public RefusalWaived {
      codes = Collections.unmodifiableSet(new TreeSet<>(codes));
    }
  }

  /// The period of a service is over.
  record ServiceExpired(PlanId planId, Instant at, Service service) implements PlanEvent {}

  /// Nothing of a service is left.
  record ServiceExhausted(PlanId planId, Instant at, Service service) implements PlanEvent {}

  /// The reward for safe flight is earned.
  ///
  /// @param windows the days on which it protects each component
  record RewardGranted(PlanId planId, Instant at, Map<Part, Window> windows) implements PlanEvent {
    public RewardGranted {
      windows = Collections.unmodifiableMap(new TreeMap<>(windows));
    }
  }

  /// The reward for safe flight is lost.
  ///
  /// @param reason `SERVICE_ALREADY_USED` or, for a product that has none,
  /// `PRODUCT_NOT_IN_AGREEMENT`
  record RewardForfeited(PlanId planId, Instant at, RefusalCode reason) implements PlanEvent {}

  /// The plan goes on under a newer edition; open cases keep theirs.
  ///
  /// @param figures what the plan holds from now on
  record TermsUpgraded(
      PlanId planId, Instant at, TermsReference from, TermsReference to, PlanFigures figures)
      implements PlanEvent {}

  /// The product was returned under the return policy of the shop.
  record ProductReturned(PlanId planId, Instant at, LocalDate returnedOn, Commitment reference)
      implements PlanEvent {}

  /// The plan was returned; the price is paid back.
  record PlanReturned(PlanId planId, Instant at, Money refund) implements PlanEvent {}

  /// The customer asked to leave the plan.
  record ExitRequested(PlanId planId, Instant at) implements PlanEvent {}

  /// The plan ended early.
  record PlanExited(PlanId planId, Instant at, String confirmedBy) implements PlanEvent {}
}
