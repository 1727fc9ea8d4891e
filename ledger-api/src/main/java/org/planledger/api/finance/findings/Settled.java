package org.planledger.api.finance.findings;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.settlement.LineKey;

/// By what a match is known whichever rule made it: its fees and its lines.
public final class Settled {

  private Settled() {}

  /// Whether one is among others.
  public static boolean isAmong(Set<String> others, Match match) {
    return !others.isEmpty() && others.contains(of(match));
  }

  /// What a match puts together, in one text.
  public static String of(Match match) {
    return of(match.feeIds(), match.lines());
  }

  /// The same of fees and lines.
  public static String of(List<String> fees, List<LineKey> lines) {
    return Stream.concat(fees.stream().sorted(), lines.stream().sorted().map(LineKey::hex))
        .collect(Collectors.joining(" "));
  }
}
