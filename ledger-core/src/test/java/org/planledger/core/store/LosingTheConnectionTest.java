package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.store.CommandSide.accepted;
import static org.planledger.core.store.StreamType.PLAN;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.store.testing.PostgresServer;

@OnEachDatabase
@Timeout(120)
class LosingTheConnectionTest {

  private static final long PATIENCE_SECONDS = 60;

  private final LedgerDatabase database;
  private final LedgerStore store;
  private final UnitMaker make;

  LosingTheConnectionTest(LedgerDatabase database) {
    this.database = database;
    // Pooled connections would be lost together with the appender's.
    this.store =
        LedgerStore.open(
            database.unpooledApplication(),
            database.owner(),
            StoreSettings.defaults(database.vendor()));
    this.make = new UnitMaker(database);
  }

  @AfterEach
  void the_ledger_is_whole() {
    store.close();
    LedgerAudit.of(database.unpooledApplication());
  }

  @Test
  void a_command_cut_off_while_it_is_stored_has_an_unknown_outcome_and_can_be_repeated()
      throws Exception {
    store.appender().append(keyed("cut-0", make.staged(new Unit(), PLAN, "cut-p", 0)));
    Unit cut = keyed("cut-1", make.staged(new Unit(), PLAN, "cut-p", 1));
    CompletableFuture<Receipt> appending;
    try (Connection blocker = database.owner().getConnection();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("update ledger_head set position = position where id = 1");
      appending = CompletableFuture.supplyAsync(() -> store.appender().append(cut));
      cutOffWhoWaits(appending);
    }

    assertThatThrownBy(() -> appending.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(OutcomeUnknownException.class);
    assertThatThrownBy(cut::receipt).isInstanceOf(IllegalStateException.class);
    Receipt repeated =
        store.appender().append(keyed("cut-1", make.staged(new Unit(), PLAN, "cut-p", 1)));
    assertThat(repeated.lastSequences()).containsEntry("cut-p", 1L);
    assertThat(store.attempts().byKey("client", "cut-1").orElseThrow().positions())
        .isEqualTo(repeated.positions());
  }

  private void cutOffWhoWaits(CompletableFuture<Receipt> appending) throws SQLException {
    switch (database.vendor()) {
      case H2 -> {
        await("select 1 from information_schema.sessions where blocker_id is not null", appending);
        try (Connection owner = database.owner().getConnection();
            Statement statement = owner.createStatement()) {
          statement.execute("shutdown immediately");
        }
      }
      case POSTGRESQL -> {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        while (!appending.isDone()) {
          PostgresServer.shared()
              .asSuperuser(
                  "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                      + name
                      + "' and usename = '"
                      + LedgerDatabase.APPLICATION
                      + "' and wait_event_type = 'Lock'");
        }
      }
    }
  }

  private void await(String question, CompletableFuture<Receipt> appending) throws SQLException {
    try (Connection owner = database.owner().getConnection();
        Statement statement = owner.createStatement()) {
      while (true) {
        assertThat(appending).isNotDone();
        try (ResultSet result = statement.executeQuery(question)) {
          if (result.next()) {
            return;
          }
        }
      }
    }
  }

  @Test
  void a_command_stored_and_never_acknowledged_is_found_by_its_key_when_it_is_repeated() {
    AtomicInteger opened = new AtomicInteger();
    List<Unit> told = new ArrayList<>();
    try (SharedCommits forgetful =
        SharedCommits.start(
            () -> opened.getAndIncrement() == 0 ? losingItsAnswer(writer()) : writer(),
            told::addAll,
            8,
            8)) {
      Unit lost = keyed("lost", make.staged(new Unit(), PLAN, "lost-p", 0));
      assertThatThrownBy(() -> forgetful.append(lost))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("same idempotency key");

      assertThatThrownBy(
              () -> forgetful.append(keyed("lost", make.staged(new Unit(), PLAN, "lost-p", 0))))
          .isInstanceOf(DuplicateIdempotencyKeyException.class);
      assertThat(told).isEmpty();
      AttemptRow kept = store.attempts().byKey("client", "lost").orElseThrow();
      assertThat(store.events().between(kept.positions()))
          .extracting(EventRow::streamId)
          .isEqualTo(List.of("lost-p"));
    }
  }

  private BatchWriter writer() {
    try {
      return make.writer();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Stores and then hears nothing of it.
  private static UnitWriter losingItsAnswer(BatchWriter writer) {
    return new UnitWriter() {
      @Override
      public List<Outcome> write(List<Unit> units) {
        writer.write(units);
        throw new OutcomeUnknownException(new SQLException("connection reset", "08006"));
      }

      @Override
      public void close() {
        writer.close();
      }
    };
  }

  private static Unit keyed(String key, Unit unit) {
    unit.add(accepted("client", key));
    return unit;
  }
}
