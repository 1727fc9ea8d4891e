package org.planledger.core.json;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.finance.book.FinanceEvent;
import org.planledger.core.finance.book.FinanceEvent.*;
import org.planledger.core.finance.matching.RemainderAccount;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.terms.Money;

/// One or more of each event of the books.
final class BookSamples {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final String FEE = "01a2204f-8c4c-7311-ad4e-d62519ff7ac1";
  private static final LineKey LINE = new LineKeys("sample").ofId("txn_1");
  private static final Money AMOUNT = Money.of(15_900, "USD");
  private static final String SHA_256 = "ab".repeat(32);
  private static final RunInputs INPUTS =
      new RunInputs(OCTOBER, 0, 0, 812, 0, 3, 7, LocalDate.of(2026, 11, 2), "0123456789abcdef");

  private BookSamples() {}

  static List<FinanceEvent> all() {
    return List.of(
        new FeesReconciled(
            2,
            INPUTS,
            new RunTotals(40, 61, 38, 2, Map.of("MISSING_PAYMENT", 1L, "AMOUNT_SHORT", 2L)),
            SHA_256),
        new MatchedByHand(
            "hand-3",
            OCTOBER,
            List.of(FEE),
            List.of(LINE),
            AMOUNT,
            Optional.of(RemainderAccount.SMALL_DIFFERENCES),
            "the customer wrote the wrong reference",
            Optional.of("bob")),
        new MatchedByHand(
            "hand-4",
            OCTOBER,
            List.of(FEE),
            List.of(LINE),
            Money.of(-500, "JPY"),
            Optional.empty(),
            "it went back",
            Optional.empty()),
        new MatchWithdrawn(
            "hand-3", OCTOBER, List.of(FEE), List.of(LINE), "another customer's", Optional.empty()),
        new FeeWrittenOff(FEE, OCTOBER, AMOUNT, false, "the customer is gone", Optional.empty()),
        new FeeWrittenOff(FEE, OCTOBER, AMOUNT, true, "the bank took it back", Optional.of("bob")),
        new WriteOffWithdrawn(FEE, 6, OCTOBER, AMOUNT, "it has come", Optional.of("bob")),
        new ExceptionsAssigned(List.of("e-1", "e-2"), "ann"),
        new ExceptionPended("e-1", "an answer of the bank"),
        new ExceptionResolved("e-1", "paid in cash"),
        new ExceptionReopened("e-1", "it was not"),
        new ExceptionNoted("e-1", "called the customer"),
        new PeriodClosed(OCTOBER, 2, INPUTS, SHA_256, 3),
        new PeriodReopened(OCTOBER, "a file was missing", "bob"));
  }
}
