package org.planledger.api.finance.periods;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.planledger.api.finance.books.Acts;
import org.planledger.api.finance.books.Acts.Meaning;
import org.planledger.api.finance.books.BookEntryAnswer;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.exceptions.Exceptions;
import org.planledger.api.finance.runs.Months;
import org.planledger.api.moment.Moments;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.RequestOf;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.FinanceCommand.ClosePeriod;
import org.planledger.core.finance.book.FinanceCommand.ReopenPeriod;
import org.planledger.core.finance.book.Known;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The months of the books.
@Tag(name = "Finance")
@RestController
@RequestMapping(path = "/v1/periods", produces = MediaType.APPLICATION_JSON_VALUE)
final class PeriodEndpoints {
  private final Acts acts;
  private final Books books;
  private final Exceptions exceptions;
  private final Moments moments;

  PeriodEndpoints(Acts acts, Books books, Exceptions exceptions, Moments moments) {
    this.acts = acts;
    this.books = books;
    this.exceptions = exceptions;
    this.moments = moments;
  }

  @Operation(operationId = "listPeriods", summary = "The months of the books, in their order")
  @GetMapping
  ResponseEntity<Page<PeriodAnswer>> periods(Paging paging) {
    var all = books.read(book -> book.periods().stream().map(PeriodAnswer::of).toList());
    return paging.ofAll(all, PeriodAnswer::period);
  }

  @Operation(operationId = "readPeriod", summary = "One month of the books")
  @GetMapping("/{period}")
  PeriodAnswer period(@PathVariable String period) {
    var month = Months.ofPath(period);
    return books
        .read(
            book ->
                book.periods().stream().filter(state -> state.period().equals(month)).findFirst())
        .map(PeriodAnswer::of)
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_PERIOD));
  }

  @Operation(
      operationId = "closePeriod",
      summary = "Close a month by its last run; what comes later belongs to the next")
  @RequestOf(ClosePeriodRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(path = "/{period}/closing", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> close(@PathVariable String period, HttpServletRequest http) {
    var month = Months.ofPath(period);
    return acts.post(
        http,
        ClosePeriodRequest.class,
        (request, _) ->
            new Meaning(
                new ClosePeriod(
                    month,
                    request.carryingOver().orElse(false),
                    LocalDate.ofInstant(moments.now(), ZoneOffset.UTC)),
                book -> known(book, month)));
  }

  private Known known(FinanceBook book, YearMonth month) {
    long open =
        book.period(month)
            .run()
            .map(run -> exceptions.open(run.run(), book.handlings()))
            .orElse(0L);
    return new Known(Map.of(), Map.of(), Optional.empty(), open, month);
  }

  @Operation(
      operationId = "reopenPeriod",
      summary = "Open the last closed month again, with a second person")
  @RequestOf(ReopenPeriodRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(path = "/{period}/reopening", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> reopen(@PathVariable String period, HttpServletRequest http) {
    var month = Months.ofPath(period);
    return acts.post(
        http,
        ReopenPeriodRequest.class,
        (request, actor) ->
            new Meaning(
                new ReopenPeriod(month, request.reason(), actor, request.approvedBy()),
                _ -> Known.nothing(month)));
  }
}
