package org.planledger.projections.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Stage;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.RegionCode;

/// A case as it stands on the board.
///
/// @param region where service was requested
/// @param dueOn the last day of the deadline that is running; none if none is
/// @param dueIn the zone in which that day is counted
/// @param waitsFor who has the next move; nobody in a closed case
/// @param closedAt when the case came to its end
/// @param position the position of the last event that changed the case
public record CaseView(
    PlanId planId,
    CaseId caseId,
    CaseType type,
    Channel process,
    DeviceId deviceId,
    RegionCode region,
    String centreId,
    Stage stage,
    Instant openedAt,
    Optional<LocalDate> dueOn,
    Optional<ZoneId> dueIn,
    Optional<Party> waitsFor,
    Optional<Instant> closedAt,
    long position) {}
