package org.planledger.api.cases;

import java.util.Currency;
import java.util.Optional;
import org.planledger.api.command.Currencies;
import org.planledger.api.command.Draft;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.FeePayment;
import org.planledger.core.plan.PlanCommand.PayServiceFee;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.TermsBook;
import org.springframework.stereotype.Component;

/// Translates a payment. Its currency has to be the one of the region in which service was
/// requested; whether the amount is the open one is for the rules to say.
@Component
final class PayingAFee {
  private final PlanLedger ledger;
  private final TermsBook book;

  PayingAFee(PlanLedger ledger, TermsBook book) {
    this.ledger = ledger;
    this.book = book;
  }

  PayServiceFee translate(PayServiceFeeRequest request, Draft draft) {
    currency(draft)
        .ifPresent(expected -> Currencies.require(draft, request.amount(), expected, "/amount"));
    return new PayServiceFee(
        draft.planId(),
        draft.caseId(),
        request.purpose(),
        new FeePayment(request.amount(), request.capturedAt(), request.paymentReference()));
  }

  /// None for a case that does not exist, which is found out later.
  private Optional<Currency> currency(Draft draft) {
    return ledger
        .history(draft.planId())
        .flatMap(history -> Optional.ofNullable(history.plan().cases().get(draft.caseId())))
        .flatMap(this::region)
        .map(Region::currency);
  }

  private Optional<Region> region(Case c) {
    return book.edition(c.opened().terms().edition())
        .flatMap(terms -> terms.region(c.opened().region()));
  }
}
