package org.planledger.api.command;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.api.decision.DecisionAnswer;
import org.planledger.api.state.Difference;
import org.planledger.api.state.PlanState;
import org.planledger.api.state.PossibilityChange;
import org.planledger.core.rule.RefusalCode;

/// What would become of a command. Nothing of it is kept.
@Schema(name = "Preview")
public record PreviewAnswer(
    boolean wouldApply,
    @Schema(description = "Every ground of a refusal, in catalogue order.") List<RefusalCode> codes,
    DecisionAnswer decision,
    @Schema(description = "The sequence of the plan's last event now; null before it is sold.")
        @Nullable Long sequence,
    @Schema(description = "The plan as it would be; null where there would be none.")
        @Nullable PlanState planAfter,
    @Schema(description = "What would be different in the plan, field by field; empty if refused.")
        List<Difference> changes,
    @Schema(
            description =
                "The commands that could come next of which something else could be said then;"
                    + " empty if refused.")
        List<PossibilityChange> possibilities) {}
