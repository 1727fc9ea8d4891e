package org.planledger.api.operating;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Has the server import a file of a payment processor or a bank.
@Command(
    name = "import-settlement",
    description = {
      "import a settlement or a bank statement; the same bytes are imported once;",
      "exit code 1 if the file was refused, or some of its records could not be read"
    },
    mixinStandardHelpOptions = true)
final class ImportSettlementCommand extends AskingCommand {

  private static final int SHOWN = 5;

  @Parameters(paramLabel = "FILE", description = "the file")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      defaultValue = "auto",
      paramLabel = "FORMAT",
      description =
          "stripe, adyen, camt.053, camt.054, csv or xlsx (default: ${DEFAULT-VALUE}, found out)")
  private String format = "";

  @Option(
      names = "--mapping",
      paramLabel = "NAME",
      description = "the mapping that explains the columns of a csv or xlsx file")
  private @Nullable String mapping;

  @Option(names = "--dry-run", description = "read the file only, and tell what would be imported")
  private boolean dryRun;

  @Override
  int ask(LedgerServer server, Screen screen) {
    JsonNode begun = server.upload("/v1/settlements?" + query(), file);
    JsonNode job =
        begun.path("importedBefore").asBoolean(false)
            ? begun
            : new JobWatch(server, screen).follow(begun, "/v1/settlement-imports", "importing");
    long quarantined = job.path("progress").path("quarantined").asLong(0);
    screen.result(line(job, quarantined), job);
    return quarantined == 0 ? EndedException.GOOD : EndedException.NOT_GOOD;
  }

  private String query() {
    List<String> parameters = new ArrayList<>();
    parameters.add("format=" + encoded(format.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")));
    Path name = file.getFileName();
    if (name != null && !name.toString().isBlank()) {
      parameters.add("fileName=" + encoded(name.toString()));
    }
    if (mapping != null) {
      parameters.add("mapping=" + encoded(mapping));
    }
    if (dryRun) {
      parameters.add("dryRun=true");
    }
    return String.join("&", parameters);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String line(JsonNode job, long quarantined) {
    JsonNode result = job.path("result");
    StringBuilder line = new StringBuilder();
    if (job.path("importedBefore").asBoolean(false)) {
      line.append("Imported before, ");
    } else if (job.path("dryRun").asBoolean(false)) {
      line.append("Nothing was kept, ");
    }
    if (result.isObject()) {
      line.append("settlement ").append(result.path("number").asLong(0)).append(", ");
    }
    line.append(
        String.format(
            Locale.ROOT,
            "%s: %,d lines",
            job.path("format").asString(""),
            job.path("progress").path("lines").asLong(0)));
    job.path("totals")
        .forEach(
            total ->
                line.append(
                    String.format(
                        Locale.ROOT,
                        ", %s net %,d minor units",
                        total.path("currency").asString(""),
                        total.path("netMinor").asLong(0))));
    long announced = job.path("progress").path("notBooked").asLong(0);
    if (announced > 0) {
      line.append(String.format(Locale.ROOT, "; %,d entries are not booked yet", announced));
    }
    if (quarantined > 0) {
      line.append(String.format(Locale.ROOT, "; %,d records could not be read", quarantined));
      job.path("firstQuarantined").valueStream().limit(SHOWN).forEach(each -> tell(line, each));
    }
    return line.toString();
  }

  private static void tell(StringBuilder line, JsonNode broken) {
    line.append(System.lineSeparator())
        .append("  ")
        .append(broken.path("number").asLong(0))
        .append(' ')
        .append(broken.path("column").asString(""))
        .append(": ")
        .append(broken.path("detail").asString(""));
  }
}
