package org.planledger.api.operating;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Builds views anew beside the live ones and compares them.
@Command(
    name = "rebuild",
    description = {
      "build a view anew from the ledger beside the live one and compare both, row by row;",
      "exit code 1 if they are not alike, also when the switch has healed that"
    },
    mixinStandardHelpOptions = true)
final class RebuildCommand extends AskingCommand {

  private static final String ALL = "all";

  @Parameters(paramLabel = "VIEW", description = "the name of a view, such as plans, or: all")
  private String view = "";

  @Option(
      names = "--switch",
      description = "let what was built anew take the place of the live view")
  private boolean switching;

  @Override
  int ask(LedgerServer server, Screen screen) {
    boolean same = true;
    for (String name : named(server)) {
      JsonNode job =
          new JobWatch(server, screen)
              .run(
                  "/v1/rebuilds", Screen.object().put("view", name).put("switch", switching), name);
      screen.result(line(name, job.path("result")), job);
      same &= job.path("result").path("same").asBoolean(false);
    }
    return same ? EndedException.GOOD : EndedException.NOT_GOOD;
  }

  private List<String> named(LedgerServer server) {
    List<String> known = new ArrayList<>();
    server
        .get("/v1/views?pageSize=100")
        .path("data")
        .forEach(each -> known.add(each.path("name").asString("")));
    if (view.equals(ALL)) {
      return known;
    }
    List<String> meant =
        known.stream().filter(name -> name.matches(Pattern.quote(view) + "(_\\d+)?")).toList();
    if (meant.size() != 1) {
      throw EndedException.unusable(
          "There is no view " + view + ", but: " + String.join(", ", known));
    }
    return meant;
  }

  private static String line(String name, JsonNode result) {
    StringBuilder line = new StringBuilder(name);
    JsonNode first = result.path("first");
    if (first.isObject()) {
      line.append(
          String.format(
              Locale.ROOT,
              ": DIFFERENT in %,d rows; first %s",
              result.path("differences").asLong(0),
              told(first)));
    } else {
      line.append(
          String.format(
              Locale.ROOT,
              ": the same, %,d rows at position %,d",
              result.path("rows").asLong(0),
              result.path("position").asLong(0)));
    }
    if (result.path("switched").asBoolean(false)) {
      line.append("; switched to set ").append(result.path("live").asString(""));
    }
    return line.toString();
  }

  private static String told(JsonNode first) {
    String row = first.path("table").asString("") + " " + first.path("key");
    String what =
        switch (first.path("kind").asString("")) {
          case "MISSING" -> "the live view lacks the row";
          case "SURPLUS" -> "no event leads to the row";
          default ->
              "%s is %s and should be %s"
                  .formatted(
                      first.path("column").asString(""), first.path("live"), first.path("rebuilt"));
        };
    return row + ": " + what + ", position " + first.path("position");
  }
}
