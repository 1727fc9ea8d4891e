package org.planledger.core.reference;

import java.util.UUID;
import java.util.regex.Pattern;

/// Stands for a private value that is kept elsewhere and may be erased: where it is kept, and the
/// SHA-256 of its salt followed by the value in UTF-8, in lower-case hexadecimal. Whoever is shown
/// salt and value can check that they are what was recorded; after erasure the history still
/// proves that something was.
public record Commitment(UUID reference, String sha256) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public Commitment {
    if (!HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException("a commitment is a SHA-256 in 64 hexadecimal digits");
    }
  }
}
