package org.planledger.verify.prover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;

/// The keys of signers, by way of a file as everybody else's.
public final class TestKeys {

  private TestKeys() {}

  public static VerifierKeys of(TestSigner... signers) {
    try {
      Path file = Files.createTempFile("ledger-verify", ".keys");
      Files.writeString(file, text(signers));
      try {
        return VerifierKeys.read(new InputFile(file.toString()));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(TestSigner... signers) {
    return Arrays.stream(signers)
        .map(signer -> signer.verifierKey() + "\n")
        .collect(Collectors.joining());
  }
}
