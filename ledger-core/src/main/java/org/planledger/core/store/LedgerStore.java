package org.planledger.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/// The store of one database, put together: the one appender, the readers, and what Axon needs.
///
/// It keeps one connection of the application's for the appends, and on H2 one of the owner's
/// for the checkpoints. Neither takes part in any other transaction.
public final class LedgerStore implements AutoCloseable {

  private final DataSource application;
  private final Durability durability;
  private final @Nullable H2Checkpoint checkpoint;
  private final LedgerEvents events;
  private final StreamHashes streamHashes;
  private final HeadSignal signal = new HeadSignal();
  private final @Nullable HeadWatch watch;
  private final Appender appender;

  private LedgerStore(
      DatabaseVendor vendor, DataSource application, DataSource owner, StoreSettings settings) {
    this.application = application;
    this.events = new LedgerEvents(application);
    this.streamHashes = new StreamHashes(application, settings.rememberedStreams());
    H2Checkpoint forced =
        switch (vendor) {
          case H2 -> new H2Checkpoint(owner);
          case POSTGRESQL -> null;
        };
    this.checkpoint = forced;
    this.durability = forced == null ? Durability.BY_COMMIT : forced;
    this.appender =
        SharedCommits.start(
            () -> writer(forced, settings),
            this::whenStored,
            settings.batchUnits(),
            settings.queueUnits());
    signal.reached(events.head());
    this.watch =
        settings.headInterval().isZero()
            ? null
            : HeadWatch.start(events, signal, settings.headInterval());
  }

  /// Opens the store of a database that has been migrated.
  ///
  /// @param application connects as the application's user, with auto-commit on
  /// @param owner connects as the owner; used on H2 only, whose checkpoints ask for its rights
  /// @throws LedgerStoreException if the database cannot be reached, is of another kind, or hands
  ///     out connections that do not commit by themselves
  public static LedgerStore open(DataSource application, DataSource owner, StoreSettings settings) {
    DatabaseVendor vendor = DatabaseVendor.of(application);
    requireAutoCommit(application);
    return new LedgerStore(vendor, application, owner, settings);
  }

  private static void requireAutoCommit(DataSource application) {
    try (Connection connection = application.getConnection()) {
      if (!connection.getAutoCommit()) {
        throw new LedgerStoreException(
            "The store reads with connections that commit by themselves: switch auto-commit on");
      }
    } catch (SQLException e) {
      throw new LedgerStoreException("The database cannot be reached: " + e.getMessage(), e);
    }
  }

  private UnitWriter writer(@Nullable H2Checkpoint forced, StoreSettings settings) {
    try {
      Connection connection = application.getConnection();
      UnitWriter opened =
          forced == null
              ? PostgresBatchWriter.on(
                  connection, settings.statementTimeout(), settings.networkTimeout())
              : H2BatchWriter.on(connection, forced);
      // A batch whose outcome nobody knew may be stored: readers learn of it here.
      signal.reached(events.head());
      return opened;
    } catch (SQLException e) {
      throw new LedgerStoreException(
          "The database cannot be reached, and nothing was stored: " + e.getMessage(), e);
    }
  }

  private void whenStored(List<Unit> units) {
    streamHashes.stored(units);
    long head = signal.known();
    for (Unit unit : units) {
      PositionSpan positions = unit.receipt().positions();
      head = positions == null ? head : Math.max(head, positions.last());
    }
    signal.reached(head);
  }

  /// The one way in.
  public Appender appender() {
    return appender;
  }

  /// For the command bus, and for nothing else.
  public LedgerTransactionManager transactionManager() {
    return new LedgerTransactionManager(appender);
  }

  /// An event store for Axon.
  public LedgerEventStore eventStore(Serializer serializer, EventUpcaster upcasters) {
    return new LedgerEventStore(
        new LedgerStorageEngine(application, events, streamHashes, serializer, upcasters), signal);
  }

  public LedgerEvents events() {
    return events;
  }

  public Attempts attempts() {
    return new Attempts(application);
  }

  public PrivateValues privateValues() {
    return new PrivateValues(application, durability);
  }

  public Reads reads() {
    return new Reads(application);
  }

  public Serials serials() {
    return new Serials(application);
  }

  /// Returns when all that was committed before survives a power cut.
  ///
  /// @throws LedgerStoreException if that could not be made sure
  public void force() {
    durability.force();
  }

  /// How far this process knows the ledger to go, without asking the database.
  public HeadSignal head() {
    return signal;
  }

  /// Stores what is queued, then lets all connections go.
  @Override
  public void close() {
    appender.close();
    if (watch != null) {
      watch.close();
    }
    if (checkpoint != null) {
      try {
        checkpoint.close();
      } catch (SQLException e) {
        throw new LedgerStoreException("The owner's connection could not be closed", e);
      }
    }
  }
}
