package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.BindingCorrected;

/// A binding that was undone because it named the wrong device. Both facts stay.
@Schema(name = "BindingCorrection")
public record CorrectionState(
    Instant correctedAt,
    @Schema(description = "The device that was bound by mistake.") String wrongDeviceId,
    @Schema(description = "The device that was bound in its place.") String deviceId,
    @Schema(description = "Who agreed.") String approvedBy,
    @Schema(description = "Who asked for it.") String actor) {

  static List<CorrectionState> of(Plan plan) {
    return plan.life().stream()
        .filter(BindingCorrected.class::isInstance)
        .map(BindingCorrected.class::cast)
        .map(
            corrected ->
                new CorrectionState(
                    corrected.at(),
                    corrected.wrongDevice().value(),
                    corrected.deviceId().value(),
                    corrected.approvedBy(),
                    corrected.actor()))
        .toList();
  }
}
