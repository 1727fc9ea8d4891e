package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.rehearsal.Origin;
import org.planledger.core.finance.rehearsal.Planted;
import org.planledger.core.finance.rehearsal.Rehearsal;
import org.planledger.core.finance.rehearsal.Truth;
import org.planledger.core.finance.settlement.LineKey;

/// The matcher against the truth about books that were made up: what it matches by itself is right,
/// it finds nearly all that can be found, and every trouble ends where it belongs.
class MeasuringTheMatcherTest {

  private static final int SEEDS = 20;
  private static final int FEES = 5_000;

  /// A fee and a line that belong together.
  private record Pair(String feeId, LineKey line) {}

  @Test
  void of_many_books_every_match_is_right_and_nearly_all_are_found() {
    long first = Long.getLong("seed", System.nanoTime() & 0xffffff);
    System.out.println("seed " + first);
    List<String> figures = new ArrayList<>();
    IntStream.range(0, SEEDS)
        .forEach(i -> figures.add(measure(new Rehearsal(first + i, FEES)).text()));
    figures.forEach(System.out::println);
  }

  @Test
  void every_kind_of_trouble_occurs_in_a_book_of_some_size() {
    assertThat(new Rehearsal(1, FEES).planted()).containsOnlyKeys(Planted.values());
  }

  @Test
  void the_same_seed_makes_the_same_book() {
    assertThat(all(new Rehearsal(7, 500))).isEqualTo(all(new Rehearsal(7, 500)));
    assertThat(all(new Rehearsal(7, 500))).isNotEqualTo(all(new Rehearsal(8, 500)));
  }

  @Test
  void a_book_has_as_many_fees_as_were_asked_for() {
    for (int fees : new int[] {1, 2, 99, 1_000}) {
      List<Object> told = new ArrayList<>();
      new Rehearsal(3, fees).fees(told::add);
      assertThat(told).hasSize(fees);
    }
  }

  private static List<Object> all(Rehearsal rehearsal) {
    List<Object> all = new ArrayList<>();
    rehearsal.fees(all::add);
    rehearsal.truths(all::add);
    for (var origin : Origin.values()) {
      rehearsal.movements(origin, all::add);
    }
    return all;
  }

  /// What a measurement gave.
  private record Figures(long seed, int matchable, int found, int wrong, int exceptions) {

    String text() {
      return "seed %d: %d of %d found, %d wrong, %d exceptions"
          .formatted(seed, found, matchable, wrong, exceptions);
    }
  }

  private static Figures measure(Rehearsal rehearsal) {
    Set<Pair> truly = new HashSet<>();
    List<Truth> truths = new ArrayList<>();
    rehearsal.truths(
        truth -> {
          truths.add(truth);
          pairs(truth.feeIds(), truth.lines()).forEach(truly::add);
        });
    var found = run(rehearsal);
    Set<Pair> matched = new HashSet<>();
    found.matches.forEach(match -> pairs(match.feeIds(), match.lines()).forEach(matched::add));

    assertThat(matched).as("wrong matches of seed %d", rehearsal.seed()).isSubsetOf(truly);
    Set<Pair> hit = new HashSet<>(truly);
    hit.retainAll(matched);
    assertThat(hit.size())
        .as("matches that were found of seed %d", rehearsal.seed())
        .isGreaterThanOrEqualTo((int) Math.ceil(truly.size() * 0.98));
    assertEveryTroubleIsTold(rehearsal, truths, found.exceptions);
    found.assertThatAllAddsUp();
    return new Figures(
        rehearsal.seed(),
        truly.size(),
        hit.size(),
        matched.size() - hit.size(),
        found.exceptions.size());
  }

