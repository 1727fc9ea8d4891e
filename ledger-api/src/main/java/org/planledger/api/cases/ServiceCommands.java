package org.planledger.api.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.planledger.api.command.CommandEndpoint;
import org.planledger.api.command.CommandSource;
import org.planledger.api.command.Draft;
import org.planledger.api.problem.FlawCode;
import org.planledger.core.plan.FeePayment;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanCommand.ClaimRepairDiscount;
import org.planledger.core.plan.PlanCommand.CompleteRepair;
import org.planledger.core.plan.PlanCommand.ConfirmMaintenance;
import org.planledger.core.plan.PlanCommand.PayServiceFee;
import org.planledger.core.plan.PlanCommand.RefundFee;
import org.planledger.core.plan.RepairLine;
import org.planledger.core.terms.Part;
import org.springframework.stereotype.Component;

/// The commands by which the same device is served and sent back, and those about money.
@Component
final class ServiceCommands implements CommandSource {
  private final CaseCurrency currency;

  ServiceCommands(CaseCurrency currency) {
    this.currency = currency;
  }

  @Override
  public List<CommandEndpoint<?>> endpoints() {
    return List.of(
        CaseCommands.step(
            ClaimRepairDiscount.class,
            "/repair-discount-claims",
            ClaimRepairDiscountRequest.class,
            "Confirm the use of a discounted repair, which reserves it",
            this::discount),
        CaseCommands.step(
            ConfirmMaintenance.class,
            "/maintenance-confirmations",
            ConfirmMaintenanceRequest.class,
            "Record that maintenance was carried out",
            (request, draft) ->
                new ConfirmMaintenance(
                    draft.planId(),
                    draft.caseId(),
                    request.confirmedAt(),
                    Set.copyOf(request.wornParts()))),
        CaseCommands.step(
            CompleteRepair.class,
            "/repair-completions",
            CompleteRepairRequest.class,
            "Send the repaired or maintained device back",
            ServiceCommands::completion),
        CaseCommands.step(
            PayServiceFee.class,
            "/fee-payments",
            PayServiceFeeRequest.class,
            "Record a captured payment of the whole open amount",
            this::payment),
        CaseCommands.step(
            RefundFee.class,
            "/fee-refunds",
            RefundFeeRequest.class,
            "Pay a captured fee back",
            this::refund));
  }

  private ClaimRepairDiscount discount(ClaimRepairDiscountRequest request, Draft draft) {
    var lines = new ArrayList<RepairLine>();
    var named = new HashSet<Part>();
    for (int i = 0; i < request.lines().size(); i++) {
      var line = request.lines().get(i);
      if (!named.add(line.part())) {
        draft.flaw(
            "/lines/%d/part".formatted(i),
            FlawCode.DUPLICATE_VALUE,
            "this part stands in a line before; name it once, with the sum of its prices");
      }
      currency.require(draft, line.material(), "/lines/%d/material".formatted(i));
      currency.require(draft, line.labour(), "/lines/%d/labour".formatted(i));
      lines.add(new RepairLine(line.part(), line.material(), line.labour()));
    }
    return new ClaimRepairDiscount(
        draft.planId(),
        draft.caseId(),
        request.claimedAt(),
        lines,
        request.acknowledgesFreeAlternative().orElse(false));
  }

  private static CompleteRepair completion(CompleteRepairRequest request, Draft draft) {
    if (request.newModel().isPresent() && request.newSerialNumber().isEmpty()) {
      draft.flaw(
          "/newModel",
          FlawCode.DOES_NOT_FIT,
          "another model has another serial; send newSerialNumber beside it");
    }
    return new CompleteRepair(
        draft.planId(),
        draft.caseId(),
        request.completedAt(),
        request.newSerialNumber().map(draft::device),
        request.newModel(),
        request.fullPrice().orElse(false));
  }

  /// Its currency has to be the one of the region in which service was requested; whether the
  /// amount is the open one is for the rules to say.
  private PayServiceFee payment(PayServiceFeeRequest request, Draft draft) {
    currency.require(draft, request.amount(), "/amount");
    return new PayServiceFee(
        draft.planId(),
        draft.caseId(),
        request.purpose(),
        new FeePayment(request.amount(), request.capturedAt(), request.paymentReference()));
  }

  private RefundFee refund(RefundFeeRequest request, Draft draft) {
    currency.require(draft, request.amount(), "/amount");
    return new RefundFee(
        draft.planId(),
        draft.caseId(),
        request.refundedAt(),
        request.purpose().orElse(FeePurpose.SERVICE_FEE),
        request.amount(),
        draft.commitment("fee.refund", request.reason()),
        request.approvedBy(),
        draft.actor());
  }
}
