package org.planledger.api.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.plan.Possibility;
import org.planledger.core.reference.CaseId;
import org.planledger.core.rule.RefusalCode;

/// A command that could come next: allowed, if whoever sends it does everything right, or blocked
/// by grounds that lie in the situation.
@Schema(name = "NextCommand")
public record NextCommand(
    String command,
    @Schema(description = "Which of several forms of the command, such as EXPRESS or ACCOUNT.")
        @JsonInclude(Include.NON_NULL)
        @Nullable String variant,
    @JsonInclude(Include.NON_NULL) @Nullable UUID caseId,
    @Schema(description = "What blocks it, in catalogue order; empty where it is allowed.")
        List<RefusalCode> codes) {

  /// The commands of this kind, allowed or blocked.
  public static List<NextCommand> of(List<Possibility> possibilities, boolean allowed) {
    return possibilities.stream()
        .filter(possibility -> possibility.allowed() == allowed)
        .map(NextCommand::of)
        .toList();
  }

  static NextCommand of(Possibility possibility) {
    return new NextCommand(
        possibility.name(),
        variant(possibility.command()),
        possibility.caseId().map(CaseId::value).orElse(null),
        possibility.decision().codes());
  }

  private static @Nullable String variant(PlanCommand command) {
    return switch (command) {
      case RecordLink link -> link.kind().name();
      case RecordUnlink unlink -> unlink.kind().name();
      case CorrectLink correction -> correction.kind().name();
      case OpenCase open ->
          switch (open.type()) {
            case REPAIR -> open.process().name();
            case FLYAWAY, MAINTENANCE -> open.type().name();
          };
      case ClaimReplacement claim -> claim.mode().name();
      case PayServiceFee pay -> pay.purpose().name();
      case RefundFee refund -> refund.purpose().name();
      case CompleteRepair complete -> complete.fullPrice() ? "FULL_PRICE" : null;
      case ExpireService expire -> expire.service().name();
      case PurchasePlan _, BindDevice _, RecordShipmentIn _, RecordReceipt _ -> null;
      case RecordAssessment _, UploadFlightRecord _, FileFlyawayReport _ -> null;
      case CancelFlyawayReport _, ShipReplacement _, ReportRecovered _ -> null;
      case WithdrawCase _, LapseCase _, RefuseService _, WaiveRefusal _ -> null;
      case CorrectBinding _, CorrectReceipt _, CorrectAssessment _ -> null;
      case ClaimRepairDiscount _, ConfirmMaintenance _ -> null;
      case RecordRecoveredReturn _, RecordProductReturn _, ReturnPlan _ -> null;
      case RequestExit _, ConfirmExit _, UpgradeTerms _, GrantReward _ -> null;
    };
  }
}
