package org.planledger.verify.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.verify.input.Base64Text;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Moment;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.proof.Hash;

/// What a ledger commits to at one moment: the three logs and the map of all streams, signed
/// (https://c2sp.org/tlog-checkpoint, with four lines more).
///
/// @param origin which ledger it is of; the name of the key that signs for it
/// @param time when it was made, as written
public record Checkpoint(
    String origin,
    LogHead events,
    Hash map,
    LogHead attempts,
    LogHead reads,
    String time,
    SignedNote note) {

  /// The largest note that is taken, in bytes.
  public static final int MAX_NOTE_BYTES = 1 << 20;

  private static final int LINES = 7;

  /// What the keys say about a checkpoint.
  ///
  /// @param signedBy the keys that signed it
  /// @param objection why it is not to be believed, if it is not
  public record Signing(List<VerifierKey> signedBy, Optional<String> objection) {}

  /// Reads a checkpoint; nothing is verified yet.
  ///
  /// @param place where it stands, for messages
  public static Checkpoint parse(String place, String note) {
    var signed = SignedNote.parse(place, note);
    List<String> lines = List.of(signed.text().split("\n", -1));
    // The text ends with a line feed, after which there is one more, empty line.
    if (lines.size() != LINES + 1) {
      throw new UnusableInputException(
          place,
          "a checkpoint has the lines origin, size, root, map, attempts, reads and time;"
              + " this one has %d lines".formatted(lines.size() - 1));
    }
    String origin = lines.get(0);
    if (origin.isEmpty()) {
      throw problem(place, 1, "the origin is missing");
    }
    var events = new LogHead(size(place, 2, lines.get(1)), hash(place, 3, lines.get(2)));
    Hash map = hash(place, 4, after("map ", place, 4, lines));
    LogHead attempts = head("attempts ", place, 5, lines);
    LogHead reads = head("reads ", place, 6, lines);
    String time = after("time ", place, 7, lines);
    if (Moment.micros(time).isEmpty()) {
      throw problem(place, 7, "a moment like 2026-02-01T10:00:00Z is expected");
    }
    return new Checkpoint(origin, events, map, attempts, reads, time, signed);
  }

  /// Whether one of the keys signed it. Signatures of keys that are not known are passed over; one
  /// of a key that is known must be right.
  public Signing verify(VerifierKeys keys) {
    var signedBy = new ArrayList<VerifierKey>();
    byte[] text = note.signedBytes();
    for (NoteSignature signature : note.signatures()) {
      for (VerifierKey key : keys.matching(signature)) {
        if (!key.verifies(text, signature.signature().content())) {
          return new Signing(
              List.of(),
              Optional.of(
                  "the signature of %s (key %s) does not fit: the checkpoint was changed, or somebody"
                          .formatted(key.name(), key.id())
                      + " else signed it"));
        }
        if (key.name().equals(origin)) {
          signedBy.add(key);
        }
      }
    }
    return new Signing(
        List.copyOf(signedBy),
        signedBy.isEmpty()
            ? Optional.of("none of the keys given signed it in the name of " + origin)
            : Optional.empty());
  }

  private static LogHead head(String word, String place, int line, List<String> lines) {
    String value = after(word, place, line, lines);
    int space = value.indexOf(' ');
    if (space < 0) {
      throw problem(place, line, "a size and a root are expected");
    }
    return new LogHead(
        size(place, line, value.substring(0, space)),
        hash(place, line, value.substring(space + 1)));
  }

  private static String after(String word, String place, int line, List<String> lines) {
    String text = lines.get(line - 1);
    if (!text.startsWith(word)) {
      throw problem(place, line, "the line `%s` is expected".formatted(word.strip()));
    }
    return text.substring(word.length());
  }

  private static long size(String place, int line, String text) {
    if (text.matches("0|[1-9][0-9]{0,15}")) {
      long size = Long.parseLong(text);
      if (size <= JsonReader.MAX_INTEGER) {
        return size;
      }
    }
    throw problem(place, line, "a size is a whole number up to " + JsonReader.MAX_INTEGER);
  }

  private static Hash hash(String place, int line, String text) {
    byte[] letters = text.getBytes(UTF_8);
    byte[] bytes = Base64Text.decode(letters, 0, letters.length);
    if (bytes == null || bytes.length != Hash.LENGTH_BYTES) {
      throw problem(place, line, "a hash is 32 bytes in base64");
    }
    return Hash.of(bytes);
  }

  private static UnusableInputException problem(String place, int line, String what) {
    return new UnusableInputException("%s, line %d of the note".formatted(place, line), what);
  }
}
