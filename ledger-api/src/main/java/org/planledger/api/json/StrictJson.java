package org.planledger.api.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads a body as exactly one JSON text (RFC 8259) in UTF-8, without any of the liberties that
/// parsers take: a name stands once in its object, nothing follows the text, and nesting ends at
/// a depth that no request needs.
public final class StrictJson {
  /// Levels of objects and lists, the outermost included.
  static final int MAX_DEPTH_LEVELS = 16;

  private static final int MAX_NAME_CHARACTERS = 1_000;
  private static final int MAX_NUMBER_CHARACTERS = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH_LEVELS + 1)
                  .maxNameLength(MAX_NAME_CHARACTERS)
                  .maxNumberLength(MAX_NUMBER_CHARACTERS)
                  .build())
          .build();

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final List<Flaw> flaws = new ArrayList<>();
  private final JsonParser parser;

  private StrictJson(JsonParser parser) {
    this.parser = parser;
  }

  /// The one JSON text in these bytes; throws [ProblemException] if they are anything else.
  public static JsonNode read(byte[] body) {
    var text = text(body);
    if (text.isBlank()) {
      throw malformed("", FlawCode.MISSING, "the body is empty; send a JSON object");
    }
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      var json = new StrictJson(parser);
      var value = json.only();
      if (!json.flaws.isEmpty()) {
        throw ProblemException.malformed(json.flaws);
      }
      return value;
    }
  }

  private JsonNode only() {
    try {
      parser.nextToken();
      var value = value(Pointer.ROOT, 1);
      if (parser.nextToken() != null) {
        throw malformed("", FlawCode.NOT_JSON, "something follows the JSON text; send one alone");
      }
      return value;
    } catch (JacksonException | NumberFormatException e) {
      // Jackson's own words may repeat the input; where it stopped is enough to find the place.
      var place = parser.currentLocation();
      var here = Pointer.of(parser.streamReadContext().pathAsPointer(false).toString()).text();
      throw malformed(
          here,
          FlawCode.NOT_JSON,
          "this is not JSON: reading stopped at line %d, column %d"
              .formatted(place.getLineNr(), place.getColumnNr()));
    }
  }

  private JsonNode value(Pointer pointer, int level) {
    return switch (token()) {
      case START_OBJECT -> object(pointer, deeper(pointer, level));
      case START_ARRAY -> list(pointer, deeper(pointer, level));
      case VALUE_STRING -> nodes.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> nodes.booleanNode(true);
      case VALUE_FALSE -> nodes.booleanNode(false);
      case VALUE_NULL -> nodes.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("the parser let a stray token through");
    };
  }

  private JsonNode object(Pointer pointer, int level) {
    var object = nodes.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      var field = pointer.to(name);
      parser.nextToken();
      var value = value(field, level);
      if (object.has(name)) {
        flaws.add(
            Flaw.inBody(field.text(), FlawCode.DUPLICATE_NAME, "this name stands twice; send one"));
      } else {
        object.set(name, value);
      }
    }
    return object;
  }

  private JsonNode list(Pointer pointer, int level) {
    var list = nodes.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(pointer.to(list.size()), level));
    }
    return list;
  }

  private JsonToken token() {
    var token = parser.currentToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  private static int deeper(Pointer pointer, int level) {
    if (level > MAX_DEPTH_LEVELS) {
      throw malformed(
          pointer.text(),
          FlawCode.TOO_DEEP,
          "nested deeper than the %d levels a request may have".formatted(MAX_DEPTH_LEVELS));
    }
    return level + 1;
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("", FlawCode.NOT_JSON, "the body is not text in UTF-8");
    }
  }

  private static ProblemException malformed(String pointer, FlawCode code, String detail) {
    return ProblemException.malformed(Flaw.inBody(pointer, code, detail));
  }
}
