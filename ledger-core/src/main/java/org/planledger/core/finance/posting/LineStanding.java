package org.planledger.core.finance.posting;

import java.util.Optional;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.matching.LineFate;
import org.planledger.core.finance.settlement.LineType;

/// How a run has left a line. It says on which account the counterpart of the line's money stands.
public enum LineStanding {
  /// Its match stands: later months leave it as it is.
  SETTLED(1),
  /// It brought too little or too much: the next month looks at it anew.
  UNSETTLED(2),
  /// It needs no fee: a cost, a payout, or a payout at the bank that the processor told of.
  EXPLAINED(3),
  /// A payout at the bank of which the processor has no line.
  FROM_BALANCE(4),
  /// It has nothing to do with fees.
  ASIDE(5),
  /// It says again what another line says, and is not posted.
  DUPLICATE(6),
  /// It must be looked at.
  QUESTIONED(7);

  private final int code;

  LineStanding(int code) {
    this.code = code;
  }

  /// What stands for it where it is kept, for ever.
  int code() {
    return code;
  }

  /// The one of a code.
  ///
  /// @throws IllegalArgumentException if there is none
  static LineStanding of(int code) {
    for (var standing : values()) {
      if (standing.code == code) {
        return standing;
      }
    }
    throw new IllegalArgumentException("no standing of a line has the code " + code);
  }

  /// How a fate leaves a line of which nothing else is known.
  public static LineStanding of(LineFate fate) {
    return switch (fate) {
      case MATCHED -> SETTLED;
      case EXPLAINED -> EXPLAINED;
      case ASIDE -> ASIDE;
      case DUPLICATE -> DUPLICATE;
      case EXCEPTION -> QUESTIONED;
    };
  }

  /// Whether later months leave the line as it is, unless its match is told to them again.
  public boolean isOver() {
    return switch (this) {
      case SETTLED, EXPLAINED, FROM_BALANCE, ASIDE -> true;
      case UNSETTLED, DUPLICATE, QUESTIONED -> false;
    };
  }

  /// Where the line is posted against, before any match moves it on; none if it is not posted.
  Optional<Account> entered(LineType type) {
    return switch (this) {
      case SETTLED, UNSETTLED, QUESTIONED, FROM_BALANCE -> Optional.of(Account.UNALLOCATED);
      case EXPLAINED -> Optional.of(explained(type));
      case ASIDE -> Optional.of(Account.NOT_FEES);
      case DUPLICATE -> Optional.empty();
    };
  }

  private static Account explained(LineType type) {
    return switch (type) {
      case PAYOUT -> Account.PAYOUTS_IN_TRANSIT;
      case PROCESSOR_COST -> Account.PROCESSOR_COSTS;
      // The match of the payout moves what arrived at the bank.
      case BANK_CREDIT, BANK_DEBIT, PAYMENT, REFUND, CHARGEBACK, CHARGEBACK_REVERSED, OTHER ->
          Account.UNALLOCATED;
    };
  }

  /// Where the line's money stands when the month has ended and the next one begins: what is looked
  /// at anew has been taken back from its fee then.
  Optional<Account> left(LineType type) {
    return switch (this) {
      case SETTLED -> Optional.of(Account.CASH_CLEARING);
      case FROM_BALANCE -> Optional.of(Account.PROCESSOR_BALANCE);
      case EXPLAINED -> Optional.of(isOfBank(type) ? Account.PAYOUTS_IN_TRANSIT : explained(type));
      case UNSETTLED, ASIDE, DUPLICATE, QUESTIONED -> entered(type);
    };
  }

  /// Whether a match has taken the line for a payout that reached the bank.
  boolean isArrivedPayout(LineType type) {
    return isOfBank(type) && (this == EXPLAINED || this == FROM_BALANCE);
  }

  static boolean isOfBank(LineType type) {
    return type == LineType.BANK_CREDIT || type == LineType.BANK_DEBIT;
  }
}
