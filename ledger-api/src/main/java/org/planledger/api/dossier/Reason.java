package org.planledger.api.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;
import org.planledger.api.decision.Grounds;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.RefusalCode;

/// One rule that a decision rests on, as it was met.
///
/// @param sentence what the rule demands, or in what way it was not met
@JsonInclude(Include.NON_NULL)
record Reason(
    String rule, String clause, boolean holds, @Nullable RefusalCode code, String sentence) {

  static Reason of(Condition condition) {
    var rule = condition.rule();
    return new Reason(
        rule.id(),
        rule.clause(),
        condition.holds(),
        condition.holds() ? null : rule.code().orElse(null),
        condition.holds() ? rule.sentence() : Grounds.sentence(condition));
  }

  /// The rule with its clause, as it is cited.
  String cited() {
    return "%s (clause %s)".formatted(rule, clause);
  }

  /// Why it stands in the way.
  String ground() {
    return "%s, %s: %s".formatted(code == null ? "NOT_MET" : code, cited(), sentence);
  }
}
