package org.planledger.verify.bundle;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.report.Report;

/// Whatever the bytes, there is a verdict or a sentence that says why there is none, and nothing is
/// good but what was signed. As a test this runs over the inputs that are kept beside it; with
/// `JAZZER_FUZZ=1` in the environment it looks for more.
class FuzzingBundlesTest {

  private static final Path EXAMPLE = Path.of("..", "docs", "evidence-example");
  private static final BundleVerifier VERIFIER =
      new BundleVerifier(VerifierKeys.read(new InputFile(EXAMPLE.resolve("key.txt").toString())));
  private static final String PLAN = "\"streamId\":\"0190d3a0-0000-7000-8000-000000000001\"";
  private static final String GOOD = good();

  @FuzzTest(maxDuration = "2m")
  void any_bytes_have_a_verdict_or_a_reason(byte[] bytes) {
    try {
      Report report = VERIFIER.verify("fuzz", bytes, Optional.empty());
      String json = report.json();
      // Of the one stream that the checkpoint has; any other is rightly shown to be absent.
      boolean absence = json.contains("plan-ledger-absence/1") && !json.contains(PLAN);
      if (report.isGood() && !absence && !json.equals(GOOD)) {
        throw new AssertionError("this was never signed: " + report.text());
      }
    } catch (UnusableInputException e) {
      if (e.getMessage().isBlank()) {
        throw new AssertionError("a reason is a sentence", e);
      }
    }
  }

  private static String good() {
    try {
      byte[] bundle = Files.readAllBytes(EXAMPLE.resolve("bundle.json"));
      return VERIFIER.verify("example", bundle, Optional.empty()).json();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
