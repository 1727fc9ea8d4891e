package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.RefusalCode;

/// What became of a command, and why: every rule that was looked at, whether it held or not.
public sealed interface Decision {

  /// The terms by which it was decided.
  TermsReference terms();

  /// In the order of the catalogue.
  List<Condition> conditions();

  List<Notice> notices();

  /// The command takes effect: these events follow.
  record Accepted(
      TermsReference terms, List<Condition> conditions, List<Notice> notices, Changes changes)
      implements Decision {
    public Accepted {
      conditions = List.copyOf(conditions);
      notices = List.copyOf(notices);
    }
  }

  /// The command takes no effect. Nothing on the plan changes; the decision itself is kept.
  record Refused(TermsReference terms, List<Condition> conditions, List<Notice> notices)
      implements Decision {
    public Refused {
      conditions = List.copyOf(conditions);
      notices = List.copyOf(notices);
      if (conditions.stream().allMatch(Condition::holds)) {
        throw new IllegalArgumentException("a refusal needs a ground");
      }
    }
  }

  /// All grounds of refusal, in catalogue order; none for an accepted command.
  default List<RefusalCode> codes() {
    return conditions().stream()
        .filter(condition -> !condition.holds())
        .flatMap(condition -> condition.rule().code().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /// The first contract day on which the command would be accepted, where every ground of its
  /// refusal is one that a date cures.
  default Optional<LocalDate> wouldHoldFrom() {
    var failed = conditions().stream().filter(condition -> !condition.holds()).toList();
    if (failed.isEmpty() || failed.stream().anyMatch(c -> c.wouldHoldFrom().isEmpty())) {
      return Optional.empty();
    }
    return failed.stream().flatMap(c -> c.wouldHoldFrom().stream()).max(LocalDate::compareTo);
  }
}
