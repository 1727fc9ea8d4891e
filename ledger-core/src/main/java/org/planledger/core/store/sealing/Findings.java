package org.planledger.core.store.sealing;

import java.util.ArrayList;
import java.util.List;

/// What a verification finds, as far as anybody would read it.
final class Findings {

  private static final int LISTED = 100;

  private final List<Finding> listed = new ArrayList<>();

  void add(String place, String what) {
    Finding finding = new Finding(place, what);
    if (listed.size() < LISTED && !listed.contains(finding)) {
      listed.add(finding);
    }
  }

  List<Finding> listed() {
    return List.copyOf(listed);
  }
}
