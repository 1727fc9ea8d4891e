package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.core.reference.DeviceId;
import org.planledger.projections.obligations.ObligationKind;
import org.planledger.projections.obligations.ObligationView;

/// Something that is owed when a case is over, or was until it was settled.
@Schema(name = "Obligation")
record ObligationAnswer(
    ObligationKind kind,
    UUID planId,
    UUID caseId,
    @Schema(description = "The device that is to be sent in; null where money is owed.")
        @Nullable String deviceId,
    @Schema(description = "The fee whose payment is to be paid back; null where a device is owed.")
        @Nullable String feeId,
    @Schema(description = "What is still to be paid back; null where a device is owed.")
        @Nullable MoneyAnswer due,
    @Schema(description = "The centre of the case.") String centreId,
    String region,
    @Schema(description = "When the device was found, or the case ended.") Instant since,
    @Nullable Instant settledAt,
    @Schema(description = "Where the ledger has what it follows from.") long position) {

  static ObligationAnswer of(ObligationView view) {
    return new ObligationAnswer(
        view.kind(),
        view.planId().value(),
        view.caseId().value(),
        view.deviceId().map(DeviceId::value).orElse(null),
        view.feeId().orElse(null),
        view.due().map(MoneyAnswer::of).orElse(null),
        view.centreId(),
        view.region().code(),
        view.since(),
        view.settledAt().orElse(null),
        view.openedPosition());
  }
}
