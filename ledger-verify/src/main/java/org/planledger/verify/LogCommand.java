package org.planledger.verify;

import java.io.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.log.LogVerifier;
import org.planledger.verify.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verifies a whole log.
@Command(
    name = "log",
    description = "verify a whole exported log: every event, every stream, the root and the map",
    mixinStandardHelpOptions = true)
final class LogCommand extends Answering {

  private static final int BAR_WIDTH_CHARACTERS = 100;
  private static final long MEGABYTE = 1_000_000;

  @Parameters(paramLabel = "EXPORT.jsonl", description = "the log, or - for standard input")
  private String export = "";

  @Option(
      names = "--checkpoint",
      paramLabel = "NOTE",
      description = "an earlier checkpoint that the log must lead to as well; may be repeated")
  private List<String> checkpoints = new ArrayList<>();

  @Override
  Report report(VerifierKeys keys) {
    var file = new InputFile(export);
    var earlier = checkpoints.stream().map(InputFile::new).toList();
    if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
      return new LogVerifier(keys, bytes -> {}).verify(file, earlier);
    }
    try (ProgressBar bar = bar(file.sizeBytes())) {
      return new LogVerifier(keys, bar::stepTo).verify(file, earlier);
    }
  }

  /// A bar on the error output, so that it never stands in what is piped on.
  private static ProgressBar bar(long bytes) {
    return new ProgressBarBuilder()
        .setTaskName("verifying")
        .setInitialMax(bytes == 0 ? -1 : bytes)
        .setUnit(" MB", MEGABYTE)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .setConsumer(new ConsoleProgressBarConsumer(System.err, BAR_WIDTH_CHARACTERS))
        .build();
  }
}
