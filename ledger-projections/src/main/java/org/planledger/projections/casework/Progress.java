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
/// @param lapsedFrom the stage in which the case lapsed, where it goes on if it is reinstated
/// @param flightRecord whether the flight record of a loss is there
/// @param maintained whether maintenance was carried out
/// @param dispatched whether the device was given to a carrier
/// @param receipts how many parcels are held to have arrived
record Progress(
    CaseType type,
    Channel process,
    Stage stage,
    Optional<Stage> lapsedFrom,
    boolean flightRecord,
    boolean maintained,
    boolean dispatched,
    long receipts) {

  static Progress begun(CaseOpened opened) {
    return new Progress(
        opened.type(), opened.process(), Stage.OPENED, Optional.empty(), false, false, false, 0);
  }

  Progress after(CaseEvent event) {
    return switch (event) {
      case CaseOpened _ -> reached(Stage.OPENED);
      case ShipmentDispatched _ -> sent(true, receipts).reached(Stage.DISPATCHED);
      case ComponentsReceived _ -> sent(dispatched, receipts + 1).reached(Stage.RECEIVED);
      case DamageAssessed _ -> reached(Stage.ASSESSED);
      case ReplacementClaimed _, RepairDiscountClaimed _ -> reached(Stage.CLAIMED);
      case FlyawayReportFiled _ -> reached(Stage.REPORTED);
      case FeePaid paid -> paid.purpose() == FeePurpose.SERVICE_FEE ? reached(Stage.PAID) : this;
      case ReplacementShipped _, RepairCompleted _ -> reached(Stage.SETTLED);
      case CaseWithdrawn _ -> reached(Stage.WITHDRAWN);
      case CaseRefused _ -> reached(Stage.REFUSED);
      case CaseLapsed _ -> at(Stage.LAPSED, Optional.of(stage));
      case CaseReinstated _ -> at(lapsedFrom.orElse(stage), Optional.empty());
      case FlightRecordUploaded _ ->
          new Progress(type, process, stage, lapsedFrom, true, maintained, dispatched, receipts);
      case MaintenancePerformed _ ->
          new Progress(type, process, stage, lapsedFrom, flightRecord, true, dispatched, receipts);
      // A parcel that never came takes the case back.
      case ReceiptCorrected corrected ->
          sent(dispatched, corrected.holds().isPresent() ? receipts : receipts - 1)
              .at(corrected.stage(), lapsedFrom);
      case FlyawayReportCancelled _, DeviceRecovered _, RecoveredDeviceReturned _ -> this;
      case FeeRefunded _, RefusalWaived _, AssessmentCorrected _ -> this;
    };
  }

  /// Whether the device is still to be given to a carrier, so that its deadline runs. A case may
  /// have come far before its only receipt turns out to have been a mistake.
  boolean toBeSentIn() {
    return !stage.closed() && !dispatched && receipts == 0;
  }

  Optional<Party> waitsFor() {
    return switch (stage) {
      case OPENED -> Optional.of(flightRecord ? Party.CENTRE : Party.CUSTOMER);
      // A device that is through with maintenance is to be sent back.
      case ASSESSED -> Optional.of(maintained ? Party.CENTRE : Party.CUSTOMER);
      case CLAIMED, REPORTED -> Optional.of(Party.CUSTOMER);
      case DISPATCHED, RECEIVED -> Optional.of(Party.CENTRE);
      case PAID -> Optional.of(process == Channel.EXPRESS ? Party.CUSTOMER : Party.CENTRE);
      case SETTLED, WITHDRAWN, LAPSED, REFUSED -> Optional.empty();
    };
  }

  /// An event of an earlier step changes nothing. Only a case that lapsed can go on from where it
  /// was (decision A-68).
  private Progress reached(Stage further) {
    return rank(further) >= rank(stage) ? at(further, lapsedFrom) : this;
  }

  private Progress at(Stage now, Optional<Stage> nowLapsedFrom) {
    return new Progress(
        type, process, now, nowLapsedFrom, flightRecord, maintained, dispatched, receipts);
  }

  private Progress sent(boolean nowDispatched, long nowReceipts) {
    return new Progress(
        type,
        process,
        stage,
        lapsedFrom,
        flightRecord,
        maintained,
        nowDispatched,
        Math.max(0, nowReceipts));
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
