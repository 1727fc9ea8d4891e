package org.planledger.core.finance.accounts;

/// What can happen to a fee, and which two accounts it moves.
public enum MovementKind {
  /// The fee was told to the customer, and is owed from then on.
  QUOTED(Account.RECEIVABLES, Account.FEE_INCOME),
  /// A payment of it was captured.
  CAPTURED(Account.CASH_CLEARING, Account.RECEIVABLES),
  /// A part of what was captured, or all of it, was paid back.
  REFUNDED(Account.REFUNDS, Account.CASH_CLEARING),
  /// The case ended before anything was captured: the quote is undone, and nothing is owed.
  CANCELLED(Account.FEE_INCOME, Account.RECEIVABLES);

  private final Account debit;
  private final Account credit;

  MovementKind(Account debit, Account credit) {
    this.debit = debit;
    this.credit = credit;
  }

  /// The account that the amount goes to.
  public Account debit() {
    return debit;
  }

  /// The account that the amount comes from.
  public Account credit() {
    return credit;
  }
}
