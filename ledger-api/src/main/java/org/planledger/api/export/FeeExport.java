package org.planledger.api.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.planledger.api.statements.Settlements.Settled;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.finance.matching.WorkingDays;
import org.planledger.projections.movements.FeeMovementsView;

/// The table of fees: one row each, with what is still to arrive for it or to go back.
final class FeeExport {
  private static final WorkingDays WORKING_DAYS = WorkingDays.without(Set.of());

  private FeeExport() {}

  /// A fee at the end of what is exported.
  ///
  /// @param settled what of it was found in settlements, explained or given up
  /// @param on the last day of what is exported
  record Row(FeeMovementsView fee, Settled settled, LocalDate on) {

    static Row of(FeeMovementsView fee, Function<String, Settled> settled, LocalDate on) {
      return new Row(fee, settled.apply(fee.quote().feeId()), on);
    }

    /// What has to arrive in all, less what was paid back, less what was found, explained or given
    /// up. All fees together come to what stands in receivables and in cash clearing.
    long openMinor() {
      var flow = fee.flow();
      return flow.quotedMinor() - flow.cancelledMinor() - flow.refundedMinor() - settled.minor();
    }

    /// A fee is due when it is quoted: nothing is served before it is paid. One that was cancelled
    /// and quoted again is due from then on.
    LocalDate dueOn() {
      return day(
          fee.movements().stream()
              .filter(movement -> movement.kind() == MovementKind.QUOTED)
              .reduce((_, later) -> later)
              .orElseGet(fee::quote)
              .effectiveAt());
    }

    /// How many working days the open amount is old; 0 if nothing is open.
    long ageWorkingDays() {
      return openMinor() == 0 ? 0 : Math.max(0, WORKING_DAYS.between(dueOn(), on));
    }
  }

  static final ExportTable<Row> TABLE =
      new ExportTable<>(
          "fees",
          List.of(
              ExportColumn.whole("log_position", row -> quote(row).position()),
              ExportColumn.text("event_id", row -> quote(row).eventId()),
              ExportColumn.text("plan_id", row -> quote(row).planId().toString()),
              ExportColumn.text("case_id", row -> quote(row).caseId().value().toString()),
              ExportColumn.text("fee_id", row -> quote(row).feeId()),
              ExportColumn.text("clause", row -> quote(row).clause()),
              ExportColumn.whole("fee_minor", row -> quote(row).amount().minor()),
              ExportColumn.text(
                  "currency", row -> quote(row).amount().currency().getCurrencyCode()),
              ExportColumn.day("due_on", Row::dueOn),
              ExportColumn.moment("recorded_at", row -> quote(row).recordedAt()),
              ExportColumn.day("effective_on", row -> day(quote(row).effectiveAt())),
              ExportColumn.text("status", row -> FeeState.of(row.fee(), row.settled()).name()),
              ExportColumn.whole("matched_minor", row -> row.settled().matchedMinor()),
              ExportColumn.whole("explained_minor", row -> row.settled().explainedMinor()),
              ExportColumn.whole("written_off_minor", row -> row.settled().writtenOffMinor()),
              ExportColumn.whole("open_minor", Row::openMinor),
              ExportColumn.whole("age_working_days", Row::ageWorkingDays)));

  private static FeeMovement quote(Row row) {
    return row.fee().quote();
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
