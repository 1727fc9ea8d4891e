package org.planledger.core.finance.matching;

/// What became of a line in a run. Every line has one.
public enum LineFate {
  /// It belongs to a fee.
  MATCHED,
  /// It needs no fee: a cost of the processor, a payout that its lines add up to, a payout at the
  /// bank.
  EXPLAINED,
  /// It has nothing to do with fees: other kinds of lines, and what left the bank account for
  /// something else.
  ASIDE,
  /// It says again what another one says.
  DUPLICATE,
  /// It must be looked at.
  EXCEPTION
}
