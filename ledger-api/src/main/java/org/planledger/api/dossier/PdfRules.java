package org.planledger.api.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planledger.core.rule.Rule;

/// The rules that a dossier cites, in the words of the catalogue.
final class PdfRules {
  private final PdfPaper paper;

  PdfRules(PdfPaper paper) {
    this.paper = paper;
  }

  /// How often a rule was met, and how often it was not.
  private record Met(int held, int failed) {
    Met plus(boolean holds) {
      return holds ? new Met(held + 1, failed) : new Met(held, failed + 1);
    }
  }

  void write(List<Entry> timeline) {
    paper.heading("Rules that are cited");
    var table =
        paper.table(List.of("Rule", "Clause", "What it says", "Met", "Not met"), 13, 9, 60, 9, 9);
    cited(timeline)
        .forEach(
            (rule, met) ->
                table.row(
                    rule,
                    clause(rule),
                    sentences(rule),
                    String.valueOf(met.held()),
                    String.valueOf(met.failed())));
    table.end();
  }

  /// Each decision counts once, however many events followed from it.
  private static Map<String, Met> cited(List<Entry> timeline) {
    var decisions = new LinkedHashMap<Long, Entry>();
    timeline.forEach(
        entry -> {
          if (entry.decision() != null) {
            decisions.putIfAbsent(entry.decision(), entry);
          }
        });
    var cited = new TreeMap<String, Met>();
    for (var entry : decisions.values()) {
      for (var reason : entry.reasons()) {
        cited.merge(
            reason.rule(),
            new Met(0, 0).plus(reason.holds()),
            (before, _) -> before.plus(reason.holds()));
      }
    }
    return cited;
  }

  private static String clause(String id) {
    return List.of(Rule.values()).stream()
        .filter(rule -> rule.id().equals(id))
        .map(Rule::clause)
        .findFirst()
        .orElse("");
  }

  /// A rule that can fail in two ways has two sentences.
  private static String sentences(String id) {
    return String.join(
        " ",
        List.of(Rule.values()).stream()
            .filter(rule -> rule.id().equals(id))
            .map(Rule::sentence)
            .toList());
  }
}
