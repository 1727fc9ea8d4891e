package org.planledger.api.operating;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a table of finance into a file.
@Command(
    name = "export",
    description = "write fees, matches or the journal into a file",
    mixinStandardHelpOptions = true)
final class ExportCommand extends AskingCommand {

  private static final List<String> TABLES = List.of("fees", "matches", "journal");
  private static final List<String> FORMATS = List.of("csv", "xlsx", "jsonl");

  @Parameters(paramLabel = "TABLE", description = "fees, matches or journal")
  private String table = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "csv, xlsx or jsonl (default: ${DEFAULT-VALUE})")
  private String format = "csv";

  @Option(names = "--out", paramLabel = "FILE", description = "where to (default: TABLE.FORMAT)")
  private @Nullable Path out;

  @Override
  int ask(LedgerServer server, Screen screen) {
    if (!TABLES.contains(table)) {
      throw EndedException.unusable("Tables are: " + String.join(", ", TABLES));
    }
    String form = format.toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(form)) {
      throw EndedException.unusable("Formats are: " + String.join(", ", FORMATS));
    }
    Path file = out == null ? Path.of(table + "." + form) : out;
    long bytes =
        server.download("/v1/exports/" + table + "?format=" + form.toUpperCase(Locale.ROOT), file);
    screen.result(
        String.format(Locale.ROOT, "%s: %,d bytes", file, bytes),
        Screen.object().put("file", file.toString()).put("bytes", bytes));
    return EndedException.GOOD;
  }
}
