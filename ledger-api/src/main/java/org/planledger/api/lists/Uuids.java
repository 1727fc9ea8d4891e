package org.planledger.api.lists;

import java.util.Optional;
import java.util.UUID;

/// Ids of plans and cases among the parameters of a list.
final class Uuids {
  static final String FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  static final String IN_WORDS = "a UUID of 36 characters";

  private Uuids() {}

  static Optional<UUID> of(Optional<String> text) {
    return text.map(UUID::fromString);
  }
}
