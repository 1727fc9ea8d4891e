package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Pass 3: lines that name no fee, but have its very amount, come within its days, and carry a
/// third sign: the plan, the case, the payment, or nearly the id.
final class SignPass {

  private static final List<SignalKind> THIRD_SIGNS =
      List.of(
          SignalKind.PAYMENT_REFERENCE_IN_TEXT,
          SignalKind.FEE_ID_NEARLY,
          SignalKind.CASE_ID,
          SignalKind.PLAN_ID);

  /// A line that may be for a fee.
  record Edge(int fee, int line, int score) {}

  private final Run run;
  private final Naming naming;
  private final Signs signs;
  private final Set<Integer> undecided = new HashSet<>();
  private final Set<Integer> undecidedFees = new HashSet<>();
  private final Map<Integer, List<Edge>> ofFee = new HashMap<>();
  private final Map<Integer, List<Edge>> ofLine = new HashMap<>();

  SignPass(Run run, Naming naming, Signs signs) {
    this.run = run;
    this.naming = naming;
    this.signs = signs;
  }

  void match() {
    boolean[] spokenFor = naming.spokenFor();
    List<Edge> edges = new ArrayList<>();
    for (int rank = 0; rank < run.lines.size(); rank++) {
      int line = run.lines.at(rank);
      if (run.isFreeMoney(line) && naming.named(line) == LineBook.NAMES_NONE) {
        for (int fee : fees(line)) {
          if (!spokenFor[fee]
              && run.isOwed(fee)
              && isSame(fee, line)
              && signs.isInTime(fee, line)) {
            var edge = new Edge(fee, line, score(fee, line));
            edges.add(edge);
            ofFee.computeIfAbsent(fee, _ -> new ArrayList<>()).add(edge);
            ofLine.computeIfAbsent(line, _ -> new ArrayList<>()).add(edge);
          }
        }
      }
    }
    edges.sort(this::compare);
    for (int from = 0; from < edges.size(); ) {
      int to = from;
      while (to < edges.size() && edges.get(to).score() == edges.get(from).score()) {
        to++;
      }
      decide(edges.subList(from, to));
      from = to;
    }
  }

  private int compare(Edge first, Edge second) {
    if (first.score() != second.score()) {
      return Integer.compare(second.score(), first.score());
    }
    int byFee = Integer.compare(run.fees.rank(first.fee()), run.fees.rank(second.fee()));
    return byFee != 0
        ? byFee
        : Integer.compare(run.lines.rank(first.line()), run.lines.rank(second.line()));
  }

  /// The fees that a line has a third sign of.
  int[] fees(int line) {
    var found = new IntRow();
    for (int i = 0; i < run.lines.hitCount(line); i++) {
      long hit = run.lines.hit(line, i);
      if (THIRD_SIGNS.contains(References.kind(hit))) {
        naming.expand(line, hit, found);
      }
    }
    return found.toArray();
  }

  private boolean isSame(int fee, int line) {
    return run.fees.currency(fee) == run.lines.currency(line)
        && run.open(fee) == run.lines.gross(line);
  }

  private int score(int fee, int line) {
    return signs.score(fee, line) + SignalKind.AMOUNT.weight();
  }

  /// Of edges of the same score, those that share neither their fee nor their line with another.
  private void decide(List<Edge> same) {
    List<Edge> free =
        same.stream()
            .filter(edge -> run.isOwed(edge.fee()) && run.isFreeMoney(edge.line()))
            .filter(edge -> !undecided.contains(edge.line()))
            .filter(edge -> !undecidedFees.contains(edge.fee()))
            .toList();
    Map<Integer, Integer> fees = new HashMap<>();
    Map<Integer, Integer> lines = new HashMap<>();
    for (var edge : free) {
      fees.merge(edge.fee(), 1, Integer::sum);
      lines.merge(edge.line(), 1, Integer::sum);
    }
    for (var edge : free) {
      if (fees.getOrDefault(edge.fee(), 0) == 1 && lines.getOrDefault(edge.line(), 0) == 1) {
        take(edge);
      } else {
        undecided.add(edge.line());
        undecidedFees.add(edge.fee());
      }
    }
  }

  private void take(Edge edge) {
    int fee = edge.fee();
    long minor = run.lines.gross(edge.line());
    int currency = run.fees.currency(fee);
    run.pay(
        new MatchDraft(
                MatchRule.SIGNS,
                MatchState.MATCHED,
                new int[] {fee},
                new int[] {edge.line()},
                minor,
                currency)
            .signals(signs.of(fee, edge.line()))
            .signal(SignalKind.AMOUNT, "Both are " + run.words(minor, currency) + ".")
            .runnerUp(runnerUp(edge))
            .remainder(run.writeOffs.remainder(new int[] {fee}))
            .because(
                "The line names no fee; amount, day and a third sign agree with this one and with"
                    + " no other as well."));
  }

  private Optional<RunnerUp> runnerUp(Edge taken) {
    return Stream.concat(
            ofFee.getOrDefault(taken.fee(), List.of()).stream(),
            ofLine.getOrDefault(taken.line(), List.of()).stream())
        .filter(edge -> edge.fee() != taken.fee() || edge.line() != taken.line())
        .min(this::compare)
        .map(
            edge ->
                edge.fee() == taken.fee()
                    ? new RunnerUp(
                        Optional.empty(),
                        Optional.of(run.lines.key(edge.line())),
                        edge.score(),
                        why(edge, taken))
                    : new RunnerUp(
                        Optional.of(run.fees.id(edge.fee())),
                        Optional.empty(),
                        edge.score(),
                        why(edge, taken)));
  }

  private static String why(Edge edge, Edge taken) {
    return edge.score() > taken.score()
        ? "It was matched otherwise, by a higher score."
        : "Its score is " + edge.score() + " and not " + taken.score() + ".";
  }

  /// Whether several fees or lines fitted equally well.
  boolean isUndecided(int line) {
    return undecided.contains(line);
  }

  /// What a line was compared with, best first.
  List<Edge> edges(int line) {
    return ofLine.getOrDefault(line, List.of()).stream().sorted(this::compare).toList();
  }
}
