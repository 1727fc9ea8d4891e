package org.planledger.projections.coverage;

import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;

/// The window of one service of a plan (clause 2.1).
///
/// @param part the component it is about; none for a service of the whole device
/// @param window as it was decided; empty where nothing is left, as of an extended warranty that
///     the official one outlasts
/// @param endsOn the first day that is not covered any more: the end of the window, or an earlier
///     day on which the plan was returned or left
/// @param reward what became of the reward; none for any other service
public record CoverageView(
    PlanId planId,
    Service service,
    Optional<Part> part,
    Window window,
    LocalDate endsOn,
    Optional<RewardState> reward,
    long position) {

  /// Whether the reward was lost; no other service can be.
  public boolean forfeited() {
    return reward.equals(Optional.of(RewardState.FORFEITED));
  }

  /// Whether the day is covered, as far as this window goes. A reward that nobody has granted yet
  /// counts as long as nothing has cost it.
  public boolean covers(LocalDate day) {
    return !forfeited() && window.contains(day) && day.isBefore(endsOn);
  }
}
