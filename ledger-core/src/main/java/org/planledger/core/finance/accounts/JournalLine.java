package org.planledger.core.finance.accounts;

import java.util.Optional;
import org.planledger.core.reference.PlanId;

/// One line of a journal entry: an amount on one side of one account.
///
/// @param minor how much, in minor units of the currency of the entry; never negative
/// @param about what it is for
public record JournalLine(Account account, Side side, long minor, About about) {

  /// A side of an account.
  public enum Side {
    DEBIT,
    CREDIT
  }

  /// What a line is for, as far as there is such a thing.
  ///
  /// @param feeId the fee
  /// @param eventId the event of the ledger that it follows from
  /// @param sourceRef what it is called where it comes from: a payment reference, or a line of a
  ///     settlement
  public record About(
      Optional<PlanId> planId,
      Optional<String> feeId,
      Optional<String> eventId,
      Optional<String> sourceRef) {

    /// Nothing that could be named.
    public static About nothing() {
      return new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same, come from a line of a settlement or anything else that has a name elsewhere.
    public About from(String source) {
      return new About(planId, feeId, eventId, Optional.of(source));
    }

    /// The same of a fee.
    public About ofFee(String fee) {
      return new About(planId, Optional.of(fee), eventId, sourceRef);
    }

    static About of(FeeMovement movement) {
      return new About(
          Optional.of(movement.planId()),
          Optional.of(movement.feeId()),
          Optional.of(movement.eventId()),
          movement.paymentReference());
    }
  }

  public JournalLine {
    if (minor < 0) {
      throw new IllegalArgumentException("a line has a side and no sign: " + minor);
    }
  }

  /// Above zero it is a debit, below a credit.
  public static JournalLine signed(Account account, long minor, About about) {
    return minor >= 0 ? debit(account, minor, about) : credit(account, -minor, about);
  }

  public static JournalLine debit(Account account, long minor, About about) {
    return new JournalLine(account, Side.DEBIT, minor, about);
  }

  public static JournalLine credit(Account account, long minor, About about) {
    return new JournalLine(account, Side.CREDIT, minor, about);
  }

  /// The amount, if it stands on that side; nothing if it stands on the other.
  public long minorOn(Side asked) {
    return side == asked ? minor : 0;
  }
}
