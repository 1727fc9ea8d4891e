package org.planledger.api.cases;

import java.util.Currency;
import java.util.Optional;
import org.planledger.api.command.Currencies;
import org.planledger.api.command.Draft;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.plan.Case;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.TermsBook;
import org.springframework.stereotype.Component;

/// The currency in which a case is paid: the one of the region in which service was requested.
@Component
final class CaseCurrency {
  private final PlanLedger ledger;
  private final TermsBook book;

  CaseCurrency(PlanLedger ledger, TermsBook book) {
    this.ledger = ledger;
    this.book = book;
  }

  /// Adds a flaw if the money is in another currency. A case that does not exist is found out
  /// later.
  ///
  /// @param at the JSON pointer of the money
  void require(Draft draft, Money money, String at) {
    of(draft).ifPresent(expected -> Currencies.require(draft, money, expected, at));
  }

  private Optional<Currency> of(Draft draft) {
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
