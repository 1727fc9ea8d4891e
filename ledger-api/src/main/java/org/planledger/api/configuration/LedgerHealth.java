package org.planledger.api.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.core.axon.EventDecoder;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStoreException;
import org.planledger.core.store.NewerRecordException;
import org.planledger.projections.processing.ViewProcessors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// How the ledger is: how far it goes, and for each view how far behind it is, what it could not
/// digest, and whether it stands before an event that only a newer version of the program can read.
/// It tells positions, numbers and types, and nothing of what is recorded.
@Component("ledger")
final class LedgerHealth implements HealthIndicator {

  private final LedgerEvents events;
  private final ViewProcessors processors;

  LedgerHealth(LedgerEvents events, ViewProcessors processors) {
    this.events = events;
    this.processors = processors;
  }

  @Override
  public Health health() {
    try {
      long head = events.head();
      Map<String, ViewHealth> views = new LinkedHashMap<>();
      processors.names().stream().sorted().forEach(name -> views.put(name, view(name, head)));
      Health.Builder health =
          views.values().stream().allMatch(ViewHealth::well) ? Health.up() : Health.down();
      return health.withDetail("position", head).withDetail("views", views).build();
    } catch (LedgerStoreException e) {
      // Why the database does not answer is in the log; its address is nobody's business here.
      return Health.down().withDetail("position", "out of reach").build();
    }
  }

  private ViewHealth view(String name, long head) {
    var processor = processors.processor(name);
    long seen = processors.position(name).seen();
    return new ViewHealth(
        Math.max(0, head - seen),
        processors.deadLetters(name),
        processor.isRunning() && !processor.isError(),
        seen < head ? newerAfter(seen) : null);
  }

  /// Why a view cannot go on after a position; null if it can.
  private @Nullable String newerAfter(long position) {
    return events.after(position, 1).stream()
        .filter(EventDecoder::isNewer)
        .map(row -> String.valueOf(NewerRecordException.event(row).getMessage()))
        .findFirst()
        .orElse(null);
  }

  /// One view.
  ///
  /// @param lagEvents how many events it has not seen yet
  /// @param deadLetters how many events it could not digest, those that wait behind them included
  /// @param running whether it goes on by itself
  /// @param standsBefore the event that it cannot read, and what helps; left out where there is
  ///     none
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ViewHealth(
      long lagEvents, long deadLetters, boolean running, @Nullable String standsBefore) {

    boolean well() {
      return running && deadLetters == 0 && standsBefore == null;
    }
  }
}
