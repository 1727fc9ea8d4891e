package org.planledger.api.settlement;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.planledger.api.answer.AnswerJson;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStore;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports while they go on: what they write is seen by nobody before the file is whole.
public final class KeptImports {

  /// An import that has given no sign of life for so long counts as ended.
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private static final int ATTEMPTS = 5;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final LedgerStore ledger;
  private final InstantSource clock;
  private final String node;

  /// Keeps them in a database, and forces what is whole to disk with the ledger's.
  ///
  /// @param node names this process among all that share the database, and no other
  public KeptImports(
      HikariDataSource database, LedgerStore ledger, InstantSource clock, String node) {
    this.jdbc = JdbcClient.create(database);
    this.ledger = ledger;
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.clock = clock;
    this.node = node;
  }

  /// Takes a number for a file that is going to be imported.
  ///
  /// @return none if somebody is importing the same bytes
  OptionalInt claim(Bytes sha256) {
    removeSilent();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int number = next();
      try {
        jdbc.sql(
                """
                insert into settlement_import (number, sha256, node, seen_at)
                values (:number, :sha256, :node, :at)
                """)
            .param("number", number)
            .param("sha256", sha256.toArray())
            .param("node", node)
            .param("at", moment(clock.instant()))
            .update();
        return OptionalInt.of(number);
      } catch (DuplicateKeyException e) {
        if (isClaimed(sha256)) {
          return OptionalInt.empty();
        }
        // Another import took the number.
      }
    }
    throw new TransientDataAccessResourceException("Imports begin faster than they get numbers");
  }

  private int next() {
    return jdbc.sql(
            """
            select 1 + greatest(
              (select coalesce(max(number), 0) from settlement_file),
              (select coalesce(max(number), 0) from settlement_import))
            """)
        .query(Integer.class)
        .single();
  }

  private boolean isClaimed(Bytes sha256) {
    return jdbc.sql("select 1 from settlement_import where sha256 = :sha256")
        .param("sha256", sha256.toArray())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /// The import gives a sign of life.
  void alive(int file) {
    jdbc.sql("update settlement_import set seen_at = :at where number = :file")
        .param("at", moment(clock.instant()))
        .param("file", file)
        .update();
  }

  /// The file is whole: from now on it is seen, and nothing of it changes. All of it is on disk
  /// when this returns.
  ///
  /// @param mappingContent what its mapping says, as JSON
  /// @throws TransientDataAccessResourceException if somebody took this import for ended
  void complete(SettlementFile file, Optional<String> mappingContent) {
    transaction.executeWithoutResult(
        _ -> {
          if (removeClaim(file.number()) == 0) {
            throw new TransientDataAccessResourceException(
                "The import gave no sign of life for so long that it was removed");
          }
          insert(file, mappingContent);
        });
    ledger.force();
  }

  private int removeClaim(int file) {
    return jdbc.sql("delete from settlement_import where number = :file")
        .param("file", file)
        .update();
  }

  private void insert(SettlementFile file, Optional<String> mappingContent) {
    jdbc.sql(
            """
            insert into settlement_file (number, sha256, format, file_name, bytes, mapping,
              mapping_content, pages, lines, quarantined, first_booked_on, last_booked_on, totals,
              imported_at, imported_by)
            values (:number, :sha256, :format, :fileName, :bytes, :mapping, :content, :pages,
              :lines, :quarantined, :first, :last, :totals, :at, :by)
            """)
        .param("number", file.number())
        .param("sha256", file.sha256().toArray())
        .param("format", file.format().name())
        .param("fileName", file.fileName())
        .param("bytes", file.bytes())
        .param("mapping", file.mapping().orElse(null))
        .param("content", mappingContent.orElse(null))
        .param("pages", file.pages())
        .param("lines", file.lines())
        .param("quarantined", file.putAside())
        .param("first", file.firstBookedOn().map(Object::toString).orElse(null))
        .param("last", file.lastBookedOn().map(Object::toString).orElse(null))
        .param("totals", AnswerJson.MAPPER.writeValueAsString(file.totals()))
        .param("at", moment(file.importedAt()))
        .param("by", file.importedBy())
        .update();
  }

  /// Removes what an import has written that will not become a file. The claim goes first: whoever
  /// still writes cannot complete it any more.
  void remove(int file) {
    transaction.executeWithoutResult(
        _ -> {
          if (removeClaim(file) > 0) {
            for (String table : List.of("settlement_page", "settlement_quarantine")) {
              jdbc.sql("delete from " + table + " where file = :file").param("file", file).update();
            }
          }
        });
  }

  /// Removes what was left by processes that are no more: those that are silent, and the one of
  /// this name before. This one has begun nothing yet.
  void removeLeft() {
    removeSilent();
    jdbc.sql("select number from settlement_import where node = :node")
        .param("node", node)
        .query(Integer.class)
        .list()
        .forEach(this::remove);
  }

  private void removeSilent() {
    jdbc.sql("select number from settlement_import where seen_at < :seen")
        .param("seen", moment(clock.instant().minus(SILENCE)))
        .query(Integer.class)
        .list()
        .forEach(this::remove);
  }

  private static OffsetDateTime moment(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
