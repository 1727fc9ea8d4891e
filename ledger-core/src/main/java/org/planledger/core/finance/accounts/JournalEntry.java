package org.planledger.core.finance.accounts;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.planledger.core.finance.accounts.JournalLine.About;
import org.planledger.core.finance.accounts.JournalLine.Side;

/// Amounts of one currency that move between accounts at once. There is none that does not balance.
///
/// @param journalId names the entry for ever
/// @param period which it belongs to, such as `2026-03`
/// @param postedOn the day on which it stands in the books
/// @param text what it says to people
/// @param lines two or more, of which debits and credits come to the same
public record JournalEntry(
    String journalId,
    String period,
    LocalDate postedOn,
    Currency currency,
    String text,
    List<JournalLine> lines) {

  public JournalEntry {
    lines = List.copyOf(lines);
    long debits = sum(lines, Side.DEBIT);
    long credits = sum(lines, Side.CREDIT);
    if (lines.size() < 2 || debits != credits) {
      throw new IllegalArgumentException(
          "the entry %s of %d lines does not balance: debits of %d, credits of %d"
              .formatted(journalId, lines.size(), debits, credits));
    }
  }

  /// What a movement of a fee is in the accounts.
  public static JournalEntry of(FeeMovement movement) {
    var about = About.of(movement);
    long minor = movement.amount().minor();
    var kind = movement.kind();
    return new JournalEntry(
        movement.movementId(),
        movement.postedMonth(),
        movement.postedOn(),
        movement.amount().currency(),
        text(movement),
        List.of(
            JournalLine.debit(kind.debit(), minor, about),
            JournalLine.credit(kind.credit(), minor, about)));
  }

  private static String text(FeeMovement movement) {
    var what = movement.purpose().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    var of = movement.ordinal().map(" of replacement %d"::formatted).orElse("");
    return "%s%s, %s (clause %s)"
        .formatted(what, of, movement.kind().name().toLowerCase(Locale.ROOT), movement.clause());
  }

  private static long sum(List<JournalLine> lines, Side side) {
    return lines.stream().mapToLong(line -> line.minorOn(side)).reduce(0, Math::addExact);
  }
}
