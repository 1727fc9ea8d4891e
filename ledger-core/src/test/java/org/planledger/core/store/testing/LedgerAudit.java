package org.planledger.core.store.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/// Checks by SQL alone, and without a line of the store's own code, that a ledger is whole:
/// positions and attempt numbers without gaps, every stream from 0 on without gaps, times that
/// never fall, hashes that can be recomputed, attempts that span what they say, and a head that
/// stands where the rows end.
public final class LedgerAudit {

  /// What an audit found, for a test to compare with what it was told.
  ///
  /// @param events how many events the ledger holds
  /// @param attempts how many attempts
  /// @param keys every attempt's client and key, as `client/key`
  public record Findings(long events, long attempts, Set<String> keys) {}

  private final DataSource dataSource;

  private LedgerAudit(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// Audits the ledger in a database.
  ///
  /// @throws AssertionError at the first thing that is wrong
  public static Findings of(DataSource dataSource) {
    LedgerAudit audit = new LedgerAudit(dataSource);
    try {
      long events = audit.events();
      Set<String> keys = audit.attempts(events);
      audit.head(events, keys.size());
      return new Findings(events, keys.size(), keys);
    } catch (SQLException e) {
      throw new IllegalStateException("The audit could not read the ledger", e);
    }
  }

  private record Link(long sequence, String streamHash) {}

  private long events() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from ledger_event order by position")) {
      Map<String, Link> ends = new HashMap<>();
      Set<String> ids = new HashSet<>();
      long position = 0;
      Instant latest = Instant.EPOCH;
      while (row.next()) {
        position++;
        assertThat(row.getLong("position")).as("positions have no gap").isEqualTo(position);
        String stream = row.getString("stream_id");
        Link before = ends.getOrDefault(stream, new Link(-1, "00".repeat(32)));
        assertThat(row.getLong("sequence"))
            .as("stream %s has no gap", stream)
            .isEqualTo(before.sequence() + 1);
        assertThat(ids.add(row.getString("event_id"))).as("event ids are unique").isTrue();
        Instant recordedAt = instant(row, "recorded_at");
        latest = recordedAt.isAfter(latest) ? recordedAt : latest;
        assertThat(instant(row, "ledger_time"))
            .as("the ledger's time at %s is the largest so far", position)
            .isEqualTo(latest);
        byte[] leaf = leaf(row);
        assertThat(hex(row.getBytes("leaf_hash"))).as("leaf %s", position).isEqualTo(hex(leaf));
        byte[] previous = HexFormat.of().parseHex(before.streamHash());
        String link = hex(sha256(new byte[] {2}, previous, leaf));
        assertThat(hex(row.getBytes("stream_hash")))
            .as("chain of stream %s at %s", stream, row.getLong("sequence"))
            .isEqualTo(link);
        ends.put(stream, new Link(row.getLong("sequence"), link));
      }
      return position;
    }
  }

  private Set<String> attempts(long events) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from ledger_attempt order by number")) {
      Set<String> keys = new TreeSet<>();
      List<Long> covered = new ArrayList<>();
      long number = 0;
      while (row.next()) {
        number++;
        assertThat(row.getLong("number")).as("attempt numbers have no gap").isEqualTo(number);
        String key = row.getString("client") + "/" + row.getString("idempotency_key");
        assertThat(keys.add(key)).as("one attempt for %s", key).isTrue();
        long first = row.getLong("first_position");
        if (!row.wasNull()) {
          long last = row.getLong("last_position");
          assertThat(last).as("last position of attempt %s", number).isBetween(first, events);
          covered.add(first);
        }
      }
      assertThat(covered).as("attempts and events have one order").isSorted();
      return keys;
    }
  }

  private void head(long events, long attempts) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select position, attempt from ledger_head")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).as("the head's position").isEqualTo(events);
      assertThat(row.getLong(2)).as("the head's attempt number").isEqualTo(attempts);
    }
  }

  private static byte[] leaf(ResultSet row) throws SQLException {
    ByteArrayOutputStream leaf = new ByteArrayOutputStream();
    leaf.write(0);
    try (DataOutputStream out = new DataOutputStream(leaf)) {
      out.writeInt(1);
      out.writeByte(1);
      text(out, row.getString("stream_id"));
      out.writeInt(8);
      out.writeLong(row.getLong("sequence"));
      text(out, row.getString("type"));
      text(out, row.getString("revision"));
      text(out, row.getString("event_id"));
      out.writeInt(8);
      Duration sinceEpoch = Duration.between(Instant.EPOCH, instant(row, "recorded_at"));
      out.writeLong(sinceEpoch.toNanos() / 1_000);
      bytes(out, row.getBytes("payload"));
      bytes(out, row.getBytes("metadata"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sha256(leaf.toByteArray());
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
