package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.AnswerJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One field that an event has changed in the state of its plan.
///
/// @param before null where the field came into being
/// @param after null where the field went away
@Schema(name = "Difference")
public record Difference(
    @Schema(description = "A JSON pointer (RFC 6901) into the state.") String pointer,
    @Schema(description = "Null where it came into being.") @Nullable Object before,
    @Schema(description = "Null where it went away.") @Nullable Object after) {

  /// What changed from one state to the next, field by field.
  ///
  /// @param before null before the plan was sold
  /// @param after null before the plan was sold, where somebody looks back
  public static List<Difference> between(@Nullable PlanState before, @Nullable PlanState after) {
    var found = new ArrayList<Difference>();
    compare("", json(before), json(after), found);
    return found;
  }

  private static JsonNode json(@Nullable PlanState state) {
    return state == null
        ? JsonNodeFactory.instance.objectNode()
        : AnswerJson.MAPPER.valueToTree(state);
  }

  private static void compare(
      String pointer, @Nullable JsonNode was, @Nullable JsonNode is, List<Difference> found) {
    if (was != null && was.equals(is)) {
      return;
    }
    if (was != null && is != null && was.isObject() && is.isObject()) {
      var names = new LinkedHashSet<>(was.propertyNames());
      names.addAll(is.propertyNames());
      names.forEach(name -> compare(child(pointer, name), was.get(name), is.get(name), found));
    } else if (was != null && is != null && was.isArray() && is.isArray()) {
      for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
        compare(pointer + "/" + i, was.get(i), is.get(i), found);
      }
    } else if (!(isNothing(was) && isNothing(is))) {
      found.add(new Difference(pointer, plain(was), plain(is)));
    }
  }

  private static boolean isNothing(@Nullable JsonNode node) {
    return node == null || node.isNull();
  }

  private static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static @Nullable Object plain(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : AnswerJson.MAPPER.treeToValue(node, Object.class);
  }
}
