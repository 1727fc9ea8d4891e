package org.planledger.core.finance.rehearsal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.matching.Findings;
import org.planledger.core.finance.matching.LineFate;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.OpenPayout;
import org.planledger.core.finance.settlement.LineKey;

/// Holds what a run finds against the truth of the rehearsal that it was made on.
public final class Measurement implements Findings {

  private static final int HUNDRED = 100;
  private static final int WANTED_PERCENT = 98;

  private final UnaryOperator<LineKey> own;
  private final Set<Pair> truly = new HashSet<>();
  private final Set<Pair> matched = new HashSet<>();
  private final List<Truth.Expected> expected = new ArrayList<>();
  private final Set<Truth.Expected> told = new HashSet<>();
  private final Map<ExceptionKind, Integer> counts = new EnumMap<>(ExceptionKind.class);

  /// A fee and a line that belong together.
  private record Pair(String feeId, LineKey line) {}

  /// How many exceptions of a kind there are.
  ///
  /// @param planted how many should be told
  /// @param found how many of those were told, with the fee and the line that they are about
  /// @param told how many were told in all; a line that is said again counts by itself
  public record Told(int planted, int found, int told) {}

  /// What the measurement came to. Pairs of a fee and a line are counted.
  ///
  /// @param matchable how many can be known to belong together
  /// @param matched how many were matched
  /// @param right how many of those do belong together
  /// @param exceptions in the order of their kinds
  public record Figures(
      int matchable, int matched, int right, Map<ExceptionKind, Told> exceptions) {

    /// Takes the map as it is.
    public Figures {
      exceptions = Collections.unmodifiableMap(new EnumMap<>(exceptions));
    }

    /// Whether every match is right and at least 98 of 100 were found.
    public boolean isGood() {
      return right == matched && (long) right * HUNDRED >= (long) matchable * WANTED_PERCENT;
    }

    /// The share of what was matched that is right.
    public double precision() {
      return matched == 0 ? 1 : (double) right / matched;
    }

    /// The share of what can be known that was matched.
    public double recall() {
      return matchable == 0 ? 1 : (double) right / matchable;
    }
  }

  /// @param own tells by which key the rehearsal knows a line, of the key by which the run does
  public Measurement(Rehearsal rehearsal, UnaryOperator<LineKey> own) {
    this.own = own;
    rehearsal.truths(
        truth -> {
          for (var fee : truth.feeIds()) {
            truth.lines().forEach(line -> truly.add(new Pair(fee, line)));
          }
          expected.addAll(truth.exceptions());
        });
  }

  @Override
  public void match(Match match) {
    for (var fee : match.feeIds()) {
      match.lines().forEach(line -> matched.add(new Pair(fee, own.apply(line))));
    }
  }

  @Override
  public void exception(ExceptionItem item) {
    counts.merge(item.kind(), troubles(item), Integer::sum);
    for (var fee : List.of(item.feeId(), Optional.<String>empty())) {
      told.add(new Truth.Expected(item.kind(), fee, Optional.empty()));
      item.lines()
          .forEach(
              line -> told.add(new Truth.Expected(item.kind(), fee, Optional.of(own.apply(line)))));
    }
  }

  /// That two files overlap is told once for all the lines that both have.
  private static int troubles(ExceptionItem item) {
    return item.kind() == ExceptionKind.DUPLICATE ? Math.max(1, item.lines().size()) : 1;
  }

  /// What becomes of a line says nothing that its match or exception does not.
  @Override
  public void line(int file, int number, LineFate fate) {}

  /// What a next month would go on with is no finding about this one.
  @Override
  public void refundOnTheWay(String feeId) {}

  @Override
  public void payout(OpenPayout payout) {}

  /// What it comes to when the run has ended.
  public Figures figures() {
    int right = 0;
    for (var pair : matched) {
      if (truly.contains(pair)) {
        right++;
      }
    }
    Map<ExceptionKind, Told> exceptions = new EnumMap<>(ExceptionKind.class);
    Map<ExceptionKind, Integer> planted = new HashMap<>();
    Map<ExceptionKind, Integer> found = new HashMap<>();
    for (var each : expected) {
      planted.merge(each.kind(), 1, Integer::sum);
      if (told.contains(each)) {
        found.merge(each.kind(), 1, Integer::sum);
      }
    }
    for (var kind : ExceptionKind.values()) {
      int all = counts.getOrDefault(kind, 0);
      exceptions.put(
          kind,
          new Told(
              planted.getOrDefault(kind, 0),
              // What names neither fee nor line is only counted.
              Math.min(all, found.getOrDefault(kind, 0)),
              all));
    }
    return new Figures(truly.size(), matched.size(), right, exceptions);
  }
}
