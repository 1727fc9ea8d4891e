package org.planledger.verify;

import org.planledger.verify.checkpoint.Checkpoint;
import org.planledger.verify.checkpoint.CheckpointCheck;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Looks at one checkpoint.
@Command(
    name = "checkpoint",
    description = "verify the signature of a checkpoint and show what it commits to",
    mixinStandardHelpOptions = true)
final class CheckpointCommand extends Answering {

  @Parameters(paramLabel = "NOTE", description = "the checkpoint, or - for standard input")
  private String note = "";

  @Override
  Report report(VerifierKeys keys) {
    var file = new InputFile(note);
    var checkpoint = Checkpoint.parse(file.title(), file.text(Checkpoint.MAX_NOTE_BYTES));
    var report = new Report("checkpoint of " + checkpoint.origin());
    CheckpointCheck.check(checkpoint, keys, "checkpoint", report);
    return report;
  }
}
