package org.planledger.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.HsqlEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;

/// The framework's own tables, made by its own factories.
final class StockTables {

  private static final EventSchema SCHEMA = new EventSchema();

  /// The table of events.
  static final String EVENTS = SCHEMA.domainEventTable();

  private StockTables() {}

  static void create(LedgerDatabase database) {
    var factory = factory(database.vendor());
    try (Connection connection = database.owner().getConnection()) {
      try (var events = factory.createDomainEventTable(connection, SCHEMA)) {
        events.executeUpdate();
      }
      try (var snapshots = factory.createSnapshotEventTable(connection, SCHEMA)) {
        snapshots.executeUpdate();
      }
      StockAttempts.createTable(database.owner());
    } catch (SQLException e) {
      throw new IllegalStateException("the tables were not created: " + e.getMessage(), e);
    }
  }

  private static EventTableFactory factory(DatabaseVendor vendor) {
    return switch (vendor) {
      case POSTGRESQL -> PostgresEventTableFactory.INSTANCE;
      case H2 -> InH2.INSTANCE;
    };
  }

  /// There is no factory for H2; the nearest is that for HSQLDB. Its large objects would halve the
  /// speed on H2, so payloads are plain binary columns, as in our own table.
  private static final class InH2 extends HsqlEventTableFactory {
    static final InH2 INSTANCE = new InH2();

    @Override
    protected String payloadType() {
      return "VARBINARY";
    }
  }
}
