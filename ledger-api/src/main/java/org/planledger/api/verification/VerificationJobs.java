package org.planledger.api.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.UUID;
import org.planledger.api.job.Job;
import org.planledger.api.job.Jobs;
import org.planledger.api.job.KeptJobs;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.planledger.core.store.sealing.Verifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Begins verifications, by the clock or because somebody asks.
@Component
@EnableConfigurationProperties(VerificationSettings.class)
final class VerificationJobs implements AutoCloseable {
  /// What would have been asked for.
  private static final byte[] BY_THE_CLOCK = "{}".getBytes(UTF_8);

  private final Verifier verifier;
  private final Jobs<Verification> jobs;

  VerificationJobs(Verifier verifier, InstantSource clock, KeptJobs kept) {
    this.verifier = verifier;
    this.jobs = new Jobs<>(Job.Kind.VERIFICATION, kept, VerificationAnswer::of, clock);
  }

  /// Begins one; throws [org.planledger.api.problem.ProblemException] while another one runs.
  Job<Verification> begin(Extent extent, byte[] request) {
    return jobs.begin(new Verification(verifier, extent), request);
  }

  /// Begins one of what is new, unless one runs already.
  void beginByTheClock() {
    jobs.tryToBegin(new Verification(verifier, Extent.INCREMENTAL), BY_THE_CLOCK);
  }

  /// How one is shown; throws [org.planledger.api.problem.ProblemException] if there is none.
  byte[] get(UUID id) {
    return jobs.get(id);
  }

  /// Ends before the store that the running one reads.
  @Override
  public void close() {
    jobs.close();
  }
}
