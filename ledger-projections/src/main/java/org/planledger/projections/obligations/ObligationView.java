package org.planledger.projections.obligations;

import java.time.Instant;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.RegionCode;

/// A device that the customer has to send in, because it was found after it had become the
/// provider's (clause 3.3, rule R-3.3-12).
///
/// @param centreId the centre that handled the loss
/// @param region where service was requested
/// @param recoveredAt when it was found
/// @param position where the ledger has the report
public record ObligationView(
    PlanId planId,
    CaseId caseId,
    DeviceId deviceId,
    String centreId,
    RegionCode region,
    Instant recoveredAt,
    long position) {}
