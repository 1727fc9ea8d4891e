package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planledger.core.finance.settlement.LineType;

/// Money that went back, of which people have said for which fee.
final class BackByHand {

  private static final int[] NONE = {};

  private final LineBook lines;
  private final Map<Integer, List<int[]>> refunds = new HashMap<>();
  private final Map<Integer, IntRow> chargebacks = new HashMap<>();

  BackByHand(LineBook lines) {
    this.lines = lines;
  }

  /// The lines of one decision. The ledger records no refund for what the payer's bank does.
  void add(int fee, int[] of) {
    var paidBack = new IntRow();
    for (int line : of) {
      if (isChargeback(line)) {
        chargebacks.computeIfAbsent(fee, _ -> new IntRow()).add(line);
      } else {
        paidBack.add(line);
      }
    }
    if (paidBack.size() > 0) {
      refunds.computeIfAbsent(fee, _ -> new ArrayList<>()).add(paidBack.toArray());
    }
  }

  boolean isChargeback(int line) {
    var type = lines.type(line);
    return type == LineType.CHARGEBACK || type == LineType.CHARGEBACK_REVERSED;
  }

  /// What was paid back of a fee, decision by decision.
  List<int[]> refunds(int fee) {
    return refunds.getOrDefault(fee, List.of());
  }

  /// What the payer's bank has taken back of a fee, and what came again.
  int[] chargebacks(int fee) {
    var row = chargebacks.get(fee);
    return row == null ? NONE : row.toArray();
  }
}
