package org.planledger.core.finance.accounts;

/// The accounts of the fee ledger. Their numbers are the order in which they are listed.
public enum Account {
  /// Money in the bank account, as its statements say.
  BANK(1000, "Bank"),
  /// Money that payment processors hold for us, as their reports say.
  PROCESSOR_BALANCE(1020, "Processor balance"),
  /// Money that a processor has sent and the bank has not received yet.
  PAYOUTS_IN_TRANSIT(1040, "Payouts in transit"),
  /// Money that was captured and is on its way from the payment provider, or back to a customer.
  CASH_CLEARING(1100, "Cash clearing"),
  /// What customers owe: fees that were quoted and are neither captured nor cancelled.
  RECEIVABLES(1200, "Receivables"),
  /// Money of lines that nobody has explained yet; it is owed to whoever it belongs to.
  UNALLOCATED(2000, "Unallocated money"),
  /// Money that has nothing to do with fees, and is explained in other books.
  NOT_FEES(2100, "Money of other kinds"),
  /// Where an amount of one currency becomes one of another, so that every entry has one currency.
  CURRENCY_CONVERSION(2200, "Currency conversion"),
  /// Fees as they were quoted.
  FEE_INCOME(4000, "Fee income"),
  /// What of captured fees was paid back.
  REFUNDS(4100, "Refunds"),
  /// What a payment provider kept for its work.
  PROCESSOR_COSTS(6000, "Processor costs"),
  /// What the exchange into another currency made of an amount.
  EXCHANGE_DIFFERENCES(6100, "Exchange differences"),
  /// Differences that are too small to be looked into.
  SMALL_DIFFERENCES(6200, "Small differences"),
  /// What nobody expects to get any more.
  WRITE_OFFS(6300, "Write-offs");

  private final int number;
  private final String title;

  Account(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /// The number by which books know the account.
  public int number() {
    return number;
  }

  /// The name for people to read.
  public String title() {
    return title;
  }
}
