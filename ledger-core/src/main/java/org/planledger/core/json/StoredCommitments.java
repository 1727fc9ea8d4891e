package org.planledger.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.planledger.core.reference.Commitment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Finds the commitments in stored JSON, by the form they have wherever they stand: so those of
/// commands are found too that this program does not know.
public final class StoredCommitments {

  private StoredCommitments() {}

  /// All of them.
  ///
  /// @throws StoredJsonException if this is no JSON, or something in it only looks like one
  public static List<Commitment> in(byte[] json) {
    List<Commitment> found = new ArrayList<>();
    try {
      collect(LedgerJson.mapper().readTree(json), found);
    } catch (JacksonException | IllegalArgumentException e) {
      throw StoredJsonException.senseless("the commitments in it cannot be read", e);
    }
    return found;
  }

  private static void collect(JsonNode node, List<Commitment> found) {
    JsonNode reference = node.path("reference");
    JsonNode sha256 = node.path("sha256");
    if (reference.isString() && sha256.isString()) {
      found.add(new Commitment(UUID.fromString(reference.stringValue()), sha256.stringValue()));
    }
    node.forEach(inner -> collect(inner, found));
  }
}
