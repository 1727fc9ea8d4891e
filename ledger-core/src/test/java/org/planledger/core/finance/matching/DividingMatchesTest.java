package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.finance.matching.Book.key;
import static org.planledger.core.finance.matching.Book.line;
import static org.planledger.core.finance.matching.Book.usd;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.settlement.LineType;

/// A match is shown as rows of one fee and one line; each has its share of it.
class DividingMatchesTest {

  @Test
  void each_line_of_one_fee_has_what_it_brings() {
    var book = new Book().paid("F1", 10_000).payment("L1", "F1", 4_000).payment("L2", "F1", 6_000);
    var match = book.run().matches().getFirst();
    assertThat(match.brought()).containsExactlyInAnyOrder(usd(4_000), usd(6_000));
    assertThat(match.shares())
        .isEqualTo(match.brought().stream().map(money -> money.minor()).toList());
    assertThat(match.dues()).containsExactly(10_000L);
  }

  @Test
  void each_fee_of_one_line_has_what_is_due_for_it() {
    var book = new Book().paid("F1", 10_000).paid("F2", 5_000).transfer("L1", "F1 and F2", 15_000);
    book.byHand.add(byHand(List.of("F1", "F2"), "L1"));
    var match = book.run().matches().getFirst();
    assertThat(match.dues()).containsExactly(10_000L, 5_000L);
    assertThat(match.shares()).containsExactly(10_000L, 5_000L);
    assertThat(match.divided(16_000)).containsExactly(10_000L, 6_000L);
    assertThat(match.divided(9_000)).containsExactly(9_000L, 0L);
    assertThat(match.divided(-12_000)).containsExactly(-10_000L, -2_000L);
  }

  @Test
  void a_payout_has_all_of_it_in_the_line_of_the_bank() {
    var book =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").payout("po_1"))
            .line(line("L2", LineType.PAYOUT, -10_000).payout("po_1"))
            .transfer("L3", "payout po_1", 10_000);
    var payout =
        book.run().matches().stream()
            .filter(match -> match.feeIds().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(payout.lines()).containsExactly(key("L2"), key("L3"));
    assertThat(payout.shares()).containsExactly(0L, 10_000L);
  }

  @Test
  void the_rows_of_any_match_add_up_to_it() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    for (int i = 0; i < 60; i++) {
      var book = ReportingARunTest.anyBook(new Random(seed + i));
      for (var match : book.run().matches()) {
        assertThat(match.shares()).as("seed %d, %s", seed + i, match).hasSize(match.rows());
        assertThat(match.shares().stream().mapToLong(Long::longValue).sum())
            .as("seed %d, %s", seed + i, match)
            .isEqualTo(match.matched().minor());
      }
    }
  }

  private static ByHand byHand(List<String> fees, String line) {
    return new ByHand.Paired(
        "d-1", fees, List.of(key(line)), Optional.empty(), "as told on the telephone", "ada");
  }
}
