package org.planledger.core.finance.posting;

import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.JournalLine;
import org.planledger.core.finance.accounts.JournalLine.About;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;

/// What a write-off is in the accounts. A fee whose payment was recorded waits for its money; any
/// other one is owed by the customer.
///
/// @param amount what was given up
/// @param captured whether a payment of the fee was on record when it was given up
public record WriteOffPosting(PlanId planId, String feeId, Money amount, boolean captured) {

  /// The entry of the act.
  ///
  /// @param act the number of the act in the books
  public JournalEntry givenUp(long act, Posting posting) {
    return entry(act, posting, "written off", amount.minor());
  }

  /// The opposite entry, of the act that took it back.
  public JournalEntry takenBack(long act, Posting posting) {
    return entry(act, posting, "write-off taken back", -amount.minor());
  }

  private JournalEntry entry(long act, Posting posting, String text, long minor) {
    var about =
        new About(
            Optional.of(planId), Optional.of(feeId), Optional.empty(), Optional.of("act " + act));
    return new JournalEntry(
        "act-" + act,
        posting.period(),
        posting.postedOn(),
        amount.currency(),
        text,
        List.of(
            JournalLine.signed(Account.WRITE_OFFS, minor, about),
            JournalLine.signed(
                captured ? Account.CASH_CLEARING : Account.RECEIVABLES, -minor, about)));
  }
}
