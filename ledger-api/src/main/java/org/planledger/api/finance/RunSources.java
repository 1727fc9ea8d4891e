package org.planledger.api.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.planledger.api.finance.SettlementFiles.FileFact;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.matching.ByHand;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.matching.FeeFold;
import org.planledger.core.finance.matching.FeeFold.FeeStory;
import org.planledger.core.finance.matching.Inputs;
import org.planledger.core.finance.matching.LineFact;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.Remainder;
import org.planledger.core.finance.matching.ReportHeader;
import org.planledger.core.finance.matching.UnreadableFact;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.SettlementLine;

/// All that a run looks at, found by its inputs and by nothing else, so that the same run can be
/// made again at any time.
///
/// The fees are those that something happened to since the last closed month, those that month has
/// left open, and those that a line of the run refers to. The lines are those of the files since
/// then, and those that month has left open. Where such a fee or line was matched in a closed
/// month,
/// that match is told as a decision that stands.
final class RunSources {

  private final RunInputs inputs;
  private final SettlementFiles files;
  private final Consumer<Consumer<FeeMovement>> movements;
  private final List<FileFact> newFiles;
  private final Set<String> openFees;
  private final Map<Integer, Set<Integer>> openLines;
  private final List<ByHand> decisions;
  private final List<String> settled;
  private final LinePlaces places = new LinePlaces();
  private final Set<String> references;
  private long fees;
  private long lines;

  private RunSources(
      RunInputs inputs,
      SettlementFiles files,
      Consumer<Consumer<FeeMovement>> movements,
      Carried carried,
      ClosedMatches closed,
      List<ByHand> byHand) {
    this.inputs = inputs;
    this.files = files;
    this.movements = movements;
    this.newFiles = files.between(inputs.fromFile(), inputs.toFile());
    this.openFees = new HashSet<>(carried.fees());
    this.openLines = new TreeMap<>();
    carried.lines().forEach((file, numbers) -> openLines.put(file, new TreeSet<>(numbers)));
    this.references = references();
    this.decisions = new ArrayList<>();
    this.settled = new ArrayList<>();
    settle(closed);
    decisions.addAll(byHand);
  }

  /// What a closed month has handed over.
  ///
  /// @param lines their numbers, by the number of the file
  record Carried(Set<String> fees, Map<Integer, Set<Integer>> lines) {
    static final Carried NOTHING = new Carried(Set.of(), Map.of());
  }

  /// Finds the matches that closed months have made of some fees and lines.
  @FunctionalInterface
  interface ClosedMatches {

    /// Each match of a closed month in which one of these stands, once, with the places of its
    /// lines.
    List<Placed> of(Set<String> fees, Map<Integer, Set<Integer>> lines);
  }

  /// A match with the places of its lines.
  record Placed(Match match, List<LinePlaces.Place> places) {}

  /// Finds all of it that has to be looked for.
  ///
  /// @param movements tells every movement of fees up to the cut-off, fee by fee
  static RunSources of(
      RunInputs inputs,
      SettlementFiles files,
      Consumer<Consumer<FeeMovement>> movements,
      Carried carried,
      ClosedMatches closed,
      List<ByHand> byHand) {
    return new RunSources(inputs, files, movements, carried, closed, byHand);
  }

  /// What the lines refer to: only these can mean a fee of long ago.
  private Set<String> references() {
    if (inputs.fromPosition() == 0) {
      return Set.of();
    }
    var found = new HashSet<String>();
    tellLines(
        fact -> {
          var line = fact.line();
          Stream.of(
                  line.merchantReference(),
                  line.relatedReference(),
                  line.processorReference(),
                  line.endToEndId())
              .flatMap(Optional::stream)
              .forEach(found::add);
        });
    return found;
  }

