package org.planledger.core.store.sealing;

import java.util.List;
import org.planledger.core.evidence.Hash;
import org.planledger.core.store.AttemptRow;

/// An attempt with the proof that the log of attempts has it at its number.
///
/// @param attempt as it is stored
/// @param inclusion the path from its leaf to the root of the checkpoint
public record ProvenAttempt(AttemptRow attempt, List<Hash> inclusion) {

  public ProvenAttempt {
    inclusion = List.copyOf(inclusion);
  }
}
