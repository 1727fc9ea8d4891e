package org.planledger.api.demonstration;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.Finding;
import org.planledger.core.plan.PlanCommand.ClaimRepairDiscount;
import org.planledger.core.plan.PlanCommand.CompleteRepair;
import org.planledger.core.plan.PlanCommand.ConfirmMaintenance;
import org.planledger.core.plan.PlanCommand.LapseCase;
import org.planledger.core.plan.PlanCommand.RefundFee;
import org.planledger.core.plan.PlanCommand.RefuseService;
import org.planledger.core.plan.PlanCommand.WaiveRefusal;
import org.planledger.core.plan.PlanCommand.WithdrawCase;
import org.planledger.core.plan.RepairLine;
import org.planledger.core.reference.CaseId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;

/// Fills in the commands of one case by which the same device goes back, and those that end a case
/// without a service.
record ServiceForms(PlanStory plan, CaseId id) {
  private static final long MATERIAL_MINOR = 12_000;
  private static final long LABOUR_MINOR = 4_500;

  /// Every part at one list price.
  ClaimRepairDiscount discount(String... parts) {
    var currency = plan.region().currency();
    List<RepairLine> lines =
        Arrays.stream(parts)
            .map(
                part ->
                    new RepairLine(
                        new Part(part),
                        new Money(MATERIAL_MINOR, currency),
                        new Money(LABOUR_MINOR, currency)))
            .toList();
    return new ClaimRepairDiscount(plan.id(), id, at(), lines, true);
  }

  ConfirmMaintenance maintenance() {
    return new ConfirmMaintenance(plan.id(), id, at(), Set.of(new Part("PROPELLER_PAIR")));
  }

  CompleteRepair completion(boolean fullPrice) {
    return new CompleteRepair(plan.id(), id, at(), Optional.empty(), Optional.empty(), fullPrice);
  }

  RefuseService refusal(Sheet sheet) {
    return new RefuseService(
        plan.id(),
        id,
        at(),
        Set.of(RefusalCode.EXCLUDED),
        List.of(new Finding("X-G-08", Optional.empty())),
        sheet.commitment("case.refusal", "The flight log shows a closed airfield."));
  }

  WaiveRefusal waiver(Sheet sheet, RefusalCode code) {
    return new WaiveRefusal(
        plan.id(),
        id,
        at(),
        Set.of(code),
        sheet.commitment("waiver.reason", "The carrier was on strike."),
        plan.manager(),
        plan.actor());
  }

  /// Some of the price is paid back.
  ///
  /// @param goodwill whether nothing is due and the manager agrees all the same
  RefundFee refund(Sheet sheet, Money amount, boolean goodwill) {
    return new RefundFee(
        plan.id(),
        id,
        at(),
        FeePurpose.SERVICE_FEE,
        amount,
        sheet.commitment("fee.refund", "Nothing was given for it."),
        goodwill ? Optional.of(plan.manager()) : Optional.empty(),
        plan.actor());
  }

  WithdrawCase withdrawal(Sheet sheet) {
    return new WithdrawCase(
        plan.id(),
        id,
        at(),
        sheet.commitment("case.withdrawal", "The customer decided otherwise."));
  }

  LapseCase lapse(Sheet sheet) {
    return new LapseCase(
        plan.id(), id, at(), sheet.commitment("case.lapse", "Nothing was sent in."));
  }

  private Instant at() {
    return plan.at();
  }
}