  private static void assertEveryTroubleIsTold(
      Rehearsal rehearsal, List<Truth> truths, List<ExceptionItem> exceptions) {
    Set<Truth.Expected> told = new HashSet<>();
    Map<ExceptionKind, Integer> counts = new EnumMap<>(ExceptionKind.class);
    for (var item : exceptions) {
      // Lines that two files have are told together.
      int troubles = item.kind() == ExceptionKind.DUPLICATE ? item.lines().size() : 1;
      counts.merge(item.kind(), troubles, Integer::sum);
      for (var fee : List.of(item.feeId(), Optional.<String>empty())) {
        told.add(new Truth.Expected(item.kind(), fee, Optional.empty()));
        item.lines()
            .forEach(line -> told.add(new Truth.Expected(item.kind(), fee, Optional.of(line))));
      }
    }
    for (var truth : truths) {
      assertThat(told)
          .as("%s of seed %d", truth.planted(), rehearsal.seed())
          .containsAll(truth.exceptions());
    }
    Map<ExceptionKind, Integer> planted = new EnumMap<>(ExceptionKind.class);
    truths.stream()
        .flatMap(truth -> truth.exceptions().stream())
        .forEach(expected -> planted.merge(expected.kind(), 1, Integer::sum));
    // What cannot be told apart by chance is asked about, too.
    counts.merge(ExceptionKind.AMBIGUOUS, 0, Integer::sum);
    for (var kind : ExceptionKind.values()) {
      int more = counts.getOrDefault(kind, 0) - planted.getOrDefault(kind, 0);
      boolean byChance = kind == ExceptionKind.AMBIGUOUS || kind == ExceptionKind.MISSING_PAYMENT;
      assertThat(more)
          .as("%s that nobody planted in seed %d", kind, rehearsal.seed())
          .isBetween(0, byChance ? FEES / 200 : 0);
    }
  }

  private static Stream<Pair> pairs(List<String> feeIds, List<LineKey> lines) {
    return feeIds.stream().flatMap(fee -> lines.stream().map(line -> new Pair(fee, line)));
  }

  /// All that a run tells.
  private static final class Found implements Findings {
    private final List<Match> matches = new ArrayList<>();
    private final List<ExceptionItem> exceptions = new ArrayList<>();
    private final Set<LineKey> lines = new HashSet<>();
    private Totals totals;

    @Override
    public void match(Match match) {
      matches.add(match);
      assertThat(match.reason()).isNotBlank();
      assertThat(match.signals()).isNotEmpty();
      match.lines().forEach(line -> assertThat(lines.add(line)).as("in one match").isTrue());
    }

    @Override
    public void exception(ExceptionItem item) {
      exceptions.add(item);
      assertThat(item.reason()).isNotBlank();
      assertThat(item.nextStep()).isNotBlank();
    }

    @Override
    public void line(int file, int number, LineFate fate) {}

    @Override
    public void refundOnTheWay(String feeId) {}

    @Override
    public void payout(OpenPayout payout) {}

    void assertThatAllAddsUp() {
      assertThat(exceptions.stream().map(ExceptionItem::exceptionId)).doesNotHaveDuplicates();
      assertThat(matches.stream().map(Match::matchId)).doesNotHaveDuplicates();
      totals
          .currencies()
          .forEach(
              (currency, in) -> {
                var due = in.fees().getOrDefault(FeeFate.MATCHED, Count.NONE).minor();
                var remainders =
                    in.remainders().values().stream().reduce(Count.NONE, Count::plus).minor();
                assertThat(
                        in.arrived()
                            .minor()
                            .add(remainders)
                            .add(in.shortOf().minor())
                            .subtract(in.over().minor()))
                    .as("due in " + currency)
                    .isEqualTo(due);
              });
    }
  }

  private static Found run(Rehearsal rehearsal) {
    var found = new Found();
    found.totals =
        Matching.run(
            new Inputs(
                rehearsal::fees,
                taker -> {
                  for (var origin : Origin.values()) {
                    rehearsal.movements(
                        origin,
                        movement -> {
                          if (!movement.broken()) {
                            taker.accept(LineFact.of(origin.fileNumber(), movement.line()));
                          }
                        });
                  }
                },
                taker ->
                    rehearsal.movements(
                        Origin.CARD,
                        movement -> {
                          if (movement.broken()) {
                            taker.accept(
                                new UnreadableFact(
                                    Origin.CARD.fileNumber(),
                                    movement.line().number(),
                                    "it is broken",
                                    movement.line().bookedOn()));
                          }
                        }),
                List.of(),
                rehearsal.asOf()),
            MatchingRules.standard(),
            found);
    return found;
  }
}
