package org.planledger.core.evidence;

import java.util.Arrays;
import java.util.Base64;

/// One signature line of a note.
final class NoteSignature {

  private static final String DASH = "\u2014 ";

  private final String keyName;
  private final byte[] keyId;
  private final byte[] signature;

  /// @param keyName of the key that signed
  /// @param keyId the first four bytes of that key's hash
  /// @param signature by that key over the text of the note
  NoteSignature(String keyName, byte[] keyId, byte[] signature) {
    this.keyName = keyName;
    this.keyId = keyId;
    this.signature = signature;
  }

  String line() {
    return DASH
        + keyName
        + " "
        + Base64.getEncoder().encodeToString(VerifierKey.joined(keyId, signature))
        + "\n";
  }

  /// @throws IllegalArgumentException if it is no signature line
  static NoteSignature parse(String line) {
    String[] words = line.split(" ", -1);
    if (!line.startsWith(DASH) || words.length != 3) {
      throw new IllegalArgumentException("This is no signature line of a note");
    }
    byte[] signed = Base64.getDecoder().decode(words[2]);
    if (signed.length <= VerifierKey.ID_BYTES) {
      throw new IllegalArgumentException("The signature is too short");
    }
    return new NoteSignature(
        words[1],
        Arrays.copyOf(signed, VerifierKey.ID_BYTES),
        Arrays.copyOfRange(signed, VerifierKey.ID_BYTES, signed.length));
  }

  boolean isBy(VerifierKey key, String text) {
    return keyName.equals(key.name())
        && Arrays.equals(keyId, key.id())
        && key.verifies(text, signature);
  }
}
