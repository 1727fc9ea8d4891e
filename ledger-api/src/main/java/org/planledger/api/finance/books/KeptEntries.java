package org.planledger.api.finance.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.book.FinanceEvent;
import org.planledger.core.json.FinanceCatalogue;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.json.StoredType;
import org.planledger.core.store.Bytes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The events of the books in the database. They are only ever added.
@Component
public final class KeptEntries {

  private static final String COLUMNS =
      "number, name, revision, client, idempotency_key, fingerprint, actor, recorded_at, content,"
          + " hash";

  private final JdbcClient jdbc;

  KeptEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An entry as its bytes stand in the database.
  public record Stored(BookEntry entry, StoredType type, Bytes content) implements BookChain.Link {

    @Override
    public long number() {
      return entry.number();
    }

    @Override
    public Bytes hash() {
      return entry.hash();
    }

    @Override
    public Bytes hashAfter(Bytes previous) {
      return BookHash.of(
          previous,
          entry.number(),
          type,
          entry.client(),
          entry.key(),
          entry.fingerprint(),
          entry.actor(),
          entry.recordedAt(),
          content.toArray());
    }
  }

  /// Adds an entry; false if its number or its key is taken.
  boolean add(BookEntry entry, StoredType type, byte[] content) {
    try {
      jdbc.sql(
              "insert into finance_event (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                  .formatted(COLUMNS))
          .params(
              entry.number(),
              type.name(),
              type.revision(),
              entry.client(),
              entry.key(),
              entry.fingerprint().toArray(),
              entry.actor(),
              OffsetDateTime.ofInstant(entry.recordedAt(), ZoneOffset.UTC),
              content,
              entry.hash().toArray())
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /// The entries after a number, in their order.
  public List<Stored> after(long number, int limit) {
    return jdbc.sql(
            "select %s from finance_event where number > ? order by number fetch first %d rows only"
                .formatted(COLUMNS, limit))
        .param(number)
        .query(KeptEntries::row)
        .list();
  }

  /// The entry that a client's key stands for.
  Optional<BookEntry> byKey(String client, String key) {
    return jdbc.sql(
            "select %s from finance_event where client = ? and idempotency_key = ?"
                .formatted(COLUMNS))
        .params(client, key)
        .query(KeptEntries::row)
        .optional()
        .map(Stored::entry);
  }

  private static Stored row(ResultSet row, int number) throws SQLException {
    StoredType type = new StoredType(row.getString("name"), row.getString("revision"));
    byte[] content = row.getBytes("content");
    FinanceEvent event = FinanceCatalogue.read(type, content);
    Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    return new Stored(
        new BookEntry(
            row.getLong("number"),
            row.getString("client"),
            row.getString("idempotency_key"),
            Bytes.of(row.getBytes("fingerprint")),
            row.getString("actor"),
            at,
            event,
            Bytes.of(row.getBytes("hash"))),
        type,
        Bytes.of(content));
  }

  /// The stored form of an event.
  static byte[] content(FinanceEvent event) {
    return LedgerJson.write(event);
  }
}
