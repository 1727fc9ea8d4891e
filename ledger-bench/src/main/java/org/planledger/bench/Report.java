package org.planledger.bench;

import java.util.List;

/// A whole run.
///
/// @param machine what it ran on
/// @param options how it was asked for
/// @param measurements what every contender did
/// @param goals which ratios were to be reached, and which were
record Report(Machine machine, Options options, List<Measurement> measurements, List<Goal> goals) {

  Report {
    measurements = List.copyOf(measurements);
    goals = List.copyOf(goals);
  }
}
