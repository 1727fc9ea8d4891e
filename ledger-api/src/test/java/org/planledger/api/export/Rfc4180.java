package org.planledger.api.export;

import java.util.ArrayList;
import java.util.List;

/// A reader of CSV by the grammar of RFC 4180 and nothing beside it: it knows nothing of the
// writer.
final class Rfc4180 {
  private final String text;
  private int at;

  private Rfc4180(String text) {
    this.text = text;
  }

  /// The records of a file in which every line ends in CR LF.
  static List<List<String>> read(String text) {
    var reader = new Rfc4180(text);
    var records = new ArrayList<List<String>>();
    while (reader.at < text.length()) {
      records.add(reader.line());
    }
    return records;
  }

  private List<String> line() {
    var fields = new ArrayList<String>();
    do {
      fields.add(text.startsWith("\"", at) ? escaped() : plain());
    } while (take(","));
    if (!take("\r\n")) {
      throw new AssertionError("a line does not end at " + at);
    }
    return fields;
  }

  private boolean take(String expected) {
    boolean there = text.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  private String escaped() {
    var field = new StringBuilder();
    at++;
    while (true) {
      if (take("\"\"")) {
        field.append('"');
      } else if (take("\"")) {
        return field.toString();
      } else {
        field.append(text.charAt(at++));
      }
    }
  }

  private String plain() {
    int from = at;
    while (",\r\n".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        throw new AssertionError("a quote in the middle of a field at " + at);
      }
      at++;
    }
    return text.substring(from, at);
  }
}
