package org.planledger.core.json;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.Remedy;
import org.planledger.core.plan.TermsReference;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;

/// How a decision is kept with its attempt: the outcome, the terms, every condition with what it
/// looked at, the notices, and what would have cured a refusal.
public final class DecisionJson {

  private static final Map<RuleName, Rule> RULES = rules();

  /// A rule's id alone may stand for two constants; with the ground of refusal it names one.
  private record RuleName(String id, Optional<RefusalCode> code) {}

  /// @param remedies left out where there are none
  private record StoredDecision(
      Outcome outcome,
      TermsReference terms,
      List<RefusalCode> codes,
      List<StoredCondition> conditions,
      Optional<LocalDate> wouldHoldFrom,
      List<Notice> notices,
      Optional<List<Remedy>> remedies) {}

  /// @param code the ground of refusal that this rule is when it does not hold
  private record StoredCondition(
      String rule,
      String clause,
      Optional<RefusalCode> code,
      boolean holds,
      Inputs inputs,
      Optional<LocalDate> wouldHoldFrom) {}

  private enum Outcome {
    ACCEPTED,
    REFUSED
  }

  private DecisionJson() {}

  public static byte[] write(KeptDecision kept) {
    var decision = kept.decision();
    return LedgerJson.write(
        new StoredDecision(
            switch (decision) {
              case Accepted _ -> Outcome.ACCEPTED;
              case Refused _ -> Outcome.REFUSED;
            },
            decision.terms(),
            decision.codes(),
            decision.conditions().stream().map(DecisionJson::stored).toList(),
            decision.wouldHoldFrom(),
            decision.notices(),
            Optional.of(kept.remedies()).filter(remedies -> !remedies.isEmpty())));
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws StoredJsonException if that is not what these bytes are
  public static KeptDecision read(byte[] json) {
    var stored = LedgerJson.read(json, StoredDecision.class);
    var conditions = stored.conditions.stream().map(DecisionJson::condition).toList();
    return new KeptDecision(
        switch (stored.outcome) {
          case ACCEPTED ->
              new Accepted(stored.terms, conditions, stored.notices, KeptDecision.NO_EVENTS);
          case REFUSED -> new Refused(stored.terms, conditions, stored.notices);
        },
        stored.remedies.orElse(List.of()));
  }

  private static StoredCondition stored(Condition condition) {
    var rule = condition.rule();
    return new StoredCondition(
        rule.id(),
        rule.clause(),
        rule.code(),
        condition.holds(),
        condition.inputs(),
        condition.wouldHoldFrom());
  }

  private static Condition condition(StoredCondition stored) {
    var name = new RuleName(stored.rule, stored.code);
    var rule = RULES.get(name);
    if (rule == null) {
      throw StoredJsonException.newer("the catalogue has no rule " + name);
    }
    return new Condition(rule, stored.holds, stored.inputs, stored.wouldHoldFrom);
  }

  private static Map<RuleName, Rule> rules() {
    var rules = new HashMap<RuleName, Rule>();
    for (var rule : Rule.values()) {
      if (rules.put(new RuleName(rule.id(), rule.code()), rule) != null) {
        throw new IllegalStateException("two rules have the id and the code of " + rule);
      }
    }
    return rules;
  }
}
