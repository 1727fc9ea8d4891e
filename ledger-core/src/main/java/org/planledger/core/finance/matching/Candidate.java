package org.planledger.core.finance.matching;

import java.util.List;
import org.planledger.core.finance.settlement.LineKey;

/// Something that could be meant, for a person to look at.
///
/// @param feeIds the fees, several if only together they make the amount
/// @param lines the lines
/// @param score what its signs count
/// @param whyNot why it was not matched, for people
public record Candidate(List<String> feeIds, List<LineKey> lines, int score, String whyNot) {

  /// Takes the lists as they are.
  public Candidate {
    feeIds = List.copyOf(feeIds);
    lines = List.copyOf(lines);
  }
}
