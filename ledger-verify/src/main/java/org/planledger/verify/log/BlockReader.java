package org.planledger.verify.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.planledger.verify.input.UnusableInputException;

/// Cuts an exported log into blocks of whole lines, so that no more than a few of them are in
/// memory at a time.
final class BlockReader {

  private static final int BLOCK_BYTES = 1 << 20;
  private static final int MAX_LINE_BYTES = 64 << 20;

  private final String name;
  private final InputStream in;

  /// What was read and not handed out: the beginning of a line.
  private byte[] rest = {};

  private boolean ended;

  BlockReader(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /// The next lines; nothing at the end.
  Optional<Block> next() throws IOException {
    byte[] bytes = Arrays.copyOf(rest, Math.max(BLOCK_BYTES, 2 * rest.length));
    int length = rest.length;
    int searched = 0;
    while (!ended) {
      int read = in.readNBytes(bytes, length, bytes.length - length);
      ended = read < bytes.length - length;
      length += read;
      int end = lastLineFeed(bytes, searched, length);
      if (end >= 0) {
        rest = Arrays.copyOfRange(bytes, end + 1, length);
        return Optional.of(new Block(name, bytes, end + 1));
      }
      searched = length;
      if (!ended) {
        if (length >= MAX_LINE_BYTES) {
          throw new UnusableInputException(
              name, "a line is longer than %,d bytes".formatted(MAX_LINE_BYTES));
        }
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
    }
    // The last line may do without a line feed.
    rest = new byte[0];
    return length == 0 ? Optional.empty() : Optional.of(new Block(name, bytes, length));
  }

  private static int lastLineFeed(byte[] bytes, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
