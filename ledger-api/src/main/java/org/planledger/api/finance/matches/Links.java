package org.planledger.api.finance.matches;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.planledger.api.finance.matches.MatchAnswer.LinePlaceAnswer;

/// From a fee or a line to what lies behind it.
public final class Links {

  private Links() {}

  /// By what each leads to.
  public static Map<String, String> of(List<String> feeIds, @Nullable LinePlaceAnswer place) {
    var links = new TreeMap<String, String>();
    if (!feeIds.isEmpty()) {
      links.put("feeTrail", "/v1/fee-trails/" + feeIds.getFirst());
    }
    if (place != null) {
      links.put(
          "lineTrail", "/v1/settlements/" + place.file() + "/lines/" + place.line() + "/trail");
      links.put("settlement", "/v1/settlements/" + place.file());
    }
    return links;
  }
}
