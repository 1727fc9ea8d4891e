package org.planledger.verify.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/// The letters of a JSON text and a place among them.
final class JsonText {

  /// What is peeked at after the last byte.
  static final int END = -1;

  private final String name;
  private final byte[] bytes;
  private int from;
  private int to;
  private long firstLine;
  private int at;

  JsonText(String name, byte[] bytes, int from, int to, long firstLine) {
    this.name = name;
    this.bytes = bytes;
    restart(from, to, firstLine);
  }

  void restart(int from, int to, long line) {
    this.from = from;
    this.to = to;
    this.firstLine = line;
    this.at = from;
  }

  void skipWhitespace() {
    while (at < to
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
  }

  /// The first byte after white space, as an unsigned number, or [#END].
  int peek() {
    skipWhitespace();
    return at < to ? bytes[at] & 0xff : END;
  }

  /// Whether this letter comes next; it is passed if it does.
  boolean takes(char letter) {
    if (peek() == letter) {
      at++;
      return true;
    }
    return false;
  }

  void expect(char letter, String what, JsonReader reader) {
    if (!takes(letter)) {
      throw reader.problem(what + " is expected" + (at == to ? ", and the input ends" : ""));
    }
  }

  /// A run of no more than so many digits that is a whole number of JSON in these bounds; -1, and
  /// nothing passed, for anything else.
  long digits(int mostDigits, long least, long most) {
    skipWhitespace();
    int start = at;
    long value = 0;
    while (at < to && at - start <= mostDigits && isDigit(bytes[at])) {
      value = 10 * value + bytes[at++] - '0';
    }
    int count = at - start;
    boolean whole = count > 0 && count <= mostDigits && (count == 1 || bytes[start] != '0');
    boolean ends = at == to || (bytes[at] != '.' && (bytes[at] | 0x20) != 'e');
    if (whole && ends && value >= least && value <= most) {
      return value;
    }
    at = start;
    return -1;
  }

  /// Passes these letters from an index on, if they come next exactly as they are.
  boolean passes(byte[] letters, int index) {
    int end = at + letters.length - index;
    if (end > to || !Arrays.equals(bytes, at, end, letters, index, letters.length)) {
      return false;
    }
    at = end;
    return true;
  }

  /// The member whose name comes next, letter by letter; -1, and nothing passed, if there is none.
  int member(Members members, int expected, JsonReader reader) {
    if (peek() != '"') {
      throw reader.problem("the name of a member is expected");
    }
    int end = plainEnd(at + 1);
    if (end == to || bytes[end] != '"') {
      return -1;
    }
    int index = members.find(bytes, at + 1, end - at - 1, expected);
    if (index >= 0) {
      at = end + 1;
    }
    return index;
  }

  Utf8 text(int maxBytes, JsonReader reader) {
    int start = begin(reader);
    int end = plainEnd(start);
    boolean plain = end < to && bytes[end] == '"';
    if (!plain) {
      end = closingQuote(end, reader);
    }
    if (end - start > maxBytes) {
      throw reader.problem("the text is longer than %,d bytes".formatted(maxBytes));
    }
    Utf8 value = plain ? new Utf8(bytes, start, end) : unescaped(start, end, reader);
    at = end + 1;
    return value;
  }

  byte[] base64(int maxBytes, JsonReader reader) {
    int start = begin(reader);
    int maxLetters = Math.toIntExact(4 * ((maxBytes + 2L) / 3));
    int quote = Letters.indexOf('"', bytes, start, to);
    if (quote < to && quote - start <= maxLetters) {
      // What is no base64 may still be, with escapes; or it is wrong, and what is wrong is said.
      byte[] content = Base64Text.decode(bytes, start, quote - start);
      if (content != null) {
        at = quote + 1;
        return content;
      }
    }
    int end = closingQuote(start, reader);
    Utf8 letters = unescaped(start, end, reader);
    int length = letters.to() - letters.from();
    if (length > maxLetters) {
      throw reader.problem("there are more than %,d bytes in base64".formatted(maxBytes));
    }
    byte[] content = Base64Text.decode(letters.bytes(), letters.from(), length);
    if (content == null) {
      throw reader.problem("this is not base64 (RFC 4648, section 4, padded, in one line)");
    }
    at = end + 1;
    return content;
  }

  /// A number, `true`, `false` or `null`.
  void skipScalar(JsonReader reader) {
    int start = at;
    while (at < to
        && (isDigit(bytes[at]) || isLetter(bytes[at]) || "+-.".indexOf(bytes[at]) >= 0)) {
      at++;
    }
    String word = new String(bytes, start, Math.min(at - start, 1000), ISO_8859_1);
    boolean known = word.equals("true") || word.equals("false") || word.equals("null");
    if (at - start > 999 || !(known || isNumber(word))) {
      at = start;
      throw reader.problem("a JSON value is expected");
    }
  }

  /// For a person who looks for the mistake: file, line, column and pointer.
  String place(String pointer) {
    long line = firstLine;
    int lineStart = from;
    for (int i = from; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    String place = "%s, line %d, column %d".formatted(name, line, at - lineStart + 1);
    return pointer.isEmpty() ? place : place + ", " + pointer;
  }

  private int begin(JsonReader reader) {
    if (peek() != '"') {
      throw reader.problem("a text is expected");
    }
    return at + 1;
  }

  private int plainEnd(int start) {
    return Letters.plainEnd(bytes, start, to);
  }

  private int closingQuote(int start, JsonReader reader) {
    int i = start;
    while (i < to && bytes[i] != '"') {
      if (bytes[i] >= 0 && bytes[i] < ' ') {
        throw reader.problem("a text has no control characters");
      }
      i += bytes[i] == '\\' ? 2 : 1;
    }
    if (i >= to) {
      throw reader.problem("the text does not end");
    }
    return i;
  }

  private Utf8 unescaped(int start, int end, JsonReader reader) {
    String raw;
    try {
      raw = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
    } catch (CharacterCodingException e) {
      throw reader.problem("the text is not UTF-8");
    }
    var value = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char letter = raw.charAt(i++);
      if (letter != '\\') {
        value.append(letter);
        continue;
      }
      int code = JsonEscape.at(raw, i);
      if (code < 0) {
        throw reader.problem("a backslash stands before a letter that it cannot stand before");
      }
      value.append((char) code);
      i += raw.charAt(i) == 'u' ? 5 : 1;
    }
    // Half a pair has no UTF-8, and would be hashed as a question mark.
    if (!UTF_8.newEncoder().canEncode(value)) {
      throw reader.problem("the text has half a surrogate pair");
    }
    byte[] meant = value.toString().getBytes(UTF_8);
    return new Utf8(meant, 0, meant.length);
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isLetter(byte letter) {
    return (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z';
  }

  private static boolean isNumber(String word) {
    return word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  }
}
