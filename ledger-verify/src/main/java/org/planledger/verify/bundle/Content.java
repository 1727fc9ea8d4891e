package org.planledger.verify.bundle;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.proof.Bytes;

/// What a verifier has to know of a payload, a command or the metadata of an event, of which the
/// form is not fixed: its own members that are texts, the devices that it names, and the private
/// values that it commits to.
final class Content {

  /// The members that name a device, anywhere in a payload.
  static final Set<String> DEVICE_MEMBERS =
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

  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> devices = new LinkedHashSet<>();
  private final Set<Commitment> commitments = new LinkedHashSet<>();

  private Content() {}

  /// What stands in the history for a private value.
  ///
  /// @param sha256 SHA-256 of salt and value, in hexadecimal
  record Commitment(String reference, String sha256) {}

  /// Reads an object.
  ///
  /// @throws org.planledger.verify.input.UnusableInputException if the bytes are not JSON, or no
  ///     object
  static Content read(String name, Bytes bytes) {
    var json = new JsonReader(name, bytes.content());
    var content = new Content();
    content.object(json, true);
    json.end();
    return content;
  }

  static boolean isDeviceId(String text) {
    return DEVICE_ID.matcher(text).matches();
  }

  /// A text that is a member of the object itself.
  Optional<String> text(String member) {
    return Optional.ofNullable(texts.get(member));
  }

  Set<String> devices() {
    return devices;
  }

  Set<Commitment> commitments() {
    return commitments;
  }

  private void object(JsonReader json, boolean outermost) {
    String reference = null;
    String sha256 = null;
    json.beginObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      String text = value(json);
      if (text == null) {
        continue;
      }
      if (outermost) {
        texts.put(name, text);
      }
      if (DEVICE_MEMBERS.contains(name) && isDeviceId(text)) {
        devices.add(text);
      }
      if (name.equals("reference")) {
        reference = text;
      } else if (name.equals("sha256")) {
        sha256 = text;
      }
    }
    if (reference != null && sha256 != null) {
      commitments.add(new Commitment(reference, sha256));
    }
  }

  /// Passes a value; the text if it is one.
  private @Nullable String value(JsonReader json) {
    switch (json.peek()) {
      case '{' -> object(json, false);
      case '[' -> {
        json.beginArray(Integer.MAX_VALUE);
        while (json.nextElement()) {
          value(json);
        }
      }
      case '"' -> {
        return json.string(Integer.MAX_VALUE);
      }
      default -> json.skipValue();
    }
    return null;
  }
}
