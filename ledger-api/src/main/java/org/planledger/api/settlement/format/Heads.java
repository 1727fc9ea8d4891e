package org.planledger.api.settlement.format;

import java.util.List;

/// What the head of a table has to have.
final class Heads {

  private Heads() {}

  /// @throws UnreadableFileException if a column is missing
  static void require(SettlementFormat format, TableHead head, List<String> columns) {
    List<String> missing = columns.stream().filter(column -> !head.has(column)).toList();
    if (!missing.isEmpty()) {
      throw UnreadableFileException.wrong(
          format,
          "the column%s %s %s missing; found were %s"
              .formatted(
                  missing.size() == 1 ? "" : "s",
                  String.join(", ", missing),
                  missing.size() == 1 ? "is" : "are",
                  head.shown()));
    }
  }
}
