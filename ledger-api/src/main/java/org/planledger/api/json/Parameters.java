package org.planledger.api.json;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Parameters of a query as the JSON they stand for, so that they are read as strictly as a body:
/// a number where a number is expected, a list where values are separated by commas.
final class Parameters {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,30}");

  private Parameters() {}

  static JsonNode json(Map<String, List<String>> parameters, RequestShape shape) {
    var object = NODES.objectNode();
    parameters.forEach((name, values) -> object.set(name, json(name, values, shape)));
    return object;
  }

  private static JsonNode json(String name, List<String> values, RequestShape shape) {
    if (values.size() > 1) {
      throw ProblemException.malformed(
          Flaw.inQuery(name, FlawCode.DUPLICATE_NAME, "this parameter stands twice; send one"));
    }
    var text = values.getFirst();
    return shape.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .map(field -> json(text, field.kind()))
        .orElseGet(() -> NODES.stringNode(text));
  }

  private static JsonNode json(String text, Kind kind) {
    return switch (kind) {
      case Kind.Whole _ ->
          WHOLE.matcher(text).matches()
              ? NODES.numberNode(new BigInteger(text))
              : NODES.stringNode(text);
      case Kind.Flag _ ->
          switch (text) {
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> NODES.stringNode(text);
          };
      // In a query a plus sign means a space, and in a moment nobody means a space.
      case Kind.Moment _ -> NODES.stringNode(text.replace(' ', '+'));
      case Kind.Many many -> {
        var list = NODES.arrayNode();
        Arrays.asList(text.split(",", -1)).forEach(each -> list.add(json(each, many.each())));
        yield list;
      }
      case Kind.Document _,
          Kind.Text _,
          Kind.Worded _,
          Kind.Day _,
          Kind.Choice _,
          Kind.Amount _,
          Kind.Nested _,
          Kind.ByPart _ ->
          NODES.stringNode(text);
    };
  }
}
