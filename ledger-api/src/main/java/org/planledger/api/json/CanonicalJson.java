package org.planledger.api.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// One spelling for one JSON value: names in order, no white space. Two bodies that mean the same
/// have the same canonical bytes, so that a repeated command is known however it was formatted.
public final class CanonicalJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CanonicalJson() {}

  public static byte[] bytes(JsonNode value) {
    return MAPPER.writeValueAsString(ordered(value)).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode ordered(JsonNode value) {
    if (value.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      value.properties().stream()
          .sorted(java.util.Map.Entry.comparingByKey())
          .forEach(field -> object.set(field.getKey(), ordered(field.getValue())));
      return object;
    }
    if (value.isArray()) {
      var list = JsonNodeFactory.instance.arrayNode();
      value.forEach(each -> list.add(ordered(each)));
      return list;
    }
    return value;
  }
}
