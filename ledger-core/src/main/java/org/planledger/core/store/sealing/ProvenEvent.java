package org.planledger.core.store.sealing;

import java.util.List;
import org.planledger.core.evidence.Hash;
import org.planledger.core.store.EventRow;

/// An event with the proof that the log of events has it at its position.
///
/// @param event as it is stored
/// @param inclusion the path from its leaf to the root of the checkpoint
public record ProvenEvent(EventRow event, List<Hash> inclusion) {

  public ProvenEvent {
    inclusion = List.copyOf(inclusion);
  }
}
