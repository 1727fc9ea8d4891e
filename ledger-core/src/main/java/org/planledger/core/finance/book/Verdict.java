package org.planledger.core.finance.book;

import java.util.List;

/// What came of a command.
public sealed interface Verdict {

  /// It is to be done.
  record Accepted(FinanceEvent event) implements Verdict {}

  /// It is not, for all of these reasons.
  record Refused(List<Objection> objections) implements Verdict {
    public Refused {
      objections = List.copyOf(objections);
      if (objections.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a ground");
      }
    }
  }

  /// One reason.
  ///
  /// @param about the field of the command that it is about
  /// @param subject what of it: an id, a month; empty if the field says it
  record Objection(FinanceGround ground, String about, String subject) {}
}
