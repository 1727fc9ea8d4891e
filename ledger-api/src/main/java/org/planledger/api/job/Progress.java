package org.planledger.api.job;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;

/// How far a job is.
@Schema(name = "Progress")
public record Progress(
    @Schema(description = "How much of it is done.") long done,
    @Schema(description = "How much there is, as far as that was counted.") long total,
    long remaining,
    @Schema(description = "How much was done in a second, on the average so far.") long perSecond) {

  /// How far a job is that began then.
  ///
  /// @param until when it ended, or now
  public static Progress of(long done, long total, Instant since, Instant until) {
    long millis = Math.max(1, Duration.between(since, until).toMillis());
    return new Progress(done, total, Math.max(0, total - done), done * 1000 / millis);
  }
}
