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
/// @param ended whether the plan was returned or left, so that nothing of it can be used whatever
///     the figures say
public record EntitlementView(
    PlanId planId,
    EntitledService service,
    Optional<Integer> total,
    int used,
    int reserved,
    Optional<Integer> available,
    boolean ended,
    long position)
    implements Row {

  static EntitlementView limited(PlanId planId, EntitledService service, int total, long position) {
    return new EntitlementView(
        planId, service, Optional.of(total), 0, 0, Optional.of(total), false, position);
  }

  static EntitlementView unlimited(PlanId planId, EntitledService service, long position) {
    return new EntitlementView(
        planId, service, Optional.empty(), 0, 0, Optional.empty(), false, position);
  }

  /// The same service, counted anew.
  EntitlementView counted(int nowUsed, int nowReserved, long at) {
    var left = total.map(limit -> Math.max(0, limit - nowUsed - nowReserved));
    return new EntitlementView(planId, service, total, nowUsed, nowReserved, left, ended, at);
  }

  /// The same service under another total.
  EntitlementView granting(int newTotal, long at) {
    return new EntitlementView(
            planId, service, Optional.of(newTotal), used, reserved, available, ended, at)
        .counted(used, reserved, at);
  }

  /// The same service, of which no more is available than of another it draws on.
  EntitlementView within(EntitlementView whole) {
    var least = available.flatMap(mine -> whole.available.map(others -> Math.min(mine, others)));
    return new EntitlementView(planId, service, total, used, reserved, least, ended, position);
  }

  boolean saysTheSameAs(EntitlementView other) {
    return total.equals(other.total)
        && used == other.used
        && reserved == other.reserved
        && available.equals(other.available)
        && ended == other.ended;
  }

  EntitlementView ended(long at) {
    return new EntitlementView(planId, service, total, used, reserved, available, true, at);
  }
}
