package org.planledger.api.openapi;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.regex.Pattern;

/// Describes the variable parts of paths.
final class PathVariables {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final String UUID = "01890a5d-ac96-774b-bcce-b302099a8057";

  private PathVariables() {}

  static List<Parameter> of(String path) {
    return VARIABLE.matcher(path).results().map(match -> of(match, 1)).toList();
  }

  private static Parameter of(java.util.regex.MatchResult match, int group) {
    var name = match.group(group);
    return switch (name) {
      case "planId" -> Parts.path(name, "The id of the plan.", UUID);
      case "caseId" -> Parts.path(name, "The id of the case.", UUID);
      case "deviceId" -> Parts.path(name, "The id of the device.", "d5122b3a".repeat(8));
      case "sweepId" -> Parts.path(name, "The id of the sweep.", UUID);
      case "simulationId" -> Parts.path(name, "The id of the simulation.", UUID);
      case "verificationId" -> Parts.path(name, "The id of the verification.", UUID);
      case "rebuildId" -> Parts.path(name, "The id of the rebuild.", UUID);
      case "movementId" -> Parts.path(name, "The id of the movement of a fee.", "42.1");
      case "backupId" -> Parts.path(name, "The id of the backup.", UUID);
      case "importId" -> Parts.path(name, "The id of the import.", UUID);
      case "settlementNumber" -> Parts.path(name, "The number of the settlement.", "3");
      case "lineNumber" -> Parts.path(name, "The number of the line in its file.", "2");
      case "mapping" -> Parts.path(name, "The name of the mapping.", "bank-of-example");
      case "reconciliationId" -> Parts.path(name, "The id of the reconciliation.", UUID);
      case "run" -> Parts.path(name, "The number of the run.", "7");
      case "entry" -> Parts.path(name, "The number of the entry.", "4");
      case "matchId" -> Parts.path(name, "The id of the match.", "5c1e".repeat(8));
      case "exceptionId" -> Parts.path(name, "The id of the exception.", "9d02".repeat(8));
      case "feeId" -> Parts.path(name, "The id of the fee.", UUID);
      case "period" -> Parts.path(name, "The month.", "2026-10");
      case "size" -> Parts.path(name, "How many events the checkpoint covers.", "1200");
      case "level" -> Parts.path(name, "The level of the tile, 0 for the leaves.", "0");
      case "place" ->
          Parts.path(
              name,
              "The place of the tile and, if it is not full, its width: C2SP tlog-tiles has the"
                  + " form.",
              "x001/x234/067.p/112");
      case "number" -> Parts.path(name, "The number of the decision.", "41");
      case "model" -> Parts.path(name, "The code of the model.", "MAVIC_3");
      case "edition" -> Parts.path(name, "The edition of the terms.", "2022-10");
      case "type" -> Parts.path(name, "The name of the event.", "ReplacementClaimed");
      case "revision" -> Parts.path(name, "The revision of its form.", "2");
      default -> throw new IllegalStateException("nobody has described {" + name + "}");
    };
  }
}
