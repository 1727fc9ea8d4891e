package org.planledger.api.operating;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Has fees and payments matched.
@Command(
    name = "reconcile",
    description = {
      "match the fees of a month with what was settled, or repeat a run and compare its report;",
      "exit code 1 if exceptions are left, or the repeated report is another one"
    },
    mixinStandardHelpOptions = true)
final class ReconcileCommand extends AskingCommand {

  @Parameters(
      paramLabel = "MONTH",
      arity = "0..1",
      description = "the month, such as 2026-10; left out with --repeat")
  private @Nullable String month;

  @Option(names = "--dry-run", description = "only try: nothing is put in the books")
  private boolean dryRun;

  @Option(
      names = "--cut-off",
      paramLabel = "POSITION",
      description = "the last position of the ledger to be looked at")
  private @Nullable Long cutOff;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "the day by which ages are counted, such as 2026-10-31")
  private @Nullable String asOf;

  @Option(names = "--repeat", paramLabel = "RUN", description = "make this run once more")
  private @Nullable Long repeat;

  @Override
  int ask(LedgerServer server, Screen screen) {
    if ((month == null) == (repeat == null)) {
      throw EndedException.unusable("Name a month, or a run with --repeat.");
    }
    JsonNode job =
        new JobWatch(server, screen).run("/v1/reconciliations", request(), "reconciling");
    JsonNode result = job.path("result");
    screen.result(repeat == null ? line(result) : repeated(result), job);
    boolean good = repeat == null ? exceptions(result) == 0 : result.path("same").asBoolean(false);
    return good ? EndedException.GOOD : EndedException.NOT_GOOD;
  }

  private ObjectNode request() {
    ObjectNode request = Screen.object();
    if (month != null) {
      request.put("period", month);
    }
    if (repeat != null) {
      request.put("repeat", repeat);
    }
    if (cutOff != null) {
      request.put("cutOffPosition", cutOff);
    }
    if (asOf != null) {
      request.put("asOf", asOf);
    }
    if (dryRun) {
      request.put("dryRun", true);
    }
    return request;
  }

  private static long exceptions(JsonNode result) {
    long sum = 0;
    for (JsonNode count : result.path("totals").path("exceptions")) {
      sum += count.asLong(0);
    }
    return sum;
  }

  private static String line(JsonNode result) {
    JsonNode totals = result.path("totals");
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "run %,d: %,d fees, %,d lines, %,d matches, %,d in transit, %,d exceptions",
                result.path("run").asLong(0),
                totals.path("fees").asLong(0),
                totals.path("lines").asLong(0),
                totals.path("matches").asLong(0),
                totals.path("inTransit").asLong(0),
                exceptions(result)));
    totals
        .path("exceptions")
        .properties()
        .forEach(
            kind ->
                line.append(
                    String.format(
                        Locale.ROOT, "%n  %s %,d", kind.getKey(), kind.getValue().asLong(0))));
    return line.append("\nreport ").append(result.path("report").asString("")).toString();
  }

  private static String repeated(JsonNode result) {
    return (result.path("same").asBoolean(false)
            ? "SAME: run %d leads to its report again, %s"
            : "DIFFERENT: run %d leads to another report, %s")
        .formatted(result.path("run").asLong(0), result.path("report").asString(""));
  }
}
