package org.planledger.projections.obligations;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;

/// Something that is owed, or was until it was settled.
///
/// @param deviceId the device that is to be sent in
/// @param feeId the fee whose payment is to be paid back
/// @param due what is still to be paid back, nothing once it is settled; none for a device
/// @param centreId the centre of the case
/// @param region where service was requested
/// @param since since when it is owed: when the device was found, or the case ended
/// @param settledAt when the device came back, or the last of the money was paid back
/// @param openedPosition where the ledger has what it follows from
public record ObligationView(
    ObligationKind kind,
    PlanId planId,
    CaseId caseId,
    Optional<DeviceId> deviceId,
    Optional<String> feeId,
    Optional<Money> due,
    String centreId,
    RegionCode region,
    Instant since,
    Optional<Instant> settledAt,
    long openedPosition) {}
