package org.planledger.core.store.sealing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is wrong with the evidence, for whoever watches over the ledger. An alarm stays until what
/// raised it has found all to be well again. Safe for use by many threads.
public final class Alarms {

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  /// Who raises an alarm.
  public enum Source {
    /// What was to be sealed has a hole, or does not fit what was sealed before.
    SEALING,
    /// Checkpoints do not reach the folder outside the database.
    FOLDER,
    /// A proof that was to be handed out does not prove what it should.
    PROOF,
    /// The ledger was verified, and is not as it was recorded.
    VERIFICATION
  }

  /// One alarm.
  ///
  /// @param what is wrong, and where; never what is recorded
  public record Alarm(Source source, Instant since, String what) {}

  private final InstantSource clock;
  private final Map<Source, Alarm> raised = new EnumMap<>(Source.class);

  public Alarms(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void raise(Source source, String what) {
    Alarm before = raised.get(source);
    if (before == null || !before.what().equals(what)) {
      LOG.error("The evidence is damaged ({}): {}", source, what);
      raised.put(source, new Alarm(source, clock.instant(), what));
    }
  }

  synchronized void clear(Source source) {
    raised.remove(source);
  }

  /// All that is wrong now.
  public synchronized List<Alarm> all() {
    return List.copyOf(raised.values());
  }
}
