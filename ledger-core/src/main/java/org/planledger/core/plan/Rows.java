package org.planledger.core.plan;

import java.util.Map;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// Names in a decision the rows of the component matrix that it rests on (clause 2.4.1).
final class Rows {

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("RL-01", Rule.REPLACEMENT_ROW_1),
          Map.entry("RL-02", Rule.REPLACEMENT_ROW_2),
          Map.entry("RL-03", Rule.REPLACEMENT_ROW_3),
          Map.entry("RL-04a", Rule.REPLACEMENT_ROW_4),
          Map.entry("RL-04b", Rule.REPLACEMENT_ROW_4),
          Map.entry("RL-05", Rule.REPLACEMENT_ROW_5),
          Map.entry("RL-06", Rule.REPLACEMENT_ROW_6),
          Map.entry("RL-07", Rule.REPLACEMENT_ROW_7),
          Map.entry("RL-08", Rule.REPLACEMENT_ROW_8),
          Map.entry("RL-09", Rule.REPLACEMENT_ROW_9),
          Map.entry("RL-10", Rule.REPLACEMENT_ROW_10),
          Map.entry("RD-01", Rule.DISCOUNT_ROW),
          Map.entry("EW-01", Rule.EXTENDED_WARRANTY_ROW_1),
          Map.entry("EW-02", Rule.EXTENDED_WARRANTY_ROW_2),
          Map.entry("EW-03", Rule.EXTENDED_WARRANTY_ROW_3),
          Map.entry("EW-04a", Rule.EXTENDED_WARRANTY_ROW_4),
          Map.entry("EW-04b", Rule.EXTENDED_WARRANTY_ROW_4),
          Map.entry("EW-05", Rule.EXTENDED_WARRANTY_ROW_5),
          Map.entry("EW-06", Rule.EXTENDED_WARRANTY_ROW_6),
          Map.entry("EW-07", Rule.EXTENDED_WARRANTY_ROW_7),
          Map.entry("EW-08", Rule.EXTENDED_WARRANTY_ROW_8),
          Map.entry("EW-09", Rule.EXTENDED_WARRANTY_ROW_9),
          Map.entry("EW-10", Rule.EXTENDED_WARRANTY_ROW_10),
          Map.entry("FM-01", Rule.MAINTENANCE_ROW));

  private Rows() {}

  /// The rows that decide for a model. A row that the catalogue of rules does not know, as one of a
  /// later edition, shapes the decision all the same and is only not named.
  static void apply(Deliberation d, Terms terms, Service service, ModelCode model) {
    for (var row : terms.rows(service, model)) {
      var rule = RULES.get(row.id());
      if (rule != null) {
        d.apply(rule, Inputs.of("row", row.id()).and("model", model.code()));
      }
    }
  }
}
