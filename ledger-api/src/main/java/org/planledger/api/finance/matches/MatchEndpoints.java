package org.planledger.api.finance.matches;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import org.planledger.api.finance.books.Acts;
import org.planledger.api.finance.books.Acts.Meaning;
import org.planledger.api.finance.books.BookEntryAnswer;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.findings.MatchRow;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.api.web.RequestOf;
import org.planledger.core.finance.book.FinanceCommand.MatchByHand;
import org.planledger.core.finance.book.FinanceCommand.WithdrawMatch;
import org.planledger.core.finance.book.FinanceCommand.WithdrawWriteOff;
import org.planledger.core.finance.book.FinanceCommand.WriteOffFee;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.SettlementLine;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What belongs together, by a run or by hand.
@Tag(name = "Finance")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class MatchEndpoints {
  private final Acts acts;
  private final Books books;
  private final Matches matches;
  private final Standing standing;
  private final LaterActs later;

  MatchEndpoints(Acts acts, Books books, Matches matches, Standing standing, LaterActs later) {
    this.acts = acts;
    this.books = books;
    this.matches = matches;
    this.standing = standing;
    this.later = later;
  }

  @Operation(operationId = "listMatches", summary = "Matches, each with its reasons")
  @GetMapping("/matches")
  ResponseEntity<Page<MatchAnswer>> matches(@Query MatchQuery query, Paging paging) {
    var decided = later.view();
    var rows = matches.list(query, RowKey.of(paging), paging.fetch(), decided);
    return paging.mapped(rows, row -> answer(row, decided), RowKey::of);
  }

  @Operation(operationId = "readMatch", summary = "One match, with its reasons")
  @GetMapping("/matches/{matchId}")
  MatchAnswer match(@PathVariable String matchId) {
    return answer(books.read(book -> standing.match(book, matchId)), later.view());
  }

  private MatchAnswer answer(MatchRow row, LaterActs.View decided) {
    return MatchAnswer.of(
        row, books.read(book -> book.isWithdrawn(row.match().matchId())), decided.about(row));
  }

  @Operation(
      operationId = "matchByHand",
      summary = "Say which lines are for which fees; the next run goes by it")
  @RequestOf(MatchByHandRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(path = "/matches", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> matchByHand(HttpServletRequest http) {
    return acts.post(
        http,
        MatchByHandRequest.class,
        (request, actor) -> {
          var fees = request.feeIds().stream().map(standing::fee).toList();
          var lines = new LinkedHashMap<LineKey, SettlementLine>();
          for (int i = 0; i < request.lines().size(); i++) {
            var line = standing.line(request.lines().get(i), "/lines/" + i);
            lines.put(line.key(), line);
          }
          return new Meaning(
              new MatchByHand(
                  request.feeIds(),
                  List.copyOf(lines.keySet()),
                  request.remainderAccount(),
                  request.reason(),
                  actor,
                  request.approvedBy()),
              book -> standing.known(book, fees, lines));
        });
  }

  @Operation(
      operationId = "withdrawMatch",
      summary = "Say that what was matched does not belong together; both facts stay")
  @RequestOf(ReasonRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(path = "/matches/{matchId}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> withdraw(@PathVariable String matchId, HttpServletRequest http) {
    return acts.post(
        http,
        ReasonRequest.class,
        (request, actor) ->
            new Meaning(
                new WithdrawMatch(matchId, request.reason(), actor, request.approvedBy()),
                book -> standing.known(book, matchId)));
  }

  @Operation(operationId = "writeOffFee", summary = "Give up what is open of a fee")
  @RequestOf(ReasonRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(path = "/fee-write-offs/{feeId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> writeOff(@PathVariable String feeId, HttpServletRequest http) {
    return acts.post(
        http,
        ReasonRequest.class,
        (request, actor) -> {
          var fee = standing.fee(feeId);
          return new Meaning(
              new WriteOffFee(feeId, request.reason(), actor, request.approvedBy()),
              book -> standing.known(book, fee));
        });
  }

  @Operation(
      operationId = "withdrawWriteOff",
      summary = "Wait again for what was given up of a fee; both facts stay")
  @RequestOf(ReasonRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(
      path = "/fee-write-offs/{feeId}/withdrawal",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> withdrawWriteOff(
      @PathVariable String feeId, HttpServletRequest http) {
    return acts.post(
        http,
        ReasonRequest.class,
        (request, actor) -> {
          var fee = standing.fee(feeId);
          return new Meaning(
              new WithdrawWriteOff(fee.feeId(), request.reason(), actor, request.approvedBy()),
              standing::known);
        });
  }
}
