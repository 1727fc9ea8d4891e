package org.planledger.core.finance.posting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.JournalLine;
import org.planledger.core.finance.accounts.JournalLine.About;
import org.planledger.core.finance.accounts.JournalLine.Side;
import org.planledger.core.terms.Money;

/// The lines of entries while they are put together. Amounts of two currencies become two entries,
/// each balanced by the account of conversion; amounts of one have to balance by themselves.
final class Legs {

  private final Map<Currency, List<JournalLine>> legs =
      new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));

  /// Adds an amount: above zero is a debit, below a credit, and zero is nothing.
  Legs add(Account account, Money amount, About about) {
    return add(account, amount.minor(), amount.currency(), about);
  }

  Legs add(Account account, long minor, Currency currency, About about) {
    var lines = legs.computeIfAbsent(currency, _ -> new ArrayList<>(4));
    if (minor != 0) {
      lines.add(JournalLine.signed(account, minor, about));
    }
    return this;
  }

  /// The entries, by currency.
  List<JournalEntry> entries(String id, Posting posting, String text) {
    boolean several = legs.size() > 1;
    List<JournalEntry> entries = new ArrayList<>(legs.size());
    legs.forEach(
        (currency, lines) -> {
          if (lines.isEmpty()) {
            return;
          }
          if (several) {
            convert(lines);
          }
          entries.add(
              new JournalEntry(
                  several ? id + "-" + currency.getCurrencyCode() : id,
                  posting.period(),
                  posting.postedOn(),
                  currency,
                  text,
                  lines));
        });
    return entries;
  }

  private static void convert(List<JournalLine> lines) {
    long balance = 0;
    for (var line : lines) {
      balance = Math.addExact(balance, line.minorOn(Side.DEBIT) - line.minorOn(Side.CREDIT));
    }
    if (balance != 0) {
      lines.add(
          JournalLine.signed(Account.CURRENCY_CONVERSION, -balance, lines.getFirst().about()));
    }
  }
}
