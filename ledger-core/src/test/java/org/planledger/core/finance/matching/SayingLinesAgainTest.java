package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.finance.matching.Book.TUESDAY;
import static org.planledger.core.finance.matching.Book.key;
import static org.planledger.core.finance.matching.Book.line;
import static org.planledger.core.finance.matching.Book.usd;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.settlement.LineType;

/// Lines that stand in several files, or several times in one.
class SayingLinesAgainTest {

  @Test
  void a_line_that_stands_in_two_files_counts_once() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").file(2))
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").file(1))
            .run();

    assertThat(found.states()).containsExactly("MATCHED by M1-FEE-ID");
    assertThat(found.kinds()).containsExactly(ExceptionKind.DUPLICATE);
    assertThat(found.exceptions().getFirst().reason())
        .isEqualTo(
            "File 2 says 1 line of file 1 again, of 100.00 USD, in record 1. It counts once.");
    assertThat(found.fates()).containsExactlyInAnyOrder("1.1 MATCHED", "2.1 DUPLICATE");
  }

  @Test
  void that_files_overlap_is_told_once_for_each_that_says_again() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .paid("F2", 7_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").file(1))
            .line(line("L2", LineType.PAYMENT, 7_000).merchant("F2").file(1))
            .line(line("L3", LineType.PROCESSOR_COST, -100).file(1))
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").file(2))
            .line(
                line("L2", LineType.PAYMENT, 7_000).merchant("F2").file(2).on(TUESDAY.plusDays(1)))
            .line(line("L3", LineType.PROCESSOR_COST, -100).file(2))
            .line(line("L4", LineType.PROCESSOR_COST, -300).file(2))
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").file(3))
            .line(line("L4", LineType.PROCESSOR_COST, -300).file(3))
            .run();

    assertThat(found.states()).containsExactly("MATCHED by M1-FEE-ID", "MATCHED by M1-FEE-ID");
    assertThat(found.exceptions()).hasSize(2);
    var again = found.exceptions().getFirst();
    assertThat(again.reason())
        .isEqualTo(
            "File 2 says 3 lines of file 1 again, of 171.00 USD in all, the first in record 1."
                + " Each counts once.");
    assertThat(again.lines()).containsExactlyInAnyOrder(key("L1"), key("L2"), key("L3"));
    assertThat(again.amount()).isEqualTo(usd(0));
    assertThat(again.since()).isEqualTo(TUESDAY.plusDays(1));
    assertThat(MatchingRules.standard().severity(again, 100)).isEqualTo(Severity.LOW);
    assertThat(found.exceptions().getLast().reason())
        .isEqualTo(
            "File 3 says 2 lines of 2 files (1 to 2) again, of 103.00 USD in all, the first in record"
                + " 1. Each counts once.");
    assertThat(found.usd().lines().get(LineFate.DUPLICATE))
        .isEqualTo(new Count(5, BigInteger.valueOf(26_600)));
  }

  @Test
  void what_a_file_says_again_in_several_currencies_is_told_together() {
    var book = new Book();
    for (int file : new int[] {1, 2}) {
      book.line(line("L1", LineType.PROCESSOR_COST, -700).in("USD").file(file));
      book.line(line("L2", LineType.PROCESSOR_COST, -500).in("EUR").file(file));
    }

    var found = book.run();

    assertThat(found.exceptions()).hasSize(1);
    assertThat(found.exceptions().getFirst().reason())
        .isEqualTo(
            "File 2 says 2 lines of file 1 again, of 5.00 EUR, 7.00 USD in all, the first in record"
                + " 1. Each counts once.");
    assertThat(found.exceptions().getFirst().amount().minor()).isZero();
  }

  @Test
  void a_file_that_says_a_line_thousands_of_times_is_told_once() {
    var book = new Book().paid("F1", 10_000);
    IntStream.range(0, 3_000)
        .forEach(_ -> book.line(line("L1", LineType.PAYMENT, 10_000).merchant("F1")));

    var found = book.run();

    assertThat(found.states()).containsExactly("MATCHED by M1-FEE-ID");
    assertThat(found.kinds()).containsExactly(ExceptionKind.DUPLICATE);
    var again = found.exceptions().getFirst();
    assertThat(again.reason())
        .startsWith("File 1 says 2999 lines of its own again, of 299900.00 USD in all, the first");
    assertThat(again.nextStep())
        .isEqualTo("Ask for a correct file, if these are not really the same.");
    assertThat(again.lines()).hasSize(1_000);
    assertThat(found.usd().lines().get(LineFate.DUPLICATE).count()).isEqualTo(2_999);
  }

  @Test
  void where_the_second_one_says_something_else_both_amounts_are_told() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").file(1))
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").net(9_000).file(2))
            .run();

    assertThat(found.exceptions().getFirst().reason())
        .endsWith(
            " The first one says 100.00 USD, 100.00 USD net, which counts; the second one says"
                + " 100.00 USD, 90.00 USD net.");
    assertThat(MatchingRules.standard().severity(found.exceptions().getFirst(), 100))
        .isEqualTo(Severity.CRITICAL);
    assertThat(found.exceptions().getFirst().nextStep())
        .isEqualTo("Ask whose files they are which of the two is right.");
  }
}
