package org.planledger.core.store.sealing;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.planledger.core.evidence.DamagedEvidenceException;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.sealing.Alarms.Source;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Verifies the ledger from its stored bytes: every record, every chain, the trees, the map, the
/// roots and the signatures of every checkpoint, in the database and outside, what joins events and
/// attempts, and what is kept beside them. What it finds is recorded and raises an alarm.
public final class Verifier {

  private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

  private static final int CHECKPOINTS_AT_ONCE = 200;

  private final DataSource application;
  private final LedgerStore store;
  private final @Nullable Sealer sealer;
  private final CheckpointFolder folder;
  private final Predicate<DeviceSerial> serialFits;
  private final Alarms alarms;
  private final InstantSource clock;

  /// @param application connects as the application's user
  /// @param serialFits whether a device id is made of the serial that is kept beside it
  public Verifier(
      DataSource application,
      LedgerStore store,
      Sealer sealer,
      CheckpointFolder folder,
      Predicate<DeviceSerial> serialFits,
      Alarms alarms,
      InstantSource clock) {
    this(folder, application, store, sealer, serialFits, alarms, clock);
  }

  private Verifier(
      CheckpointFolder folder,
      DataSource application,
      LedgerStore store,
      @Nullable Sealer sealer,
      Predicate<DeviceSerial> serialFits,
      Alarms alarms,
      InstantSource clock) {
    this.application = application;
    this.store = store;
    this.sealer = sealer;
    this.folder = folder;
    this.serialFits = serialFits;
    this.alarms = alarms;
    this.clock = clock;
  }

  /// A verifier of a ledger that nobody writes to and nothing seals, such as one that has been put
  /// back from a backup: nothing is signed before it has been looked at.
  public static Verifier ofUnused(
      DataSource application,
      LedgerStore store,
      CheckpointFolder folder,
      Predicate<DeviceSerial> serialFits,
      Alarms alarms,
      InstantSource clock) {
    return new Verifier(folder, application, store, null, serialFits, alarms, clock);
  }

  /// What a verification tells of itself while it runs.
  ///
  /// @param total told once how many entries there are to look at
  /// @param done told how many have been looked at, again and again
  /// @param ending whether it is to stop where it is
  public record Progress(LongConsumer total, LongConsumer done, BooleanSupplier ending) {}

  /// The last verification that was recorded. One that found damage raises its alarm again.
  public Optional<PastVerification> last() {
    Optional<PastVerification> last =
        Work.inTransaction(application, work -> new Verifications(work).last());
    last.map(PastVerification::finding)
        .ifPresent(finding -> alarms.raise(Source.VERIFICATION, finding));
    return last;
  }

  /// Verifies what has been recorded by now, and records the outcome.
  ///
  /// @param asked an incremental one looks at everything if none before it found all to be well
  /// @return none if it was stopped before its end
  public Optional<VerificationResult> verify(Extent asked, Progress progress) {
    Instant started = now();
    sealWhatCanBe();
    Findings findings = new Findings();
    Optional<StoredCheckpoint> from =
        asked == Extent.FULL
            ? Optional.empty()
            : Work.inTransaction(application, Verifier::lastGood);
    Extent extent = from.isPresent() ? Extent.INCREMENTAL : Extent.FULL;
    Optional<Long> reached =
        Work.inTransaction(
            application, work -> new Run(work, from, findings, progress).toTheNewest());
    return reached.map(checkpoint -> recorded(extent, checkpoint, started, findings));
  }

  private void sealWhatCanBe() {
    var sealing = sealer;
    if (sealing == null) {
      return;
    }
    try {
      sealing.seal();
    } catch (SealingStoppedException e) {
      // What stopped it is found below, and has raised its own alarm.
      LOG.debug("Verifying what was sealed before the sealer stopped", e);
    }
  }

  private static Optional<StoredCheckpoint> lastGood(Work work) throws SQLException {
    Optional<PastVerification> good = new Verifications(work).lastGood();
    return good.isEmpty()
        ? Optional.empty()
        : new Checkpoints(work).byNumber(good.get().checkpoint());
  }

