package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.PlanEvent.MaintenancePerformed;
import org.planledger.core.plan.PlanEvent.RepairDiscountClaimed;
import org.planledger.core.plan.Possibility;
import org.planledger.core.rule.RefusalCode;
import org.planledger.projections.casework.Party;

/// Who has the next move in a case, and which.
@Schema(name = "Waiting")
record Waiting(
    Party party,
    @Schema(description = "The command by which the move is recorded.") String command,
    @Schema(description = "By which day; null if none is set.") @Nullable LocalDate dueOn) {

  /// None in a closed case.
  ///
  /// @param due the last day to send the device in, as long as that is awaited
  /// @param next what could be done in the case now
  static @Nullable Waiting of(Case c, @Nullable LocalDate due, List<Possibility> next) {
    return switch (c.stage()) {
      case OPENED -> c.flyaway() ? ofLoss(c) : new Waiting(Party.CUSTOMER, "RecordShipmentIn", due);
      case DISPATCHED -> new Waiting(Party.CENTRE, "RecordReceipt", null);
      case RECEIVED -> received(c, next);
      case ASSESSED -> isMaintenance(c) ? ofMaintenance(c) : choice(next);
      case CLAIMED -> customer(c.flyaway() ? "FileFlyawayReport" : "PayServiceFee");
      case REPORTED -> customer("PayServiceFee");
      case PAID ->
          c.express() ? new Waiting(Party.CUSTOMER, "RecordShipmentIn", due) : served(c, next);
      case SETTLED, WITHDRAWN, LAPSED, REFUSED -> null;
    };
  }

  private static Waiting received(Case c, List<Possibility> next) {
    if (isMaintenance(c)) {
      return ofMaintenance(c);
    }
    return c.express() ? shipment(next) : centre("RecordAssessment");
  }

  private static boolean isMaintenance(Case c) {
    return c.opened().type() == CaseType.MAINTENANCE;
  }

  private static Waiting ofMaintenance(Case c) {
    return centre(c.has(MaintenancePerformed.class) ? "CompleteRepair" : "ConfirmMaintenance");
  }

  /// What is free happens without the customer; of what the plan offers the customer chooses.
  private static Waiting choice(List<Possibility> next) {
    if (allowed(next, "ShipReplacement")) {
      return centre("ShipReplacement");
    }
    return customer(
        !allowed(next, "ClaimReplacement") && allowed(next, "ClaimRepairDiscount")
            ? "ClaimRepairDiscount"
            : "ClaimReplacement");
  }

  private static Waiting served(Case c, List<Possibility> next) {
    return c.has(RepairDiscountClaimed.class) ? centre("CompleteRepair") : shipment(next);
  }

  private static Waiting ofLoss(Case c) {
    return c.flightRecord().isPresent()
        ? centre("RecordAssessment")
        : customer("UploadFlightRecord");
  }

  /// The centre ships, unless the customer has to pay for what was not sent in.
  private static Waiting shipment(List<Possibility> next) {
    boolean incomplete =
        next.stream()
            .filter(possibility -> possibility.name().equals("ShipReplacement"))
            .anyMatch(p -> p.decision().codes().contains(RefusalCode.COMPONENTS_MISSING));
    return incomplete ? customer("PayServiceFee") : centre("ShipReplacement");
  }

  private static boolean allowed(List<Possibility> next, String command) {
    return next.stream().anyMatch(p -> p.name().equals(command) && p.allowed());
  }

  private static Waiting customer(String command) {
    return new Waiting(Party.CUSTOMER, command, null);
  }

  private static Waiting centre(String command) {
    return new Waiting(Party.CENTRE, command, null);
  }
}
