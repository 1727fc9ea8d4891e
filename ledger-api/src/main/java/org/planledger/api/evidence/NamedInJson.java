package org.planledger.api.evidence;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.Bytes;
import tools.jackson.databind.JsonNode;

/// Finds the devices that stored JSON names. It goes by the names of
/// members, at any depth, so that a verifier can do the same without knowing the events.
public final class NamedInJson {
  private static final Set<String> DEVICES =
      Set.of(
          "deviceId",
          "wrongDevice",
          "inheritedFrom",
          "original",
          "replacement",
          "device",
          "newDevice",
          "successor");
  private static final Pattern DEVICE_ID = Pattern.compile("[0-9a-f]{64}");

  private NamedInJson() {}

  /// Whether a member of this name holds the id of a device.
  public static boolean namesDevice(String member, String value) {
    return DEVICES.contains(member) && DEVICE_ID.matcher(value).matches();
  }

  static Set<String> devices(Bytes json) {
    var found = new LinkedHashSet<String>();
    walk(
        LedgerJson.mapper().readTree(json.toArray()),
        (name, value) -> {
          if (value.isString() && namesDevice(name, value.stringValue())) {
            found.add(value.stringValue());
          }
        });
    return found;
  }

  private static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
    node.properties()
        .forEach(
            member -> {
              visitor.accept(member.getKey(), member.getValue());
              walk(member.getValue(), visitor);
            });
    if (node.isArray()) {
      node.valueStream().forEach(each -> walk(each, visitor));
    }
  }
}
