package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.FeeAnswer;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.plan.Refund;
import org.planledger.core.plan.SendBackDeadline;
import org.planledger.core.plan.Stage;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

/// One case, as its events left it.
@Schema(name = "CaseState")
public record CaseState(
    CaseType type,
    Channel process,
    Stage stage,
    String deviceId,
    @Schema(description = "Where service is requested.") String region,
    String centreId,
    Instant submittedAt,
    @Schema(description = "The contract day of the application.") LocalDate appliedOn,
    @Schema(description = "The last day to send the device in; null where nothing is sent.")
        @Nullable DeadlineState sendBack,
    @Schema(description = "Whether the customer said that personal data was backed up and deleted.")
        @Nullable Boolean dataPrepared,
    boolean dispatched,
    @Schema(description = "What has arrived, by component.") Map<String, Integer> received,
    @Nullable AssessmentState assessment,
    @Nullable ClaimState claim,
    @Nullable DiscountState discountClaim,
    @Nullable MaintenanceState maintenance,
    @Schema(description = "What was captured, by purpose.") Map<FeePurpose, MoneyAnswer> paid,
    @Schema(description = "What was paid back, oldest first.") List<RefundState> refunds,
    @Schema(description = "What of the payments is to be paid back now, by purpose.")
        Map<FeePurpose, MoneyAnswer> refundsDue,
    @Schema(description = "Whether a flyaway report restricts the device.") boolean reported,
    @Nullable ReplacementState replacement,
    @Nullable RepairState repair,
    @Schema(description = "Why it lapsed, where it did.") @Nullable String lapsedBecause,
    @Schema(description = "Why it went on after a lapse, where it did.")
        @Nullable String reinstatedBecause,
    @Nullable RefusalState refusal,
    @Schema(description = "Grounds of refusal that were overruled, oldest first.")
        List<WaiverState> waivers,
    @Schema(description = "Receipts and assessments that were recorded wrongly, oldest first.")
        List<FactCorrectionState> corrections,
    @Schema(description = "When the lost aircraft was found after all.")
        @Nullable Instant recoveredAt,
    @Schema(description = "When it came back to the provider.")
        @Nullable Instant recoveredReturnedAt) {

  /// The last day on which the device may be given to a carrier.
  @Schema(name = "Deadline")
  public record DeadlineState(
      LocalDate lastDay,
      String zone,
      @Schema(description = "The working calendar with its version, or CALENDAR_DAYS.")
          String calendar) {
    static DeadlineState of(SendBackDeadline deadline) {
      return new DeadlineState(deadline.lastDay(), deadline.zone().getId(), deadline.calendar());
    }
  }

  /// What the centre found.
  @Schema(name = "Assessment")
  public record AssessmentState(
      Instant assessedAt,
      Cause cause,
      List<String> damagedParts,
      boolean inOfficialWarrantyScope,
      @Schema(description = "The exclusions of clause 2.4.2 that were found.")
          List<String> findings) {
    static AssessmentState of(DamageAssessed assessed) {
      return new AssessmentState(
          assessed.at(),
          assessed.cause(),
          assessed.damagedParts().stream().map(part -> part.code()).sorted().toList(),
          assessed.inOfficialWarrantyScope(),
          assessed.findings().stream().map(finding -> finding.exclusion()).toList());
    }
  }

  /// The confirmed use of a replacement.
  @Schema(name = "Claim")
  public record ClaimState(
      ReplacementMode mode,
      @Schema(description = "Which replacement of the plan it is, from 1.") int ordinal,
      FeeAnswer fee) {
    static ClaimState of(ReplacementClaimed claim) {
      return new ClaimState(claim.mode(), claim.ordinal(), FeeAnswer.of(claim.fee()));
    }
  }

  /// What was sent out.
  @Schema(name = "ShippedReplacement")
  public record ReplacementState(
      Instant shippedAt, Service service, String deviceId, String model) {
    static ReplacementState of(ReplacementShipped shipped) {
      return new ReplacementState(
          shipped.at(), shipped.service(), shipped.replacement().value(), shipped.model().code());
    }
  }

  /// The last day to send the device in, as long as it has not been sent.
  public @Nullable LocalDate dueOn() {
    return sendBack != null && received.isEmpty() && !dispatched && !stage.closed()
        ? sendBack.lastDay()
        : null;
  }

  /// The case as it stands in its plan.
  public static CaseState of(Plan plan, Case c) {
    var opened = c.opened();
    var received = new TreeMap<String, Integer>();
    c.components().forEach((part, quantity) -> received.put(part.code(), quantity));
    var paid = new TreeMap<FeePurpose, MoneyAnswer>();
    for (var purpose : FeePurpose.values()) {
      c.paid(purpose).ifPresent(amount -> paid.put(purpose, MoneyAnswer.of(amount)));
    }
    var due = new TreeMap<FeePurpose, MoneyAnswer>();
    for (var purpose : FeePurpose.values()) {
      Refund.of(plan, c, purpose)
          .map(Refund::due)
          .filter(amount -> !amount.isZero())
          .ifPresent(amount -> due.put(purpose, MoneyAnswer.of(amount)));
    }
    return new CaseState(
        opened.type(),
        opened.process(),
        c.stage(),
        opened.deviceId().value(),
        opened.region().code(),
        opened.centreId(),
        opened.at(),
        opened.appliedOn(),
        opened.sendBack().map(DeadlineState::of).orElse(null),
        opened.dataPrepared().orElse(null),
        c.dispatched(),
        received,
        c.assessed().map(AssessmentState::of).orElse(null),
        c.claimed().map(ClaimState::of).orElse(null),
        c.last(RepairDiscountClaimed.class).map(DiscountState::of).orElse(null),
        c.last(MaintenancePerformed.class).map(MaintenanceState::of).orElse(null),
        paid,
        RefundState.of(c),
        due,
        c.reported(),
        c.last(ReplacementShipped.class).map(ReplacementState::of).orElse(null),
        c.last(RepairCompleted.class).map(RepairState::of).orElse(null),
        c.last(CaseLapsed.class).map(lapsed -> lapsed.cause().name()).orElse(null),
        c.last(CaseReinstated.class).map(again -> again.cause().name()).orElse(null),
        c.last(CaseRefused.class).map(RefusalState::of).orElse(null),
        WaiverState.of(c),
        FactCorrectionState.of(c),
        c.last(DeviceRecovered.class).map(DeviceRecovered::at).orElse(null),
        c.last(RecoveredDeviceReturned.class).map(RecoveredDeviceReturned::at).orElse(null));
  }
}
