package org.planledger.api.finance.runs;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.planledger.core.finance.matching.LineFact;
import org.planledger.core.finance.matching.OpenPayout;
import org.planledger.core.finance.posting.LineStanding;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;

/// The lines of closed months as a later one sees them. They were added up for their payouts then,
/// so they are no part of one any more; only those that tell of the sending of a payout that is not
/// over are what they were. What a closed month has explained or settled is over, unless its match
/// is told again because something has happened to the fee.
final class OlderLines {

  private final LeftStandings left;
  private final Set<LineKey> sent = new HashSet<>();
  private final Set<LineKey> decided = new HashSet<>();

  /// @param left how the closed months have left the lines
  /// @param payouts those that are not over
  OlderLines(LeftStandings left, List<OpenPayout> payouts) {
    this.left = left;
    payouts.forEach(payout -> sent.addAll(payout.sent()));
  }

  /// A match of these lines is told, again or for the first time.
  void decided(Collection<LineKey> lines) {
    decided.addAll(lines);
  }

  /// A line as it is now.
  LineFact seen(int file, SettlementLine line) {
    if (line.type() == LineType.PAYOUT && sent.contains(line.key())) {
      return LineFact.of(file, line);
    }
    return new LineFact(file, line.withoutPayout(), isOver(file, line));
  }

  private boolean isOver(int file, SettlementLine line) {
    return left.of(file, line.number()).filter(LineStanding::isOver).isPresent()
        && !decided.contains(line.key());
  }
}
