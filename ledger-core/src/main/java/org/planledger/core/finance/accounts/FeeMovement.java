package org.planledger.core.finance.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

/// Something that happened to a fee. A movement is never changed: what is undone is undone by
/// another one.
///
/// @param position the place in the ledger of the event that it follows from
/// @param number its place among the movements of that event, from 1
/// @param eventId names that event for ever
/// @param recordedAt when the ledger recorded it, in whole milliseconds; it is posted on that day
/// @param effectiveAt when it happened in the customer's world
/// @param feeId names the fee for ever: the id of the event that made it
/// @param feePosition the place of that event, which is the order of fees
/// @param service the service of the plan that the fee belongs to
/// @param mode the kind of replacement; none for any other fee
/// @param ordinal which replacement of the plan it was for by then; none for any other fee
/// @param region whose tariff it was quoted from
/// @param centreId the service centre of its case
/// @param amount how much, never negative; the kind says which way
/// @param paymentReference what the payment provider calls the payment that was captured, or of
///     which a part went back
/// @param clause the clause of the terms that it rests on
/// @param sample whether the figure is known to be invented for demonstration
public record FeeMovement(
    long position,
    int number,
    String eventId,
    Instant recordedAt,
    Instant effectiveAt,
    MovementKind kind,
    String feeId,
    long feePosition,
    PlanId planId,
    CaseId caseId,
    FeePurpose purpose,
    Service service,
    Optional<ReplacementMode> mode,
    Optional<Integer> ordinal,
    RegionCode region,
    String centreId,
    Money amount,
    Optional<String> paymentReference,
    String clause,
    boolean sample) {

  public FeeMovement {
    if (amount.minor() < 0) {
      throw new IllegalArgumentException("a movement has a kind and no sign: " + amount);
    }
  }

  /// Names the movement for ever.
  public String movementId() {
    return position + "." + number;
  }

  /// The day on which it is posted: that of its recording in UTC, so that what is recorded late
  /// never changes a day that is over.
  public LocalDate postedOn() {
    return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
  }

  /// The month on which it is posted, such as `2026-03`.
  public String postedMonth() {
    return YearMonth.from(postedOn()).toString();
  }
}
