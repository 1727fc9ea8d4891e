package org.planledger.core.finance.accounts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planledger.core.finance.accounts.JournalLine.Side;
import org.planledger.core.terms.Money;

/// What all that was posted comes to, account by account and currency by currency. In each currency
/// all debits together are all credits.
public final class TrialBalance {

  /// One account in one currency.
  ///
  /// @param debitMinor all that was posted on its left side
  /// @param creditMinor all that was posted on its right side
  public record Line(Account account, Currency currency, long debitMinor, long creditMinor) {

    /// Debits less credits: above zero for what is there or owed, below for what came in.
    public long balanceMinor() {
      return Math.subtractExact(debitMinor, creditMinor);
    }
  }

  private final Map<Currency, Map<Account, Line>> lines =
      new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));

  /// Takes in movements of one kind.
  ///
  /// @param sum of all of them
  public void add(MovementKind kind, Money sum) {
    add(kind.debit(), sum.currency(), sum.minor(), 0);
    add(kind.credit(), sum.currency(), 0, sum.minor());
  }

  /// Takes in an entry.
  public void add(JournalEntry entry) {
    for (var line : entry.lines()) {
      add(line.account(), entry.currency(), line.minorOn(Side.DEBIT), line.minorOn(Side.CREDIT));
    }
  }

  /// Takes in what was posted to one account.
  public void add(Line line) {
    add(line.account(), line.currency(), line.debitMinor(), line.creditMinor());
  }

  /// Every account that anything was posted to, by currency and number.
  public List<Line> lines() {
    var all = new ArrayList<Line>();
    lines.values().forEach(ofCurrency -> all.addAll(ofCurrency.values()));
    return all;
  }

  private void add(Account account, Currency currency, long debitMinor, long creditMinor) {
    lines
        .computeIfAbsent(currency, _ -> new EnumMap<>(Account.class))
        .merge(
            account,
            new Line(account, currency, debitMinor, creditMinor),
            (was, more) ->
                new Line(
                    account,
                    currency,
                    Math.addExact(was.debitMinor(), more.debitMinor()),
                    Math.addExact(was.creditMinor(), more.creditMinor())));
  }
}
