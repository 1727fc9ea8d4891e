package org.planledger.verify.bundle;

import java.util.Base64;
import java.util.Random;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One way to tamper with a bundle, and what the verifier must say to it.
///
/// @param name what is done
/// @param act does it
record Tampering(String name, Act act) {

  /// Changes a bundle; says what must be found, or null where the bundle has nothing to do it to.
  @FunctionalInterface
  interface Act {
    Expected tamper(ObjectNode bundle, Random random);
  }

  /// What must be found first.
  ///
  /// @param where decides on the place
  /// @param mayBeUnusable whether it is also right to call the input unusable
  record Expected(Check check, java.util.function.Predicate<Finding> where, boolean mayBeUnusable) {

    static Expected stream(Check check, String streamId) {
      return new Expected(check, found -> streamId.equals(found.place().streamId()), false);
    }

    static Expected event(Check check, String streamId, long sequence) {
      return new Expected(
          check,
          found ->
              streamId.equals(found.place().streamId())
                  && Long.valueOf(sequence).equals(found.place().sequence()),
          false);
    }

    static Expected attempt(long number) {
      return new Expected(
          Check.ATTEMPT, found -> Long.valueOf(number).equals(found.place().attempt()), false);
    }

    static Expected value(String reference) {
      return new Expected(
          Check.PRIVATE_VALUE, found -> reference.equals(found.place().reference()), false);
    }

    static Expected checkpoint() {
      return new Expected(Check.SIGNATURE, _ -> true, true);
    }

    Expected orUnusable() {
      return new Expected(check, where, true);
    }
  }

  /// One bit of a value in base64.
  static void flipBytes(ObjectNode object, String member, Random random) {
    object.put(member, flipped(object.get(member).asString(), random));
  }

  static void flipBytes(ArrayNode array, int index, Random random) {
    array.set(index, array.stringNode(flipped(array.get(index).asString(), random)));
  }

  /// One bit of a text; it stays in ASCII, and printable.
  static void flipText(ObjectNode object, String member, Random random) {
    object.put(member, flippedText(object.get(member).asString(), random));
  }

  static String flippedText(String text, Random random) {
    while (true) {
      int at = random.nextInt(text.length());
      char letter = (char) (text.charAt(at) ^ 1 << random.nextInt(7));
      if (letter >= ' ' && letter < 127) {
        return text.substring(0, at) + letter + text.substring(at + 1);
      }
    }
  }

  /// One bit of a number, which stays positive and small.
  static void flipNumber(ObjectNode object, String member, Random random) {
    object.put(member, object.get(member).asLong() ^ 1L << random.nextInt(30));
  }

  static ArrayNode array(JsonNode node, String member) {
    return (ArrayNode) node.get(member);
  }

  static ObjectNode any(ArrayNode array, Random random) {
    return (ObjectNode) array.get(random.nextInt(array.size()));
  }

  private static String flipped(String base64, Random random) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length == 0) {
      return "AA==";
    }
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return Base64.getEncoder().encodeToString(bytes);
  }
}
