package org.planledger.core.json;

import java.util.Set;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.*;

/// Under which name each command is kept with its attempt. The first revision of a command's form
/// bears the plain name; a later one adds its number, as in `OpenCase.2`.
public final class CommandCatalogue {

  private static final Catalogue<PlanCommand> COMMANDS =
      new Catalogue<PlanCommand>()
          .with(PurchasePlan.class, "PurchasePlan", 1)
          .with(BindDevice.class, "BindDevice", 1)
          .with(RecordLink.class, "RecordLink", 1)
          .with(RecordUnlink.class, "RecordUnlink", 1)
          .with(OpenCase.class, "OpenCase", 1)
          .with(RecordShipmentIn.class, "RecordShipmentIn", 1)
          .with(RecordReceipt.class, "RecordReceipt", 1)
          .with(RecordAssessment.class, "RecordAssessment", 1)
          .with(UploadFlightRecord.class, "UploadFlightRecord", 1)
          .with(FileFlyawayReport.class, "FileFlyawayReport", 1)
          .with(CancelFlyawayReport.class, "CancelFlyawayReport", 1)
          .with(ClaimReplacement.class, "ClaimReplacement", 1)
          .with(PayServiceFee.class, "PayServiceFee", 1)
          .with(ShipReplacement.class, "ShipReplacement", 1)
          .with(ReportRecovered.class, "ReportRecovered", 1)
          .with(WithdrawCase.class, "WithdrawCase", 1)
          .with(LapseCase.class, "LapseCase", 1)
          .with(CorrectBinding.class, "CorrectBinding", 1)
          .with(CorrectLink.class, "CorrectLink", 1)
          .with(CorrectReceipt.class, "CorrectReceipt", 1)
          .with(CorrectAssessment.class, "CorrectAssessment", 1)
          .with(ClaimRepairDiscount.class, "ClaimRepairDiscount", 1)
          .with(ConfirmMaintenance.class, "ConfirmMaintenance", 1)
          .with(CompleteRepair.class, "CompleteRepair", 1)
          .with(RefuseService.class, "RefuseService", 1)
          .with(WaiveRefusal.class, "WaiveRefusal", 1)
          .with(RefundFee.class, "RefundFee", 1)
          .with(RecordRecoveredReturn.class, "RecordRecoveredReturn", 1)
          .with(RecordProductReturn.class, "RecordProductReturn", 1)
          .with(ReturnPlan.class, "ReturnPlan", 1)
          .with(RequestExit.class, "RequestExit", 1)
          .with(ConfirmExit.class, "ConfirmExit", 1)
          .with(UpgradeTerms.class, "UpgradeTerms", 1)
          .with(ExpireService.class, "ExpireService", 1)
          .with(GrantReward.class, "GrantReward", 1)
          .coveringAllOf(PlanCommand.class);

  private CommandCatalogue() {}

  /// Every class of command.
  public static Set<Class<? extends PlanCommand>> commands() {
    return COMMANDS.types();
  }

  /// The name under which the command is kept.
  public static String name(PlanCommand command) {
    return COMMANDS.of(command.getClass()).name();
  }

  /// The canonical bytes of a command, by which it is kept.
  public static byte[] write(PlanCommand command) {
    return LedgerJson.write(command);
  }

  /// Reads a command that was kept under this name.
  ///
  /// @throws StoredJsonException if the name or the bytes are none of ours
  public static PlanCommand read(String name, byte[] json) {
    var type =
        COMMANDS
            .named(name)
            .orElseThrow(() -> StoredJsonException.newer("no command is called " + name));
    return LedgerJson.read(json, type);
  }
}
