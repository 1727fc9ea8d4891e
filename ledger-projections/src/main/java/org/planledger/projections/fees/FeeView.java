package org.planledger.projections.fees;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

/// One fee, as it was quoted.
///
/// @param feeId names the fee for ever: the id of the event that made it
/// @param service the service of the plan that it belongs to
/// @param mode the kind of replacement; none for missing material and for a discounted repair
/// @param ordinal which replacement of the plan it is for; none as above
/// @param region whose tariff it was quoted from
/// @param paid what was captured
/// @param open what is still to be paid
/// @param refunded what was paid back
/// @param dueBack what is still to be paid back, because the case ended without the service
/// @param source where the figure comes from; unknown for material that was paid before that was
///     kept
/// @param sample whether the figure was invented for demonstration; unknown as above
/// @param quotedAt when it was quoted, in the customer's world
/// @param paymentReference what the payment provider calls the payment
/// @param dueBackSince when the payment became the customer's again
/// @param refundedAt when money was paid back last
/// @param goodwill whether any of that was more than what was due
/// @param quotedPosition where the ledger has the quote
/// @param paidPosition where the ledger has the payment
/// @param position the position of the last event that changed the fee
public record FeeView(
    String feeId,
    PlanId planId,
    CaseId caseId,
    FeePurpose purpose,
    Service service,
    Optional<ReplacementMode> mode,
    Optional<Integer> ordinal,
    RegionCode region,
    FeeStatus status,
    Money quoted,
    Money paid,
    Money open,
    Money refunded,
    Money dueBack,
    Optional<String> source,
    Optional<Boolean> sample,
    Instant quotedAt,
    Optional<Instant> paidAt,
    Optional<String> paymentReference,
    Optional<Instant> dueBackSince,
    Optional<Instant> refundedAt,
    boolean goodwill,
    long quotedPosition,
    Optional<Long> paidPosition,
    long position) {}
