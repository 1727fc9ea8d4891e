package org.planledger.core.store.sealing;

import java.util.List;
import org.planledger.core.evidence.Hash;

/// Shows that a log has a leaf at a place.
///
/// @param leaf its hash
/// @param path from the leaf to the root
public record InclusionProof(Hash leaf, List<Hash> path) {

  public InclusionProof {
    path = List.copyOf(path);
  }
}
