package org.planledger.verify;

import java.util.ArrayList;
import java.util.List;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.log.ConsistencyCheck;
import org.planledger.verify.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Compares two checkpoints.
@Command(
    name = "consistency",
    description = "verify that a later checkpoint extends an earlier one",
    mixinStandardHelpOptions = true)
final class ConsistencyCommand extends Answering {

  @Parameters(index = "0", paramLabel = "OLD.note", description = "the earlier checkpoint")
  private String older = "";

  @Parameters(index = "1", paramLabel = "NEW.note", description = "the later checkpoint")
  private String newer = "";

  @Parameters(
      index = "2..*",
      arity = "1..3",
      paramLabel = "PROOF.json",
      description = "the proof between them, for each log that is to be looked at")
  private List<String> proofs = new ArrayList<>();

  @Override
  Report report(VerifierKeys keys) {
    return new ConsistencyCheck(keys)
        .check(
            new InputFile(older),
            new InputFile(newer),
            proofs.stream().map(InputFile::new).toList());
  }
}
