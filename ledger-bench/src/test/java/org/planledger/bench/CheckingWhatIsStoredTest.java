package org.planledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;

/// A contender that loses a command must not get away with it.
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseVendor.class)
class CheckingWhatIsStoredTest {

  private static final int COMMANDS = 20;

  private final DatabaseVendor vendor;

  CheckingWhatIsStoredTest(DatabaseVendor vendor) {
    this.vendor = vendor;
  }

  @ParameterizedTest
  @EnumSource(Contestant.class)
  void every_contender_has_stored_what_it_acknowledged(Contestant contestant) throws Exception {
    try (var database = LedgerDatabase.fresh(vendor)) {
      var contender = contestant.open(database, 2, 4);
      long sent = commandsOf(contender);

      assertThat(contender.acknowledged().commands()).isEqualTo(sent + seeded(contestant));
      assertThatCode(contender::verify).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from raw_event where position = (select max(position) from raw_event)",
        "update raw_event set sequence = sequence + 1 where position ="
            + " (select max(position) from raw_event)",
      })
  void a_row_that_was_lost_or_moved_is_found(String tampering) throws Exception {
    try (var database = LedgerDatabase.fresh(vendor)) {
      var contender = Contestant.RAW.open(database, 1, 4);
      commandsOf(contender);
      execute(database, tampering);

      assertThatThrownBy(contender::verify).isInstanceOf(LostCommandsException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Contestant.class,
      names = {"STOCK", "STOCK_CACHED"})
  void an_event_that_the_framework_lost_is_found(Contestant contestant) throws Exception {
    try (var database = LedgerDatabase.fresh(vendor)) {
      var contender = contestant.open(database, 1, 4);
      commandsOf(contender);
      execute(database, "delete from " + StockTables.EVENTS + " where sequenceNumber = 1");

      assertThatThrownBy(contender::verify).isInstanceOf(LostCommandsException.class);
    }
  }

  private static long seeded(Contestant contestant) {
    return switch (contestant) {
      case RAW, RAW_SHARED -> 0;
      case STOCK, STOCK_CACHED, LEDGER -> 4 + COMMANDS / 10;
    };
  }

  /// Lets two clients send commands in turn, then closes the contender.
  private static long commandsOf(Contender contender) throws InterruptedException {
    try (contender) {
      contender.prepare(COMMANDS);
      var clients = new Client[] {contender.client(0, 2), contender.client(1, 2)};
      long sent = 0;
      while (sent < COMMANDS && clients[(int) sent % 2].send()) {
        sent++;
      }
      return sent;
    }
  }

  private static void execute(LedgerDatabase database, String sql) throws SQLException {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