  private VerificationResult recorded(
      Extent extent, long checkpoint, Instant started, Findings findings) {
    VerificationResult result =
        Work.inTransaction(
            application,
            work -> {
              work.first("select id from log_state for update", row -> row.getLong(1));
              return new Verifications(work)
                  .add(extent, checkpoint, started, now(), findings.listed());
            });
    store.force();
    if (!result.good()) {
      alarms.raise(Source.VERIFICATION, result.findings().getFirst().toString());
    } else {
      alarms.clear(Source.VERIFICATION);
      if (extent == Extent.FULL) {
        alarms.clear(Source.PROOF);
      }
    }
    return result;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// One verification.
  private final class Run {
    private final Work work;
    private final Findings findings;
    private final Progress progress;
    private final boolean full;
    private final LogPages pages;
    private final CheckpointCheck checks;
    private Optional<StoredCheckpoint> reached;
    private long number;

    Run(Work work, Optional<StoredCheckpoint> from, Findings findings, Progress progress)
        throws SQLException {
      this.work = work;
      this.findings = findings;
      this.progress = progress;
      this.full = from.isEmpty();
      this.reached = from;
      this.number = from.map(StoredCheckpoint::number).orElse(0L);
      Map<LogName, Long> sizes = new EnumMap<>(LogName.class);
      for (LogName log : LogName.values()) {
        sizes.put(log, from.map(checkpoint -> checkpoint.head(log).size()).orElse(0L));
      }
      this.pages = new LogPages(work, store, sizes, findings, progress.done());
      this.checks = new CheckpointCheck(new Checkpoints(work).keys(), folder, findings);
    }

    /// Goes from where it begins to the newest checkpoint.
    ///
    /// @return the number of the newest checkpoint; none if it was stopped
    Optional<Long> toTheNewest() throws SQLException {
      progress.total().accept(pages.total());
      from(reached);
      if (!onward()) {
        return Optional.empty();
      }
      // The map is that of the newest checkpoint: for the rest nobody makes another one.
      var sealing = sealer;
      return sealing == null ? theEnd() : sealing.whileNobodySeals(this::theEnd);
    }

    private Optional<Long> theEnd() throws SQLException {
      requireNewest();
      if (!onward()) {
        return Optional.empty();
      }
      pages.end();
      if (full) {
        pages.privateRows().serials(serialFits);
      }
      if (reached.isPresent()) {
        new MapCheck(work, pages.events(), full, findings).run(reached.get());
      }
      outside();
      return Optional.of(number);
    }

    /// The place from which an incremental one goes on is signed, too, and the tiles still lead to
    /// it.
    private void from(Optional<StoredCheckpoint> start) {
      start.ifPresent(pages::requireRoots);
    }

    private void requireNewest() throws SQLException {
      try {
        new Checkpoints(work).lock();
      } catch (DamagedEvidenceException e) {
        findings.add("log_state", String.valueOf(e.getMessage()));
      }
    }

    /// Goes on to the last checkpoint there is.
    ///
    /// @return whether it has come to it, and was not stopped before
    private boolean onward() throws SQLException {
      List<CheckpointCheck.Row> rows = CheckpointCheck.rows(work, number, CHECKPOINTS_AT_ONCE);
      while (!rows.isEmpty()) {
        for (CheckpointCheck.Row row : rows) {
          if (row.number() != number + 1) {
            findings.add("log_checkpoint " + (number + 1), "it is missing");
          }
          Optional<StoredCheckpoint> checkpoint = checks.check(row, reached);
          if (checkpoint.isPresent()) {
            if (!pages.advance(checkpoint.get(), progress.ending())) {
              return false;
            }
            reached = checkpoint;
          }
          number = row.number();
        }
        rows = CheckpointCheck.rows(work, number, CHECKPOINTS_AT_ONCE);
      }
      return true;
    }

    private void outside() throws SQLException {
      try {
        checks.newestOutside(work);
      } catch (UncheckedIOException e) {
        findings.add("folder of checkpoints", String.valueOf(e.getMessage()));
      }
    }
  }
}
