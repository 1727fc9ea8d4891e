package org.planledger.projections.casework;

import java.util.Optional;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.plan.Stage;
import org.planledger.core.terms.Channel;

/// How far a case has come, step by step. It says the same as the plan itself does of its cases,
/// one event after the other and without the ones before.
///
/// @param flightRecord whether the flight record of a loss is there
record Progress(CaseType type, Channel process, Stage stage, boolean flightRecord) {

  static Progress begun(CaseOpened opened) {
    return new Progress(opened.type(), opened.process(), Stage.OPENED, false);
  }

  /// A case never goes back: an event of an earlier step changes nothing.
  Progress after(CaseEvent event) {
    var reached = stageAfter(event);
    return new Progress(
        type,
        process,
        rank(reached) >= rank(stage) ? reached : stage,
        flightRecord || event instanceof FlightRecordUploaded);
  }

  /// Whether the device is still to be given to a carrier, so that its deadline runs.
  boolean toBeSentIn() {
    return rank(stage) < rank(Stage.DISPATCHED);
  }

  Optional<Party> waitsFor() {
    return switch (stage) {
      case OPENED -> Optional.of(flightRecord ? Party.CENTRE : Party.CUSTOMER);
      case ASSESSED, CLAIMED, REPORTED -> Optional.of(Party.CUSTOMER);
      case DISPATCHED, RECEIVED -> Optional.of(Party.CENTRE);
      case PAID -> Optional.of(process == Channel.EXPRESS ? Party.CUSTOMER : Party.CENTRE);
      case SETTLED, WITHDRAWN, LAPSED, REFUSED -> Optional.empty();
    };
  }

  private Stage stageAfter(CaseEvent event) {
    return switch (event) {
      case CaseOpened _ -> Stage.OPENED;
      case ShipmentDispatched _ -> Stage.DISPATCHED;
      case ComponentsReceived _ -> Stage.RECEIVED;
      case DamageAssessed _ -> Stage.ASSESSED;
      case ReplacementClaimed _, RepairDiscountClaimed _ -> Stage.CLAIMED;
      case FlyawayReportFiled _ -> Stage.REPORTED;
      case FeePaid paid -> paid.purpose() == FeePurpose.SERVICE_FEE ? Stage.PAID : stage;
      case ReplacementShipped _, RepairCompleted _ -> Stage.SETTLED;
      case CaseWithdrawn _ -> Stage.WITHDRAWN;
      case CaseLapsed _ -> Stage.LAPSED;
      case CaseRefused _ -> Stage.REFUSED;
      case FlightRecordUploaded _, FlyawayReportCancelled _, DeviceRecovered _ -> stage;
      case RecoveredDeviceReturned _, MaintenancePerformed _, FeeRefunded _ -> stage;
      case RefusalWaived _, CaseReinstated _ -> stage;
    };
  }

  /// An express case is claimed and paid before anything is sent in.
  private int rank(Stage of) {
    boolean express = process == Channel.EXPRESS;
    return switch (of) {
      case OPENED -> 0;
      case CLAIMED -> express ? 1 : 6;
      case PAID -> express ? 2 : 8;
      case DISPATCHED -> 3;
      case RECEIVED -> 4;
      case ASSESSED -> 5;
      case REPORTED -> 7;
      case SETTLED, WITHDRAWN, LAPSED, REFUSED -> 9;
    };
  }
}
