package org.planledger.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.store.DatabaseVendor;

/// All that was measured in one run.
final class Results {

  private final List<Measurement> measurements = new ArrayList<>();

  void add(Measurement measurement) {
    measurements.add(measurement);
  }

  List<Measurement> all() {
    return List.copyOf(measurements);
  }

  /// What a contender did, if it was asked to.
  Optional<Measurement> find(Part part, DatabaseVendor database, String contender, int scale) {
    return measurements.stream()
        .filter(m -> m.part() == part && m.database() == database && m.scale() == scale)
        .filter(m -> m.contender().equals(contender))
        .findFirst();
  }
}
