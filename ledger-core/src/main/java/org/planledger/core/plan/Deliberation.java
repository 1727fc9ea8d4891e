package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Terms;

/// One decision in the making. It collects every condition instead of stopping at the first that
/// fails, so that whoever is refused hears all grounds at once (decision A-36).
final class Deliberation {
  private final TermsReference terms;
  private final List<Condition> conditions = new ArrayList<>();
  private final Set<Notice> notices = EnumSet.noneOf(Notice.class);
  private final Set<RefusalCode> waived;
  private boolean dayIsSettled;

  Deliberation(TermsReference terms) {
    this(terms, Set.of());
  }

  Deliberation(TermsReference terms, Set<RefusalCode> waived) {
    this.terms = terms;
    this.waived = Set.copyOf(waived);
  }

  /// A decision in a case, where its terms hold and what two persons waived does not count.
  static Deliberation in(Case c) {
    return new Deliberation(c.opened().terms(), c.waived());
  }

  Deliberation(Terms terms) {
    this(TermsReference.to(terms));
  }

  /// From here on no later day would satisfy a rule: the day that counts, that of the application,
  /// has been (decision A-26).
  void dayIsSettled() {
    dayIsSettled = true;
  }

  /// Records that a rule was looked at, and answers whether it held.
  boolean require(Rule rule, boolean holds, Inputs inputs) {
    return require(rule, holds, inputs, Optional.empty());
  }

  /// The same for a rule that a later contract day would satisfy.
  boolean require(Rule rule, boolean holds, Inputs inputs, Optional<LocalDate> wouldHoldFrom) {
    if (!holds && rule.code().isEmpty()) {
      throw new IllegalArgumentException(rule + " can shape a decision but refuse nothing");
    }
    if (!holds && rule.code().filter(waived::contains).isPresent()) {
      conditions.add(new Condition(rule, true, inputs.and("waived", true)));
      return true;
    }
    return judge(rule, holds, inputs, wouldHoldFrom);
  }

  /// The same for a rule that nobody can waive here, because what follows rests on it.
  boolean insist(Rule rule, boolean holds, Inputs inputs) {
    return judge(rule, holds, inputs, Optional.empty());
  }

  private boolean judge(
      Rule rule, boolean holds, Inputs inputs, Optional<LocalDate> wouldHoldFrom) {
    var cure = holds || dayIsSettled ? Optional.<LocalDate>empty() : wouldHoldFrom;
    conditions.add(new Condition(rule, holds, inputs, cure));
    return holds;
  }

  /// Records a rule that shaped the outcome.
  void apply(Rule rule, Inputs inputs) {
    conditions.add(new Condition(rule, true, inputs));
  }

  /// Takes over a condition that was judged elsewhere.
  void adopt(Condition condition) {
    conditions.add(condition);
  }

  /// Takes over what another decision found.
  void adopt(Decision other) {
    conditions.addAll(other.conditions());
    notices.addAll(other.notices());
  }

  void notice(Notice notice) {
    notices.add(notice);
  }

  List<Condition> conditions() {
    return conditions.stream().sorted(Comparator.comparing(Condition::rule)).toList();
  }

  List<Notice> notices() {
    return List.copyOf(notices);
  }

  boolean granted() {
    return conditions.stream().allMatch(Condition::holds);
  }

  /// Accepts with these changes if every condition held, otherwise refuses. The changes are worked
  /// out only then: they may rely on what the conditions established.
  Decision conclude(Supplier<Changes> changes) {
    if (!granted()) {
      return new Decision.Refused(terms, conditions(), notices());
    }
    var accepted = changes.get();
    return new Decision.Accepted(terms, conditions(), notices(), accepted);
  }
}
