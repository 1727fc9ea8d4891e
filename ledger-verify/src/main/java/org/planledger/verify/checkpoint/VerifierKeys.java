package org.planledger.verify.checkpoint;

import java.util.ArrayList;
import java.util.List;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.input.UnusableInputException;

/// The keys that somebody trusts. After a rotation there are several, and a checkpoint is signed
/// by one of them at least.
public record VerifierKeys(List<VerifierKey> keys) {

  private static final int MAX_FILE_BYTES = 1 << 20;

  public VerifierKeys {
    keys = List.copyOf(keys);
  }

  /// Reads a file with one key per line. Empty lines and lines that begin with `#` are passed over.
  public static VerifierKeys read(InputFile file) {
    var keys = new ArrayList<VerifierKey>();
    List<String> lines = file.text(MAX_FILE_BYTES).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String place = "%s, line %d".formatted(file.title(), i + 1);
      keys.add(
          VerifierKey.parse(line)
              .orElseThrow(
                  () ->
                      new UnusableInputException(
                          place, "an Ed25519 key as <name>+<key id>+<base64> is expected")));
    }
    if (keys.isEmpty()) {
      throw new UnusableInputException(file.title(), "there is no key in it");
    }
    return new VerifierKeys(keys);
  }

  List<VerifierKey> matching(NoteSignature signature) {
    return keys.stream()
        .filter(key -> key.name().equals(signature.name()) && key.id().equals(signature.keyId()))
        .toList();
  }
}
