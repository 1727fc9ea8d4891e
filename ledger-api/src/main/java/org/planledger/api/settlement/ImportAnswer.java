package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.Progress;
import org.planledger.api.settlement.format.QuarantineReason;
import org.planledger.api.settlement.format.QuarantinedRecord;
import org.planledger.api.settlement.format.SettlementFormat;

/// The import of a file, while it runs and after.
@Schema(name = "SettlementImport")
record ImportAnswer(
    @Schema(description = "Null if the same bytes were imported before: nothing runs.")
        @Nullable UUID id,
    Job.State state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(description = "Why nothing was imported: what was expected and what was found.")
        @Nullable String failure,
    String fileName,
    @Schema(description = "Null before it was found out.") @Nullable SettlementFormat format,
    @Schema(description = "Of the bytes of the file, in hexadecimal digits.") String sha256,
    @Schema(description = "Whether the file is read only, and nothing is kept.") boolean dryRun,
    @Schema(description = "Whether the same bytes were imported before, as `result` says.")
        boolean importedBefore,
    ProgressAnswer progress,
    @Schema(description = "What the lines come to, once all have been read.")
        List<SettlementTotal> totals,
    @Schema(description = "The first twenty records that could not be read.")
        List<BrokenAnswer> firstQuarantined,
    @Schema(description = "The file that was imported; null before the end and in a dry run.")
        @Nullable SettlementAnswer result) {

  /// How far it is.
  @Schema(name = "SettlementImportProgress")
  record ProgressAnswer(
      @Schema(description = "How many bytes of the file have been read.") long done,
      @Schema(description = "How many it has.") long total,
      long remaining,
      @Schema(description = "Bytes in a second, on the average so far.") long perSecond,
      @Schema(description = "How many records could be read.") int lines,
      @Schema(description = "How many could not.") int quarantined,
      @Schema(description = "How many the bank has only announced.") int notBooked,
      @Schema(description = "Records in a second, on the average so far.") long linesPerSecond,
      @Schema(description = "How long it takes yet at that pace; null if nobody can say.")
          @Nullable Long remainingSeconds) {

    private static ProgressAnswer of(SettlementImport task, Instant since, Instant until) {
      var progress = Progress.of(task.bytes(), task.upload().bytes(), since, until);
      long millis = Math.max(1, Duration.between(since, until).toMillis());
      return new ProgressAnswer(
          progress.done(),
          progress.total(),
          progress.remaining(),
          progress.perSecond(),
          task.lines(),
          task.quarantined(),
          task.notBooked(),
          (task.lines() + task.quarantined() + task.notBooked()) * 1000L / millis,
          progress.perSecond() == 0 ? null : progress.remaining() / progress.perSecond());
    }
  }

  /// A record that could not be read.
  @Schema(name = "BrokenRecord")
  record BrokenAnswer(
      @Schema(description = "The line of the file where it begins, or the transaction.") int number,
      @Schema(description = "Where the fault is.") @Nullable String column,
      QuarantineReason reason,
      @Schema(description = "What is wrong, for people.") String detail) {

    private static BrokenAnswer of(QuarantinedRecord broken) {
      return new BrokenAnswer(
          broken.number(), broken.column().orElse(null), broken.reason(), broken.detail());
    }
  }

  static ImportAnswer of(Job<SettlementImport> job, Instant now) {
    var task = job.task();
    var until = job.endedAt().orElse(now);
    return new ImportAnswer(
        job.id(),
        job.state(),
        job.startedAt(),
        job.endedAt().orElse(null),
        job.failure().orElse(null),
        task.upload().fileName(),
        task.format().orElse(null),
        task.upload().sha256().toHex(),
        task.upload().dryRun(),
        false,
        ProgressAnswer.of(task, job.startedAt(), until),
        task.totals(),
        task.firstBroken().stream().map(BrokenAnswer::of).toList(),
        task.made().map(SettlementAnswer::of).orElse(null));
  }

  /// The answer to bytes that were imported before.
  static ImportAnswer before(SettlementFile file) {
    return new ImportAnswer(
        null,
        Job.State.FINISHED,
        file.importedAt(),
        file.importedAt(),
        null,
        file.fileName(),
        file.format(),
        file.sha256().toHex(),
        false,
        true,
        new ProgressAnswer(
            file.bytes(),
            file.bytes(),
            0,
            0,
            file.lines(),
            file.quarantined(),
            file.notBooked(),
            0,
            null),
        file.totals(),
        List.of(),
        SettlementAnswer.of(file));
  }
}
