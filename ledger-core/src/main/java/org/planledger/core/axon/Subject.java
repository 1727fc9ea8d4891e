package org.planledger.core.axon;

import java.util.Optional;
import org.planledger.core.plan.DeviceFacts;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;

/// What a command is about, and whether that exists: asked before any rule.
final class Subject {

  /// What a command names and the ledger does not know.
  enum Missing {
    PLAN,
    CASE
  }

  private Subject() {}

  static Optional<Missing> missing(Optional<Plan> plan, PlanCommand command) {
    return switch (command) {
      case PurchasePlan _ -> Optional.empty();
      case BindDevice _, RecordLink _, RecordUnlink _, OpenCase _ -> missingPlan(plan);
      case CorrectBinding _, CorrectLink _, RecordProductReturn _ -> missingPlan(plan);
      case ReturnPlan _, RequestExit _, ConfirmExit _, UpgradeTerms _ -> missingPlan(plan);
      case ExpireService _, GrantReward _ -> missingPlan(plan);
      case CaseCommand c ->
          missingPlan(plan)
              .or(
                  () ->
                      plan.filter(p -> !p.cases().containsKey(c.caseId())).map(_ -> Missing.CASE));
    };
  }

  static Optional<CaseId> caseId(PlanCommand command) {
    return command instanceof CaseCommand c ? Optional.of(c.caseId()) : Optional.empty();
  }

  /// The device that the command itself names.
  static Optional<DeviceId> deviceId(PlanCommand command) {
    return switch (command) {
      case PurchasePlan c -> c.device().map(DeviceFacts::deviceId);
      case BindDevice c -> Optional.of(c.device().deviceId());
      case OpenCase c -> Optional.of(c.deviceId());
      case ShipReplacement c -> Optional.of(c.replacement());
      case RecordLink _, RecordUnlink _ -> Optional.empty();
      case RecordShipmentIn _, RecordReceipt _, RecordAssessment _ -> Optional.empty();
      case UploadFlightRecord _, FileFlyawayReport _, CancelFlyawayReport _ -> Optional.empty();
      case ClaimReplacement _, PayServiceFee _, ReportRecovered _ -> Optional.empty();
      case WithdrawCase _, LapseCase _ -> Optional.empty();
      case CorrectBinding c -> Optional.of(c.device().deviceId());
      case CorrectLink _, CorrectReceipt _, CorrectAssessment _ -> Optional.empty();
      case CompleteRepair c -> c.newDevice();
      case ClaimRepairDiscount _, ConfirmMaintenance _ -> Optional.empty();
      case RefuseService _, WaiveRefusal _, RefundFee _ -> Optional.empty();
      case RecordRecoveredReturn _, RecordProductReturn _, ReturnPlan _ -> Optional.empty();
      case RequestExit _, ConfirmExit _, UpgradeTerms _ -> Optional.empty();
      case ExpireService _, GrantReward _ -> Optional.empty();
    };
  }

  private static Optional<Missing> missingPlan(Optional<Plan> plan) {
    return plan.isPresent() ? Optional.empty() : Optional.of(Missing.PLAN);
  }
}
