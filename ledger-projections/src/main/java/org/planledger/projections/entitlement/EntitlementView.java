package org.planledger.projections.entitlement;

import java.util.Optional;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.fold.Row;

/// How much of one service a plan grants, has used and holds back.
///
/// @param total none where the terms set no limit
/// @param reserved confirmed in cases that are still open
/// @param available none where the terms set no limit; of flyaways never more than there are
///     replacements left
public record EntitlementView(
    PlanId planId,
    EntitledService service,
    Optional<Integer> total,
    int used,
    int reserved,
    Optional<Integer> available,
    long position)
    implements Row {

  static EntitlementView limited(
      PlanId planId, EntitledService service, int total, int used, int reserved, long position) {
    int available = Math.max(0, total - used - reserved);
    return new EntitlementView(
        planId, service, Optional.of(total), used, reserved, Optional.of(available), position);
  }

  static EntitlementView unlimited(PlanId planId, EntitledService service, long position) {
    return new EntitlementView(planId, service, Optional.empty(), 0, 0, Optional.empty(), position);
  }

  /// The same service, counted anew.
  EntitlementView counted(int nowUsed, int nowReserved, long at) {
    return total
        .map(limit -> limited(planId, service, limit, nowUsed, nowReserved, at))
        .orElseGet(() -> unlimited(planId, service, at));
  }

  /// The same service, of which no more is available than of another it draws on.
  EntitlementView within(EntitlementView whole) {
    var least = available.flatMap(mine -> whole.available.map(others -> Math.min(mine, others)));
    return new EntitlementView(planId, service, total, used, reserved, least, position);
  }
}
