package org.planledger.core.finance.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planledger.core.finance.settlement.LineKey;

/// Which lines are not for which fees, because people said so.
final class Bans {

  private final Map<LineKey, Set<String>> fees = new HashMap<>();

  Bans(List<ByHand> byHand) {
    for (var decision : byHand) {
      if (decision instanceof ByHand.Withdrawn withdrawn) {
        fees.computeIfAbsent(withdrawn.line(), _ -> new HashSet<>()).add(withdrawn.feeId());
      }
    }
  }

  boolean areAbout(LineKey line) {
    return !fees.isEmpty() && fees.containsKey(line);
  }

  boolean bar(String feeId, LineKey line) {
    return areAbout(line) && fees.getOrDefault(line, Set.of()).contains(feeId);
  }
}
