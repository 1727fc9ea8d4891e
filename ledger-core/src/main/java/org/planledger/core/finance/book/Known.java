package org.planledger.core.finance.book;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.terms.Money;

/// What a command needs to know of fees, lines, matches and exceptions that it names; whoever asks
/// has made sure that they exist.
///
/// @param fees by their ids
/// @param lines by their keys
/// @param exceptions how many exceptions of the newest run nobody has explained
public record Known(
    Map<String, Item> fees,
    Map<String, Item> lines,
    Optional<FoundMatch> match,
    long exceptions,
    YearMonth period) {

  /// A fee or a line.
  ///
  /// @param amount what it comes to; of a fee, what is open of it
  /// @param matchedBy the match that it stands in; of a fee, the one that brings its money
  /// @param chargedBack whether a fee is open because the payer's bank took its money back
  public record Item(Money amount, Optional<String> matchedBy, boolean chargedBack) {

    /// One of which no money was taken back.
    public static Item of(Money amount, Optional<String> matchedBy) {
      return new Item(amount, matchedBy, false);
    }
  }

  /// A match as it stands.
  ///
  /// @param period the month whose run made it
  public record FoundMatch(
      String matchId, YearMonth period, List<String> fees, List<LineKey> lines, Money amount) {
    public FoundMatch {
      fees = List.copyOf(fees);
      lines = List.copyOf(lines);
    }
  }

  public Known {
    fees = Map.copyOf(fees);
    lines = Map.copyOf(lines);
  }

  /// Where a command names nothing of the kind.
  public static Known nothing(YearMonth period) {
    return new Known(Map.of(), Map.of(), Optional.empty(), 0, period);
  }
}
