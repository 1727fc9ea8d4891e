package org.planledger.projections.movements;

import static org.planledger.projections.movements.MovementsTables.CASES;
import static org.planledger.projections.movements.MovementsTables.FEES;
import static org.planledger.projections.movements.MovementsTables.MOVEMENTS;

import java.util.List;
import java.util.Optional;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.FeeSource;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Keeps a row for each thing that happened to a fee: what was quoted, captured, paid back or
/// cancelled. Rows are added and never changed, so what they came to at a position is a sum.
public final class MovementsProjection implements Projection {

  @Override
  public String name() {
    return "movements_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(MOVEMENTS, FEES, CASES);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    switch (event) {
      case CaseOpened opened -> rows.put(CASES, MovedCaseRow.opened(opened, recorded.position()));
      case ReplacementClaimed claim -> quote(claim, recorded, rows);
      case RepairDiscountClaimed claim -> quote(claim, recorded, rows);
      case FeePaid paid -> pay(paid, recorded, rows);
      case FeeRefunded refund -> refund(refund, new Recording(refund, recorded, rows));
      case ReplacementShipped shipped -> end(new Recording(shipped, recorded, rows));
      case RepairCompleted repaired -> end(new Recording(repaired, recorded, rows));
      case CaseWithdrawn withdrawn -> end(new Recording(withdrawn, recorded, rows));
      case CaseLapsed lapsed -> end(new Recording(lapsed, recorded, rows));
      case CaseRefused refused -> end(new Recording(refused, recorded, rows));
      case CaseReinstated reinstated -> reinstate(new Recording(reinstated, recorded, rows));
      case PlanPurchased _, DeviceBound _, BindingCorrected _ -> {}
      case LinkRecorded _, LinkRemoved _, LinkCorrected _ -> {}
      case ShipmentDispatched _, ComponentsReceived _, DamageAssessed _ -> {}
      case ReceiptCorrected _, AssessmentCorrected _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case DeviceRecovered _, RecoveredDeviceReturned _ -> {}
      case MaintenancePerformed _, RefusalWaived _ -> {}
      case ServiceExpired _, ServiceExhausted _, RewardGranted _, RewardForfeited _ -> {}
      case TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  /// A case that goes on after its lapse claims once more, for the fee it was quoted before.
  private static void quote(ReplacementClaimed claim, RecordedEvent<?> recorded, Rows rows) {
    var recording = new Recording(claim, recorded, rows);
    if (recording.again()) {
      return;
    }
    var before = serviceFee(recording);
    if (before.isPresent()) {
      rows.put(FEES, before.get().renumbered(claim.ordinal(), recording.at()));
      return;
    }
    var fee =
        made(
            claim,
            recorded,
            FeePurpose.SERVICE_FEE,
            Service.REPLACEMENT,
            Optional.of(claim.mode()),
            Optional.of(claim.ordinal()),
            Rule.FEE_BY_ORDINAL,
            Optional.of(claim.source()),
            claim.amount());
    quoted(recording, fee);
  }

  private static void quote(RepairDiscountClaimed claim, RecordedEvent<?> recorded, Rows rows) {
    var recording = new Recording(claim, recorded, rows);
    if (!recording.again()) {
      var fee =
          made(
              claim,
              recorded,
              FeePurpose.SERVICE_FEE,
              Service.REPAIR_DISCOUNT,
              Optional.empty(),
              Optional.empty(),
              Rule.DISCOUNTED_PRICE,
              Optional.of(claim.source()),
              claim.total());
      quoted(recording, fee);
    }
  }

  /// Material is quoted and paid in one step: what is due is known when the parcel is open.
  private static void pay(FeePaid paid, RecordedEvent<?> recorded, Rows rows) {
    var recording = new Recording(paid, recorded, rows);
    if (recording.again()) {
      return;
    }
    var fee =
        switch (paid.purpose()) {
          case SERVICE_FEE ->
              serviceFee(recording)
                  .orElseThrow(() -> new IllegalStateException("a fee was never quoted"));
          case MISSING_MATERIAL ->
              quoted(
                  recording,
                  made(
                      paid,
                      recorded,
                      paid.purpose(),
                      Service.REPLACEMENT,
                      Optional.empty(),
                      Optional.empty(),
                      Rule.NO_DISCOUNT_ON_MISSING,
                      paid.source(),
                      paid.amount()));
        };
    recording.move(
        fee,
        MovementKind.CAPTURED,
        paid.amount().minor(),
        Optional.of(paid.paymentReference()),
        fee.clause());
  }

  /// One refund may pay back several payments for the same purpose, the oldest first.
  private static void refund(FeeRefunded refund, Recording recording) {
    if (recording.again()) {
      return;
    }
    long left = refund.amount().minor();
    for (var fee : recording.fees()) {
      long part = fee.purpose() == refund.purpose() ? Math.min(left, fee.keptMinor()) : 0;
      if (part > 0) {
        recording.move(
            fee,
            MovementKind.REFUNDED,
            part,
            fee.captured().map(MovedFeeRow.Captured::reference),
            Rule.MONEY_DUE_BACK.clause());
        left -= part;
      }
    }
  }

  /// What nobody has paid is not owed any more.
  private static void end(Recording recording) {
    if (!recording.again()) {
      recording.fees().stream()
          .filter(MovedFeeRow::open)
          .forEach(
              fee ->
                  recording.move(
                      fee,
                      MovementKind.CANCELLED,
                      fee.quoted().minor(),
                      Optional.empty(),
                      fee.clause()));
    }
  }

  /// The case goes on as if it had not ended: what was cancelled is owed again.
  private static void reinstate(Recording recording) {
    if (!recording.again()) {
      recording.fees().stream()
          .filter(MovedFeeRow::cancelled)
          .forEach(fee -> quoted(recording, fee));
    }
  }

  private static MovedFeeRow quoted(Recording recording, MovedFeeRow fee) {
    return recording.move(
        fee, MovementKind.QUOTED, fee.quoted().minor(), Optional.empty(), fee.clause());
  }

  private static Optional<MovedFeeRow> serviceFee(Recording recording) {
    return recording.fees().stream()
        .filter(fee -> fee.purpose() == FeePurpose.SERVICE_FEE)
        .findFirst();
  }

  private static MovedFeeRow made(
      CaseEvent event,
      RecordedEvent<?> recorded,
      FeePurpose purpose,
      Service service,
      Optional<ReplacementMode> mode,
      Optional<Integer> ordinal,
      Rule rule,
      Optional<FeeSource> source,
      Money amount) {
    return new MovedFeeRow(
        event.planId(),
        event.caseId(),
        recorded.eventId(),
        recorded.position(),
        purpose,
        service,
        mode,
        ordinal,
        rule.clause(),
        source.filter(FeeSource::sample).isPresent(),
        amount,
        false,
        Optional.empty(),
        0,
        recorded.position());
  }
}
