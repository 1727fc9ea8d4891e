package org.planledger.api.command;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.planledger.api.json.Lines;
import org.planledger.core.plan.Waiver;
import org.planledger.core.rule.RefusalCode;

/// Overrules grounds of refusal for the request that carries it. It takes two persons: the actor
/// of the request and whoever approved it.
public record WaiverRequest(
    @Schema(description = "The grounds to overrule.") @Size(min = 1) List<RefusalCode> codes,
    @Schema(description = "Kept as a private value.") @Size(max = 1000) @Lines String reason,
    @Schema(description = "Who agreed; not the actor.")
        @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        String approvedBy) {

  /// What it says, with who says it.
  public Waiver waiver(Draft draft) {
    return new Waiver(
        Set.copyOf(codes), draft.commitment("waiver.reason", reason), approvedBy, draft.actor());
  }
}
