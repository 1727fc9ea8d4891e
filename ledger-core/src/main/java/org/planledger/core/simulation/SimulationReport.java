package org.planledger.core.simulation;

import java.util.List;
import org.planledger.core.reference.PlanId;

/// What other terms would have made of the past. The same book and the same candidate give the same
/// report, whenever and wherever it is asked for.
///
/// @param flipCounts all flips, counted by direction, rule and command
/// @param flips the first of them, in the order of the attempts
/// @param unanswered the first attempts that were not decided again
/// @param fees the fees of both sides, by month and currency
/// @param plansAffected the first plans that see a difference, in the order in which they see it
public record SimulationReport(
    Counts counts,
    List<FlipCount> flipCounts,
    List<Flip> flips,
    List<Unanswered> unanswered,
    List<FeeDifference> fees,
    List<PlanId> plansAffected) {

  public SimulationReport {
    flipCounts = List.copyOf(flipCounts);
    flips = List.copyOf(flips);
    unanswered = List.copyOf(unanswered);
    fees = List.copyOf(fees);
    plansAffected = List.copyOf(plansAffected);
  }
}
