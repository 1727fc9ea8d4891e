package org.planledger.api.verification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/// Begins a verification every day by itself.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty(name = "ledger.verification.enabled", matchIfMissing = true)
class VerifyingDaily {
  private final VerificationJobs verifications;

  VerifyingDaily(VerificationJobs verifications) {
    this.verifications = verifications;
  }

  @Scheduled(
      initialDelayString = "${ledger.verification.initial-delay:PT30M}",
      fixedDelayString = "${ledger.verification.interval:PT24H}")
  void verify() {
    verifications.beginByTheClock();
  }
}
