package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.StoredCheckpoint;

/// One checkpoint in a list of them.
@Schema(name = "Checkpoint")
record CheckpointAnswer(
    @Schema(description = "Its place among all checkpoints.") long number,
    @Schema(description = "How many events it covers.") long size,
    long attempts,
    long reads,
    @Schema(description = "When it was made, by the ledger's own clock.") Instant time,
    @Schema(description = "The signed note.") String note) {

  static CheckpointAnswer of(StoredCheckpoint checkpoint) {
    return new CheckpointAnswer(
        checkpoint.number(),
        checkpoint.head(LogName.EVENTS).size(),
        checkpoint.head(LogName.ATTEMPTS).size(),
        checkpoint.head(LogName.READS).size(),
        checkpoint.checkpoint().time(),
        checkpoint.note());
  }
}
