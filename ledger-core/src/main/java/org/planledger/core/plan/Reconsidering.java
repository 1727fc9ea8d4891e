package org.planledger.core.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Part;

/// Tries again what was decided upon a fact that is corrected: each later step is put once more as
/// the case stood before it, on the fact as it was told and on the fact as it holds. The grounds
/// that only the second brings up are told. Nothing follows from them (decision A-91).
final class Reconsidering {

  private Reconsidering() {}

  /// The steps of a case that would be refused with what holds.
  ///
  /// @param corrected the case as it would have stood, had the right thing been recorded
  static List<Inputs> of(Situation situation, Case c, UnaryOperator<Case> corrected) {
    var plan = situation.sold();
    return refused(
        situation,
        c,
        plan::with,
        before -> plan.with(corrected.apply(before)),
        Reconsidering::step);
  }

  /// The reports of losses that would be refused with the link that holds: nothing else rests on
  /// links.
  static List<Inputs> ofLinks(Situation situation, LinkCorrected correction) {
    var plan = situation.sold();
    var corrected = Plan.evolve(plan, correction);
    return plan.cases().values().stream()
        .filter(Case::flyaway)
        .flatMap(
            c -> refused(situation, c, plan::with, corrected::with, Reconsidering::report).stream())
        .toList();
  }

  private static List<Inputs> refused(
      Situation situation,
      Case c,
      Function<Case, Plan> asTold,
      Function<Case, Plan> asHeld,
      Function<CaseEvent, Optional<CaseCommand>> steps) {
    var refused = new ArrayList<Inputs>();
    for (int i = 0; i < c.since().size(); i++) {
      var event = c.since().get(i);
      var before = c.upTo(i);
      steps
          .apply(event)
          .map(
              step ->
                  shown(
                      step,
                      newGrounds(situation, step, asTold.apply(before), asHeld.apply(before))))
          .ifPresent(refused::addAll);
    }
    return refused;
  }

  private static List<RefusalCode> newGrounds(
      Situation situation, CaseCommand step, Plan asTold, Plan asHeld) {
    var grounds = new ArrayList<>(codes(situation, asHeld, step));
    grounds.removeAll(codes(situation, asTold, step));
    return grounds;
  }

  private static List<RefusalCode> codes(Situation situation, Plan plan, CaseCommand step) {
    var then = new Situation(Optional.of(plan), situation.devices(), situation.terms());
    return Plan.decide(then, step).codes();
  }

  private static List<Inputs> shown(CaseCommand step, List<RefusalCode> grounds) {
    return grounds.isEmpty()
        ? List.of()
        : List.of(
            Inputs.of("step", step.getClass().getSimpleName())
                .and("caseId", step.caseId())
                .and("at", step.at())
                .and("codes", grounds));
  }

  private static Optional<CaseCommand> report(CaseEvent event) {
    return event instanceof FlyawayReportFiled ? step(event) : Optional.empty();
  }

  /// The command that an event followed from, as far as it is told by the event; none for what
  /// rests on neither receipt nor assessment nor link.
  private static Optional<CaseCommand> step(CaseEvent event) {
    return Optional.ofNullable(
        switch (event) {
          case DamageAssessed e ->
              new RecordAssessment(
                  e.planId(),
                  e.caseId(),
                  e.at(),
                  e.cause(),
                  e.damagedParts(),
                  e.inOfficialWarrantyScope(),
                  e.findings(),
                  e.remark());
          case ReplacementClaimed e ->
              new ClaimReplacement(
                  e.planId(), e.caseId(), e.at(), e.mode(), e.freeAlternativeAcknowledged());
          case RepairDiscountClaimed e -> discount(e);
          case FlyawayReportFiled e ->
              new FileFlyawayReport(e.planId(), e.caseId(), e.at(), e.statement());
          case FeePaid e ->
              new PayServiceFee(
                  e.planId(),
                  e.caseId(),
                  e.purpose(),
                  new FeePayment(e.amount(), e.at(), e.paymentReference()));
          case MaintenancePerformed e -> maintenance(e);
          case ReplacementShipped e ->
              new ShipReplacement(
                  e.planId(),
                  e.caseId(),
                  e.at(),
                  e.replacement(),
                  e.model(),
                  e.equivalenceRecord());
          case RepairCompleted e ->
              new CompleteRepair(
                  e.planId(),
                  e.caseId(),
                  e.at(),
                  e.newDevice(),
                  e.newModel(),
                  e.service().isEmpty());
          case CaseOpened _, ShipmentDispatched _, ComponentsReceived _ -> null;
          case FlightRecordUploaded _, FlyawayReportCancelled _, DeviceRecovered _ -> null;
          case RecoveredDeviceReturned _, FeeRefunded _, RefusalWaived _ -> null;
          case CaseWithdrawn _, CaseLapsed _, CaseReinstated _, CaseRefused _ -> null;
          case ReceiptCorrected _, AssessmentCorrected _ -> null;
        });
  }

  private static ClaimRepairDiscount discount(RepairDiscountClaimed claim) {
    var lines =
        claim.lines().stream()
            .map(line -> new RepairLine(line.part(), line.material(), line.labour()))
            .toList();
    return new ClaimRepairDiscount(
        claim.planId(), claim.caseId(), claim.at(), lines, claim.freeAlternativeAcknowledged());
  }

  private static ConfirmMaintenance maintenance(MaintenancePerformed done) {
    Set<Part> replaced = new HashSet<>(done.wornParts());
    replaced.addAll(done.chargeableParts());
    return new ConfirmMaintenance(done.planId(), done.caseId(), done.at(), replaced);
  }
}
