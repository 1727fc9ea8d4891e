package org.planledger.api.testing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The description that a server gives of itself, and whether what it answers agrees with it: every
/// path, every status, every field and every constant.
public final class Contract {

  private static final Map<LedgerServer, Contract> KNOWN = new ConcurrentHashMap<>();

  private final JsonNode description;

  private Contract(JsonNode description) {
    this.description = description;
  }

  public static Contract of(LedgerServer server) {
    return KNOWN.computeIfAbsent(
        server, s -> new Contract(s.http().get("/v3/api-docs").expect(200).json()));
  }

  /// The whole description.
  public JsonNode description() {
    return description;
  }

  /// The description of an operation.
  public JsonNode operation(String method, String path) {
    return template(path)
        .map(template -> description.path("paths").path(template).path(lower(method)))
        .filter(operation -> !operation.isMissingNode())
        .orElseThrow(() -> new AssertionError("nobody describes " + method + " " + path));
  }

  /// The answer, if it is one that the description allows.
  public Answer check(String method, String path, Answer answer) {
    var response = operation(method, path).path("responses").path(String.valueOf(answer.status()));
    if (response.isMissingNode()) {
      throw new AssertionError(
          "nobody describes the status %d of %s %s: %s"
              .formatted(answer.status(), method, path, answer));
    }
    var type = answer.header("Content-Type").orElse("").replaceAll(";.*", "");
    var schema = response.path("content").path(type).path("schema");
    if (schema.isMissingNode()) {
      throw new AssertionError("nobody describes %s of %s %s".formatted(type, method, path));
    }
    var wrong = mismatches(schema, answer.json());
    if (!wrong.isEmpty()) {
      throw new AssertionError(method + " " + path + " answers otherwise: " + wrong);
    }
    return answer;
  }

  /// Where a value differs from its schema; nothing if it agrees.
  public List<String> mismatches(JsonNode schema, JsonNode value) {
    var found = new ArrayList<String>();
    compare(schema, value, "", found);
    return found;
  }

  private void compare(JsonNode given, JsonNode value, String at, List<String> found) {
    var schema = resolved(given);
    if (schema.has("anyOf")) {
      var fits =
          schema.path("anyOf").valueStream().anyMatch(each -> mismatches(each, value).isEmpty());
      if (!fits) {
        found.add(at + " is none of " + schema.path("anyOf"));
      }
      return;
    }
    if (!ofType(schema.path("type"), value)) {
      found.add("%s is %s and not %s".formatted(at, value.getNodeType(), schema.path("type")));
      return;
    }
    if (schema.has("enum")
        && schema.path("enum").valueStream().noneMatch(each -> each.equals(value))) {
      found.add("%s is %s, which is none of %s".formatted(at, value, schema.path("enum")));
    }
    if (value.isString()) {
      text(schema, value.stringValue(), at, found);
    } else if (value.isObject()) {
      object(schema, value, at, found);
    } else if (value.isArray() && schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        compare(schema.path("items"), value.get(i), at + "/" + i, found);
      }
    }
  }

  private void object(JsonNode schema, JsonNode value, String at, List<String> found) {
    schema
        .path("required")
        .valueStream()
        .map(JsonNode::stringValue)
        .filter(name -> !value.has(name))
        .forEach(name -> found.add(at + "/" + name + " is missing"));
    var properties = schema.path("properties");
    var others = schema.path("additionalProperties");
    value
        .properties()
        .forEach(
            field -> {
              var here = at + "/" + field.getKey();
              if (properties.has(field.getKey())) {
                compare(properties.path(field.getKey()), field.getValue(), here, found);
              } else if (others.isObject()) {
                compare(others, field.getValue(), here, found);
              } else if (others.isBoolean() && !others.booleanValue()) {
                found.add(here + " is not described");
              }
            });
  }

  private static void text(JsonNode schema, String text, String at, List<String> found) {
    if (schema.has("pattern")
        && !Pattern.compile(schema.path("pattern").stringValue()).matcher(text).find()) {
      found.add(at + " does not match " + schema.path("pattern"));
    }
    try {
      switch (schema.path("format").asString("")) {
        case "date" -> LocalDate.parse(text);
        case "date-time" -> OffsetDateTime.parse(text);
        case "uuid" -> UUID.fromString(text);
        default -> {}
      }
    } catch (DateTimeParseException | IllegalArgumentException e) {
      found.add(at + " is no " + schema.path("format"));
    }
  }

  private static boolean ofType(JsonNode type, JsonNode value) {
    if (type.isMissingNode()) {
      return true;
    }
    var types = type.isArray() ? type.valueStream().toList() : List.of(type);
    return types.stream().anyMatch(each -> is(each.stringValue(), value));
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException(type);
    };
  }

  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref")
        ? description.at(schema.path("$ref").stringValue().substring(1))
        : schema;
  }

  private Optional<String> template(String path) {
    var plain = path.replaceAll("\\?.*", "");
    return description.path("paths").propertyNames().stream()
        .filter(template -> plain.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
        // A literal part fits better than a variable one.
        .min((one, other) -> Long.compare(variables(one), variables(other)));
  }

  private static long variables(String template) {
    return template.chars().filter(c -> c == '{').count();
  }

  private static String lower(String method) {
    return method.toLowerCase(java.util.Locale.ROOT);
  }
}
