package org.planledger.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;

/// Everything that can be asked of a plan. Moments and ids come with the command, so that deciding
/// it again gives the same answer.
public sealed interface PlanCommand {

  PlanId planId();

  /// The business moment of the command: when the customer or the centre acted, not when it was
  /// recorded.
  Instant at();

  /// Asks for something in one case of the plan.
  sealed interface CaseCommand extends PlanCommand {
    CaseId caseId();
  }

  /// Sells a plan, and binds the device in the same step where one is named (clauses Pre.1, 2.1).
  record PurchasePlan(
      PlanId planId,
      Instant purchasedAt,
      PlanType planType,
      RegionCode region,
      LocalDate effectiveOn,
      Edition acceptedTerms,
      Money pricePaid,
      AccountRef account,
      Optional<Commitment> holder,
      Optional<DeviceFacts> device)
      implements PlanCommand {
    @Override
    public Instant at() {
      return purchasedAt;
    }
  }

  /// Binds the device that the plan is to cover (clauses Pre.2, Pre.4).
  ///
  /// @param enteredAt when the binding was asked for
  /// @param boundAt when it took effect; left out, it is the activation of the device or, if that
  /// is earlier or unknown, the purchase of the plan
  record BindDevice(PlanId planId, Instant enteredAt, Optional<Instant> boundAt, DeviceFacts device)
      implements PlanCommand {
    @Override
    public Instant at() {
      return boundAt.or(device::activatedAt).orElse(enteredAt);
    }
  }

  /// Records that the account or the controller was linked to the aircraft (clause Pre.3).
  record RecordLink(PlanId planId, LinkKind kind, Commitment reference, Instant linkedAt)
      implements PlanCommand {
    @Override
    public Instant at() {
      return linkedAt;
    }
  }

  /// Records that a link was removed (clauses Pre.3, 3.1).
  record RecordUnlink(PlanId planId, LinkKind kind, Instant unlinkedAt) implements PlanCommand {
    @Override
    public Instant at() {
      return unlinkedAt;
    }
  }

  /// Applies for service on a device (clauses 3.1 to 3.3).
  ///
  /// @param workingDeadline the last day to send the device in where the terms count working days;
  /// worked out by whoever knows the holidays of the region, and recorded with its source
  record OpenCase(
      PlanId planId,
      CaseId caseId,
      CaseType type,
      Channel process,
      DeviceId deviceId,
      AccountRef account,
      RegionCode region,
      String centreId,
      Instant submittedAt,
      Instant incidentAt,
      PrivacyConsent privacyConsent,
      Optional<Commitment> proofOfPurchase,
      Optional<Commitment> description,
      boolean agreesToNoAssessment,
      Optional<FeePayment> feePayment,
      Optional<SendBackDeadline> workingDeadline)
      implements CaseCommand {
    @Override
    public Instant at() {
      return submittedAt;
    }
  }

  /// Records that the customer gave the device to a carrier (clauses 3.2.1(2), 3.2.2(2), fn. 3).
  record RecordShipmentIn(
      PlanId planId,
      CaseId caseId,
      Instant dispatchedAt,
      RegionCode fromRegion,
      Optional<CrossBorderConsent> crossBorderConsent,
      Optional<Commitment> carrierReference)
      implements CaseCommand {
    @Override
    public Instant at() {
      return dispatchedAt;
    }
  }

  /// Records what arrived at the centre. Several receipts add up (clause 3.2.1(2)).
  record RecordReceipt(
      PlanId planId,
      CaseId caseId,
      Instant receivedAt,
      Map<Part, Integer> components,
      Optional<Boolean> controllerLinked)
      implements CaseCommand {
    public RecordReceipt {
      components = Collections.unmodifiableMap(new TreeMap<>(components));
    }

    @Override
    public Instant at() {
      return receivedAt;
    }
  }

  /// Records what the centre found out about the damage or the loss (clauses 3.2.1(3), 3.3(2)).
  record RecordAssessment(
      PlanId planId,
      CaseId caseId,
      Instant assessedAt,
      Cause cause,
      Set<Part> damagedParts,
      boolean inOfficialWarrantyScope,
      List<Finding> findings,
      Optional<Commitment> remark)
      implements CaseCommand {
    public RecordAssessment {
      damagedParts = Collections.unmodifiableSet(new TreeSet<>(damagedParts));
      findings = List.copyOf(findings);
    }

    @Override
    public Instant at() {
      return assessedAt;
    }
  }

  /// Records the flight record of a loss: its hash, where it is kept, and the last contact
  /// (clause 3.3(1)).
  record UploadFlightRecord(
      PlanId planId, CaseId caseId, Instant lastContactAt, String sha256, Commitment reference)
      implements CaseCommand {
    /// The flight record has no moment of its own but the one it proves.
    @Override
    public Instant at() {
      return lastContactAt;
    }
  }

  /// Files the report that certifies a loss and restricts the aircraft (clause 3.3(3)).
  record FileFlyawayReport(PlanId planId, CaseId caseId, Instant reportedAt, Commitment statement)
      implements CaseCommand {
    @Override
    public Instant at() {
      return reportedAt;
    }
  }

  /// Takes the flyaway report back because the aircraft was found (clause 3.3(3)).
  record CancelFlyawayReport(PlanId planId, CaseId caseId, Instant cancelledAt, Commitment reason)
      implements CaseCommand {
    @Override
    public Instant at() {
      return cancelledAt;
    }
  }

  /// Confirms the use of a replacement, which reserves it (clauses 3.2.1(1), 3.3(2)).
  record ClaimReplacement(
      PlanId planId,
      CaseId caseId,
      Instant claimedAt,
      ReplacementMode mode,
      boolean acknowledgesFreeAlternative)
      implements CaseCommand {
    @Override
    public Instant at() {
      return claimedAt;
    }
  }

  /// Records a captured payment (clauses 3.2.1(4), 3.3(4)). An authorisation is not a payment.
  record PayServiceFee(PlanId planId, CaseId caseId, FeePurpose purpose, FeePayment payment)
      implements CaseCommand {
    @Override
    public Instant at() {
      return payment.capturedAt();
    }
  }

  /// Sends another device out (clauses 3.2.1(6), 3.2.2(3), 3.3(5)).
  record ShipReplacement(
      PlanId planId,
      CaseId caseId,
      Instant shippedAt,
      DeviceId replacement,
      ModelCode model,
      Optional<Commitment> equivalenceRecord)
      implements CaseCommand {
    @Override
    public Instant at() {
      return shippedAt;
    }
  }

  /// Records that an aircraft which had become the provider's was found (clause 3.3(3)).
  record ReportRecovered(PlanId planId, CaseId caseId, Instant recoveredAt) implements CaseCommand {
    @Override
    public Instant at() {
      return recoveredAt;
    }
  }

  /// Ends a case because the customer decided against it.
  record WithdrawCase(PlanId planId, CaseId caseId, Instant withdrawnAt, Commitment reason)
      implements CaseCommand {
    @Override
    public Instant at() {
      return withdrawnAt;
    }
  }

  /// Ends a case because nothing was sent in time (decisions A-04b, A-78).
  record LapseCase(PlanId planId, CaseId caseId, Instant lapsedAt, Commitment reason)
      implements CaseCommand {
    @Override
    public Instant at() {
      return lapsedAt;
    }
  }
}
