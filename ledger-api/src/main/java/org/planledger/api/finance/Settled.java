package org.planledger.api.finance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.settlement.LineKey;

/// By what a match is known whichever rule made it: its fees and its lines.
final class Settled {

  private Settled() {}

  /// Whether one is among others.
  static boolean isAmong(Set<String> others, Match match) {
    return !others.isEmpty() && others.contains(of(match));
  }

  static String of(Match match) {
    return of(match.feeIds(), match.lines());
  }

  static String of(List<String> fees, List<LineKey> lines) {
    return Stream.concat(fees.stream().sorted(), lines.stream().sorted().map(LineKey::hex))
        .collect(Collectors.joining(" "));
  }
}
