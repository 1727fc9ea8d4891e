package org.planledger.core.plan;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Rule;

/// How often each rule was met in a simulated book: in the decisions themselves, and in what was
/// answered in advance by offers, possible commands and at the counter.
final class RulesMet {
  private final Map<Rule, Integer> held = new EnumMap<>(Rule.class);
  private final Map<Rule, Integer> refused = new EnumMap<>(Rule.class);
  private final Map<Rule, Integer> refusedInAnswers = new EnumMap<>(Rule.class);

  void decided(Collection<Condition> conditions) {
    conditions.forEach(c -> (c.holds() ? held : refused).merge(c.rule(), 1, Integer::sum));
  }

  void answered(Collection<Condition> conditions) {
    conditions.stream()
        .filter(c -> !c.holds())
        .forEach(c -> refusedInAnswers.merge(c.rule(), 1, Integer::sum));
  }

  /// How many decisions found that the rule held.
  int held(Rule rule) {
    return held.getOrDefault(rule, 0);
  }

  /// How many decisions were refused by it, among others.
  int refused(Rule rule) {
    return refused.getOrDefault(rule, 0);
  }

  /// How many answers named it as what stands in the way.
  int refusedInAnswers(Rule rule) {
    return refusedInAnswers.getOrDefault(rule, 0);
  }
}
