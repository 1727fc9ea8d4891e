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
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

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
  /// @param waiver grounds of refusal that somebody overrules for this binding (decision A-59)
  record BindDevice(
      PlanId planId,
      Instant enteredAt,
      Optional<Instant> boundAt,
      DeviceFacts device,
      Optional<Waiver> waiver)
      implements PlanCommand {

    /// A binding for which nothing is overruled.
    public BindDevice(
        PlanId planId, Instant enteredAt, Optional<Instant> boundAt, DeviceFacts device) {
      this(planId, enteredAt, boundAt, device, Optional.empty());
    }

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
  /// @param dataPrepared whether the customer backed up and deleted personal data, where they said
  /// so; nothing is refused for it (clause 3.1(2))
  /// @param waiver grounds of refusal that somebody overrules for this application (decision A-59)
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
      Optional<SendBackDeadline> workingDeadline,
      Optional<Boolean> dataPrepared,
      Optional<Waiver> waiver)
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

  /// Frees a device that was bound by mistake and binds the right one instead. It takes two
  /// persons,
  /// and is possible only before a service was claimed (decision A-90).
  ///
  /// @param wrongDevice the device that was bound by mistake
  /// @param device the one that should have been
  /// @param boundAt when the right one came under the plan; left out, when the wrong one did
  /// @param approvedBy who agreed; not the actor
  /// @param actor who asks for it
  record CorrectBinding(
      PlanId planId,
      Instant correctedAt,
      DeviceId wrongDevice,
      DeviceFacts device,
      Optional<Instant> boundAt,
      Commitment reason,
      String approvedBy,
      String actor)
      implements PlanCommand {
    @Override
    public Instant at() {
      return correctedAt;
    }
  }

  /// Corrects a link that was told wrongly (decisions ). It takes two persons.
  ///
  /// @param kind of the link as it is held now
  /// @param linkedAt its beginning as it is held now; of several, the one recorded last is meant
  /// @param instead what should have been recorded; none if the link never was
  /// @param approvedBy who agreed; not the actor
  /// @param actor who asks for it
  record CorrectLink(
      PlanId planId,
      Instant correctedAt,
      LinkKind kind,
      Instant linkedAt,
      Optional<LinkFacts> instead,
      Commitment reason,
      String approvedBy,
      String actor)
      implements PlanCommand {
    @Override
    public Instant at() {
      return correctedAt;
    }
  }

  /// Corrects what was told to have arrived in a case (decisions ). It takes two persons,
  /// and is possible in a closed case too.
  ///
  /// @param receivedAt of the receipt as it is held now; of several, the one recorded last is meant
  /// @param instead what should have been recorded; none if the parcel never came
  /// @param approvedBy who agreed; not the actor
  /// @param actor who asks for it
  record CorrectReceipt(
      PlanId planId,
      CaseId caseId,
      Instant correctedAt,
      Instant receivedAt,
      Optional<ReceiptFacts> instead,
      Commitment reason,
      String approvedBy,
      String actor)
      implements CaseCommand {
    @Override
    public Instant at() {
      return correctedAt;
    }
  }

  /// Corrects the assessment of a case (decisions ). It takes two persons, and is
  /// possible after the choice of a service and in a closed case too.
  ///
  /// @param instead what should have been recorded
  /// @param approvedBy who agreed; not the actor
  /// @param actor who asks for it
  record CorrectAssessment(
      PlanId planId,
      CaseId caseId,
      Instant correctedAt,
      AssessmentFacts instead,
      Commitment reason,
      String approvedBy,
      String actor)
      implements CaseCommand {
    @Override
    public Instant at() {
      return correctedAt;
    }
  }

  /// Claims a discounted repair, which reserves it (clauses 1.2, 3.2.1(1)).
  ///
  /// @param lines what is to be repaired, at list price
  record ClaimRepairDiscount(
      PlanId planId,
      CaseId caseId,
      Instant claimedAt,
      List<RepairLine> lines,
      boolean acknowledgesFreeAlternative)
      implements CaseCommand {
    public ClaimRepairDiscount {
      lines = List.copyOf(lines);
    }

    @Override
    public Instant at() {
      return claimedAt;
    }
  }

  /// Records that maintenance was carried out (clause 3.4(3)).
  ///
  /// @param wornParts what was replaced because it was worn or damaged
  record ConfirmMaintenance(PlanId planId, CaseId caseId, Instant confirmedAt, Set<Part> wornParts)
      implements CaseCommand {
    public ConfirmMaintenance {
      wornParts = Collections.unmodifiableSet(new TreeSet<>(wornParts));
    }

    @Override
    public Instant at() {
      return confirmedAt;
    }
  }

  /// Sends the repaired or maintained device back (clauses 3.2.1(5) and (6), 3.4(4)). A new serial
  /// is
  /// followed like a replacement (decision A-22).
  ///
  /// @param newDevice the serial it came back with, where that changed
  /// @param newModel its model, where that is another one
  /// @param fullPrice whether the customer decided against the plan and pays outside it (decision
  ///
  record CompleteRepair(
      PlanId planId,
      CaseId caseId,
      Instant completedAt,
      Optional<DeviceId> newDevice,
      Optional<ModelCode> newModel,
      boolean fullPrice)
      implements CaseCommand {
    @Override
    public Instant at() {
      return completedAt;
    }
  }

  /// Refuses service in a case for good, by a named person (clause 4, decision A-58).
  ///
  /// @param codes the grounds, where they are of the catalogue
  /// @param findings the exclusions it rests on
  record RefuseService(
      PlanId planId,
      CaseId caseId,
      Instant refusedAt,
      Set<RefusalCode> codes,
      List<Finding> findings,
      Commitment reason)
      implements CaseCommand {
    public RefuseService {
      codes = Collections.unmodifiableSet(new TreeSet<>(codes));
      findings = List.copyOf(findings);
    }

    @Override
    public Instant at() {
      return refusedAt;
    }
  }

  /// Overrules grounds of refusal for the later commands of a case (decisions ).
  ///
  /// @param approvedBy who agreed; not the actor
  /// @param actor who asks for it
  record WaiveRefusal(
      PlanId planId,
      CaseId caseId,
      Instant waivedAt,
      Set<RefusalCode> codes,
      Commitment reason,
      String approvedBy,
      String actor)
      implements CaseCommand {
    public WaiveRefusal {
      codes = Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    @Override
    public Instant at() {
      return waivedAt;
    }
  }

  /// Pays a captured fee back (clause 2.5.1, decision A-71).
  ///
  /// @param approvedBy who agreed to goodwill where nothing is due; not the actor
  /// @param actor who asks for it
  record RefundFee(
      PlanId planId,
      CaseId caseId,
      Instant refundedAt,
      FeePurpose purpose,
      Money amount,
      Commitment reason,
      Optional<String> approvedBy,
      String actor)
      implements CaseCommand {
    @Override
    public Instant at() {
      return refundedAt;
    }
  }

  /// Records that a recovered aircraft came back to the provider, who has looked at it (clause
  /// 3.3(3), decision A-80).
  record RecordRecoveredReturn(PlanId planId, CaseId caseId, Instant returnedAt)
      implements CaseCommand {
    @Override
    public Instant at() {
      return returnedAt;
    }
  }

  /// Records that the product was returned under the return policy of the shop (clause 5).
  ///
  /// @param enteredAt when it was recorded
  /// @param returnedOn the day of the return, in the zone of the plan
  record RecordProductReturn(
      PlanId planId, Instant enteredAt, LocalDate returnedOn, Commitment reference)
      implements PlanCommand {
    @Override
    public Instant at() {
      return enteredAt;
    }
  }

  /// Returns the plan (clause 5).
  record ReturnPlan(PlanId planId, Instant requestedAt) implements PlanCommand {
    @Override
    public Instant at() {
      return requestedAt;
    }
  }

  /// Asks to leave the plan early (clause 4).
  record RequestExit(PlanId planId, Instant requestedAt) implements PlanCommand {
    @Override
    public Instant at() {
      return requestedAt;
    }
  }

  /// Confirms that a plan ends early (clause 4).
  ///
  /// @param confirmedBy who confirms it for the provider
  record ConfirmExit(PlanId planId, Instant confirmedAt, String confirmedBy)
      implements PlanCommand {
    @Override
    public Instant at() {
      return confirmedAt;
    }
  }

  /// Moves a plan to a newer edition of the terms (decisions ).
  record UpgradeTerms(PlanId planId, Instant upgradedAt, Edition edition) implements PlanCommand {
    @Override
    public Instant at() {
      return upgradedAt;
    }
  }

  /// Records that a service is over: by its own period or because nothing of it is left (clause 4).
  /// No decision waits for it.
  record ExpireService(PlanId planId, Service service, Instant at) implements PlanCommand {}

  /// Records what became of the reward for safe flight (clauses 1.5, 3.5). No decision waits for
  /// it.
  record GrantReward(PlanId planId, Instant at) implements PlanCommand {}
}
