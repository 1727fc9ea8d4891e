package org.planledger.core.plan;

import java.util.Objects;

/// Where clerk and ledger, or two answers of the ledger, are not of one mind.
final class Differing {

  private Differing() {}

  static void same(String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(
          "%s: the clerk says %s, the ledger says %s".formatted(what, expected, actual));
    }
  }

  static void holds(String what, boolean holds) {
    if (!holds) {
      throw new AssertionError("not so: " + what);
    }
  }
}
