package org.planledger.core.store.sealing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.privacy.Commitments;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.store.AttemptOutcome;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.ReadKind;
import org.planledger.core.store.StreamType;
import org.planledger.core.store.Unit;
import org.planledger.core.store.UnitMaker;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitRow.NewAttempt;
import org.planledger.core.store.UnitRow.NewRead;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.PassingFolder;

/// A ledger of a test's own with a sealer: what is written, and what an administrator could do.
final class Book implements AutoCloseable {

  static final Bytes KEY = Bytes.of(HexFormat.of().parseHex("5eed".repeat(16)));
  static final Bytes OTHER_KEY = Bytes.of(HexFormat.of().parseHex("0ced".repeat(16)));

  private static final InstallationKey SERIALS = new InstallationKey(KEY.toArray());

  final LedgerDatabase database;
  final LedgerStore store;
  final Path folder;
  final Alarms alarms;
  final SealedLog log;
  private final UnitMaker maker;
  private int keys;

  Book(LedgerDatabase database) {
    this.database = database;
    this.store = database.openStore();
    this.maker = new UnitMaker(database);
    this.alarms = new Alarms(Instant::now);
    this.log = new SealedLog(database.application());
    this.folder = PassingFolder.create("checkpoints");
  }

  static SigningSecrets secrets(Bytes key) {
    return new SigningSecrets(Optional.of("ledger.example/test"), key, Optional.empty(), false);
  }

  /// A sealer that takes on a few entries at a time.
  Sealer sealer() {
    return sealer(secrets(KEY));
  }

  Sealer sealer(SigningSecrets secrets) {
    return Sealer.open(
        database.application(),
        store,
        secrets,
        new CheckpointFolder(folder),
        new SealerSettings(Duration.ofHours(1), 1_000_000, 50, 7),
        alarms,
        Instant::now);
  }

  /// Stores an event of a stream, an attempt and a read, in one unit.
  Book record(String stream, long sequence) {
    return record(stream, sequence, "{}");
  }

  /// The key of the next attempt.
  String nextKey() {
    return "key " + (keys + 1);
  }

  Book record(String stream, long sequence, String metadata) {
    Unit unit =
        maker.stagedWith(Bytes.utf8(metadata), new Unit(), StreamType.PLAN, stream, sequence);
    unit.add(attempt(stream, AttemptOutcome.ACCEPTED));
    unit.add(
        new NewRead(
            ReadKind.PROOF,
            stream,
            "c",
            "jo",
            "a test",
            true,
            Instant.parse("2026-05-01T00:00:00Z")));
    store.appender().append(unit);
    return this;
  }

  /// Stores a private value and the command that commits to it.
  ///
  /// @return its reference
  String recordPrivate(String kind, String value) {
    var committed = new Commitments().commit("holder", kind, value);
    Unit unit = new Unit();
    unit.add(committed.row());
    unit.add(
        attempt(
            "stream-1",
            AttemptOutcome.REFUSED,
            "{\"holder\":{\"reference\":\"%s\",\"sha256\":\"%s\"}}"
                .formatted(committed.commitment().reference(), committed.commitment().sha256())));
    store.appender().append(unit);
    return committed.row().reference();
  }

  /// Stores a serial number beside the id made of it.
  ///
  /// @return the id
  String recordSerial(String serial) {
    String id = SERIALS.deviceId(SerialNumber.of(serial)).value();
    Unit unit = new Unit();
    unit.add(new DeviceSerial(id, serial, serial));
    unit.add(attempt("stream-1", AttemptOutcome.REFUSED));
    store.appender().append(unit);
    return id;
  }

  static boolean fits(DeviceSerial device) {
    return SERIALS.isOf(device.deviceId(), device.canonicalSerial(), device.rawSerial());
  }

  Book refuse(String stream) {
    Unit unit = new Unit();
    unit.add(attempt(stream, AttemptOutcome.REFUSED));
    store.appender().append(unit);
    return this;
  }

  /// So many streams with so many events each, in turns.
  Book fill(int streams, int events) {
    for (int sequence = 0; sequence < events; sequence++) {
      for (int stream = 0; stream < streams; stream++) {
        record("stream-" + stream, sequence);
      }
    }
    return this;
  }

  /// One more event of each stream of [#fill] with eight events, and of others.
  Book fill8() {
    for (int stream = 0; stream < 5; stream++) {
      record("stream-" + stream, 8);
    }
    for (int stream = 5; stream < 8; stream++) {
      record("stream-" + stream, 0);
    }
    return this;
  }

  private NewAttempt attempt(String stream, AttemptOutcome outcome) {
    return attempt(stream, outcome, "{\"key\":" + (keys + 1) + "}");
  }

  private NewAttempt attempt(String stream, AttemptOutcome outcome, String command) {
    keys++;
    return new NewAttempt(
        "c",
        "key " + keys,
        Bytes.utf8("print " + keys),
        stream,
        keys % 2 == 0 ? null : "case",
        "Note",
        Bytes.utf8(command),
        outcome,
        Bytes.utf8("{}"),
        null,
        "tester",
        keys % 3 == 0 ? null : "trace",
        Instant.parse("2026-03-01T10:00:00Z"),
        Instant.parse("2026-03-01T10:00:01.5Z"));
  }

  /// What somebody with all rights does, past every trigger.
  void tamper(String... statements) {
    List<String> all = new ArrayList<>();
    for (String table :
        List.of(
            "ledger_event",
            "ledger_attempt",
            "ledger_read",
            "log_key",
            "log_checkpoint",
            "log_verification")) {
      all.add(
          switch (database.vendor()) {
            case H2 -> "drop trigger if exists " + table + "_append_only";
            case POSTGRESQL -> "alter table " + table + " disable trigger all";
          });
    }
    all.addAll(List.of(statements));
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : all) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The bytes in the first column of every row.
  List<byte[]> bytes(String sql) {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<byte[]> found = new ArrayList<>();
      while (result.next()) {
        found.add(result.getBytes(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String sql) {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
