package org.planledger.api.settlement.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a file is at first sight.
enum Found {
  EMPTY,
  BINARY,
  ZIP,
  XML,
  TEXT;

  private static final int LOOKED_AT_BYTES = 4096;

  static Found in(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(LOOKED_AT_BYTES);
    }
    if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] < 9 && head[3] < 9) {
      return ZIP;
    }
    TextEncoding.Marked marked = TextEncoding.ISO_8859_1.marked(head);
    Charset charset = marked.markBytes() > 0 ? marked.charset() : guessed(head);
    String text = new String(Arrays.copyOfRange(head, marked.markBytes(), head.length), charset);
    if (text.isBlank()) {
      return EMPTY;
    }
    long controls = text.chars().filter(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0).count();
    // A single one is the fault of a record.
    if (text.indexOf(0) >= 0 || controls * 20 > text.length()) {
      return BINARY;
    }
    return text.stripLeading().startsWith("<") ? XML : TEXT;
  }

  /// UTF-16 without a mark has a zero in every other byte.
  private static Charset guessed(byte[] head) {
    if (head.length >= 2 && head[0] == 0 && head[1] != 0) {
      return StandardCharsets.UTF_16BE;
    }
    if (head.length >= 2 && head[0] != 0 && head[1] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.ISO_8859_1;
  }
}
