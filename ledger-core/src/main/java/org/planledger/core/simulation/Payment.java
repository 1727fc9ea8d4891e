package org.planledger.core.simulation;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.FeePayment;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanCommand.PayServiceFee;
import org.planledger.core.plan.PlanCommand.RefundFee;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Money;

/// A payment that was right when it was made and has another amount under other terms. Who paid
/// what was asked then would pay what is asked here, and who was paid back would get no more than
/// was paid: otherwise every change of a fee would read as a customer who stopped paying.
///
/// @param due the amount that is asked here
record Payment(PlanCommand command, Money due) {

  /// The payment in a command that was refused here for its amount and nothing else.
  static Optional<Payment> refused(PlanCommand command, Refused refused) {
    var failed = refused.conditions().stream().filter(c -> !c.holds()).toList();
    if (failed.size() != 1 || failed.getFirst().rule() != Rule.AMOUNT_AS_QUOTED) {
      return Optional.empty();
    }
    return amount(failed.getFirst(), command).map(due -> new Payment(command, due));
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
    if (command instanceof RefundFee refund) {
      return new RefundFee(
          refund.planId(),
          refund.caseId(),
          refund.refundedAt(),
          refund.purpose(),
          due,
          refund.reason(),
          refund.approvedBy(),
          refund.actor());
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

  /// The amount that the rule names, in the form in which a decision keeps one: what is due or, for
  /// a refund, what there is to pay back. None for a command that is not a payment.
  private static Optional<Money> amount(Condition condition, PlanCommand command) {
    var inputs = condition.inputs().values();
    if (command instanceof RefundFee) {
      return amount(inputs.get("kept"));
    }
    return command instanceof PayServiceFee || command instanceof OpenCase
        ? amount(inputs.get("due"))
        : Optional.empty();
  }

  private static Optional<Money> amount(@Nullable Object shown) {
    return shown instanceof Map<?, ?> amount
            && amount.get("minor") instanceof Long minor
            && amount.get("currency") instanceof String currency
        ? Optional.of(new Money(minor, Currency.getInstance(currency)))
        : Optional.empty();
  }
}
