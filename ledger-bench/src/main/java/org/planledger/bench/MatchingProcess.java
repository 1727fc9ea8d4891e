package org.planledger.bench;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.planledger.core.finance.matching.Inputs;
import org.planledger.core.finance.matching.LineFact;
import org.planledger.core.finance.matching.Matching;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.Report;
import org.planledger.core.finance.matching.ReportHeader;
import org.planledger.core.finance.matching.UnreadableFact;
import org.planledger.core.finance.rehearsal.Movement;
import org.planledger.core.finance.rehearsal.Origin;
import org.planledger.core.finance.rehearsal.Rehearsal;

/// One run of matching in a process of its own, whose heap is limited: fees and lines are made as
/// they are asked for, and the report is hashed and thrown away.
final class MatchingProcess {

  private static final String PERIOD = "2026";

  private final Rehearsal rehearsal;
  private final MatchingRules rules = MatchingRules.standard();
  private long count;
  private long bytes;

  private MatchingProcess(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /// What a run gave, as one line of a process tells it to another.
  ///
  /// @param lines how many lines there were, read or not
  /// @param madeSeconds how long it takes to make fees and lines alone
  /// @param matchedSeconds how long it takes to make, match and report them
  /// @param reportBytes how long the report is
  /// @param sha256 the hash of the report
  record Outcome(
      long lines, double madeSeconds, double matchedSeconds, long reportBytes, String sha256) {

    private static final String MARK = "outcome";

    String text() {
      return String.join(
          " ",
          MARK,
          Long.toString(lines),
          Double.toString(madeSeconds),
          Double.toString(matchedSeconds),
          Long.toString(reportBytes),
          sha256);
    }

    /// Finds it among all that a process printed.
    ///
    /// @throws IllegalStateException if it is not there
    static Outcome of(List<String> printed) {
      String[] words =
          printed.stream()
              .filter(line -> line.startsWith(MARK + " "))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no run: " + printed))
              .split(" ", -1);
      return new Outcome(
          Long.parseLong(words[1]),
          Double.parseDouble(words[2]),
          Double.parseDouble(words[3]),
          Long.parseLong(words[4]),
          words[5]);
    }
  }

  /// Runs with a seed and a number of fees.
  public static void main(String[] arguments) {
    var rehearsal = new Rehearsal(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.println(new MatchingProcess(rehearsal).run().text());
  }

  private Outcome run() {
    long from = System.nanoTime();
    long lines = make();
    double madeSeconds = (System.nanoTime() - from) / 1e9;
    from = System.nanoTime();
    String sha256 = match();
    return new Outcome(lines, madeSeconds, (System.nanoTime() - from) / 1e9, bytes, sha256);
  }

  private long make() {
    rehearsal.fees(_ -> {});
    for (var origin : Origin.values()) {
      rehearsal.movements(origin, _ -> count++);
    }
    // A run asks for the broken ones once more.
    rehearsal.movements(Origin.CARD, _ -> {});
    return count;
  }

  private String match() {
    var header =
        new ReportHeader(
            PERIOD, rehearsal.fees(), rehearsal.asOf(), rules.version(), List.of(), List.of());
    var report = new Report(header, rules, (_, _, length) -> bytes += length);
    return report.finish(Matching.run(inputs(), rules, report));
  }

  private Inputs inputs() {
    return new Inputs(
        rehearsal::fees,
        taker -> {
          for (var origin : Origin.values()) {
            movements(origin, movement -> !movement.broken(), taker, MatchingProcess::line);
          }
        },
        taker -> movements(Origin.CARD, Movement::broken, taker, MatchingProcess::unreadable),
        List.of(),
        rehearsal.asOf());
  }

  private <T> void movements(
      Origin origin,
      Predicate<Movement> which,
      Consumer<? super T> taker,
      Function<Movement, T> as) {
    rehearsal.movements(
        origin,
        movement -> {
          if (which.test(movement)) {
            taker.accept(as.apply(movement));
          }
        });
  }

  private static LineFact line(Movement movement) {
    return LineFact.of(movement.origin().fileNumber(), movement.line());
  }

  private static UnreadableFact unreadable(Movement movement) {
    return new UnreadableFact(
        movement.origin().fileNumber(),
        movement.line().number(),
        "it is broken",
        movement.line().bookedOn());
  }
}
