package org.planledger.bench;

import java.util.Locale;

/// A ratio that is to be reached, and the one that was.
///
/// @param id the goal's name
/// @param what what is compared
/// @param bound where it lies
/// @param reached what the run gave
/// @param atLeast whether more is better; otherwise less is
record Goal(String id, String what, double bound, double reached, boolean atLeast) {

  static Goal atLeast(String id, String what, double bound, double reached) {
    return new Goal(id, what, bound, reached, true);
  }

  static Goal atMost(String id, String what, double bound, double reached) {
    return new Goal(id, what, bound, reached, false);
  }

  boolean met() {
    return atLeast ? reached >= bound : reached <= bound;
  }

  String verdict() {
    return met() ? "PASS" : "FAIL";
  }

  /// The bound with its direction.
  String target() {
    return String.format(Locale.ROOT, "%s %.2f", atLeast ? ">=" : "<=", bound);
  }
}
