package org.planledger.core.plan;

import java.util.Optional;
import org.planledger.core.device.DeviceEvent.OwnershipTransferred;
import org.planledger.core.plan.PlanCommand.PayServiceFee;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Terms;

/// Decides payments (clauses 2.5.1, 3.2.1(4), 3.3(4)). A payment is the whole open amount, and it
/// was captured: with it a lost aircraft becomes the provider's, which cannot be a matter of
/// instalments (decision A-72).
final class Paying {

  private Paying() {}

  static Decision decide(Situation situation, PayServiceFee command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    if (Stages.open(d, c)) {
      switch (command.purpose()) {
        case SERVICE_FEE -> serviceFee(d, c, command.payment());
        case MISSING_MATERIAL -> material(d, plan, c, terms, command.payment());
      }
    }
    if (d.granted() && c.flyaway()) {
      d.apply(Rule.OWNED_BY_PROVIDER_AFTER_PAYMENT, Inputs.of("deviceId", c.opened().deviceId()));
    }
    return d.conclude(() -> changes(plan, c, command, source(plan, c, terms, command.purpose())));
  }

  private static void serviceFee(Deliberation d, Case c, FeePayment payment) {
    if (!Stages.fits(d, c, !c.express(), "PayServiceFee")) {
      return;
    }
    boolean claimed = c.chosen();
    if (c.flyaway()) {
      FlyingAway.confirmed(d, c);
      FlyingAway.flightRecord(d, c);
      FlyingAway.reportFiled(d, c);
    } else {
      d.require(Rule.CONFIRMED_BEFORE_PAYMENT, claimed, Inputs.of("claimed", claimed));
    }
    Fees.openServiceFee(c).ifPresent(open -> asQuoted(d, open, payment));
  }

  private static void material(Deliberation d, Plan plan, Case c, Terms terms, FeePayment payment) {
    if (!Stages.fits(d, c, !c.flyaway(), "PayServiceFee")) {
      return;
    }
    d.require(
        c.express() ? Rule.SHIPPED_ON_RECEIPT : Rule.RECEIVED_FOR_ASSESSMENT,
        c.received(),
        Inputs.of("received", c.received()));
    boolean claimed = c.claimed().isPresent();
    d.require(Rule.CONFIRMED_BEFORE_PAYMENT, claimed, Inputs.of("claimed", claimed));
    if (c.received()) {
      Parts.bodyPresent(d, plan, c, terms);
      var due = Parts.materialDue(d, plan, c, terms);
      due.ifPresent(
          amount -> asQuoted(d, Fees.open(amount, c.paid(FeePurpose.MISSING_MATERIAL)), payment));
    }
  }

  /// The open amount, to the last minor unit, and at least one of them.
  private static void asQuoted(Deliberation d, Money open, FeePayment payment) {
    d.require(
        Rule.AMOUNT_AS_QUOTED,
        payment.amount().equals(open) && !open.isZero(),
        Inputs.of("due", Fees.shown(open)).and("paid", Fees.shown(payment.amount())));
  }

  /// Where the amount comes from, for whoever shows the payment.
  private static Optional<FeeSource> source(Plan plan, Case c, Terms terms, FeePurpose purpose) {
    return switch (purpose) {
      case SERVICE_FEE -> Fees.source(c);
      case MISSING_MATERIAL ->
          Fees.material(plan, c, terms, Parts.payable(plan, c, terms))
              .map(material -> new FeeSource(material.sources(), material.sample()));
    };
  }

  private static Changes changes(
      Plan plan, Case c, PayServiceFee command, Optional<FeeSource> source) {
    var payment = command.payment();
    var paid =
        new FeePaid(
            plan.id(),
            payment.capturedAt(),
            c.id(),
            command.purpose(),
            payment.amount(),
            payment.paymentReference(),
            source);
    return c.flyaway() ? ownershipPasses(plan, c, paid) : Changes.of(paid);
  }

  private static Changes ownershipPasses(Plan plan, Case c, FeePaid paid) {
    return Changes.of(paid)
        .with(new OwnershipTransferred(c.opened().deviceId(), plan.id(), paid.at(), c.id()));
  }
}
