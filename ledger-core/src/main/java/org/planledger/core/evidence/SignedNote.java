package org.planledger.core.evidence;

import java.util.Arrays;
import java.util.List;

/// A text with signatures (C2SP signed-note): the text ends with a newline, an empty line follows,
/// and then one line for each signature.
public final class SignedNote {

  private static final String BEFORE_SIGNATURES = "\n\n";

  private final String body;
  private final List<NoteSignature> signatures;

  private SignedNote(String body, List<NoteSignature> signatures) {
    this.body = body;
    this.signatures = signatures;
  }

  /// Signs a text.
  ///
  /// @param body ends with a newline
  public static SignedNote sign(String body, List<SigningKey> keys) {
    return new SignedNote(body, keys.stream().map(key -> key.sign(body)).toList());
  }

  /// Reads a note.
  ///
  /// @throws IllegalArgumentException if it is none
  public static SignedNote parse(String text) {
    int end = text.lastIndexOf(BEFORE_SIGNATURES);
    if (end < 0 || !text.endsWith("\n") || end + 2 == text.length()) {
      throw new IllegalArgumentException("A signed note has an empty line before its signatures");
    }
    String[] lines = text.substring(end + 2, text.length() - 1).split("\n", -1);
    return new SignedNote(
        text.substring(0, end + 1), Arrays.stream(lines).map(NoteSignature::parse).toList());
  }

  /// The text that is signed, its last newline included.
  public String body() {
    return body;
  }

  /// The whole note.
  public String text() {
    StringBuilder text = new StringBuilder(body).append('\n');
    signatures.forEach(signature -> text.append(signature.line()));
    return text.toString();
  }

  /// Whether one of the signatures is by a key.
  public boolean isSignedBy(VerifierKey key) {
    return signatures.stream().anyMatch(signature -> signature.isBy(key, body));
  }
}
