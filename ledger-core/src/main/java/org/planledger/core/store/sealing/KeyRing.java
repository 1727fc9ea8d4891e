package org.planledger.core.store.sealing;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.planledger.core.evidence.SigningKey;
import org.planledger.core.evidence.StreamEntry;
import org.planledger.core.evidence.VerifierKey;
import org.planledger.core.store.Bytes;

/// The key that signs, and for one checkpoint the one it takes over from.
final class KeyRing {

  private static final String ORIGIN = "planledger.invalid/";

  private final SigningKey current;
  private final Optional<SigningKey> previous;
  private final boolean previousLost;

  private KeyRing(SigningKey current, Optional<SigningKey> previous, boolean previousLost) {
    this.current = current;
    this.previous = previous;
    this.previousLost = previousLost;
  }

  /// Makes keys of secrets.
  ///
  /// @param known the keys that have signed, the one in force last
  /// @throws UnfitKeyException if the key can neither go on signing nor take over
  static KeyRing of(SigningSecrets secrets, List<LogKey> known) {
    String name =
        known.isEmpty()
            ? secrets.origin().orElseGet(() -> nameOf(secrets.seed()))
            : known.getLast().key().name();
    secrets
        .origin()
        .filter(origin -> !origin.equals(name))
        .ifPresent(
            origin -> {
              throw new UnfitKeyException(
                  "The checkpoints of this ledger are from "
                      + name
                      + ", and an origin never changes: take "
                      + origin
                      + " out of ledger.signing.origin");
            });
    KeyRing ring =
        new KeyRing(
            SigningKey.of(name, secrets.seed().toArray()),
            secrets.previousSeed().map(seed -> SigningKey.of(name, seed.toArray())),
            secrets.previousLost());
    ring.signersAfter(known);
    return ring;
  }

  /// A name that no other ledger has: part of the hash of the first public key.
  private static String nameOf(Bytes seed) {
    VerifierKey nameless = SigningKey.of("nameless", seed.toArray()).verifier();
    String hash = StreamEntry.key(HexFormat.of().formatHex(nameless.publicKey())).toString();
    return ORIGIN + hash.substring(0, 16);
  }

  VerifierKey verifier() {
    return current.verifier();
  }

  /// Whether the key has yet to sign for the first time.
  boolean isNewTo(List<LogKey> known) {
    return known.isEmpty() || !known.getLast().key().equals(verifier());
  }

  /// Who signs the next checkpoint: at a change both, the one that has been in force first.
  ///
  /// @throws UnfitKeyException if another key is in force that this one cannot take over from
  List<SigningKey> signersAfter(List<LogKey> known) {
    if (!isNewTo(known) || known.isEmpty()) {
      return List.of(current);
    }
    if (known.stream().anyMatch(key -> key.key().equals(verifier()))) {
      throw new UnfitKeyException(
          "The signing key of this ledger was replaced by another one: set"
              + " LEDGER_SIGNING_KEY to that one");
    }
    VerifierKey inForce = known.getLast().key();
    if (previous.filter(key -> key.verifier().equals(inForce)).isPresent()) {
      return List.of(previous.get(), current);
    }
    if (previousLost) {
      return List.of(current);
    }
    throw new UnfitKeyException(
        "Checkpoints of this ledger are signed with another key: to replace it, set"
            + " LEDGER_SIGNING_PREVIOUS to that one beside the new"
            + " LEDGER_SIGNING_KEY");
  }
}
