package org.planledger.core.store.sealing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.planledger.core.evidence.DamagedEvidenceException;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.LogTree;
import org.planledger.core.evidence.MapProof;
import org.planledger.core.evidence.StreamEntry;
import org.planledger.core.evidence.StreamMap;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.RecordHash;
import org.planledger.core.store.StreamType;
import org.planledger.core.store.sealing.Alarms.Source;

/// Puts proofs together, against the newest checkpoint: those of a plan's whole history and of
/// what the map holds at a stream's place. Each is checked before it is handed out, from the stored
/// bytes to the signed roots; one that fails raises an alarm instead.
public final class Proofs {

  private static final int PAGE = 500;

  private final DataSource application;
  private final Alarms alarms;
  private final LedgerEvents events;
  private final Attempts attempts;

  /// @param application connects as the application's user
  public Proofs(DataSource application, LedgerStore store, Alarms alarms) {
    this.application = application;
    this.alarms = alarms;
    this.events = store.events();
    this.attempts = store.attempts();
  }

  /// The proven history of a plan, as far as it is sealed.
  ///
  /// @param devicesNamed the ids of the devices that an event names
  /// @throws DamagedEvidenceException if what is stored does not lead to the signed roots
  public PlanProof ofPlan(String planId, Function<EventRow, Set<String>> devicesNamed) {
    return atNewest(
        (work, checkpoint) -> {
          Stand stand = new Stand(work, checkpoint);
          List<ProvenStream> streams = new ArrayList<>();
          streams.add(stream(stand, planId, StreamType.PLAN));
          Set<String> devices = new LinkedHashSet<>();
          streams.getFirst().events().forEach(e -> devices.addAll(devicesNamed.apply(e.event())));
          for (String device : devices) {
            ProvenStream stream = stream(stand, device, StreamType.DEVICE);
            if (!stream.events().isEmpty()) {
              streams.add(stream);
            }
          }
          return new PlanProof(checkpoint, streams, attempts(stand, planId));
        });
  }

  /// What the map of streams holds at the place of a stream: its entry, or what shows that there is
  /// none.
  ///
  /// @throws DamagedEvidenceException if what is stored does not lead to the signed root
  public PlaceProof ofPlace(String streamId) {
    return atNewest(
        (work, checkpoint) ->
            new PlaceProof(checkpoint, new Stand(work, checkpoint).map(streamId)));
  }

  private interface Proving<R> {
    R at(Work work, StoredCheckpoint newest);
  }

  /// The map is that of the newest checkpoint only, and another one may be made at any moment. What
  /// does not fit is damaged if no checkpoint was made meanwhile, and read once more otherwise.
  private <R> R atNewest(Proving<R> proving) {
    StoredCheckpoint newest = newest();
    while (true) {
      StoredCheckpoint checkpoint = newest;
      try {
        return Work.inTransaction(application, work -> proving.at(work, checkpoint));
      } catch (DamagedEvidenceException e) {
        newest = newest();
        if (newest.number() == checkpoint.number()) {
          alarms.raise(Source.PROOF, String.valueOf(e.getMessage()));
          throw e;
        }
      }
    }
  }

  private StoredCheckpoint newest() {
    return Sealer.newest(application)
        .orElseThrow(() -> new DamagedEvidenceException("There is no checkpoint"));
  }

  private ProvenStream stream(Stand stand, String streamId, StreamType type) {
    List<EventRow> rows =
        events.streamUpToPosition(streamId, stand.checkpoint.head(LogName.EVENTS).size());
    MapProof map = stand.map(streamId);
    List<ProvenEvent> proven = new ArrayList<>(rows.size());
    Bytes chain = RecordHash.BEFORE_FIRST;
    for (EventRow row : rows) {
      Bytes leaf = leaf(row);
      chain = RecordHash.link(chain, leaf);
      if (row.sequence() != proven.size() || row.streamType() != type) {
        throw new DamagedEvidenceException(
            "Stream " + streamId + " is out of order at position " + row.position());
      }
      proven.add(new ProvenEvent(row, stand.path(LogName.EVENTS, row.position(), leaf)));
    }
    boolean fits =
        rows.isEmpty()
            ? map.found().filter(e -> e.key().equals(StreamEntry.key(streamId))).isEmpty()
            : map.found()
                .filter(StreamEntry.of(streamId, rows.size() - 1L, hash(chain))::equals)
                .isPresent();
    if (!fits) {
      throw new DamagedEvidenceException(
          "Stream " + streamId + " does not end where the map of streams says");
    }
    return new ProvenStream(streamId, type, proven, map);
  }

  private List<ProvenAttempt> attempts(Stand stand, String planId) {
    long size = stand.checkpoint.head(LogName.ATTEMPTS).size();
    List<ProvenAttempt> proven = new ArrayList<>();
    List<AttemptRow> page = attempts.ofPlan(planId, 0, PAGE);
    while (!page.isEmpty()) {
      for (AttemptRow row : page) {
        if (row.number() <= size) {
          proven.add(
              new ProvenAttempt(
                  row, stand.path(LogName.ATTEMPTS, row.number(), RecordHash.leaf(row))));
        }
      }
      page = attempts.ofPlan(planId, page.getLast().number(), PAGE);
    }
    return proven;
  }

  private static Bytes leaf(EventRow row) {
    return RecordHash.leaf(
        row.streamId(),
        row.sequence(),
        row.type(),
        row.revision(),
        row.eventId(),
        row.recordedAt(),
        row.payload(),
        row.metadata());
  }

  private static Hash hash(Bytes bytes) {
    return Hash.of(bytes.toArray());
  }

  /// The trees and the map at one checkpoint.
  private static final class Stand {
    private final Work work;
    private final StoredCheckpoint checkpoint;
    private final LogTree eventTree;
    private final LogTree attemptTree;

    Stand(Work work, StoredCheckpoint checkpoint) {
      this.work = work;
      this.checkpoint = checkpoint;
      this.eventTree = tree(LogName.EVENTS);
      this.attemptTree = tree(LogName.ATTEMPTS);
    }

    private LogTree tree(LogName log) {
      return new LogTree(new StoredTiles(work, log), checkpoint.head(log).size());
    }

    List<Hash> path(LogName log, long number, Bytes leaf) {
      LogTree tree = log == LogName.EVENTS ? eventTree : attemptTree;
      long size = checkpoint.head(log).size();
      List<Hash> path = tree.inclusion(number - 1, size);
      Hash root = LogTree.rootOf(hash(leaf), number - 1, size, path);
      if (!root.equals(checkpoint.head(log).root())) {
        throw new DamagedEvidenceException(
            "Entry " + number + " of the log of " + log + " is not what was sealed");
      }
      return path;
    }

    MapProof map(String streamId) {
      Hash key = StreamEntry.key(streamId);
      MapProof proof = new StreamMap(new StoredMap(work)).proof(key);
      if (!proof.root(key).equals(checkpoint.checkpoint().map())) {
        throw new DamagedEvidenceException(
            "The map of streams is not that of checkpoint " + checkpoint.number());
      }
      return proof;
    }
  }
}
