package org.planledger.api.verification;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.JobFailedException;
import org.planledger.core.store.sealing.VerificationResult;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.planledger.core.store.sealing.Verifier;

/// One verification of the ledger by itself.
final class Verification implements Job.Task {
  private final Verifier verifier;
  private final Extent extent;
  private volatile long done;
  private volatile long total;
  private volatile @Nullable VerificationResult result;

  Verification(Verifier verifier, Extent extent) {
    this.verifier = verifier;
    this.extent = extent;
  }

  @Override
  public void run(BooleanSupplier ending) {
    var progress =
        new Verifier.Progress(counted -> total = counted, counted -> done = counted, ending);
    result =
        verifier
            .verify(extent, progress)
            .orElseThrow(
                () -> new JobFailedException("The program ended before the verification."));
  }

  long done() {
    return done;
  }

  long total() {
    return total;
  }

  /// None before the end.
  Optional<VerificationResult> result() {
    return Optional.ofNullable(result);
  }
}
