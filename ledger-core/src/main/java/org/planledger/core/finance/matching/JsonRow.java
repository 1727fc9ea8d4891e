package org.planledger.core.finance.matching;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

/// One line of JSON, member by member, without blanks.
final class JsonRow {

  private static final int FIRST_PRINTABLE = 0x20;

  private final StringBuilder text = new StringBuilder(1 << 10);
  private boolean first = true;

  /// Begins a row.
  JsonRow begin(String row) {
    text.setLength(0);
    text.append('{');
    first = true;
    return member("row", row);
  }

  JsonRow member(String name, String value) {
    name(name);
    string(value);
    return this;
  }

  JsonRow member(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  JsonRow member(String name, boolean value) {
    name(name);
    text.append(value);
    return this;
  }

  /// A number that may not fit into 64 bits.
  JsonRow member(String name, BigInteger value) {
    name(name);
    text.append(value);
    return this;
  }

  JsonRow member(String name, Optional<String> value) {
    value.ifPresent(present -> member(name, present));
    return this;
  }

  JsonRow strings(String name, Collection<String> values) {
    name(name);
    char before = '[';
    for (var value : values) {
      text.append(before);
      string(value);
      before = ',';
    }
    text.append(values.isEmpty() ? "[]" : "]");
    return this;
  }

  JsonRow object(String name) {
    name(name);
    return open();
  }

  JsonRow array(String name) {
    name(name);
    text.append('[');
    first = true;
    return this;
  }

  /// Begins an object that is an element of an array, or the value of a member.
  JsonRow element() {
    if (!first) {
      text.append(',');
    }
    return open();
  }

  private JsonRow open() {
    text.append('{');
    first = true;
    return this;
  }

  JsonRow close() {
    text.append('}');
    first = false;
    return this;
  }

  JsonRow closeArray() {
    text.append(']');
    first = false;
    return this;
  }

  /// The row with its line feed.
  String end() {
    return text.append("}\n").toString();
  }

  private void name(String name) {
    if (!first) {
      text.append(',');
    }
    first = false;
    string(name);
    text.append(':');
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter == '"' || letter == '\\') {
        text.append('\\').append(letter);
      } else if (letter < FIRST_PRINTABLE || (Character.isSurrogate(letter) && isAlone(value, i))) {
        text.append("\\u").append(HexFormat.of().toHexDigits(letter));
      } else {
        text.append(letter);
      }
    }
    text.append('"');
  }

  /// Half a character cannot be written in UTF-8.
  private static boolean isAlone(String value, int at) {
    char letter = value.charAt(at);
    return Character.isHighSurrogate(letter)
        ? at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(value.charAt(at - 1));
  }
}
