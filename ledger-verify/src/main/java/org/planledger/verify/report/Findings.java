package org.planledger.verify.report;

import java.util.ArrayList;
import java.util.List;

/// What is found while checking, in the order of the checks: those come first on which the others
/// rest.
public final class Findings {

  /// After so many, further ones are only counted.
  public static final int MAX_KEPT = 100;

  private final List<Finding> kept = new ArrayList<>();
  private long count;

  public void add(Check check, Place place, String message) {
    count++;
    if (keepsMore()) {
      kept.add(new Finding(check, place, message));
    }
  }

  /// Whether the next will be kept, so that its place is worth finding out.
  public boolean keepsMore() {
    return kept.size() < MAX_KEPT;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /// How many there were in all.
  public long count() {
    return count;
  }

  /// The first of them.
  public List<Finding> kept() {
    return List.copyOf(kept);
  }
}
