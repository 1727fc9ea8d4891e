package org.planledger.api.verification;

import java.time.InstantSource;
import java.util.UUID;
import org.planledger.api.job.Job;
import org.planledger.api.job.Jobs;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.planledger.core.store.sealing.Verifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Begins verifications, by the clock or because somebody asks, and remembers them for a while.
/// What came of each is in the database for ever.
@Component
@EnableConfigurationProperties(VerificationSettings.class)
final class VerificationJobs implements AutoCloseable {
  private final Verifier verifier;
  private final Jobs<Verification> jobs;

  VerificationJobs(Verifier verifier, InstantSource clock, VerificationSettings settings) {
    this.verifier = verifier;
    this.jobs = new Jobs<>("verification", settings.kept(), settings.keptFor(), clock);
  }

  /// Begins one; throws [org.planledger.api.problem.ProblemException] while another one runs.
  Job<Verification> begin(Extent extent) {
    return jobs.begin(new Verification(verifier, extent));
  }

  /// Begins one of what is new, unless one runs already.
  void beginByTheClock() {
    jobs.tryToBegin(new Verification(verifier, Extent.INCREMENTAL));
  }

  /// One that runs or is remembered; throws [org.planledger.api.problem.ProblemException] for any
  /// other.
  Job<Verification> get(UUID id) {
    return jobs.get(id);
  }

  /// Ends before the store that the running one reads.
  @Override
  public void close() {
    jobs.close();
  }
}
