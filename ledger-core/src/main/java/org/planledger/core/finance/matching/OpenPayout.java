package org.planledger.core.finance.matching;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.planledger.core.finance.settlement.LineKey;

/// A payout or batch that a month hands to the next one, because it has not reached the bank or
/// does not add up. The next month adds to it what it finds of it; of the lines that were added up
/// already it has to look at none but those of [#again].
///
/// @param name by what it is known
/// @param currency of all its lines
/// @param sumMinor what its lines come to so far, other than those that tell of its sending
/// @param lines how many these are
/// @param day the last one on which something of it was booked
/// @param first its line of the lowest key, by which it is known
/// @param sent the lines that tell of its sending
/// @param arrived whether it has reached the bank
public record OpenPayout(
    PayoutName name,
    Currency currency,
    long sumMinor,
    int lines,
    LocalDate day,
    LineKey first,
    List<LineKey> sent,
    boolean arrived) {

  /// Takes the list as it is.
  public OpenPayout {
    sent = List.copyOf(sent);
  }

  /// The lines that the next month looks at again.
  public List<LineKey> again() {
    return Stream.concat(sent.stream(), Stream.of(first)).distinct().toList();
  }
}
