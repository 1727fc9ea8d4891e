package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.planledger.projections.obligations.ObligationView;

/// A device that was found after it had become the provider's, and is to be sent in.
@Schema(name = "Obligation")
record ObligationAnswer(
    UUID planId,
    UUID caseId,
    String deviceId,
    @Schema(description = "The centre that handled the loss.") String centreId,
    String region,
    Instant recoveredAt,
    long position) {

  static ObligationAnswer of(ObligationView view) {
    return new ObligationAnswer(
        view.planId().value(),
        view.caseId().value(),
        view.deviceId().value(),
        view.centreId(),
        view.region().code(),
        view.recoveredAt(),
        view.position());
  }
}
