package org.planledger.core.finance.matching;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run comes to. In every currency
///
///     fees   = matched + in transit + open + cancelled + written off + in question + missing
///     lines  = matched + explained + aside + duplicate + exception
///     due of the matched fees = arrived + remainders + short - over
///
/// hold in number and in amount, the last one in amount.
///
/// @param currencies the figures of each currency, by its code
/// @param unreadable how many records could not be read
/// @param byHandUnused how many decisions of people named a fee or a line that is not in this run
public record Totals(SortedMap<String, InCurrency> currencies, long unreadable, long byHandUnused) {

  /// The figures of one currency. What is not in a map did not occur.
  ///
  /// @param fees what became of the fees, with what is due for them
  /// @param lines what became of the lines, with their gross amounts, which carry their direction
  /// @param matches the matches by their state, with what their lines bring
  /// @param exceptions the exceptions by their kind, with what they are about
  /// @param arrived what all matches brought for fees: payments alone, not refunds
  /// @param remainders what matches left, by the account it is booked to
  /// @param shortOf what is missing of matched fees
  /// @param over what came for them and is not due
  public record InCurrency(
      Map<FeeFate, Count> fees,
      Map<LineFate, Count> lines,
      Map<MatchState, Count> matches,
      Map<ExceptionKind, Count> exceptions,
      Count arrived,
      Map<RemainderAccount, Count> remainders,
      Count shortOf,
      Count over) {}

  /// Takes the map as it is.
  public Totals {
    currencies = Collections.unmodifiableSortedMap(new TreeMap<>(currencies));
  }
}
