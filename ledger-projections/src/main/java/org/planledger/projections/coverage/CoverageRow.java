package org.planledger.projections.coverage;

import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;
import org.planledger.projections.fold.Row;

/// A window of a plan, whether it still counts or not.
///
/// @param reward what became of the reward; none for any other service
/// @param undone whether it came from a device that was bound by mistake
/// @param endedOn the day on which the plan was returned or left
record CoverageRow(
    PlanId planId,
    Service service,
    Optional<Part> part,
    Window window,
    Optional<RewardState> reward,
    boolean undone,
    Optional<LocalDate> endedOn,
    long position)
    implements Row {

  static CoverageRow begun(
      PlanId plan, Service service, Optional<Part> part, Window window, long at) {
    var reward =
        service == Service.SAFE_FLIGHT_REWARD
            ? Optional.of(RewardState.OPEN)
            : Optional.<RewardState>empty();
    return new CoverageRow(plan, service, part, window, reward, false, Optional.empty(), at);
  }

  /// The window as the device in hand has it; what became of the reward stays.
  CoverageRow lasting(Window newWindow, long at) {
    return new CoverageRow(planId, service, part, newWindow, reward, false, endedOn, at);
  }

  /// Throws `IllegalStateException` if this is not about the reward.
  CoverageRow rewarded(RewardState state, long at) {
    if (reward.isEmpty()) {
      throw new IllegalStateException(service + " is not the reward");
    }
    return new CoverageRow(planId, service, part, window, Optional.of(state), undone, endedOn, at);
  }

  CoverageRow undone(long at) {
    return new CoverageRow(planId, service, part, window, reward, true, endedOn, at);
  }

  CoverageRow ended(LocalDate day, long at) {
    return new CoverageRow(
        planId, service, part, window, reward, undone, endedOn.or(() -> Optional.of(day)), at);
  }

  /// The first day that is not covered any more: the end of the window, or of the plan if that
  /// came first. The official warranty is no service of the plan and outlives it.
  LocalDate endsOn() {
    if (endedOn.isEmpty() || service == Service.OFFICIAL_WARRANTY) {
      return window.until();
    }
    var left = endedOn.get().isBefore(window.from()) ? window.from() : endedOn.get();
    return left.isBefore(window.until()) ? left : window.until();
  }

  CoverageView view() {
    return new CoverageView(planId, service, part, window, endsOn(), reward, position);
  }
}
