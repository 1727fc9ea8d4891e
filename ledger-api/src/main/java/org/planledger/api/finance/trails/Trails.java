package org.planledger.api.finance.trails;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.findings.ExceptionFilter;
import org.planledger.api.finance.findings.KeptFindings;
import org.planledger.api.finance.findings.MatchRow;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.finance.matches.LaterActs;
import org.planledger.api.finance.matches.MatchAnswer;
import org.planledger.api.finance.matches.Standing;
import org.planledger.api.finance.sources.FeeMovements;
import org.planledger.api.finance.sources.SettlementFiles;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Ids;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.book.FinanceEvent.FeesReconciled;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// From a line of the bank to the fee, the event, the clause and the device, and back.
@Tag(name = "Finance")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class Trails {

  private static final int MOST_LINES = 200;
  private static final int MOST_FEES = 50;

  private final Books books;
  private final Runs runs;
  private final KeptFindings found;
  private final Standing standing;
  private final FeeMovements movements;
  private final SettlementFiles files;
  private final PayoutTrails payouts;
  private final LaterActs later;

  Trails(
      Books books,
      Runs runs,
      KeptFindings found,
      Standing standing,
      FeeMovements movements,
      SettlementFiles files,
      PayoutTrails payouts,
      LaterActs later) {
    this.books = books;
    this.runs = runs;
    this.found = found;
    this.standing = standing;
    this.movements = movements;
    this.files = files;
    this.payouts = payouts;
    this.later = later;
  }

  @Operation(
      operationId = "readFeeTrail",
      summary = "A fee with its events, clauses, match and the lines of banks and processors")
  @GetMapping("/fee-trails/{feeId}")
  FeeTrailAnswer fee(@PathVariable String feeId) {
    var all = movements.ofFee(feeId);
    if (all.isEmpty()) {
      throw ProblemException.of(ProblemType.UNKNOWN_FEE);
    }
    return trail(all, standing.matchesOfFee(feeId));
  }

  private FeeTrailAnswer trail(List<FeeMovement> all, List<MatchRow> matches) {
    var exceptions =
        runs.newest().map(FeesReconciled::run).stream()
            .flatMap(
                run ->
                    found
                        .exceptions(
                            run,
                            new ExceptionFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(all.getFirst().feeId()),
                                Optional.empty()),
                            0,
                            MOST_LINES)
                        .stream())
            .map(row -> row.item().exceptionId())
            .toList();
    var decided = later.view();
    return FeeTrailAnswer.of(
        all,
        matches.stream().map(this::answer).toList(),
        matches.stream().flatMap(row -> lines(row).stream()).distinct().limit(MOST_LINES).toList(),
        exceptions,
        decided.writeOff(all.getFirst().feeId()).orElse(null),
        runs.newest()
            .map(run -> decided.aboutFee(run.run(), all.getFirst().feeId()))
            .orElse(List.of()));
  }

  private MatchAnswer answer(MatchRow row) {
    return MatchAnswer.of(
        row, books.read(book -> book.isWithdrawn(row.match().matchId())), later.view().about(row));
  }

  private List<TrailLineAnswer> lines(MatchRow row) {
    return found.places(row.run(), row.match().matchId()).stream()
        .limit(MOST_LINES)
        .flatMap(
            place ->
                files.line(place.file(), place.number()).stream()
                    .map(line -> TrailLineAnswer.of(place.file(), line)))
        .toList();
  }

  @Operation(
      operationId = "readLineTrail",
      summary = "A line of a bank or processor with its payout, its fees and what lies behind them")
  @GetMapping("/settlements/{settlementNumber}/lines/{lineNumber}/trail")
  LineTrailAnswer line(@PathVariable String settlementNumber, @PathVariable String lineNumber) {
    int file = number("settlementNumber", settlementNumber);
    var found = files.line(file, number("lineNumber", lineNumber));
    if (found.isEmpty()) {
      throw ProblemException.of(ProblemType.NOT_FOUND, "No such line was imported.");
    }
    var start = found.get();
    var match = standing.matchOfLine(start.key());
    var together = together(file, start, match);
    return new LineTrailAnswer(
        TrailLineAnswer.of(file, start),
        match.map(this::answer).orElse(null),
        together.stream().limit(MOST_LINES).toList(),
        together.size() > MOST_LINES,
        fees(match, together).stream()
            .map(movements::ofFee)
            .filter(all -> !all.isEmpty())
            .map(all -> trail(all, standing.matchesOfFee(all.getFirst().feeId())))
            .toList());
  }

  /// What is in its match, and what is in its payout down to the bank; one line more than are
  /// shown, if there are more.
  private List<TrailLineAnswer> together(int file, SettlementLine start, Optional<MatchRow> match) {
    var together = new LinkedHashSet<TrailLineAnswer>();
    match.map(this::lines).ifPresent(together::addAll);
    PayoutTrails.of(file, start)
        .or(() -> match.flatMap(row -> row.match().group()))
        .ifPresent(
            name -> {
              payouts.arrival(name).map(this::lines).ifPresent(together::addAll);
              together.addAll(payouts.lines(name, start.bookedOn(), MOST_LINES + 2));
            });
    return together.stream()
        .filter(other -> !other.lineKey().equals(start.key().hex()))
        .limit(MOST_LINES + 1)
        .toList();
  }

  /// Those of its match; of a payout at the bank, those that its lines are for.
  private List<String> fees(Optional<MatchRow> match, List<TrailLineAnswer> together) {
    var fees = match.map(row -> row.match().feeIds()).orElse(List.of());
    return match.flatMap(row -> row.match().group()).isEmpty()
        ? fees.stream().limit(MOST_FEES).toList()
        : together.stream()
            .filter(line -> line.type() != LineType.PAYOUT)
            .flatMap(line -> standing.matchOfLine(LineKey.ofHex(line.lineKey())).stream())
            .flatMap(row -> row.match().feeIds().stream())
            .distinct()
            .limit(MOST_FEES)
            .toList();
  }

  private static int number(String name, String text) {
    long number = Ids.number(name, text);
    return number > Integer.MAX_VALUE ? 0 : (int) number;
  }
}
