package org.planledger.core.store.sealing;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.evidence.Checkpoint;
import org.planledger.core.evidence.DamagedEvidenceException;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.MapGrowth;
import org.planledger.core.evidence.SignedNote;
import org.planledger.core.evidence.SigningKey;
import org.planledger.core.evidence.StreamBucket;
import org.planledger.core.evidence.StreamEntry;
import org.planledger.core.evidence.TileGrowth;
import org.planledger.core.evidence.TreeHead;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.EventHashes;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.PositionSpan;
import org.planledger.core.store.ReadRow;
import org.planledger.core.store.Reads;
import org.planledger.core.store.RecordHash;

/// The making of one checkpoint, in one transaction that nobody else can be in at the same time. It
/// first makes sure that what is stored is what the last checkpoint said, then adds what has been
/// recorded since, page by page.
final class Sealing {

  /// How far the ledger goes.
  private record Head(long position, long attempt, long read) {}

  private final LedgerEvents events;
  private final Attempts attempts;
  private final Reads reads;
  private final KeyRing keys;
  private final SealerSettings settings;
  private final InstantSource clock;

  Sealing(LedgerStore store, KeyRing keys, SealerSettings settings, InstantSource clock) {
    this.events = store.events();
    this.attempts = store.attempts();
    this.reads = store.reads();
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  /// Makes a checkpoint if there is anything new, or the key has yet to sign.
  ///
  /// @throws DamagedEvidenceException if something is missing, or is not what it was
  /// @throws org.planledger.core.store.MissingPositionException if an event is missing
  Optional<StoredCheckpoint> next(Work work) throws SQLException {
    Checkpoints checkpoints = new Checkpoints(work);
    Optional<StoredCheckpoint> last = checkpoints.lock();
    List<LogKey> known = checkpoints.keys();
    requireSigned(last, known);
    List<SigningKey> signers = keys.signersAfter(known);
    Head head =
        work.first(
                "select position, attempt, read from ledger_head",
                row -> new Head(row.getLong(1), row.getLong(2), row.getLong(3)))
            .orElseThrow(() -> new DamagedEvidenceException("The head of the ledger is missing"));
    long fromEvent = size(last, LogName.EVENTS);
    long fromAttempt = size(last, LogName.ATTEMPTS);
    long fromRead = size(last, LogName.READS);
    long toEvent = upTo(LogName.EVENTS, fromEvent, head.position());
    long toAttempt = upTo(LogName.ATTEMPTS, fromAttempt, head.attempt());
    long toRead = upTo(LogName.READS, fromRead, head.read());
    boolean grown = toEvent > fromEvent || toAttempt > fromAttempt || toRead > fromRead;
    if (last.isPresent() && !grown && !keys.isNewTo(known)) {
      return Optional.empty();
    }
    Map<String, StreamEntry> ends = new LinkedHashMap<>();
    TreeHead eventHead =
        grow(work, LogName.EVENTS, last, toEvent, t -> addEvents(t, toEvent, ends));
    TreeHead attemptHead =
        grow(work, LogName.ATTEMPTS, last, toAttempt, t -> addAttempts(t, toAttempt));
    TreeHead readHead = grow(work, LogName.READS, last, toRead, t -> addReads(t, toRead));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Checkpoint checkpoint =
        new Checkpoint(
            keys.verifier().name(),
            eventHead,
            put(work, last, ends),
            attemptHead,
            readHead,
            last.map(before -> later(before.checkpoint().time(), now)).orElse(now));
    StoredCheckpoint made =
        new StoredCheckpoint(
            last.map(StoredCheckpoint::number).orElse(0L) + 1,
            checkpoint,
            SignedNote.sign(checkpoint.body(), signers).text());
    checkpoints.add(made);
    if (keys.isNewTo(known)) {
      checkpoints.add(
          new LogKey(
              known.size() + 1L, keys.verifier(), made.number(), toEvent, checkpoint.time()));
    }
    return Optional.of(made);
  }

  /// The clock may be set back; the checkpoints' own order is never in doubt.
  private static Instant later(Instant before, Instant now) {
    return now.isBefore(before) ? before : now;
  }

  private static void requireSigned(Optional<StoredCheckpoint> last, List<LogKey> known) {
    last.ifPresent(
        checkpoint -> {
          SignedNote note = SignedNote.parse(checkpoint.note());
          if (known.isEmpty() || !note.isSignedBy(known.getLast().key())) {
            throw new DamagedEvidenceException(
                "Checkpoint " + checkpoint.number() + " is not signed with the key in force");
          }
        });
  }

  private static long size(Optional<StoredCheckpoint> last, LogName log) {
    return last.map(checkpoint -> checkpoint.head(log).size()).orElse(0L);
  }

  private long upTo(LogName log, long from, long head) {
    if (head < from) {
      throw new DamagedEvidenceException(
          "The log of " + log + " ends at " + head + ", and a checkpoint covers " + from);
    }
    return Math.min(head, from + settings.perCheckpoint());
  }

  private interface Adding {
    void to(TileGrowth tree);
  }

  private static TreeHead grow(
      Work work, LogName log, Optional<StoredCheckpoint> last, long to, Adding adding)
      throws SQLException {
    StoredTiles stored = new StoredTiles(work, log);
    TileGrowth tree = new TileGrowth(stored, size(last, log));
    if (last.isPresent() && !tree.root().equals(last.get().head(log).root())) {
      throw new DamagedEvidenceException(
          "The tree over the log of " + log + " is not that of checkpoint " + last.get().number());
    }
    adding.to(tree);
    if (tree.size() != to) {
      throw new DamagedEvidenceException(
          "The log of " + log + " has " + tree.size() + " entries and should have " + to);
    }
    stored.store(tree.changed());
    return new TreeHead(to, tree.root());
  }

  private void addEvents(TileGrowth tree, long to, Map<String, StreamEntry> ends) {
    while (tree.size() < to) {
      long last = Math.min(to, tree.size() + settings.page());
      for (EventHashes event : events.hashes(new PositionSpan(tree.size() + 1, last))) {
        tree.append(hash(event.leafHash()));
        ends.put(
            event.streamId(),
            StreamEntry.of(event.streamId(), event.sequence(), hash(event.streamHash())));
      }
    }
  }

  private void addAttempts(TileGrowth tree, long to) {
    while (tree.size() < to) {
      List<AttemptRow> page = attempts.after(tree.size(), pageSize(tree, to));
      requireMore(LogName.ATTEMPTS, tree, page);
      for (AttemptRow attempt : page) {
        requireNext(LogName.ATTEMPTS, tree, attempt.number());
        tree.append(hash(RecordHash.leaf(attempt)));
      }
    }
  }

  private void addReads(TileGrowth tree, long to) {
    while (tree.size() < to) {
      List<ReadRow> page = reads.after(tree.size(), pageSize(tree, to));
      requireMore(LogName.READS, tree, page);
      for (ReadRow read : page) {
        requireNext(LogName.READS, tree, read.number());
        tree.append(hash(RecordHash.leaf(read.read())));
      }
    }
  }

  private int pageSize(TileGrowth tree, long to) {
    return (int) Math.min(settings.page(), to - tree.size());
  }

  private static void requireMore(LogName log, TileGrowth tree, List<?> page) {
    if (page.isEmpty()) {
      throw missing(log, tree.size() + 1);
    }
  }

  private static void requireNext(LogName log, TileGrowth tree, long number) {
    if (number != tree.size() + 1) {
      throw missing(log, tree.size() + 1);
    }
  }

  private static DamagedEvidenceException missing(LogName log, long number) {
    return new DamagedEvidenceException(
        "The log of " + log + " has no entry " + number + ", though it goes further");
  }

  private static Hash put(Work work, Optional<StoredCheckpoint> last, Map<String, StreamEntry> ends)
      throws SQLException {
    StoredMap stored = new StoredMap(work);
    MapGrowth map = new MapGrowth(stored);
    if (last.isPresent() && !map.root().equals(last.get().checkpoint().map())) {
      throw new DamagedEvidenceException(
          "The map of streams is not that of checkpoint " + last.get().number());
    }
    if (!ends.isEmpty()) {
      stored.prepare(
          ends.values().stream().map(e -> StreamBucket.numberOf(e.key())).distinct().toList());
      map.put(ends.values());
      stored.store(map);
    }
    return map.root();
  }

  private static Hash hash(Bytes bytes) {
    return Hash.of(bytes.toArray());
  }
}
