package org.planledger.core.finance.matching;

import java.util.Optional;
import org.planledger.core.finance.settlement.SettlementLine;

/// What the words of a line are good for, apart from what they refer to.
final class LineWords {

  private static final int LONGEST_LABEL = 60;

  private LineWords() {}

  /// What to call a line by, if nothing else is known of it.
  static Optional<String> label(SettlementLine line) {
    return line.merchantReference()
        .or(line::description)
        .or(line::endToEndId)
        .or(line::payer)
        .filter(text -> !text.isBlank())
        .map(text -> text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) : text);
  }

  /// What else tells two lines of the same processor's reference apart, as a hash.
  static long identity(SettlementLine line) {
    long hash = mix(mix(1, line.merchantReference()), line.endToEndId());
    return line.merchantReference().isPresent() || line.endToEndId().isPresent()
        ? hash
        : mix(mix(hash, line.description()), line.payer());
  }

  private static long mix(long hash, Optional<String> text) {
    long mixed = hash * 31;
    String letters = text.orElse("");
    for (int i = 0; i < letters.length(); i++) {
      mixed = (mixed ^ letters.charAt(i)) * 0x9e3779b97f4a7c15L;
      mixed ^= mixed >>> 31;
    }
    return mixed;
  }
}
