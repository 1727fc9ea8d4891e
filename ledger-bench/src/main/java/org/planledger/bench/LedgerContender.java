package org.planledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.planledger.core.axon.LedgerShell;
import org.planledger.core.axon.Outcome;
import org.planledger.core.axon.Submission;
import org.planledger.core.json.TermsFile;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.PositionSpan;
import org.planledger.core.store.StoreSettings;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.terms.TermsBook;

/// The ledger itself: commands go in by the door, over the bus, and come back when they are
/// durable. The database is used as the application's user, who may only add to it.
class LedgerContender extends PlanContender {

  private final LedgerDatabase database;
  private final HikariDataSource pool;
  private final LedgerStore store;
  private final LedgerShell shell;

  LedgerContender(LedgerDatabase database, int connections, int plans) {
    super(plans);
    this.database = database;
    // The store keeps one connection for itself.
    this.pool = Pools.of(database.unpooledApplication(), connections + 1, true);
    this.store =
        LedgerStore.open(pool, database.owner(), StoreSettings.defaults(database.vendor()));
    this.shell =
        LedgerShell.configure(store, new TermsBook(TermsFile.released(), Map.of())).start();
  }

  final LedgerDatabase database() {
    return database;
  }

  final LedgerStore ledgerStore() {
    return store;
  }

  @Override
  int store(Submission submission) {
    if (shell.ledger().submit(submission) instanceof Outcome.Decided(var attempt, var replayed)
        && attempt.decision() instanceof Accepted
        && !replayed) {
      return (int) attempt.positions().map(PositionSpan::count).orElse(0L).longValue();
    }
    throw new IllegalStateException("the ledger did not accept " + submission.command());
  }

  @Override
  int seed(Submission submission) {
    return store(submission);
  }

  @Override
  public void verify() {
    var stored = new StoredRows(database.owner());
    stored.requireCount("ledger_attempt", acknowledged().commands());
    stored.requireCount("ledger_event", acknowledged().events());
    stored.requireGapless("ledger_attempt", "number");
    stored.requireGapless("ledger_event", "position");
    stored.requireGaplessStreams("ledger_event", "stream_id", "sequence");
    stored.requireValue("select position from ledger_head", acknowledged().events());
    stored.requireValue("select attempt from ledger_head", acknowledged().commands());
  }

  @Override
  public void close() {
    shell.close();
    store.close();
    pool.close();
  }
}
