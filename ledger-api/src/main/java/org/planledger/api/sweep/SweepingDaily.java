package org.planledger.api.sweep;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/// Begins a sweep every day by itself. Where several processes share a database, each may: a fact
/// that two of them find is recorded once.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty(name = "ledger.sweep.enabled", matchIfMissing = true)
class SweepingDaily {
  private final Sweeps sweeps;

  SweepingDaily(Sweeps sweeps) {
    this.sweeps = sweeps;
  }

  @Scheduled(
      initialDelayString = "${ledger.sweep.initial-delay:PT10M}",
      fixedDelayString = "${ledger.sweep.interval:PT24H}")
  void sweep() {
    sweeps.beginByTheClock();
  }
}
