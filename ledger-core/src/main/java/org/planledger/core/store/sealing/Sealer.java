package org.planledger.core.store.sealing;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.planledger.core.evidence.DamagedEvidenceException;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.LedgerStoreException;
import org.planledger.core.store.MissingPositionException;
import org.planledger.core.store.sealing.Alarms.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes checkpoints, one at a time, whoever asks and in whichever process: by itself every so
/// often ([SealerThread]), and on demand. What it finds damaged stops it for good and raises an
/// alarm: nothing is signed that does not follow from what was signed before.
public final class Sealer {

  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

  private final DataSource application;
  private final LedgerStore store;
  private final Sealing sealing;
  private final CheckpointFolder folder;
  private final Alarms alarms;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean folderIsComplete;

  private Sealer(
      DataSource application,
      LedgerStore store,
      Sealing sealing,
      CheckpointFolder folder,
      Alarms alarms) {
    this.application = application;
    this.store = store;
    this.sealing = sealing;
    this.folder = folder;
    this.alarms = alarms;
  }

  /// Opens the sealer of a store.
  ///
  /// @param application connects as the application's user
  /// @throws UnfitKeyException if the key can neither go on signing nor take over
  public static Sealer open(
      DataSource application,
      LedgerStore store,
      SigningSecrets secrets,
      CheckpointFolder folder,
      SealerSettings settings,
      Alarms alarms,
      InstantSource clock) {
    KeyRing keys =
        Work.inTransaction(application, work -> KeyRing.of(secrets, new Checkpoints(work).keys()));
    return new Sealer(
        application, store, new Sealing(store, keys, settings, clock), folder, alarms);
  }

  /// Seals all that has been recorded by now.
  ///
  /// @return the newest checkpoint, which covers it
  /// @throws SealingStoppedException if what is to be sealed is damaged
  /// @throws LedgerStoreException if the database could not answer; it may be tried again
  public StoredCheckpoint seal() {
    long position = store.events().head();
    long attempt = store.attempts().last();
    lock.lock();
    try {
      return sealOn(position, attempt);
    } finally {
      lock.unlock();
    }
  }

  /// Makes the first checkpoint, or the one in which a new key takes over, if it is time for one,
  /// and writes what the folder misses.
  ///
  /// @throws SealingStoppedException if what is to be sealed is damaged
  /// @throws LedgerStoreException if the database could not answer; it may be tried again
  public void begin() {
    lock.lock();
    try {
      sealOn(0, 0);
    } finally {
      lock.unlock();
    }
  }

  /// Makes sure that what has been recorded up to a position and a number is sealed.
  ///
  /// @return the newest checkpoint, which covers it
  /// @throws SealingStoppedException if what is to be sealed is damaged
  /// @throws LedgerStoreException if the database could not answer; it may be tried again
  public StoredCheckpoint sealThrough(long position, long attempt) {
    lock.lock();
    try {
      // Whoever waited for the lock may find it done.
      return newest(application)
          .filter(checkpoint -> covers(checkpoint, position, attempt))
          .orElseGet(() -> sealOn(position, attempt));
    } finally {
      lock.unlock();
    }
  }

  private StoredCheckpoint sealOn(long position, long attempt) {
    requireWell();
    Optional<StoredCheckpoint> made = next();
    while (made.isPresent() && !covers(made.get(), position, attempt)) {
      made = next();
    }
    return made.or(() -> newest(application))
        .orElseThrow(() -> new LedgerStoreException("There is no checkpoint yet", null));
  }

  private static boolean covers(StoredCheckpoint checkpoint, long position, long attempt) {
    return checkpoint.head(LogName.EVENTS).size() >= position
        && checkpoint.head(LogName.ATTEMPTS).size() >= attempt;
  }

  private void requireWell() {
    alarms.all().stream()
        .filter(alarm -> alarm.source() == Source.SEALING)
        .findFirst()
        .ifPresent(
            alarm -> {
              throw new SealingStoppedException(alarm.what());
            });
  }

  private Optional<StoredCheckpoint> next() {
    Optional<StoredCheckpoint> made;
    try {
      made = Work.inTransaction(application, sealing::next);
    } catch (DamagedEvidenceException | MissingPositionException | UnfitKeyException e) {
      alarms.raise(Source.SEALING, String.valueOf(e.getMessage()));
      throw new SealingStoppedException(String.valueOf(e.getMessage()));
    }
    if (made.isPresent() || !folderIsComplete) {
      store.force();
      carryOut(made);
    }
    return made;
  }

  /// Writes a new checkpoint to the folder, and all that are missing there if some are.
  private void carryOut(Optional<StoredCheckpoint> made) {
    try {
      if (folderIsComplete && made.isPresent()) {
        folder.write(made.get());
      } else {
        complete();
      }
      folderIsComplete = true;
      alarms.clear(Source.FOLDER);
    } catch (DamagedEvidenceException e) {
      folderIsComplete = false;
      alarms.raise(Source.FOLDER, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      folderIsComplete = false;
      // Where the folder is, is nobody's business but the operator's, who reads the log.
      LOG.warn("Checkpoints cannot be written to their folder", e);
      alarms.raise(
          Source.FOLDER,
          "Checkpoints cannot be written to their folder: " + e.getClass().getSimpleName());
    }
  }

  /// Writes what is missing since the last time. Whoever keeps the folder may carry files away, so
  /// the search goes back to the newest one that is there, and to the first where there is none.
  private void complete() throws IOException {
    long before = Long.MAX_VALUE;
    boolean missing = true;
    while (missing) {
      long below = before;
      List<StoredCheckpoint> page =
          Work.inTransaction(application, work -> new Checkpoints(work).before(below, 500));
      missing = !page.isEmpty();
      for (StoredCheckpoint checkpoint : page) {
        missing &= folder.write(checkpoint);
        before = checkpoint.number();
      }
    }
  }

  /// What needs that no checkpoint is made meanwhile, in this process.
  interface Quiet<R> {
    R run() throws SQLException;
  }

  <R> R whileNobodySeals(Quiet<R> quiet) throws SQLException {
    lock.lock();
    try {
      return quiet.run();
    } finally {
      lock.unlock();
    }
  }

  static Optional<StoredCheckpoint> newest(DataSource application) {
    return Work.inTransaction(application, work -> new Checkpoints(work).newest());
  }

  /// Begins to seal by itself.
  ///
  /// @return ends it
  public Runnable start(SealerSettings settings) {
    return SealerThread.start(this, store.head(), settings)::close;
  }
}
