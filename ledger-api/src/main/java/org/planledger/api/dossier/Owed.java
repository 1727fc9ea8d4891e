package org.planledger.api.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.DeviceRecovered;
import org.planledger.core.plan.PlanEvent.RecoveredDeviceReturned;
import org.planledger.core.plan.Refund;

/// Something that is, or was, owed under a plan.
///
/// @param state since when it is owed, or when it was settled
record Owed(UUID caseId, String what, String state) {

  static List<Owed> of(Plan plan, DeviceNames devices) {
    var owed = new ArrayList<Owed>();
    for (var c : plan.cases().values()) {
      c.last(DeviceRecovered.class)
          .ifPresent(
              found ->
                  owed.add(
                      new Owed(
                          c.id().value(),
                          "the customer sends in the recovered device "
                              + devices.of(found.deviceId().value()),
                          c.last(RecoveredDeviceReturned.class)
                              .map(back -> "settled " + plan.day(back.at()))
                              .orElseGet(() -> "open since " + plan.day(found.at())))));
    }
    for (var refund : Refund.due(plan)) {
      owed.add(
          new Owed(
              refund.caseId().value(),
              "the provider pays back %s of the %s"
                  .formatted(
                      Facts.money(refund.due().minor(), refund.due().currency().getCurrencyCode()),
                      Facts.words(refund.purpose().name())),
              "open"));
    }
    return owed;
  }
}
