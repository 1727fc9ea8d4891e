package org.planledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.testing.LedgerDatabase;

/// The floor: events without any ledger around them. Each is about as large as ours and goes to
/// one of the streams; that the version is the expected one is checked by the unique key of stream
/// and sequence.
final class RawStreams implements Contender {

  private static final int PAYLOAD_LENGTH_BYTES = 600;
  private static final long SEED = 600;

  private final LedgerDatabase database;
  private final HikariDataSource pool;
  private final RawWriter writer;
  private final List<String> streams;
  private final LongAdder events = new LongAdder();

  private RawStreams(
      LedgerDatabase database, HikariDataSource pool, RawWriter writer, int streamCount) {
    this.database = database;
    this.pool = pool;
    this.writer = writer;
    this.streams =
        IntStream.range(0, streamCount).mapToObj(_ -> UUID.randomUUID().toString()).toList();
  }

  /// Every event is a transaction of its own.
  static RawStreams committingEach(LedgerDatabase database, int connections, int streams) {
    RawTable.create(database.owner());
    var pool = Pools.of(database.owner(), connections, false);
    var disk = Disk.of(database.vendor());
    return new RawStreams(database, pool, new EachCommits(pool, disk), streams);
  }

  /// Clients that wait at the same time have their events in the same transaction.
  static RawStreams sharingCommits(LedgerDatabase database, int streams) {
    RawTable.create(database.owner());
    var pool = Pools.of(database.owner(), 1, false);
    return new RawStreams(database, pool, SharedTransactions.on(pool, database.vendor()), streams);
  }

  @Override
  public void prepare(long commands) {
    // Streams begin with their first event.
  }

  @Override
  public Client client(int number, int clients) {
    return new Appending(number, clients);
  }

  @Override
  public Acknowledged acknowledged() {
    return new Acknowledged(events.sum(), events.sum());
  }

  @Override
  public void verify() {
    var stored = new StoredRows(database.owner());
    stored.requireCount(RawTable.NAME, events.sum());
    stored.requireGaplessStreams(RawTable.NAME, "stream_id", "sequence");
  }

  @Override
  public void close() {
    writer.close();
    pool.close();
  }

  /// Stores an event and returns when it is durable.
  interface RawWriter extends AutoCloseable {
    void write(RawTable.Row row) throws SQLException;

    @Override
    default void close() {}
  }

  private record EachCommits(HikariDataSource pool, Disk disk) implements RawWriter {
    @Override
    public void write(RawTable.Row row) throws SQLException {
      try (Connection connection = pool.getConnection()) {
        RawTable.insert(connection, List.of(row));
        disk.commit(connection);
      }
    }
  }

  private final class Appending implements Client {

    private final SplittableRandom random;
    private final int[] mine;
    private final long[] versions;
    private final Bytes payload;

    Appending(int number, int clients) {
      random = new SplittableRandom(SEED + number);
      byte[] bytes = new byte[PAYLOAD_LENGTH_BYTES];
      random.nextBytes(bytes);
      payload = Bytes.of(bytes);
      mine = IntStream.range(0, streams.size()).filter(i -> i % clients == number).toArray();
      versions = new long[mine.length];
    }

    @Override
    public boolean send() {
      int i = random.nextInt(mine.length);
      try {
        writer.write(
            new RawTable.Row(
                streams.get(mine[i]), versions[i], UUID.randomUUID().toString(), payload));
      } catch (SQLException e) {
        throw new IllegalStateException("an event was not stored: " + e.getMessage(), e);
      }
      versions[i]++;
      events.increment();
      return true;
    }
  }
}
