package org.planledger.verify.report;

import java.util.List;
import java.util.Map;

/// Writes maps, lists, texts, numbers and truth values as JSON in one line.
final class JsonWriter {

  private JsonWriter() {}

  static String write(Object value) {
    var json = new StringBuilder();
    append(json, value);
    return json.toString();
  }

  private static void append(StringBuilder json, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        char separator = '{';
        for (var entry : map.entrySet()) {
          json.append(separator);
          text(json, entry.getKey().toString());
          json.append(':');
          append(json, entry.getValue());
          separator = ',';
        }
        json.append(map.isEmpty() ? "{}" : "}");
      }
      case List<?> list -> {
        char separator = '[';
        for (Object element : list) {
          json.append(separator);
          append(json, element);
          separator = ',';
        }
        json.append(list.isEmpty() ? "[]" : "]");
      }
      case Number number -> json.append(number);
      case Boolean truth -> json.append(truth);
      default -> text(json, value.toString());
    }
  }

  private static void text(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        json.append('\\').append(letter);
      } else if (letter < ' ' || letter == 0x7f || Character.isSurrogate(letter)) {
        json.append("\\u%04x".formatted((int) letter));
      } else {
        json.append(letter);
      }
    }
    json.append('"');
  }
}
