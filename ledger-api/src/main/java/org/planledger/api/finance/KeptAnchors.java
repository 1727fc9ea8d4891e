package org.planledger.api.finance;

import org.planledger.core.store.ReadKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The hashes of the books as the ledger's third log has them, which checkpoints cover.
@Component
final class KeptAnchors {

  private static final String SUBJECT = "books/";

  private final JdbcClient jdbc;

  KeptAnchors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What an entry is called there.
  static String subject(long entry) {
    return SUBJECT + entry;
  }

  /// What is said of it there.
  static String hash(BookEntry entry) {
    return "sha256:" + entry.hash().toHex();
  }

  /// Whether an entry is on record with its hash.
  boolean has(BookEntry entry) {
    return jdbc.sql(
                "select count(*) from ledger_read where subject = ? and kind = ? and reason = ?")
            .params(subject(entry.number()), ReadKind.BOOK_ENTRY.name(), hash(entry))
            .query(Long.class)
            .single()
        > 0;
  }

  /// The last entry that is on record; 0 if there is none.
  long last() {
    return jdbc.sql(
            """
            select subject from ledger_read where kind = ? and subject like 'books/%'
            order by number desc fetch first 1 rows only
            """)
        .param(ReadKind.BOOK_ENTRY.name())
        .query(String.class)
        .optional()
        .map(subject -> Long.parseLong(subject.substring(SUBJECT.length())))
        .orElse(0L);
  }
}
