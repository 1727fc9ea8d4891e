package org.planledger.core.finance.matching;

/// Takes what a run finds, in an order that depends on what it looked at and on nothing else.
public interface Findings {

  /// A match.
  void match(Match match);

  /// Something that does not go together.
  void exception(ExceptionItem item);

  /// What became of a line: told once for each, after all matches and exceptions, in the order in
  /// which the lines were told to the run.
  ///
  /// @param file the number of its file
  /// @param number which record of the file it is
  void line(int file, int number, LineFate fate);

  /// A refund of this fee was recorded so recently that its money may still be on the way: the next
  /// month has to look at the fee again, although it is settled. Told once for each.
  void refundOnTheWay(String feeId);

  /// A payout or batch that the next month has to go on with: told last, in the order of their
  /// first lines.
  void payout(OpenPayout payout);
}
