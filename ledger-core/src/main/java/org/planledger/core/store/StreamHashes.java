package org.planledger.core.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/// The stream hash at the end of each stream lately written, so that the next event of the
/// stream is chained without asking the database.
///
/// Filled only by what is durable, bounded, and matched by sequence: an entry that another node
/// has overtaken does not fit and is passed over.
final class StreamHashes {

  private record End(long sequence, Bytes streamHash) {}

  private final DataSource dataSource;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, End> ends;

  StreamHashes(DataSource dataSource, int bound) {
    this.dataSource = dataSource;
    this.ends =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, End> eldest) {
            return size() > bound;
          }
        };
  }

  /// The stream hash that an event of this sequence is chained to.
  ///
  /// @throws LedgerStoreException if the stream has no event before it
  Bytes before(String streamId, long sequence) {
    if (sequence == 0) {
      return RecordHash.BEFORE_FIRST;
    }
    return remembered(streamId, sequence - 1).orElseGet(() -> read(streamId, sequence - 1));
  }

  private Optional<Bytes> remembered(String streamId, long sequence) {
    lock.lock();
    try {
      End end = ends.get(streamId);
      return end == null || end.sequence() != sequence
          ? Optional.empty()
          : Optional.of(end.streamHash());
    } finally {
      lock.unlock();
    }
  }

  private Bytes read(String streamId, long sequence) {
    return new Query(
            dataSource,
            "select stream_hash from ledger_event where stream_id = ? and sequence = ?",
            streamId,
            sequence)
        .first(row -> Query.bytes(row, "stream_hash"))
        .orElseThrow(
            () ->
                new LedgerStoreException(
                    "An event was to follow event "
                        + sequence
                        + " of stream "
                        + streamId
                        + ", which is not in the ledger"));
  }

  /// Takes in what has just become durable.
  void stored(List<Unit> units) {
    lock.lock();
    try {
      for (Unit unit : units) {
        for (StagedEvent event : unit.events()) {
          ends.put(event.streamId(), new End(event.sequence(), event.streamHash()));
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
