package org.planledger.core.store.sealing;

import java.time.Instant;
import java.util.List;

/// What came of a verification.
///
/// @param number its place among all verifications, from 1
/// @param extent how much was looked at
/// @param checkpoint the number of the checkpoint up to which everything was looked at
/// @param findings what is wrong; nothing if all is as it was recorded
public record VerificationResult(
    long number,
    Extent extent,
    long checkpoint,
    Instant startedAt,
    Instant endedAt,
    List<Finding> findings) {

  /// How much a verification looks at.
  public enum Extent {
    /// What has been recorded since the last one that found all to be well.
    INCREMENTAL,
    /// Everything.
    FULL
  }

  public VerificationResult {
    findings = List.copyOf(findings);
  }

  /// Whether all is as it was recorded.
  public boolean good() {
    return findings.isEmpty();
  }
}