  /// Adds what closed months have matched of the fees and lines of this run.
  private void settle(ClosedMatches closed) {
    if (inputs.fromPosition() == 0 && inputs.fromFile() == 0) {
      return;
    }
    var meant = new HashSet<String>();
    stories(story -> meant.add(story.fee().feeId()));
    for (var placed : closed.of(meant, openLines)) {
      var match = placed.match();
      if (match.feeIds().isEmpty()) {
        continue;
      }
      openFees.addAll(match.feeIds());
      placed
          .places()
          .forEach(
              place ->
                  openLines
                      .computeIfAbsent(place.file(), _ -> new TreeSet<>())
                      .add(place.number()));
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
  }

  private void stories(Consumer<FeeStory> taker) {
    var fold =
        new FeeFold(
            story -> {
              if (isMeant(story)) {
                taker.accept(story);
              }
            });
    movements.accept(fold::accept);
    fold.finish();
  }

  private boolean isMeant(FeeStory story) {
    var fee = story.fee();
    return story.lastPosition() > inputs.fromPosition()
        || openFees.contains(fee.feeId())
        || references.contains(fee.feeId())
        || fee.captured().filter(paid -> references.contains(paid.reference())).isPresent();
  }

  /// What the matching takes.
  Inputs inputs() {
    return new Inputs(
        this::tellFees, this::tellLines, this::tellUnreadable, decisions, inputs.asOf());
  }

  private void tellFees(Consumer<? super FeeFact> taker) {
    fees = 0;
    stories(
        story -> {
          fees++;
          taker.accept(story.fee());
        });
  }

  private void tellLines(Consumer<? super LineFact> taker) {
    lines = 0;
    openLines.forEach(
        (file, numbers) -> {
          if (file <= inputs.fromFile()) {
            files.lines(
                file,
                line -> {
                  if (numbers.contains(line.number())) {
                    tell(file, line, taker);
                  }
                });
          }
        });
    newFiles.forEach(file -> files.lines(file.number(), line -> tell(file.number(), line, taker)));
  }

  private void tell(int file, SettlementLine line, Consumer<? super LineFact> taker) {
    lines++;
    places.put(line.key(), file, line.number());
    taker.accept(LineFact.of(file, line));
  }

  private void tellUnreadable(Consumer<? super UnreadableFact> taker) {
    newFiles.forEach(file -> files.quarantined(file.number(), taker::accept));
  }

  /// What stands at the head of the report.
  ReportHeader header() {
    var all = new LinkedHashMap<Integer, FileFact>();
    var older = openLines.keySet().stream().filter(file -> file <= inputs.fromFile()).toList();
    older.forEach(
        file -> files.between(file - 1L, file).forEach(fact -> all.put(fact.number(), fact)));
    newFiles.forEach(fact -> all.put(fact.number(), fact));
    return new ReportHeader(
        inputs.period().toString(),
        inputs.cutOff(),
        inputs.asOf(),
        inputs.rules(),
        all.values().stream()
            .map(fact -> new ReportHeader.File(fact.number(), fact.sha256()))
            .toList(),
        decisions.stream().map(ByHand::decisionId).toList());
  }

  /// The matches that closed months have made.
  Set<String> settledBefore() {
    return Set.copyOf(settled);
  }

  /// Where the lines stand that were told so far.
  LinePlaces places() {
    return places;
  }

  /// How many fees were told.
  long fees() {
    return fees;
  }

  /// How many lines were told.
  long lines() {
    return lines;
  }

  /// What this run hands over to the next month if it closes its own: fees and lines that no match
  /// has settled, and lines so young that their payout may only come into the bank then.
  ///
  /// @param settledFees of the run
  /// @param questionedFees that exceptions are about
  /// @param settledLines of the run
  /// @param questioned lines that exceptions are about
  /// @param youngFrom booked on this day or later
  Carried carried(
      Set<String> settledFees,
      Set<String> questionedFees,
      Set<LineKey> settledLines,
      Set<LineKey> questioned,
      LocalDate youngFrom) {
    var carriedFees = new HashSet<String>();
    stories(
        story -> {
          var fee = story.fee();
          boolean open = !settledFees.contains(fee.feeId()) && !fee.cancelled();
          if (open || questionedFees.contains(fee.feeId())) {
            carriedFees.add(fee.feeId());
          }
        });
    var carriedLines = new HashMap<Integer, Set<Integer>>();
    tellLines(
        fact -> {
          var line = fact.line();
          boolean open = questioned.contains(line.key()) && !settledLines.contains(line.key());
          if (open || !line.bookedOn().isBefore(youngFrom)) {
            carriedLines
                .computeIfAbsent(fact.fileNumber(), _ -> new TreeSet<>())
                .add(line.number());
          }
        });
    return new Carried(carriedFees, carriedLines);
  }
}
