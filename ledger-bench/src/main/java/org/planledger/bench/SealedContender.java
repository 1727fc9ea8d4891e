package org.planledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.sealing.Alarms;
import org.planledger.core.store.sealing.CheckpointFolder;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.SealedLog;
import org.planledger.core.store.sealing.Sealer;
import org.planledger.core.store.sealing.SealerSettings;
import org.planledger.core.store.sealing.SigningSecrets;
import org.planledger.core.store.testing.LedgerDatabase;

/// The ledger while its sealer works beside it, as often as a server has it work.
final class SealedContender extends LedgerContender {

  /// A server's own default.
  private static final SealerSettings SETTINGS = SealerSettings.of(Duration.ofSeconds(5), 10_000);

  private final Alarms alarms = new Alarms(Instant::now);
  private final Runnable sealing;
  private long sealed;

  SealedContender(LedgerDatabase database, int connections, int plans, Path checkpoints) {
    super(database, connections, plans);
    this.sealing = sealer(database, ledgerStore(), checkpoints, alarms).start(SETTINGS);
  }

  /// A sealer whose key is nobody's secret.
  static Sealer sealer(
      LedgerDatabase database, LedgerStore store, Path checkpoints, Alarms alarms) {
    return Sealer.open(
        database.application(),
        store,
        new SigningSecrets(
            Optional.of("ledger.example/bench"), Bytes.of(new byte[32]), Optional.empty(), false),
        new CheckpointFolder(checkpoints),
        SETTINGS,
        alarms,
        Instant::now);
  }

  /// How many commands a checkpoint covers when the last one of the race has been answered.
  long sealed() {
    return sealed;
  }

  @Override
  public void close() {
    sealing.run();
    sealed =
        new SealedLog(database().application())
            .newest()
            .map(checkpoint -> checkpoint.head(LogName.ATTEMPTS).size())
            .orElse(0L);
    super.close();
  }

  @Override
  public void verify() {
    super.verify();
    if (!alarms.all().isEmpty()) {
      throw new LostCommandsException("the sealer has raised an alarm: " + alarms.all());
    }
  }
}
