package org.planledger.api.finance.matches;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planledger.api.finance.findings.KeptFindings;
import org.planledger.api.finance.findings.KeptRuns;
import org.planledger.api.finance.findings.MatchFilter;
import org.planledger.api.finance.findings.MatchRow;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.finance.findings.Settled;
import org.planledger.api.finance.sources.FeeMovements;
import org.planledger.api.finance.sources.SettlementFiles;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.HandAct;
import org.planledger.core.finance.book.Known;
import org.planledger.core.finance.book.Known.Item;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.matching.FeeFold;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;
import org.springframework.stereotype.Component;

/// How fees, lines and matches stand now: as the runs that count have found them, and with what
/// people have done since.
@Component
public final class Standing {

  /// A fee or a line stands in a few at most.
  private static final int MOST_MATCHES = 50;

  private final Runs runs;
  private final KeptRuns runStore;
  private final KeptFindings found;
  private final FeeMovements movements;
  private final SettlementFiles files;

  Standing(
      Runs runs,
      KeptRuns runStore,
      KeptFindings found,
      FeeMovements movements,
      SettlementFiles files) {
    this.runs = runs;
    this.runStore = runStore;
    this.found = found;
    this.movements = movements;
    this.files = files;
  }

  /// A fee; throws [ProblemException] if the ledger has quoted none of this id.
  FeeFact fee(String feeId) {
    var facts = new java.util.ArrayList<FeeFact>(1);
    var fold = new FeeFold(story -> facts.add(story.fee()));
    movements.ofFee(feeId).forEach(fold::accept);
    fold.finish();
    if (facts.isEmpty()) {
      throw ProblemException.of(ProblemType.UNKNOWN_FEE);
    }
    return facts.getFirst();
  }

