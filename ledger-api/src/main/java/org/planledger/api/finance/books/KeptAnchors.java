package org.planledger.api.finance.books;

import org.planledger.api.evidence.RecordedReads;
import org.planledger.core.axon.Caller;
import org.planledger.core.store.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The hashes of the books as the ledger's third log has them, which checkpoints cover.
@Component
final class KeptAnchors {

  private final JdbcClient jdbc;
  private final RecordedReads reads;

  KeptAnchors(JdbcClient jdbc, RecordedReads reads) {
    this.jdbc = jdbc;
    this.reads = reads;
  }

  /// Puts a hash on record there. It also forces what was written before to disk.
  void add(Anchored what, long number, Bytes hash, Caller caller) {
    reads.record(what.kind(), what.subject(number), caller, said(hash), true);
  }

  /// Whether this hash is on record there.
  boolean has(Anchored what, long number, Bytes hash) {
    return jdbc.sql(
                "select count(*) from ledger_read where subject = ? and kind = ? and reason = ?")
            .params(what.subject(number), what.kind().name(), said(hash))
            .query(Long.class)
            .single()
        > 0;
  }

  private static String said(Bytes hash) {
    return "sha256:" + hash.toHex();
  }

  /// The last number that is on record; 0 if there is none.
  long last(Anchored what) {
    return jdbc.sql(
            """
            select subject from ledger_read where kind = ? and subject like ?
            order by number desc fetch first 1 rows only
            """)
        .params(what.kind().name(), what.all())
        .query(String.class)
        .optional()
        .map(what::number)
        .orElse(0L);
  }
}
