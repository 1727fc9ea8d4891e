package org.planledger.api.operating;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// Has the ledger verify itself.
@Command(
    name = "verify-ledger",
    description =
        "compute every hash again from the stored bytes and compare it with what was signed",
    mixinStandardHelpOptions = true)
final class VerifyLedgerCommand extends AskingCommand {

  @Option(
      names = "--incremental",
      description = "only what was recorded since the last verification that found all well")
  private boolean incremental;

  @Override
  int ask(LedgerServer server, Screen screen) {
    JsonNode job =
        new JobWatch(server, screen)
            .run(
                "/v1/verifications",
                Screen.object().put("extent", incremental ? "INCREMENTAL" : "FULL"),
                "verifying");
    JsonNode result = job.path("result");
    boolean good = result.path("good").asBoolean(false);
    screen.result(line(good, job), job);
    return good ? EndedException.GOOD : EndedException.NOT_GOOD;
  }

  private static String line(boolean good, JsonNode job) {
    JsonNode result = job.path("result");
    if (good) {
      return String.format(
          Locale.ROOT,
          "GOOD, %,d records up to checkpoint %,d",
          job.path("progress").path("done").asLong(0),
          result.path("checkpoint").asLong(0));
    }
    StringBuilder lines = new StringBuilder("NOT AS IT WAS RECORDED");
    result
        .path("findings")
        .forEach(
            finding ->
                lines
                    .append(System.lineSeparator())
                    .append(finding.path("place").asString(""))
                    .append(": ")
                    .append(finding.path("what").asString("")));
    return lines.toString();
  }
}
