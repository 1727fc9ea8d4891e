package org.planledger.api.finance.exceptions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.planledger.api.finance.books.Acts;
import org.planledger.api.finance.books.Acts.Meaning;
import org.planledger.api.finance.books.BookEntryAnswer;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.exceptions.ExceptionAnswer.Scale;
import org.planledger.api.finance.findings.ExceptionRow;
import org.planledger.api.finance.matches.LaterActs;
import org.planledger.api.finance.matches.RowKey;
import org.planledger.api.finance.matches.Standing;
import org.planledger.api.finance.runs.Reconciler;
import org.planledger.api.moment.Moments;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.api.web.RequestOf;
import org.planledger.core.finance.book.FinanceCommand;
import org.planledger.core.finance.book.FinanceCommand.AssignExceptions;
import org.planledger.core.finance.book.FinanceCommand.NoteException;
import org.planledger.core.finance.book.FinanceCommand.PendException;
import org.planledger.core.finance.book.FinanceCommand.ReopenException;
import org.planledger.core.finance.book.FinanceCommand.ResolveException;
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

/// What does not go together, and what people do about it.
@Tag(name = "Finance")
@RestController
@RequestMapping(path = "/v1/exceptions", produces = MediaType.APPLICATION_JSON_VALUE)
final class ExceptionEndpoints {
  private final Acts acts;
  private final Books books;
  private final Exceptions exceptions;
  private final Standing standing;
  private final Moments moments;
  private final Reconciler reconciler;
  private final LaterActs later;

  ExceptionEndpoints(
      Acts acts,
      Books books,
      Exceptions exceptions,
      Standing standing,
      Moments moments,
      Reconciler reconciler,
      LaterActs later) {
    this.acts = acts;
    this.books = books;
    this.exceptions = exceptions;
    this.standing = standing;
    this.moments = moments;
    this.reconciler = reconciler;
    this.later = later;
  }

  @Operation(
      operationId = "listExceptions",
      summary = "What does not go together; without a state, all that nobody has explained")
  @GetMapping
  ResponseEntity<Page<ExceptionAnswer>> list(@Query ExceptionQuery query, Paging paging) {
    var acts = later.view();
    var found = exceptions.list(query, RowKey.of(paging).ordinal(), paging.fetch(), acts);
    return paging.mapped(found, row -> answer(row, acts), RowKey::of);
  }

  @Operation(operationId = "readException", summary = "One exception, with what could be meant")
  @GetMapping("/{exceptionId}")
  ExceptionAnswer exception(@PathVariable String exceptionId) {
    return answer(exceptions.get(exceptionId), later.view());
  }

  private ExceptionAnswer answer(ExceptionRow row, LaterActs.View acts) {
    var handling = books.read(book -> book.handling(row.item().exceptionId()));
    var today = LocalDate.ofInstant(moments.now(), ZoneOffset.UTC);
    return ExceptionAnswer.of(row, handling, acts.about(row), new Scale(today, reconciler.rules()));
  }

  @Operation(operationId = "assignExceptions", summary = "Give exceptions to somebody")
  @RequestOf(AssignmentsRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(path = "/assignments", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> assign(HttpServletRequest http) {
    return acts.post(
        http,
        AssignmentsRequest.class,
        (request, _) -> {
          request.exceptionIds().forEach(exceptions::get);
          return meaning(new AssignExceptions(request.exceptionIds(), request.owner()));
        });
  }

  @Operation(operationId = "pendException", summary = "Have an exception wait for something")
  @RequestOf(ExplanationRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(path = "/{exceptionId}/pending", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> pend(@PathVariable String exceptionId, HttpServletRequest http) {
    return say(exceptionId, http, text -> new PendException(exceptionId, text));
  }

  @Operation(operationId = "resolveException", summary = "Explain an exception")
  @RequestOf(ExplanationRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(path = "/{exceptionId}/resolution", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> resolve(
      @PathVariable String exceptionId, HttpServletRequest http) {
    return say(exceptionId, http, text -> new ResolveException(exceptionId, text));
  }

  @Operation(
      operationId = "reopenException",
      summary = "Look again at an exception that was explained")
  @RequestOf(ExplanationRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(path = "/{exceptionId}/reopening", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> reopen(
      @PathVariable String exceptionId, HttpServletRequest http) {
    return say(exceptionId, http, text -> new ReopenException(exceptionId, text));
  }

  @Operation(operationId = "noteException", summary = "Write something down about an exception")
  @RequestOf(ExplanationRequest.class)
  @ResponseStatus(HttpStatus.CREATED)
  @PostMapping(path = "/{exceptionId}/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookEntryAnswer> note(@PathVariable String exceptionId, HttpServletRequest http) {
    return say(exceptionId, http, text -> new NoteException(exceptionId, text));
  }

  private ResponseEntity<BookEntryAnswer> say(
      String exceptionId, HttpServletRequest http, Function<String, FinanceCommand> command) {
    return acts.post(
        http,
        ExplanationRequest.class,
        (request, _) -> {
          exceptions.get(exceptionId);
          return meaning(command.apply(request.text()));
        });
  }

  private Meaning meaning(FinanceCommand command) {
    return new Meaning(command, book -> Known.nothing(standing.current(book)));
  }
}
