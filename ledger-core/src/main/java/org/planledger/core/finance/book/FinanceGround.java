package org.planledger.core.finance.book;

/// Why an act in the books is refused.
public enum FinanceGround {
  PERIOD_CLOSED(
      "F-01", "The month is closed; open it again first, or act in the one that is open."),
  PERIOD_NOT_OVER("F-02", "The month is not over yet; it can be closed from the next day on."),
  EARLIER_PERIOD_OPEN("F-03", "An earlier month is open; months are closed one after the other."),
  RUN_NEEDED(
      "F-04",
      "The month has no run, or something was done since: run it once more, look at it, and close."),
  EXCEPTIONS_OPEN(
      "F-05",
      "Exceptions are open; explain them, or say that they are to go over into the next month."),
  PERIOD_NOT_CLOSED("F-06", "The month is not closed."),
  LATER_PERIOD_CLOSED("F-07", "A later month is closed; only the last one can be opened again."),
  SECOND_PERSON_NEEDED(
      "F-08", "The amount is above the limit of one person: name who else has agreed."),
  SAME_PERSON("F-09", "Who agrees has to be somebody else than who acts."),
  ALREADY_MATCHED("F-10", "This is matched already; withdraw that match first."),
  CURRENCIES_DIFFER(
      "F-11",
      "The lines have to be of one currency, and so have the fees; money that went back has to be of"
          + " the currency of its fee."),
  MATCH_OF_A_CLOSED_PERIOD(
      "F-12", "The match stands in a closed month; open that month again first."),
  MATCH_WITHDRAWN("F-13", "The match was withdrawn already."),
  NOTHING_OPEN("F-14", "Nothing is open of this fee that could be given up."),
  EXCEPTION_CLOSED("F-15", "The exception was explained already; reopen it first."),
  EXCEPTION_NOT_CLOSED("F-16", "The exception is open."),
  NOT_WRITTEN_OFF("F-17", "The fee is not written off, or its write-off was taken back already.");

  private final String id;
  private final String sentence;

  FinanceGround(String id, String sentence) {
    this.id = id;
    this.sentence = sentence;
  }

  /// By what the rule is cited.
  public String id() {
    return id;
  }

  /// What is wrong and what would help.
  public String sentence() {
    return sentence;
  }
}
