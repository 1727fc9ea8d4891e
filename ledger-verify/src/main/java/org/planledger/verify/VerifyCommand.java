package org.planledger.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.verify.bundle.BundleVerifier;
import org.planledger.verify.bundle.SerialKey;
import org.planledger.verify.bundle.Serials;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// Verifies a bundle.
@Command(
    name = "verify",
    description = "verify the bundle of a plan, or the proof that a device was never bound",
    mixinStandardHelpOptions = true)
final class VerifyCommand extends Answering {

  @Parameters(paramLabel = "BUNDLE", description = "the bundle, or - for standard input")
  private String bundle = "";

  @Option(
      names = "--serial-key",
      paramLabel = "FILE",
      description = "the installation's key to serial numbers, 64 hexadecimal digits")
  private @Nullable String serialKey;

  @Option(
      names = "--serial",
      paramLabel = "SERIAL",
      description = "a serial number that one of the devices must have; may be repeated")
  private List<String> serials = new ArrayList<>();

  @Override
  Report report(VerifierKeys keys) {
    return new BundleVerifier(keys).verify(new InputFile(bundle), asked());
  }

  private Optional<Serials> asked() {
    if ((serialKey == null) != serials.isEmpty()) {
      throw new ParameterException(
          spec().commandLine(), "--serial-key and --serial are given together");
    }
    return Optional.ofNullable(serialKey)
        .map(file -> new Serials(SerialKey.read(new InputFile(file)), serials));
  }
}
