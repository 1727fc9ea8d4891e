package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.finance.matching.Book.line;
import static org.planledger.core.finance.matching.Book.refund;
import static org.planledger.core.finance.matching.Book.usd;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.settlement.LineType;

/// More comes than is due, and the difference goes back: then nothing is to be done any more.
class PayingASurplusBackTest {

  private static Book tooMuch(FeeFact.Refunded... refunds) {
    return new Book().paid("F1", usd(10_000), "ch_1", refunds).payment("L1", "F1", 12_500);
  }

  private static Book goesBack(Book book, long minor, String reference) {
    return book.line(line("L2", LineType.REFUND, -minor).related(reference));
  }

  @Test
  void until_it_goes_back_it_is_an_exception() {
    var found = tooMuch().run();

    assertThat(found.kinds()).containsExactly(ExceptionKind.AMOUNT_OVER);
    assertThat(found.exceptions().getFirst().nextStep())
        .isEqualTo("Pay the difference back, or find what else it is for.");
  }

  @Test
  void the_difference_is_matched_when_it_goes_back() {
    var found = goesBack(tooMuch(), 2_500, "ch_1").run();

    assertThat(found.exceptions()).isEmpty();
    assertThat(found.states())
        .containsExactly("OVERPAID by M6-OVERPAID", "REFUNDED by M7-SURPLUS-BACK");
    assertThat(found.matches().getLast().reason())
        .isEqualTo("More had come than was due, by 25.00 USD, and so much went back.");
    assertThat(found.usd().over().minor()).isEqualTo(2_500);
  }

  @Test
  void any_other_amount_is_told_beside_it() {
    assertThat(goesBack(tooMuch(), 2_400, "ch_1").run().kinds())
        .containsExactly(ExceptionKind.REFUND_UNLINKED, ExceptionKind.AMOUNT_OVER);
  }

  @Test
  void what_the_ledger_has_recorded_goes_first() {
    var found = goesBack(tooMuch(refund("e1", 2_500)), 2_500, "ch_1").run();

    assertThat(found.states()).contains("REFUNDED by M7-REFUND");
    assertThat(found.kinds()).containsExactly(ExceptionKind.AMOUNT_OVER);
  }

  @Test
  void people_may_say_that_it_went_back_and_a_closed_month_stays_right() {
    var book = goesBack(tooMuch(), 2_500, "ch_of_another_system");
    assertThat(book.run().kinds())
        .containsExactly(ExceptionKind.REFUND_UNLINKED, ExceptionKind.AMOUNT_OVER);
    book.byHand.add(
        new ByHand.Paired(
            "closed-1",
            List.of("F1"),
            List.of(Book.key("L2")),
            Optional.empty(),
            "settled in a month that is closed",
            "the books"));

    assertThat(book.run().exceptions()).isEmpty();
  }
}
