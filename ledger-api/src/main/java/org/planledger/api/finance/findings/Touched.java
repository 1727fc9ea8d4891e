package org.planledger.api.finance.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.book.HandAct;
import org.planledger.core.finance.settlement.LineKey;

/// Matches, fees and lines that some acts of people are about, each with its acts.
public final class Touched {

  private final Map<String, List<HandAct>> matches = new HashMap<>();
  private final Map<String, List<HandAct>> fees = new HashMap<>();
  private final Map<LineKey, List<HandAct>> lines = new HashMap<>();

  /// Puts acts in order by what they are about.
  public Touched(List<HandAct> acts) {
    for (var act : acts) {
      switch (act) {
        case HandAct.Match(_, var event, _) ->
            add(act, event.matchId(), event.fees(), event.lines());
        case HandAct.Withdrawal(_, var event, _) ->
            add(act, event.matchId(), event.fees(), event.lines());
        case HandAct.WriteOff(_, var event, _) -> add(fees, event.feeId(), act);
        case HandAct.WriteOffWithdrawal(_, var event, _) -> add(fees, event.feeId(), act);
      }
    }
  }

  private void add(HandAct act, String matchId, List<String> ofFees, List<LineKey> ofLines) {
    add(matches, matchId, act);
    ofFees.forEach(fee -> add(fees, fee, act));
    ofLines.forEach(line -> add(lines, line, act));
  }

  private static <K> void add(Map<K, List<HandAct>> by, K key, HandAct act) {
    by.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(act);
  }

  Set<String> matchIds() {
    return matches.keySet();
  }

  Set<String> feeIds() {
    return fees.keySet();
  }

  Set<LineKey> lineKeys() {
    return lines.keySet();
  }

  /// The acts that are about one of these, in their order.
  public List<HandAct> by(String matchId, Collection<String> ofFees, Collection<LineKey> ofLines) {
    var found = new TreeMap<Long, HandAct>();
    note(found, matches.get(matchId));
    ofFees.forEach(fee -> note(found, fees.get(fee)));
    ofLines.forEach(line -> note(found, lines.get(line)));
    return List.copyOf(found.values());
  }

  private static void note(Map<Long, HandAct> found, @Nullable List<HandAct> acts) {
    if (acts != null) {
      acts.forEach(act -> found.put(act.number(), act));
    }
  }
}
