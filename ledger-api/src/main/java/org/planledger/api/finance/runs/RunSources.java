package org.planledger.api.finance.runs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.planledger.api.finance.findings.KeptCarried.Carried;
import org.planledger.api.finance.findings.KeptClosedMatches.Placed;
import org.planledger.api.finance.findings.LinePlaces;
import org.planledger.api.finance.findings.LinePlaces.Place;
import org.planledger.api.finance.findings.Settled;
import org.planledger.api.finance.findings.ToldFees;
import org.planledger.api.finance.runs.MeantFees.LookingUp;
import org.planledger.api.finance.runs.RunProgress.Phase;
import org.planledger.api.finance.sources.FeeMovements;
import org.planledger.api.finance.sources.SettlementFiles;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.matching.ByHand;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.matching.Inputs;
import org.planledger.core.finance.matching.LineFact;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.OpenPayout;
import org.planledger.core.finance.matching.Remainder;
import org.planledger.core.finance.matching.ReportHeader;
import org.planledger.core.finance.settlement.LineKey;

/// All that a run looks at, found by its inputs and by nothing else, so that the same run can be
/// made again at any time.
///
/// The fees are those of [MeantFees]. The lines are those of the files since the last closed month,
/// and those that month has left open. Where such a fee or line was matched in a closed month, that
/// match is told as a decision that stands.
final class RunSources {

  private final RunInputs inputs;
  private final RunProgress progress;
  private final LeftStandings left;
  private final Set<String> explained;
  private final OlderLines older;
  private final List<OpenPayout> payoutsBefore;
  private final RunLines look;
  private final MeantFees meant;
  private final List<ByHand> decisions = new ArrayList<>();
  private final Set<String> settled = new HashSet<>();
  private final ToldFees fees = new ToldFees();
  private final LinePlaces lines = new LinePlaces();
  private final List<OpenPayout> payouts = new ArrayList<>();
  private final AtomicLong found = new AtomicLong();

  /// Whatever else a run goes by.
  ///
  /// @param carried what the last closed month has handed over
  /// @param closed finds the matches of closed months
  /// @param left how closed months have left lines and matches
  /// @param explained the exceptions that were explained when the month before was closed
  /// @param byHand what people have decided
  record Past(
      Carried carried,
      Closed closed,
      LeftStandings left,
      Set<String> explained,
      List<ByHand> byHand) {}

  /// Finds the matches that closed months have made of some fees and lines.
  @FunctionalInterface
  interface Closed {

    /// Tells each once, with the places of its lines.
    ///
    /// @param keys of the lines
    /// @param isThere whether one of the lines stands at a place
    void tell(
        Collection<String> fees,
        Collection<LineKey> keys,
        Predicate<Place> isThere,
        Consumer<Placed> taker);
  }

  /// Finds all of it that has to be looked for.
  RunSources(
      RunInputs inputs,
      SettlementFiles files,
      FeeMovements movements,
      Past past,
      LookingUp lookingUp,
      RunProgress progress) {
    this.inputs = inputs;
    this.progress = progress;
    this.payoutsBefore = past.carried().payouts();
    this.left = past.left();
    this.explained = past.explained();
    this.older = new OlderLines(left, payoutsBefore);
    this.look = new RunLines(inputs, files, past.carried().lines(), progress);
    Set<LineKey> open = new HashSet<>();
    var byHand = past.byHand().stream().flatMap(RunSources::paired).toList();
    var references = references(open, byHand, lookingUp);
    this.meant = MeantFees.find(inputs, movements, past.carried().fees(), references, lookingUp);
    if (isFollowing()) {
      byHand.forEach(paired -> meant.add(paired.feeIds()));
      past.closed().tell(meant.earlier(), open, look::has, this::settle);
    }
    decisions.addAll(past.byHand());
  }

  private boolean isFollowing() {
    return inputs.fromRun() > 0;
  }

  private static Stream<ByHand.Paired> paired(ByHand decision) {
    return switch (decision) {
      case ByHand.Paired paired -> Stream.of(paired);
      case ByHand.Withdrawn _, ByHand.WrittenOff _ -> Stream.empty();
    };
  }

