package org.planledger.api.settlement.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what is read, and stops a reader that takes too much at once or all in all.
final class CountedInput extends FilterInputStream {

  private final long most;
  private final long mostAtOnce;
  private long count;
  private long since;

  /// Without limits.
  CountedInput(InputStream in) {
    this(in, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /// @param most how many bytes there may be
  /// @param mostAtOnce how many may be read between two calls of [#rest]
  CountedInput(InputStream in, long most, long mostAtOnce) {
    super(in);
    this.most = most;
    this.mostAtOnce = mostAtOnce;
  }

  long count() {
    return count;
  }

  /// Whoever reads has made something of what it read.
  void rest() {
    since = count;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      counted(1);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read > 0) {
      counted(read);
    }
    return read;
  }

  private void counted(int bytes) {
    count += bytes;
    if (count > most) {
      throw new UnreadableFileException(
          "The file holds more than it may: %,d bytes of it are unpacked".formatted(count));
    }
    if (count - since > mostAtOnce) {
      throw new UnreadableFileException(
          "A single element, text or attribute has more than %,d bytes.".formatted(mostAtOnce));
    }
  }
}