  /// A match that counts, or did so in a month that is closed; throws [ProblemException] if there
  /// is none of this id. One by hand is also known by the id that the books have given to it.
  MatchRow match(FinanceBook book, String matchId) {
    var made = book.matchByHand(matchId);
    if (made.isPresent()) {
      return carriedOut(made.get())
          .orElseThrow(
              () ->
                  ProblemException.of(
                      ProblemType.UNKNOWN_MATCH, "No run has carried out this match by hand yet."));
    }
    var filter = MatchFilter.ofMatch(matchId);
    return Stream.concat(
            counting(filter),
            runs.standing().reversed().stream()
                .flatMap(run -> found.matches(run, filter, 0, 1).stream()))
        .findFirst()
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_MATCH));
  }

  private Optional<MatchRow> carriedOut(HandAct.Match made) {
    var together = Settled.of(made.event().fees(), made.event().lines());
    return matchesOfFee(made.event().fees().getFirst()).stream()
        .filter(row -> Settled.of(row.match()).equals(together))
        .findFirst();
  }

  /// What counts for a fee now: its payment, and what went back of it.
  public List<MatchRow> matchesOfFee(String feeId) {
    return counting(MatchFilter.ofFee(feeId)).toList();
  }

  /// What counts for a line now.
  public Optional<MatchRow> matchOfLine(LineKey key) {
    return counting(MatchFilter.ofLine(key)).findFirst();
  }

  private Stream<MatchRow> counting(MatchFilter filter) {
    return runs.counting(filter).entrySet().stream()
        .flatMap(of -> found.matches(of.getKey(), of.getValue(), 0, MOST_MATCHES).stream());
  }

  /// What has to be known to match by hand; throws [ProblemException] if a fee or a line does not
  /// exist.
  Known known(FinanceBook book, List<FeeFact> fees, Map<LineKey, SettlementLine> lines) {
    var itemsOfFees = new HashMap<String, Item>();
    for (var fee : fees) {
      itemsOfFees.put(fee.feeId(), item(book, fee, matchesOfFee(fee.feeId())));
    }
    var itemsOfLines = new HashMap<String, Item>();
    lines.forEach(
        (key, line) ->
            itemsOfLines.put(
                key.hex(), Item.of(line.gross(), holding(book, matchOfLine(key), key.hex()))));
    return new Known(itemsOfFees, itemsOfLines, Optional.empty(), 0, current(book));
  }

  /// What has to be known to give up what is open of a fee: all of it, what is left of a payment
  /// that was too small, or what the payer's bank took back.
  Known known(FinanceBook book, FeeFact fee) {
    var matches =
        matchesOfFee(fee.feeId()).stream()
            .filter(row -> !book.isWithdrawn(row.match().matchId()))
            .toList();
    return new Known(
        Map.of(fee.feeId(), openItem(book, fee, matches)),
        Map.of(),
        Optional.empty(),
        0,
        current(book));
  }

  private static Item openItem(FinanceBook book, FeeFact fee, List<MatchRow> matches) {
    long left = matches.stream().mapToLong(row -> row.match().shortMinor()).sum();
    long takenBack = matches.stream().mapToLong(row -> row.match().takenBackMinor()).sum();
    if ((left == 0 && takenBack <= 0) || book.writeOff(fee.feeId()).isPresent()) {
      return item(book, fee, matches);
    }
    var currency = fee.due().currency();
    return left > 0
        ? Item.of(new Money(left, currency), Optional.empty())
        : new Item(new Money(takenBack, currency), Optional.empty(), true);
  }

  /// A fee is held by what brings its money; what goes back of it leaves that as it is.
  private static Item item(FinanceBook book, FeeFact fee, List<MatchRow> matches) {
    var payment = matches.stream().filter(row -> row.match().matched().minor() > 0).findFirst();
    return Item.of(open(fee), holding(book, payment, fee.feeId()));
  }

  /// What is open of a fee, as far as events tell.
  private static Money open(FeeFact fee) {
    return fee.cancelled() ? new Money(0, fee.due().currency()) : fee.due();
  }

  /// The line at a place; throws [ProblemException] if there is none.
  SettlementLine line(LineRequest place, String pointer) {
    return files
        .line(place.file(), place.line())
        .orElseThrow(
            () ->
                ProblemException.malformed(
                    Flaw.inBody(
                        pointer,
                        FlawCode.UNKNOWN_VALUE,
                        "file %d has no line %d that was imported"
                            .formatted(place.file(), place.line()))));
  }

  /// What has to be known to withdraw a match, also one by hand that no run has carried out yet;
  /// throws [ProblemException] if there is none of this id.
  Known known(FinanceBook book, String matchId) {
    var made = book.matchByHand(matchId);
    var waiting = made.filter(act -> book.isWithdrawn(matchId) || carriedOut(act).isEmpty());
    return new Known(
        Map.of(),
        Map.of(),
        Optional.of(waiting.map(Standing::found).orElseGet(() -> found(match(book, matchId)))),
        0,
        current(book));
  }

  private static Known.FoundMatch found(HandAct.Match made) {
    var event = made.event();
    return new Known.FoundMatch(
        event.matchId(), event.period(), event.fees(), event.lines(), event.amount());
  }

  private Known.FoundMatch found(MatchRow row) {
    var match = row.match();
    return new Known.FoundMatch(
        match.matchId(), period(row), match.feeIds(), match.lines(), match.matched());
  }

  /// What has to be known to take a write-off back; the books know the rest.
  Known known(FinanceBook book) {
    return Known.nothing(current(book));
  }

  private YearMonth period(MatchRow row) {
    return runStore
        .find(row.run())
        .map(run -> run.inputs().period())
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_MATCH));
  }

  /// The month in which work is done now: that of the open run that counts, or else the one that
  /// follows the last closed one.
  public YearMonth current(FinanceBook book) {
    return book.newestRun()
        .map(run -> run.inputs().period())
        .filter(period -> !book.period(period).isClosed())
        .or(() -> book.lastClosed().map(closed -> closed.period().plusMonths(1)))
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.UNKNOWN_RUN,
                    "Nothing was matched yet: begin a run at POST /v1/reconciliations."));
  }

  /// The match in which something stands, of a run or made by hand since.
  private static Optional<String> holding(
      FinanceBook book, Optional<MatchRow> row, String feeOrLine) {
    var byRun = row.map(match -> match.match().matchId()).filter(id -> !book.isWithdrawn(id));
    return byRun.or(() -> HeldByHand.by(book, feeOrLine));
  }
}
