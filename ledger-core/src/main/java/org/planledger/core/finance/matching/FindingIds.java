package org.planledger.core.finance.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;

/// Makes the ids of findings of what they are about, so that the same finding has the same id in
/// every run.
final class FindingIds {

  private static final int ID_BYTES = 16;

  private final MessageDigest digest = Digests.sha256();

  String ofMatch(MatchRule rule, List<String> feeIds, List<LineKey> keys) {
    part("match");
    part(rule.id());
    feeIds.forEach(this::part);
    keys.forEach(key -> digest.update(key.bytes()));
    return id();
  }

  String ofException(Trouble trouble, Optional<String> feeId, List<LineKey> keys) {
    part("exception");
    part(trouble.kind.name());
    part(feeId.orElse(""));
    part(trouble.about);
    if (trouble.about.isEmpty()) {
      keys.forEach(key -> digest.update(key.bytes()));
    }
    return id();
  }

  /// The id of the exception of a record that could not be read.
  String ofUnreadable(String place) {
    part("exception");
    part(ExceptionKind.UNREADABLE.name());
    part(place);
    return id();
  }

  private void part(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (bytes.length >>> shift));
    }
    digest.update(bytes);
  }

  private String id() {
    return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
  }
}
