package org.planledger.api.start;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/// Says in one line that the ledger runs: where it listens, which database it is in, and what it
/// holds.
public final class Announcing implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Announcing.class);

  private final String database;
  private final Supplier<String> holdings;

  /// @param database how people call it
  /// @param holdings what is in it, asked when all is ready
  public Announcing(String database, Supplier<String> holdings) {
    this.database = database;
    this.holdings = holdings;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      LOG.info(
          "Plan Ledger listens on http://localhost:{}, in {}, with {}",
          context.getWebServer().getPort(),
          database,
          holdings.get());
    }
  }
}
