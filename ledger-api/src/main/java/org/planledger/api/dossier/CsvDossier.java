package org.planledger.api.dossier;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the timeline of a dossier as CSV (RFC 4180) in UTF-8, an entry a line.
///
/// A spreadsheet takes a cell that begins with certain characters for a formula. Such a cell
/// gets an apostrophe in front, and so does one that begins with an apostrophe, so that the
/// first character can be taken away again without a doubt.
final class CsvDossier {
  static final List<String> COLUMNS =
      List.of(
          "line",
          "kind",
          "recordedAt",
          "validAt",
          "contractDay",
          "enteredLate",
          "type",
          "caseId",
          "sequence",
          "position",
          "decision",
          "client",
          "actor",
          "terms",
          "codes",
          "grounds",
          "rulesMet",
          "facts");

  private static final String FORMULA = "=+-@\t\r'";

  private CsvDossier() {}

  static void write(Dossier dossier, OutputStream out) throws IOException {
    var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(COLUMNS);
    for (var entry : dossier.timeline()) {
      csv.writeRecord(cells(entry).stream().map(CsvDossier::guarded).toList());
    }
    csv.flush();
  }

  private static List<String> cells(Entry entry) {
    return List.of(
        String.valueOf(entry.line()),
        entry.kind().name(),
        entry.recordedAt().toString(),
        entry.at().toString(),
        entry.day().toString(),
        String.valueOf(entry.enteredLate()),
        entry.type(),
        shown(entry.caseId()),
        shown(entry.sequence()),
        shown(entry.position()),
        shown(entry.decision()),
        entry.client(),
        entry.actor(),
        shown(entry.terms()),
        entry.codes().stream().map(Enum::name).collect(Collectors.joining("; ")),
        entry.grounds().stream().map(Reason::ground).collect(Collectors.joining("; ")),
        entry.reasons().stream()
            .filter(Reason::holds)
            .map(Reason::cited)
            .collect(Collectors.joining("; ")),
        entry.facts().stream().map(Fact::toString).collect(Collectors.joining("; ")));
  }

  private static String shown(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  static String guarded(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
