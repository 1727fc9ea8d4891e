package org.planledger.api.finance;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.planledger.api.finance.KeptClosedMatches.Placed;
import org.planledger.core.finance.matching.LineFact;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.SettlementLine;

/// The payouts that have reached the bank in closed months. They are over: a later month does not
/// look for them again, although it may still look at some of their lines.
final class ArrivedPayouts {

  private final Set<LineKey> atTheBank = new HashSet<>();
  private final Set<String> payouts = new HashSet<>();
  private final Set<Batch> batches = new HashSet<>();

  /// A batch is one of its file.
  private record Batch(int file, String id) {}

  /// Remembers one that has arrived. Its last line is that of the bank.
  void add(Placed placed) {
    var match = placed.match();
    atTheBank.add(match.lines().getLast());
    match
        .group()
        .ifPresent(
            id -> {
              payouts.add(id);
              placed.places().forEach(place -> batches.add(new Batch(place.file(), id)));
            });
  }

  /// A line of an older file as a later month sees it; none if it is that of the bank.
  Optional<LineFact> seen(int file, SettlementLine line) {
    if (atTheBank.contains(line.key())) {
      return Optional.empty();
    }
    return Optional.of(LineFact.of(file, isOver(file, line) ? line.withoutPayout() : line));
  }

  private boolean isOver(int file, SettlementLine line) {
    return line.payoutId().isPresent()
        ? payouts.contains(line.payoutId().get())
        : line.batchId().filter(id -> batches.contains(new Batch(file, id))).isPresent();
  }
}
