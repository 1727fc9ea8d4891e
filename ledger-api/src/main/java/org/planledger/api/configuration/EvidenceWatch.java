package org.planledger.api.configuration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStoreException;
import org.planledger.core.store.sealing.Alarms;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.PastVerification;
import org.planledger.core.store.sealing.SealedLog;
import org.planledger.core.store.sealing.StoredCheckpoint;
import org.planledger.core.store.sealing.Verifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// How the evidence is, as health and as metrics: how far it goes, how old the newest checkpoint is
/// and what is wrong. It tells positions and places, and nothing of what is recorded.
final class EvidenceWatch implements HealthIndicator {

  /// What was recorded and is not sealed after so many intervals, will not be.
  private static final int PATIENCE_INTERVALS = 20;

  private static final Duration LEAST_PATIENCE = Duration.ofMinutes(5);

  private static final LastVerification NONE = new LastVerification(0, "", true);

  private final SealedLog log;
  private final LedgerEvents events;
  private final Verifier verifier;
  private final Alarms alarms;
  private final Duration patience;
  private final InstantSource clock;

  EvidenceWatch(
      SealedLog log,
      LedgerEvents events,
      Verifier verifier,
      Alarms alarms,
      EvidenceSettings settings,
      InstantSource clock) {
    this.log = log;
    this.events = events;
    this.verifier = verifier;
    this.alarms = alarms;
    Duration intervals = settings.interval().multipliedBy(PATIENCE_INTERVALS);
    this.patience = intervals.compareTo(LEAST_PATIENCE) > 0 ? intervals : LEAST_PATIENCE;
    this.clock = clock;
  }

  @Override
  public Health health() {
    try {
      // Asked first: if the last one found damage, that raises its alarm, after a restart too.
      Optional<PastVerification> last = verifier.last();
      Optional<StoredCheckpoint> newest = log.newest();
      List<Alarms.Alarm> raised = alarms.all();
      Health.Builder health =
          raised.isEmpty() && newest.filter(this::isOverdue).isEmpty()
              ? Health.up()
              : Health.down();
      return health
          .withDetail("checkpoint", newest.map(StoredCheckpoint::number).orElse(0L))
          .withDetail("sealedPosition", sealed(newest))
          .withDetail("unsealedEvents", unsealed(newest))
          .withDetail("checkpointAgeSeconds", newest.map(this::ageSeconds).orElse(0L))
          .withDetail("lastVerification", last.map(LastVerification::of).orElse(NONE))
          .withDetail("alarms", raised)
          .build();
    } catch (LedgerStoreException e) {
      // Why the database does not answer is in the log; its address is nobody's business here.
      return Health.down().withDetail("checkpoint", "out of reach").build();
    }
  }

  /// The last time the ledger was verified.
  ///
  /// @param checkpoint up to which
  /// @param endedAt when; nothing if it never was
  /// @param good whether everything was as it was recorded
  record LastVerification(long checkpoint, String endedAt, boolean good) {

    static LastVerification of(PastVerification last) {
      return new LastVerification(
          last.checkpoint(), last.endedAt().toString(), last.finding() == null);
    }
  }

  private boolean isOverdue(StoredCheckpoint newest) {
    return unsealed(Optional.of(newest)) > 0 && ageSeconds(newest) > patience.toSeconds();
  }

  private static long sealed(Optional<StoredCheckpoint> newest) {
    return newest.map(checkpoint -> checkpoint.head(LogName.EVENTS).size()).orElse(0L);
  }

  private long unsealed(Optional<StoredCheckpoint> newest) {
    return Math.max(0, events.head() - sealed(newest));
  }

  private long ageSeconds(StoredCheckpoint newest) {
    return ageSeconds(newest.checkpoint().time());
  }

  private long ageSeconds(PastVerification last) {
    return ageSeconds(last.endedAt());
  }

  private long ageSeconds(Instant moment) {
    return Math.max(0, Duration.between(moment, clock.instant()).toSeconds());
  }

  /// Registers the gauges.
  void publish(MeterRegistry meters) {
    gauge(
        meters,
        "ledger.checkpoint.age",
        "seconds",
        "How old the newest checkpoint is",
        watch -> watch.log.newest().map(watch::ageSeconds).orElse(0L));
    gauge(
        meters,
        "ledger.sealed.position",
        "events",
        "How many events the newest checkpoint covers",
        watch -> sealed(watch.log.newest()));
    gauge(
        meters,
        "ledger.unsealed",
        "events",
        "How many events no checkpoint covers yet",
        watch -> watch.unsealed(watch.log.newest()));
    gauge(
        meters,
        "ledger.verification.age",
        "seconds",
        "How long ago the ledger was last verified; -1 if it never was",
        watch -> watch.verifier.last().map(watch::ageSeconds).orElse(-1L));
    gauge(
        meters,
        "ledger.verification.good",
        "verifications",
        "1 if the last verification found all to be well or none was made, 0 otherwise",
        watch -> watch.verifier.last().filter(v -> v.finding() != null).isEmpty() ? 1 : 0);
    gauge(
        meters,
        "ledger.evidence.alarms",
        "alarms",
        "How much is wrong with the evidence",
        watch -> watch.alarms.all().size());
  }

  private void gauge(
      MeterRegistry meters,
      String name,
      String unit,
      String description,
      ToDoubleFunction<EvidenceWatch> value) {
    Gauge.builder(name, this, value).baseUnit(unit).description(description).register(meters);
  }
}
