package org.planledger.api.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.decision.DecisionAnswer;
import org.planledger.core.axon.Attempt;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;

/// What a command that was accepted has written.
@Schema(name = "CommandAccepted")
public record CommandAnswer(
    UUID planId,
    @JsonInclude(Include.NON_NULL) @Nullable UUID caseId,
    @Schema(description = "The device that the command named.") @JsonInclude(Include.NON_NULL)
        @Nullable String deviceId,
    @Schema(description = "The sequence of the last event in the history of the plan.")
        long sequence,
    @Schema(description = "The place of the last event in the whole ledger.") long position,
    DecisionAnswer decision) {

  static CommandAnswer of(Attempt attempt) {
    return new CommandAnswer(
        attempt.planId().value(),
        attempt.caseId().map(CaseId::value).orElse(null),
        attempt.deviceId().map(DeviceId::value).orElse(null),
        attempt.sequence().orElseThrow(),
        attempt.position().orElseThrow(),
        DecisionAnswer.of(attempt.decision(), List.of()));
  }
}
