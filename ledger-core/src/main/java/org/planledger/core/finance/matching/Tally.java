package org.planledger.core.finance.matching;

import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what a run finds, in each currency.
final class Tally {

  private final Currencies currencies;
  private final Map<Integer, Figures> figures = new TreeMap<>();

  Tally(Currencies currencies) {
    this.currencies = currencies;
  }

  /// The figures of one currency.
  private static final class Figures {
    private final Map<FeeFate, Sum> fees = new EnumMap<>(FeeFate.class);
    private final Map<LineFate, Sum> lines = new EnumMap<>(LineFate.class);
    private final Map<MatchState, Sum> matches = new EnumMap<>(MatchState.class);
    private final Map<ExceptionKind, Sum> exceptions = new EnumMap<>(ExceptionKind.class);
    private final Map<RemainderAccount, Sum> remainders = new EnumMap<>(RemainderAccount.class);
    private final Sum arrived = new Sum();
    private final Sum shortOf = new Sum();
    private final Sum over = new Sum();
  }

  /// Adds up in 64 bits for as long as they suffice.
  private static final class Sum {
    private long count;
    private long part;
    private BigInteger rest = BigInteger.ZERO;

    void add(long minor) {
      long sum = part + minor;
      if (((part ^ sum) & (minor ^ sum)) < 0) {
        rest = rest.add(BigInteger.valueOf(part));
        sum = minor;
      }
      part = sum;
      count++;
    }

    Count count() {
      return new Count(count, rest.add(BigInteger.valueOf(part)));
    }
  }

  private Figures in(int currency) {
    return figures.computeIfAbsent(currency, _ -> new Figures());
  }

  void fee(FeeFate fate, int currency, long due) {
    in(currency).fees.computeIfAbsent(fate, _ -> new Sum()).add(due);
  }

  void line(LineFate fate, int currency, long gross) {
    in(currency).lines.computeIfAbsent(fate, _ -> new Sum()).add(gross);
  }

  void match(MatchState state, int currency, long minor) {
    in(currency).matches.computeIfAbsent(state, _ -> new Sum()).add(minor);
  }

  void exception(ExceptionKind kind, int currency, long minor) {
    in(currency).exceptions.computeIfAbsent(kind, _ -> new Sum()).add(minor);
  }

  void remainder(RemainderAccount account, int currency, long minor) {
    in(currency).remainders.computeIfAbsent(account, _ -> new Sum()).add(minor);
  }

  void arrived(int currency, long minor) {
    in(currency).arrived.add(minor);
  }

  void shortOf(int currency, long minor) {
    in(currency).shortOf.add(minor);
  }

  void over(int currency, long minor) {
    in(currency).over.add(minor);
  }

  Totals totals(long unreadable, long byHandUnused) {
    SortedMap<String, Totals.InCurrency> all = new TreeMap<>();
    figures.forEach(
        (currency, found) ->
            all.put(
                currencies.get(currency).getCurrencyCode(),
                new Totals.InCurrency(
                    counts(found.fees),
                    counts(found.lines),
                    counts(found.matches),
                    counts(found.exceptions),
                    found.arrived.count(),
                    counts(found.remainders),
                    found.shortOf.count(),
                    found.over.count())));
    return new Totals(all, unreadable, byHandUnused);
  }

  private static <K extends Enum<K>> Map<K, Count> counts(Map<K, Sum> sums) {
    Map<K, Count> counts = new TreeMap<>();
    sums.forEach((key, sum) -> counts.put(key, sum.count()));
    return Collections.unmodifiableMap(counts);
  }
}
