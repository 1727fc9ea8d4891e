package org.planledger.core.finance.matching;

/// Takes what a run finds, in an order that depends on what it looked at and on nothing else.
public interface Findings {

  /// A match.
  void match(Match match);

  /// Something that does not go together.
  void exception(ExceptionItem item);
}
