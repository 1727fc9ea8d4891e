package org.planledger.core.store.sealing;

import java.util.Optional;
import org.planledger.core.store.Bytes;

/// What checkpoints are to be signed with.
///
/// @param origin names the ledger in its checkpoints and its keys, for ever; left out, a name is
///     made from the first key
/// @param seed the secret 32 bytes of the key
/// @param previousSeed those of the key it follows, for the one checkpoint that both sign
/// @param previousLost whether that key is lost, and a checkpoint by the new one alone has to do
public record SigningSecrets(
    Optional<String> origin, Bytes seed, Optional<Bytes> previousSeed, boolean previousLost) {

  /// Secrets are never shown.
  @Override
  public String toString() {
    return "SigningSecrets";
  }
}
