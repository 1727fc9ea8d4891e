package org.planledger.core.finance.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Makes the keys of the lines of one file, in their order. It remembers how often a line without
/// an id of its own has come, so that two payments that look alike stay two; it is for one thread.
public final class LineKeys {

  private static final byte OWN_ID = 1;
  private static final byte TEXT = 2;

  private final MessageDigest digest;
  private final byte[] source;
  private final Occurrences occurrences = new Occurrences();

  /// @param source the system that the lines come from; the same id from another one is another
  ///     line
  public LineKeys(String source) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    this.source = source.getBytes(StandardCharsets.UTF_8);
  }

  /// The key of a line that its source has given an id, which no other line of it has. The parts of
  /// the id are told apart, so that `ab, c` is not `a, bc`.
  public LineKey ofId(String... id) {
    begin(OWN_ID);
    for (String part : id) {
      add(part.getBytes(StandardCharsets.UTF_8));
    }
    return LineKey.of(digest.digest());
  }

  /// The key of a line without such an id: of its text, and of how often the same text has come
  /// before.
  public LineKey ofText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    begin(TEXT);
    add(bytes);
    LineKey plain = LineKey.of(digest.digest());
    int occurrence = occurrences.next(plain);
    begin(TEXT);
    add(bytes);
    add(Integer.toString(occurrence).getBytes(StandardCharsets.US_ASCII));
    return LineKey.of(digest.digest());
  }

  private void begin(byte kind) {
    digest.update(kind);
    add(source);
  }

  private void add(byte[] part) {
    digest.update((byte) (part.length >>> 24));
    digest.update((byte) (part.length >>> 16));
    digest.update((byte) (part.length >>> 8));
    digest.update((byte) part.length);
    digest.update(part);
  }
}
