package org.planledger.verify;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What all commands share: the keys that are trusted, and how a report is answered.
abstract class Answering implements Callable<Integer> {

  /// All is as it was recorded.
  static final int GOOD = 0;

  /// Something is not.
  static final int TAMPERED = 1;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEYFILE",
      description = "verifier keys that are trusted, one a line: <name>+<key id>+<base64>")
  private String key = "";

  @Option(names = "--json", description = "answer in one line of JSON")
  private boolean json;

  /// Set by picocli before anything is called.
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  /// Does what the command is for.
  abstract Report report(VerifierKeys keys);

  @Override
  public final Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Report report = report(VerifierKeys.read(new InputFile(key)));
      out.print(json ? report.json() + "\n" : report.text());
      return report.isGood() ? GOOD : TAMPERED;
    } catch (UnusableInputException e) {
      if (!json) {
        throw e;
      }
      out.println(Report.unusableJson(e.sentence()));
      return Main.UNUSABLE;
    } finally {
      out.flush();
    }
  }

  final CommandSpec spec() {
    return spec;
  }
}
