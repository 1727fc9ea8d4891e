package org.planledger.api.configuration;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.LedgerStoreException;
import org.planledger.core.store.sealing.Sealer;
import org.planledger.core.store.sealing.SealerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Lets the sealer work while the program runs: from before the first request is taken until after
/// the last one is answered.
final class SealingTheLedger implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SealingTheLedger.class);

  private final Sealer sealer;
  private final SealerSettings settings;
  private final AtomicReference<@Nullable Runnable> working = new AtomicReference<>();

  SealingTheLedger(Sealer sealer, SealerSettings settings) {
    this.sealer = sealer;
    this.settings = settings;
  }

  /// A key that was replaced has signed before the first request, and an empty ledger has its first
  /// checkpoint. A ledger that is damaged is served all the same: its health tells.
  @Override
  public void start() {
    try {
      sealer.begin();
    } catch (LedgerStoreException e) {
      LOG.error("Nothing was sealed at the start: {}", e.getMessage());
    }
    working.set(sealer.start(settings));
  }

  @Override
  public void stop() {
    Runnable running = working.getAndSet(null);
    if (running != null) {
      running.run();
      try {
        sealer.seal();
      } catch (LedgerStoreException e) {
        LOG.warn("Nothing was sealed at the end; the next start does: {}", e.getMessage());
      }
    }
  }

  @Override
  public boolean isRunning() {
    return working.get() != null;
  }

  /// Before the server, which starts late, and stopped after it.
  @Override
  public int getPhase() {
    return 0;
  }
}
