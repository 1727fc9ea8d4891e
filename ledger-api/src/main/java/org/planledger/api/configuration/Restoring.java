package org.planledger.api.configuration;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.planledger.api.backup.BackupFacts;
import org.planledger.api.backup.BackupFile;
import org.planledger.api.backup.BackupProof;
import org.planledger.api.backup.BackupProof.Missing;
import org.planledger.api.backup.BackupRefusedException;
import org.planledger.api.backup.OutsideNotes;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.StoreSettings;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.backup.Extent;
import org.planledger.core.store.backup.LedgerRefill;
import org.planledger.core.store.sealing.Alarms;
import org.planledger.core.store.sealing.CheckpointFolder;
import org.planledger.core.store.sealing.VerificationResult;
import org.planledger.core.store.sealing.Verifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Puts a backup back into a database of its own, and lets nobody start on it before it has proved
/// itself: against what was signed, and against the checkpoints that were kept outside.
public final class Restoring {

  /// What is wished.
  ///
  /// @param settings of the server that is to start on it, as `--name=value`
  /// @param secrets the file of the keys of an embedded ledger, if it is given
  /// @param outside files with checkpoints, or folders of which the newest counts
  /// @param acceptOlder whether to put it back although it lacks what a checkpoint outside covers
  /// @param unproven whether to put it back without any checkpoint from outside
  public record Wish(
      Path backup,
      List<String> settings,
      Optional<Path> secrets,
      List<Path> outside,
      boolean acceptOlder,
      boolean unproven) {}

  /// What has been put back.
  ///
  /// @param place the database
  /// @param missing what a checkpoint outside covers, and is lost
  /// @param keysMissing whether the server will not start before it is given the ledger's keys
  public record Restored(
      String place,
      Extent extent,
      long checkpoint,
      Optional<Missing> missing,
      boolean proven,
      boolean keysMissing) {}

  /// Told how far it is.
  @FunctionalInterface
  public interface Watch {
    void reached(String step, long done, long total);
  }

  private final Wish wish;
  private final Watch watch;
  private final OutsideNotes outside = new OutsideNotes();

  private Restoring(Wish wish, Watch watch) {
    this.wish = wish;
    this.watch = watch;
  }

  /// Does it.
  ///
  /// @throws BackupRefusedException if the backup cannot be trusted; the database is not used then
  /// @throws RuntimeException if the database cannot be opened, which has then been said already
  public static Restored run(Wish wish, Watch watch) {
    try (BackupFile backup = BackupFile.open(wish.backup())) {
      return new Restoring(wish, watch).from(backup);
    }
  }

  private Restored from(BackupFile backup) {
    wish.outside().forEach(outside::add);
    // Where it can be, before any database is touched.
    Optional<Missing> missing =
        outside.isEmpty() && !wish.unproven() ? Optional.empty() : proved(backup);
    try (RestoringTarget target = open()) {
      if (outside.isEmpty() && !wish.unproven()) {
        outside.addIfThere(target.checkpoints());
        missing = proved(backup);
      }
      boolean ownKeys =
          BackupFacts.fingerprint(target.installation().serialKey().toArray())
              .equals(backup.manifest().serialKey());
      if (!ownKeys && target.hasGivenKeys(wish)) {
        throw new BackupRefusedException(
            "The keys are not those of this ledger: the one for serials has the fingerprint "
                + backup.manifest().serialKey());
      }
      fill(backup, target, missing.isPresent(), ownKeys);
      target.keep();
      return new Restored(
          target.installation().database().place(),
          backup.manifest().extent(),
          backup.manifest().checkpoint(),
          missing,
          !outside.isEmpty(),
          !ownKeys);
    }
  }

  /// Looks through the backup.
  ///
  /// @return what it lacks, if that was accepted
  private Optional<Missing> proved(BackupFile backup) {
    if (outside.isEmpty() && !wish.unproven()) {
      throw new BackupRefusedException(
          "Nothing outside tells whether the backup can be trusted: name a checkpoint with"
              + " --checkpoint, or say --unproven");
    }
    long rows = backup.manifest().rows();
    Optional<Missing> missing =
        new BackupProof(backup, outside).run(done -> watch.reached("checking", done, rows));
    if (missing.isPresent() && !wish.acceptOlder()) {
      throw new BackupRefusedException(
          "The backup is older than the newest checkpoint outside: it lacks "
              + missing.get()
              + "; to put it back all the same, say --accept-older");
    }
    return missing;
  }

  private RestoringTarget open() {
    SpringApplication program = new SpringApplication(RestoringTarget.Parts.class);
    program.setWebApplicationType(WebApplicationType.NONE);
    program.setRegisterShutdownHook(false);
    List<String> arguments = new ArrayList<>(wish.settings());
    arguments.add("--logging.level.root=off");
    arguments.add("--logging.level.org.planledger=off");
    wish.secrets().ifPresent(file -> arguments.add("--" + RestoringTarget.SECRETS + "=" + file));
    ConfigurableApplicationContext context = program.run(arguments.toArray(String[]::new));
    return new RestoringTarget(context);
  }

  private void fill(BackupFile backup, RestoringTarget target, boolean older, boolean ownKeys) {
    LedgerRefill refill =
        LedgerRefill.begin(target.owner().dataSource())
            .orElseThrow(
                () ->
                    new BackupRefusedException(
                        target.installation().database().place()
                            + " is not empty, and nothing is ever put back over something: name an"
                            + " empty database or another folder"));
    try (refill) {
      long rows = backup.manifest().rows();
      backup.readAll(
          (table, columns, source) -> refill.fill(table, columns, source::next),
          done -> watch.reached("filling", done, rows));
      verify(target, older, ownKeys);
      refill.end();
    } catch (IllegalArgumentException e) {
      throw new BackupRefusedException("The backup cannot be put back: " + e.getMessage());
    }
  }

  private void verify(RestoringTarget target, boolean older, boolean ownKeys) {
    DatabaseAccess access = target.installation().database();
    Rights.require(access);
    InstantSource clock = InstantSource.system();
    // The checkpoints that an older backup lacks are no damage: they were seen and accepted.
    Path checkpoints = older ? target.checkpoints().resolve("none") : target.checkpoints();
    try (HikariDataSource application =
            new HikariDataSource(DatabaseConfiguration.pool(access, target.settings()));
        LedgerStore store =
            LedgerStore.open(
                application,
                target.owner().dataSource(),
                StoreSettings.defaults(access.vendor()))) {
      long[] total = {0};
      LongConsumer counted = sum -> total[0] = sum;
      VerificationResult result =
          Verifier.ofUnused(
                  application,
                  store,
                  new CheckpointFolder(checkpoints),
                  serials(target, ownKeys),
                  new Alarms(clock),
                  clock)
              .verify(
                  VerificationResult.Extent.FULL,
                  new Verifier.Progress(
                      counted, done -> watch.reached("verifying", done, total[0]), () -> false))
              .orElseThrow();
      if (!result.good()) {
        throw new BackupRefusedException(
            "The backup was changed: what it holds does not lead to what was signed: "
                + result.findings().getFirst());
      }
    }
  }

  /// With another key than the ledger's own, no device id can be told from its serial.
  private static Predicate<DeviceSerial> serials(RestoringTarget target, boolean ownKeys) {
    InstallationKey key = new InstallationKey(target.installation().serialKey().toArray());
    return device ->
        !ownKeys || key.isOf(device.deviceId(), device.canonicalSerial(), device.rawSerial());
  }
}
