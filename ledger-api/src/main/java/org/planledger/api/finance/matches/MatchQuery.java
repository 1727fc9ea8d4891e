package org.planledger.api.finance.matches;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.planledger.api.finance.findings.MatchFilter;
import org.planledger.core.finance.matching.MatchState;
import org.planledger.core.finance.settlement.LineKey;

/// Which matches are asked for.
record MatchQuery(
    @Schema(
            description =
                "All of this run; by default what counts of every month, so that what a later one"
                    + " looks at anew is told once.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> run,
    Optional<MatchState> state,
    @Schema(description = "Made by this rule.") @Size(max = 40) Optional<String> rule,
    @Size(max = 80) Optional<String> feeId,
    @Size(max = 64) @Pattern(regexp = "[0-9a-f]{64}", message = "64 hexadecimal digits")
        Optional<String> lineKey,
    @Schema(
            description =
                "If true, only what people have decided about since the run that shows it.")
        Optional<Boolean> decidedSince) {

  MatchFilter filter() {
    return new MatchFilter(
        Optional.empty(), state, rule, feeId, lineKey.map(LineKey::ofHex), false);
  }
}