  private LineReferences references(
      Set<LineKey> open, List<ByHand.Paired> byHand, LookingUp lookingUp) {
    var references = new LineReferences(lookingUp.most());
    if (isFollowing()) {
      var repeated = look.repeated();
      Set<LineKey> elsewhere = new HashSet<>();
      byHand.forEach(paired -> elsewhere.addAll(paired.lines()));
      older.decided(elsewhere);
      look.tell(
          (file, line) -> {
            elsewhere.remove(line.key());
            if (look.isOlder(file)) {
              references.add(line);
              open.add(line.key());
            } else if (!repeated.has(line)) {
              references.add(line);
            }
          });
      look.add(repeated.places());
      // People may match what a closed month has set aside.
      look.find(elsewhere);
    }
    return references;
  }

  private void settle(Placed placed) {
    var match = placed.match();
    if (match.feeIds().isEmpty()) {
      return;
    }
    meant.add(match.feeIds());
    placed.places().forEach(look::add);
    older.decided(match.lines());
    settled.add(Settled.of(match));
    decisions.add(
        new ByHand.Paired(
            "closed-" + match.matchId(),
            match.feeIds(),
            match.lines(),
            match.remainders().stream()
                .filter(left -> !left.bookedByAct())
                .map(Remainder::account)
                .findFirst(),
            "settled in a month that is closed",
            "the books"));
  }

  /// What the matching takes. It takes each once.
  Inputs inputs() {
    return new Inputs(
        this::tellFees,
        this::tellLines,
        taker -> look.tellUnreadable(explained, taker),
        payoutsBefore,
        decisions,
        inputs.asOf());
  }

  private void tellFees(Consumer<? super FeeFact> taker) {
    var count = progress.count(Phase.READING_FEES, OptionalLong.empty());
    meant.tell(
        fee -> {
          count.incrementAndGet();
          fees.put(fee.feeId(), fee.cancelled());
          taker.accept(fee);
        });
  }

  private void tellLines(Consumer<? super LineFact> taker) {
    look.tell(
        (file, line) -> {
          var seen = look.isOlder(file) ? older.seen(file, line) : LineFact.of(file, line);
          lines.put(line.key(), file, line.number(), seen.over());
          taker.accept(seen);
        });
    progress.begin(Phase.MATCHING, OptionalLong.empty(), found::get);
  }

  /// The run has found a match. What it leaves open is looked at once more in the next month,
  /// although lines were found for it.
  void found(Match match) {
    found.incrementAndGet();
    if (match.isUnsettled()) {
      match.feeIds().forEach(fees::question);
      match.lines().forEach(lines::question);
    } else {
      match.feeIds().forEach(fees::settle);
      match.lines().forEach(lines::settle);
    }
  }

  /// The run has found an exception.
  void found(ExceptionItem item) {
    found.incrementAndGet();
    item.feeId().ifPresent(fees::question);
    item.lines().forEach(lines::question);
  }

  /// Money for the fee may still go back.
  void refundOnTheWay(String feeId) {
    fees.question(feeId);
  }

  /// The run has found a payout that the next month has to go on with.
  void found(OpenPayout payout) {
    payouts.add(payout);
  }

  /// What stands at the head of the report.
  ReportHeader header() {
    return new ReportHeader(
        inputs.period().toString(),
        inputs.cutOff(),
        inputs.asOf(),
        inputs.rules(),
        look.files().map(fact -> new ReportHeader.File(fact.number(), fact.sha256())).toList(),
        decisions.stream().map(ByHand::decisionId).toList());
  }

  /// The matches that closed months have made.
  Set<String> settledBefore() {
    return settled;
  }

  /// How closed months have left lines and matches.
  LeftStandings left() {
    return left;
  }

  /// The fees that were told so far.
  ToldFees fees() {
    return fees;
  }

  /// The payouts that the next month has to go on with, of those that were found so far.
  List<OpenPayout> payouts() {
    return payouts;
  }

  /// The lines that were told so far.
  LinePlaces lines() {
    return lines;
  }
}
