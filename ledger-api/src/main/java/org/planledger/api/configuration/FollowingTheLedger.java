package org.planledger.api.configuration;

import org.planledger.projections.processing.ViewProcessors;
import org.springframework.context.SmartLifecycle;

/// Lets the views follow the ledger while the program runs: from before the first request is taken
/// until after the last one is answered.
final class FollowingTheLedger implements SmartLifecycle {

  private final ViewProcessors processors;
  private volatile boolean running;

  FollowingTheLedger(ViewProcessors processors) {
    this.processors = processors;
  }

  @Override
  public void start() {
    processors.start();
    running = true;
  }

  @Override
  public void stop() {
    processors.close();
    running = false;
  }

  /// Elsewhere, so that a database that does not answer any more holds the end up for a while only.
  @Override
  public void stop(Runnable whenStopped) {
    Thread.ofVirtual()
        .name("views-stop")
        .start(
            () -> {
              try {
                stop();
              } finally {
                whenStopped.run();
              }
            });
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before the server, which starts late, and stopped after it.
  @Override
  public int getPhase() {
    return 0;
  }
}
