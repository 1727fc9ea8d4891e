package org.planledger.core.simulation;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.FeePayment;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanCommand.PayServiceFee;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Money;

/// A payment that was right when it was made and has another amount under other terms. Who paid
/// what was asked then would pay what is asked here: otherwise every change of a fee would read as
/// a customer who stopped paying.
///
/// @param due the amount that is asked here
record Payment(PlanCommand command, Money due) {

  /// The payment in a command that was refused here for its amount and nothing else.
  static Optional<Payment> refused(PlanCommand command, Refused refused) {
    var failed = refused.conditions().stream().filter(c -> !c.holds()).toList();
    if (failed.size() != 1 || failed.getFirst().rule() != Rule.AMOUNT_AS_QUOTED) {
      return Optional.empty();
    }
    return due(failed.getFirst()).map(due -> new Payment(command, due));
  }

  boolean nothingIsDue() {
    return due.isZero();
  }

  /// The command with the amount that is asked here.
  PlanCommand asAsked() {
    if (command instanceof PayServiceFee pay) {
      return new PayServiceFee(
          pay.planId(), pay.caseId(), pay.purpose(), withAmount(pay.payment()));
    }
    return command instanceof OpenCase open ? asAsked(open) : command;
  }

  private OpenCase asAsked(OpenCase open) {
    return new OpenCase(
        open.planId(),
        open.caseId(),
        open.type(),
        open.process(),
        open.deviceId(),
        open.account(),
        open.region(),
        open.centreId(),
        open.submittedAt(),
        open.incidentAt(),
        open.privacyConsent(),
        open.proofOfPurchase(),
        open.description(),
        open.agreesToNoAssessment(),
        open.feePayment().map(this::withAmount),
        open.workingDeadline(),
        open.dataPrepared(),
        open.waiver());
  }

  private FeePayment withAmount(FeePayment payment) {
    return new FeePayment(due, payment.capturedAt(), payment.paymentReference());
  }

  /// What the rule says is due, in the form in which a decision keeps an amount.
  private static Optional<Money> due(Condition condition) {
    return condition.inputs().values().get("due") instanceof Map<?, ?> amount
            && amount.get("minor") instanceof Long minor
            && amount.get("currency") instanceof String currency
        ? Optional.of(new Money(minor, Currency.getInstance(currency)))
        : Optional.empty();
  }
}
