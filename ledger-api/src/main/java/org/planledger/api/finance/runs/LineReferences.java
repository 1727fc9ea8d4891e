package org.planledger.api.finance.runs;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;

/// What the lines of a run refer to: only these can mean a fee of long ago. Few are kept as they
/// are, so that fees can be looked up by them; of many only a hash of eight bytes each is kept. If
/// two of them ever had the same, a fee would be looked at that nothing refers to.
final class LineReferences {

  private static final Pattern ID =
      Pattern.compile(
          "([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})",
          Pattern.CASE_INSENSITIVE);

  private final int most;
  private @Nullable Set<String> texts = new HashSet<>();
  private final LongSet hashes = new LongSet();

  /// @param most how many are kept as they are
  LineReferences(int most) {
    this.most = most;
  }

  void add(SettlementLine line) {
    line.merchantReference().ifPresent(this::add);
    line.relatedReference().ifPresent(this::add);
    line.processorReference().ifPresent(this::add);
    line.endToEndId().ifPresent(this::add);
    if (line.type() == LineType.BANK_CREDIT || line.type() == LineType.BANK_DEBIT) {
      line.description().ifPresent(this::addIds);
    }
  }

  /// The ids of fees in the words of a payer, who may have lost the hyphens.
  private void addIds(String words) {
    var found = ID.matcher(words);
    while (found.find()) {
      add(
          "%s-%s-%s-%s-%s"
              .formatted(
                  found.group(1), found.group(2), found.group(3), found.group(4), found.group(5))
              .toLowerCase(Locale.ROOT));
    }
  }

  private void add(String reference) {
    if (reference.isBlank()) {
      return;
    }
    hashes.add(hash(reference));
    var kept = texts;
    if (kept != null) {
      kept.add(reference);
      if (kept.size() > most) {
        texts = null;
      }
    }
  }

  /// Whether a line refers to it.
  boolean has(String reference) {
    var kept = texts;
    return kept != null ? kept.contains(reference) : hashes.has(hash(reference));
  }

  /// All of them; none if there are too many.
  Optional<Set<String>> texts() {
    return Optional.ofNullable(texts);
  }

  private static long hash(String text) {
    long hash = 0x243f6a8885a308d3L ^ text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    hash *= 0xbf58476d1ce4e5b9L;
    return hash ^ hash >>> 32;
  }
}
