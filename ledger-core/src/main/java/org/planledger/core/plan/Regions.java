package org.planledger.core.plan;

import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Terms;

/// What counts as one country or region (decision A-85).
final class Regions {

  private Regions() {}

  /// Whether two codes are the same region, or belong to regions that the terms join into one.
  static boolean joined(Terms terms, RegionCode one, RegionCode other) {
    if (one.equals(other)) {
      return true;
    }
    var group = terms.region(one).map(region -> region.coverageGroup());
    return group.isPresent()
        && group.equals(terms.region(other).map(region -> region.coverageGroup()));
  }
}
