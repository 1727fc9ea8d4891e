package org.planledger.core.store.sealing;

import java.util.List;

/// The whole history of one plan, proven against one checkpoint.
///
/// @param checkpoint that everything is proven against
/// @param streams the plan's own, and then those of the devices that its events name
/// @param attempts every command that was decided on the plan, in order
public record PlanProof(
    StoredCheckpoint checkpoint, List<ProvenStream> streams, List<ProvenAttempt> attempts) {

  public PlanProof {
    streams = List.copyOf(streams);
    attempts = List.copyOf(attempts);
  }
}
