package org.planledger.api.operating;

import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Closes a month of the books.
@Command(
    name = "close-period",
    description = "close a month by its last run; what comes later belongs to the next",
    mixinStandardHelpOptions = true)
final class ClosePeriodCommand extends AskingCommand {

  @Parameters(paramLabel = "MONTH", description = "the month, such as 2026-10")
  private String month = "";

  @Option(
      names = "--carry-over",
      description = "let exceptions that nobody has explained go over into the next month")
  private boolean carryOver;

  @Override
  int ask(LedgerServer server, Screen screen) {
    if (!month.matches("[0-9]{4}-[0-9]{2}")) {
      throw EndedException.unusable("A month is written as 2026-10.");
    }
    JsonNode entry =
        server.act(
            "/v1/periods/" + month + "/closing",
            Screen.object().put("carryingOver", carryOver),
            "close-" + UUID.randomUUID());
    screen.result(
        "%s is closed by run %d, report %s"
            .formatted(
                month,
                entry.path("event").path("run").asLong(0),
                entry.path("event").path("report").asString("")),
        entry);
    return EndedException.GOOD;
  }
}
