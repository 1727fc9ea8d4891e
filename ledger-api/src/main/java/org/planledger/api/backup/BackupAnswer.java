package org.planledger.api.backup;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.Progress;

/// A backup, while it is made and after.
@Schema(name = "Backup")
record BackupAnswer(
    UUID id,
    Job.State state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(description = "Why there is none.") @Nullable String failure,
    @Schema(description = "In rows.") Progress progress,
    @Schema(description = "What came of it.") @Nullable FileAnswer result) {

  /// The file that was made.
  @Schema(name = "BackupFile")
  record FileAnswer(
      @Schema(description = "Where it lies on the machine of the server.") String file,
      long bytes,
      long rows,
      @Schema(description = "How many events it holds; all of them are signed for.") long events,
      long attempts,
      long reads,
      @Schema(description = "The checkpoint that covers exactly these.") long checkpoint) {

    static FileAnswer of(Backup.Made made) {
      var manifest = made.manifest();
      return new FileAnswer(
          made.file().toString(),
          made.bytes(),
          manifest.rows(),
          manifest.extent().events(),
          manifest.extent().attempts(),
          manifest.extent().reads(),
          manifest.checkpoint());
    }
  }

  static BackupAnswer of(Job<Backup> job, Instant now) {
    var task = job.task();
    return new BackupAnswer(
        job.id(),
        job.state(),
        job.startedAt(),
        job.endedAt().orElse(null),
        job.failure().orElse(null),
        Progress.of(task.done(), task.total(), job.startedAt(), job.endedAt().orElse(now)),
        task.made().map(FileAnswer::of).orElse(null));
  }
}
