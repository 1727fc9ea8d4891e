package org.planledger.api.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where a list is to be continued: the list, the filters it was asked with, and the key of the
/// last row. To clients it is one opaque word.
///
/// @param path of the list
/// @param filters the parameters of the first page
record Cursor(String path, Map<String, String> filters, List<String> after) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  Cursor {
    filters = new TreeMap<>(Map.copyOf(filters));
    after = List.copyOf(after);
  }

  String encoded() {
    var json = MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  /// Reads a cursor that this list gave out; throws [ProblemException] for anything else.
  static Cursor decoded(String text, String path) {
    try {
      var json = Base64.getUrlDecoder().decode(text);
      var cursor = MAPPER.readValue(json, Cursor.class);
      if (cursor.path.equals(path)) {
        return cursor;
      }
    } catch (IllegalArgumentException | NullPointerException | JacksonException e) {
      throw refused();
    }
    throw refused();
  }

  static ProblemException refused() {
    return ProblemException.malformed(
        Flaw.inQuery(
            "cursor",
            FlawCode.BAD_FORMAT,
            "this list gave out no such cursor; take the one in `next`, or none for the first page"));
  }
}
