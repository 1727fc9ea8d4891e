package org.planledger.core.finance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.matching.Count;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.matching.Findings;
import org.planledger.core.finance.matching.Inputs;
import org.planledger.core.finance.matching.LineFact;
import org.planledger.core.finance.matching.LineFate;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.Matching;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.OpenPayout;

/// A book that would take more memory as objects than a run may.
class MatchingALargeBookTest {

  private static final int FEES = 100_000;

  /// A fee and a line; a million of both then fit into a gibibyte with room to spare.
  private static final long BYTES_OF_BOTH = 600;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  @Test
  void a_hundred_thousand_fees_take_little_memory_and_time() {
    var rehearsal = new Rehearsal(5, FEES);
    long before = used();
    var watch = new Watch();

    long from = System.nanoTime();
    var totals = Matching.run(inputs(rehearsal), MatchingRules.standard(), watch);
    var took = Duration.ofNanos(System.nanoTime() - from);

    System.out.printf(
        "%,d fees in %d ms, %d bytes for a fee and a line%n",
        FEES, took.toMillis(), (watch.used - before) / FEES);
    assertThat(
            totals.currencies().values().stream()
                .flatMap(in -> in.fees().values().stream())
                .mapToLong(Count::count)
                .sum())
        .isEqualTo(FEES);
    assertThat(watch.used - before).isBetween(1L, FEES * BYTES_OF_BOTH);
    assertThat(took).isLessThan(LONGEST);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /// Looks at the memory when the last pass has begun, and everything is still held.
  private static final class Watch implements Findings {
    private long used;

    @Override
    public void match(Match match) {}

    @Override
    public void exception(ExceptionItem item) {
      if (used == 0 && item.kind() == ExceptionKind.MISSING_FEE) {
        used = used();
      }
    }

    @Override
    public void line(int file, int number, LineFate fate) {}

    @Override
    public void refundOnTheWay(String feeId) {}

    @Override
    public void payout(OpenPayout payout) {}

    private static long used() {
      return MatchingALargeBookTest.used();
    }
  }

  private static Inputs inputs(Rehearsal rehearsal) {
    return new Inputs(
        rehearsal::fees,
        taker -> {
          for (var origin : Origin.values()) {
            rehearsal.movements(
                origin,
                movement -> taker.accept(LineFact.of(origin.fileNumber(), movement.line())));
          }
        },
        _ -> {},
        List.of(),
        rehearsal.asOf());
  }
}
