package org.planledger.projections.coverage;

import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;
import org.planledger.projections.fold.Row;

/// The window of one service of a plan (clause 2.1).
///
/// @param part the component it is about; none for a service of the whole device
/// @param window empty where nothing is left, as of an extended warranty that the official one
///     outlasts
/// @param forfeited whether a use of the plan has cost it; only the reward can be forfeited
public record CoverageView(
    PlanId planId,
    Service service,
    Optional<Part> part,
    Window window,
    boolean forfeited,
    long position)
    implements Row {

  /// Whether the day is covered, as far as this window goes. A reward counts only if it is earned
  /// in the end, which nobody knows before the plan is over.
  public boolean covers(LocalDate day) {
    return !forfeited && window.contains(day);
  }

  CoverageView forfeited(long at) {
    return new CoverageView(planId, service, part, window, true, at);
  }
}
