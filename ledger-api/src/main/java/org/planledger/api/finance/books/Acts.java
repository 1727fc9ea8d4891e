package org.planledger.api.finance.books;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import org.planledger.api.command.PostedAct;
import org.planledger.api.json.RequestReader;
import org.planledger.core.finance.book.DecidingInTheBooks;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.FinanceCommand;
import org.planledger.core.finance.book.Known;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The one way of a posted act: read strictly, decided, done or refused, and answered with the
/// entry it made or with every ground. A repeat with the same key is answered in the same way,
/// whatever happened since.
@Component
public final class Acts {

  private final Books books;
  private final RequestReader reader;
  private final FinanceSettings settings;

  Acts(Books books, RequestReader reader, FinanceSettings settings) {
    this.books = books;
    this.reader = reader;
    this.settings = settings;
  }

  /// What a request stands for.
  ///
  /// @param known what is known of what the command names, asked with the books as they are
  public record Meaning(
      FinanceCommand command, java.util.function.Function<FinanceBook, Known> known) {}

  /// Has it done.
  ///
  /// @param meaning makes a command of a request and of who asks
  public <R extends Record> ResponseEntity<BookEntryAnswer> post(
      HttpServletRequest http, Class<R> type, BiFunction<R, String, Meaning> meaning) {
    var act = PostedAct.of(http);
    var wish = new Books.Wish(act.caller(), act.key(), act.fingerprint());
    var before = books.earlier(wish);
    if (before.isPresent()) {
      return answered(before.get());
    }
    var meant = meaning.apply(reader.read(act.body(), type), act.caller().actor());
    return answered(
        books.act(
            wish,
            meant.command(),
            book ->
                DecidingInTheBooks.decide(
                    book, meant.known().apply(book), settings.limits(), meant.command())));
  }

  private static ResponseEntity<BookEntryAnswer> answered(Books.Done done) {
    var answer = ResponseEntity.status(HttpStatus.CREATED);
    if (done.repeated()) {
      answer.header(Books.HIT, "true");
    }
    return answer.body(BookEntryAnswer.of(done.entry()));
  }
}
