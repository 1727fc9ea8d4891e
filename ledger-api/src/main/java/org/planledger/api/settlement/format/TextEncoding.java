package org.planledger.api.settlement.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How the characters of a CSV file are written.
public enum TextEncoding {
  /// By its byte order mark; UTF-8 without one.
  AUTO(StandardCharsets.UTF_8),
  UTF_8(StandardCharsets.UTF_8),
  UTF_16LE(StandardCharsets.UTF_16LE),
  UTF_16BE(StandardCharsets.UTF_16BE),
  ISO_8859_1(StandardCharsets.ISO_8859_1),
  WINDOWS_1252(Charset.forName("windows-1252"));

  private final Charset charset;

  TextEncoding(Charset charset) {
    this.charset = charset;
  }

  /// What it is without a byte order mark.
  public Charset charset() {
    return charset;
  }

  /// What a byte order mark says, and how long it is. A mark is believed whatever was said.
  Marked marked(byte[] head) {
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      return new Marked(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, 0xff, 0xfe)) {
      return new Marked(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return new Marked(StandardCharsets.UTF_16BE, 2);
    }
    return new Marked(charset, 0);
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// An encoding and the bytes that told it.
  record Marked(Charset charset, int markBytes) {}
}
