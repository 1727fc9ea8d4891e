package org.planledger.projections.fees;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;

/// One fee, as it was quoted.
///
/// @param feeId names the fee for ever: the id of the event that made it
/// @param mode the kind of replacement; none for missing material
/// @param ordinal which replacement of the plan it is for; none for missing material
/// @param region whose tariff it was quoted from
/// @param paid what was captured
/// @param open what is still to be paid
/// @param source where the figure comes from; unknown for missing material, whose payment names
///     the amount only
/// @param sample whether the figure was invented for demonstration; unknown as above
/// @param quotedAt when it was quoted, in the customer's world
/// @param paymentReference what the payment provider calls the payment
/// @param quotedPosition where the ledger has the quote
/// @param paidPosition where the ledger has the payment
/// @param position the position of the last event that changed the fee
public record FeeView(
    String feeId,
    PlanId planId,
    CaseId caseId,
    FeePurpose purpose,
    Optional<ReplacementMode> mode,
    Optional<Integer> ordinal,
    RegionCode region,
    FeeStatus status,
    Money quoted,
    Money paid,
    Money open,
    Optional<String> source,
    Optional<Boolean> sample,
    Instant quotedAt,
    Optional<Instant> paidAt,
    Optional<String> paymentReference,
    long quotedPosition,
    Optional<Long> paidPosition,
    long position) {}
