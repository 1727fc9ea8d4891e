package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.store.StreamType.PLAN;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

@OnEachDatabase
class HashingEventsTest {

  private final LedgerDatabase database;

  HashingEventsTest(LedgerDatabase database) {
    this.database = database;
  }

  /// The expected values were made with another language's library.
  @Test
  void the_hashes_of_a_known_event_never_change() {
    Bytes leaf =
        RecordHash.leaf(
            "plan-ü",
            3,
            "PlanPurchased",
            "2",
            "0190a000-0000-7000-8000-000000000001",
            Instant.parse("2026-01-01T00:00:00.123456Z"),
            Bytes.utf8("{\"a\":1}"),
            Bytes.utf8("{}"));

    assertThat(leaf.toHex())
        .isEqualTo("1618e833c396ddba994375297160ae5464b7ebf447fca2dbe7a9c40146ca9755");
    assertThat(RecordHash.link(RecordHash.BEFORE_FIRST, leaf).toHex())
        .isEqualTo("6abe39c08b73cd86e58b65d77a6a74175438d95ccf9b2e23eb898875de9f59a4");
  }

  @Test
  void a_chain_goes_on_where_it_ended_whether_or_not_its_end_is_remembered() {
    StoreSettings usual = StoreSettings.defaults(database.vendor());
    StoreSettings forgetful =
        new StoreSettings(8, 8, 0, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO);
    long sequence = 0;
    for (StoreSettings settings : new StoreSettings[] {usual, forgetful, usual}) {
      try (LedgerStore store =
          LedgerStore.open(database.application(), database.owner(), settings)) {
        CommandSide commands = new CommandSide(store);
        for (int i = 0; i < 3; i++) {
          long next = sequence++;
          commands.send(work -> work.note(PLAN, "chain", next, "first " + next));
          long second = sequence++;
          long third = sequence++;
          commands.send(
              work -> work.note(PLAN, "chain", second, "a").note(PLAN, "chain", third, "b"));
        }
      }
    }

    assertThat(LedgerAudit.of(database.application()).events()).isEqualTo(sequence);
  }

  @Test
  void an_event_changed_behind_the_ledger_s_back_breaks_its_chain() throws SQLException {
    try (LedgerDatabase forged = LedgerDatabase.fresh(database.vendor());
        LedgerStore store = forged.openStore()) {
      new CommandSide(store)
          .send(work -> work.note(PLAN, "forged", 0, "fee 100").note(PLAN, "forged", 1, "paid"));
      LedgerAudit.of(forged.application());

      try (Connection connection = forged.owner().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(
            switch (forged.vendor()) {
              case H2 -> "drop trigger ledger_event_append_only";
              case POSTGRESQL -> "alter table ledger_event disable trigger all";
            });
        statement.execute(
            "update ledger_event set recorded_at = timestamp with time zone"
                + " '2020-01-01 00:00:00+00:00', ledger_time = timestamp with time zone"
                + " '2020-01-01 00:00:00+00:00' where position = 1");
      }

      assertThatThrownBy(() -> LedgerAudit.of(forged.application()))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("leaf 1");
    }
  }

  @Test
  void an_event_cannot_be_chained_to_one_that_is_not_there() {
    try (LedgerStore store = database.openStore()) {
      CommandSide commands = new CommandSide(store);

      assertThatThrownBy(() -> commands.send(work -> work.note(PLAN, "loose", 7, "loose")))
          .isExactlyInstanceOf(LedgerStoreException.class)
          .hasMessageContaining("event 6 of stream loose");
      assertThatThrownBy(
              () ->
                  commands.send(
                      work -> work.note(PLAN, "loose", 0, "a").note(PLAN, "loose", 2, "c")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Event 2 of stream loose cannot follow event 0");
      assertThat(store.events().stream("loose")).isEmpty();
    }
  }
}
