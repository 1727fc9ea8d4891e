package org.planledger.verify.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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

  /// An empty block, to be filled.
  Block block() {
    return new Block(name, BLOCK_BYTES);
  }

  /// Fills a block with the next lines.
  ///
  /// @return false, and the block is empty, at the end
  boolean next(Block block) throws IOException {
    int length = rest.length;
    byte[] bytes = block.room(Math.max(BLOCK_BYTES, twice(length)));
    System.arraycopy(rest, 0, bytes, 0, length);
    int searched = 0;
    while (!ended) {
      int read = in.readNBytes(bytes, length, bytes.length - length);
      ended = read < bytes.length - length;
      length += read;
      int end = lastLineFeed(bytes, searched, length);
      if (end >= 0) {
        rest = Arrays.copyOfRange(bytes, end + 1, length);
        block.holds(end + 1);
        return true;
      }
      searched = length;
      if (!ended) {
        if (length >= MAX_LINE_BYTES) {
          throw new UnusableInputException(
              name, "a line is longer than %,d bytes".formatted(MAX_LINE_BYTES));
        }
        bytes = block.room(twice(bytes.length));
      }
    }
    // The last line may do without a line feed.
    rest = new byte[0];
    block.holds(length);
    return length > 0;
  }

  private static int twice(int bytes) {
    return Math.min(2 * bytes, MAX_LINE_BYTES);
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
