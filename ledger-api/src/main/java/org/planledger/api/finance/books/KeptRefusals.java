package org.planledger.api.finance.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.planledger.core.axon.Caller;
import org.planledger.core.json.StoredType;
import org.planledger.core.store.Bytes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the books have refused, in the database. It is only ever added to.
@Component
final class KeptRefusals {

  private static final String COLUMNS =
      "number, name, revision, client, idempotency_key, fingerprint, actor, recorded_at, content,"
          + " grounds, hash";

  private final JdbcClient jdbc;

  KeptRefusals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds a refusal; false if its number or its key is taken.
  boolean add(BookRefusal refusal) {
    var wish = refusal.wish();
    try {
      jdbc.sql(
              "insert into finance_refusal (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                  .formatted(COLUMNS))
          .params(
              refusal.number(),
              refusal.type().name(),
              refusal.type().revision(),
              wish.caller().client(),
              wish.key(),
              wish.fingerprint().toArray(),
              wish.caller().actor(),
              OffsetDateTime.ofInstant(refusal.recordedAt(), ZoneOffset.UTC),
              refusal.command().toArray(),
              refusal.grounds().toArray(),
              refusal.hash().toArray())
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /// The newest of all.
  Optional<BookRefusal> last() {
    return jdbc.sql(
            "select %s from finance_refusal order by number desc fetch first 1 rows only"
                .formatted(COLUMNS))
        .query(KeptRefusals::row)
        .optional();
  }

  /// Refusals after a number, in their order.
  ///
  /// @param actor only those of this person
  List<BookRefusal> after(long number, Optional<String> actor, int limit) {
    var query =
        jdbc.sql(
                "select %s from finance_refusal where number > ?%s order by number fetch first %d rows only"
                    .formatted(COLUMNS, actor.isPresent() ? " and actor = ?" : "", limit))
            .param(number);
    return actor.map(query::param).orElse(query).query(KeptRefusals::row).list();
  }

  /// The refusal that a client's key stands for.
  Optional<BookRefusal> byKey(String client, String key) {
    return jdbc.sql(
            "select %s from finance_refusal where client = ? and idempotency_key = ?"
                .formatted(COLUMNS))
        .params(client, key)
        .query(KeptRefusals::row)
        .optional();
  }

  private static BookRefusal row(ResultSet row, int number) throws SQLException {
    return new BookRefusal(
        row.getLong("number"),
        new Books.Wish(
            new Caller(row.getString("client"), row.getString("actor"), Optional.empty()),
            row.getString("idempotency_key"),
            Bytes.of(row.getBytes("fingerprint"))),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new StoredType(row.getString("name"), row.getString("revision")),
        Bytes.of(row.getBytes("content")),
        Bytes.of(row.getBytes("grounds")),
        Bytes.of(row.getBytes("hash")));
  }
}
