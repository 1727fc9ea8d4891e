package org.planledger.api.finance.trails;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.api.finance.matches.MatchAnswer;

/// A settlement line with what it belongs to, from the bank to the fee and what lies behind it.
@Schema(name = "LineTrail")
record LineTrailAnswer(
    TrailLineAnswer line,
    @Schema(description = "The match it stands in; null if there is none.")
        @Nullable MatchAnswer match,
    @Schema(
            description =
                "The other lines of its match, those of its payout or batch, and the bank's.")
        List<TrailLineAnswer> together,
    @Schema(description = "Whether only the first of them are shown.") boolean cut,
    @Schema(description = "The fees that it, or a payout at the bank, is for.")
        List<FeeTrailAnswer> fees) {}
