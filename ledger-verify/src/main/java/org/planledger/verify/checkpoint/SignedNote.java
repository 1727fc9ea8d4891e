package org.planledger.verify.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.planledger.verify.input.Base64Text;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.proof.Bytes;

/// A text with the signatures under it, as described at https://c2sp.org/signed-note.
///
/// @param text what is signed, up to its last line feed
record SignedNote(String text, List<NoteSignature> signatures) {

  private static final String DASH = "— ";
  private static final int MAX_SIGNATURES = 100;

  SignedNote {
    signatures = List.copyOf(signatures);
  }

  /// Takes a note apart; nothing is verified yet.
  ///
  /// @param place where the note stands, for messages
  static SignedNote parse(String place, String note) {
    if (note.chars().anyMatch(letter -> letter < ' ' && letter != '\n')) {
      throw new UnusableInputException(place, "a signed note has no control characters");
    }
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
      throw new UnusableInputException(
          place, "a signed note is a text, an empty line and its signatures, each line ended");
    }
    String text = note.substring(0, blank + 1);
    int line = (int) text.lines().count() + 1;
    var signatures = new ArrayList<NoteSignature>();
    for (String signature : note.substring(blank + 2).lines().toList()) {
      line++;
      signatures.add(signature("%s, line %d of the note".formatted(place, line), signature));
    }
    if (signatures.size() > MAX_SIGNATURES) {
      throw new UnusableInputException(
          place, "a note has no more than %d signatures".formatted(MAX_SIGNATURES));
    }
    return new SignedNote(text, signatures);
  }

  byte[] signedBytes() {
    return text.getBytes(UTF_8);
  }

  /// Whether a key can have this name.
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(
                c ->
                    c == '+'
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c));
  }

  private static NoteSignature signature(String place, String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new UnusableInputException(place, "a signature is a dash, a name and base64");
    }
    String name = line.substring(DASH.length(), space);
    byte[] letters = line.substring(space + 1).getBytes(UTF_8);
    byte[] bytes = Base64Text.decode(letters, 0, letters.length);
    if (!isName(name) || bytes == null || bytes.length <= Integer.BYTES) {
      throw new UnusableInputException(place, "a signature is a dash, a name and base64");
    }
    String keyId = HexFormat.of().formatHex(bytes, 0, Integer.BYTES);
    byte[] rest = Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    return new NoteSignature(name, keyId, Bytes.of(rest));
  }
}
