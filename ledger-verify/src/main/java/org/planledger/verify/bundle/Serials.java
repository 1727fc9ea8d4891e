package org.planledger.verify.bundle;

import java.util.List;

/// Serial numbers that somebody asks about, and the key to them.
public record Serials(SerialKey key, List<String> serials) {

  public Serials {
    serials = List.copyOf(serials);
  }
}
