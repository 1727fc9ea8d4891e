package org.planledger.api.evidence;

import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.evidence.VerifierKey;
import org.planledger.core.store.sealing.LogKey;
import org.planledger.core.store.sealing.Proofs;
import org.planledger.core.store.sealing.SealedLog;
import org.planledger.core.store.sealing.Sealer;
import org.planledger.core.store.sealing.StoredCheckpoint;
import org.springframework.stereotype.Component;

/// Finds the checkpoint that covers the history of a plan, and makes sure first that the whole of
/// it leads to what was signed.
@Component
public final class CoveredPlans {
  private final Sealer sealer;
  private final Proofs proofs;
  private final SealedLog log;

  CoveredPlans(Sealer sealer, Proofs proofs, SealedLog log) {
    this.sealer = sealer;
    this.proofs = proofs;
    this.log = log;
  }

  /// A checkpoint and the key that it was signed with.
  public record Covered(StoredCheckpoint checkpoint, VerifierKey key) {}

  /// The first checkpoint that covers all of a plan's history up to a point, so that it stays the
  /// same however the ledger grows. Throws [ProblemException] if anything of the plan is damaged.
  ///
  /// @param position of the last event
  /// @param attempt the number of the last attempt
  public Covered covering(String planId, long position, long attempt) {
    return ProofReads.undamaged(
        () -> {
          sealer.sealThrough(position, attempt);
          proofs.ofPlan(planId, event -> NamedInJson.devices(event.payload()));
          var checkpoint =
              log.covering(position, attempt)
                  .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_CHECKPOINT));
          return new Covered(checkpoint, keyOf(checkpoint));
        });
  }

  private VerifierKey keyOf(StoredCheckpoint checkpoint) {
    return log.keys().stream()
        .filter(key -> key.fromCheckpoint() <= checkpoint.number())
        .reduce((_, later) -> later)
        .map(LogKey::key)
        .orElseThrow(() -> ProblemException.of(ProblemType.EVIDENCE_DAMAGED));
  }
}
