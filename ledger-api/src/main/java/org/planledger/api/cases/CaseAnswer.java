package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.decision.DecisionAnswer.ConditionAnswer;
import org.planledger.api.state.CaseState;
import org.planledger.api.state.NextCommand;
import org.planledger.core.plan.Stage;

/// One case: how far it is, what it waits for and how it could be served.
@Schema(name = "Case")
record CaseAnswer(
    UUID planId,
    UUID caseId,
    Stage stage,
    @Schema(description = "All that its events say.") CaseState state,
    @Schema(description = "Whose move it is; null once the case is closed.")
        @Nullable Waiting waitsFor,
    @Schema(description = "What still stands between the case and its replacement.")
        List<ConditionAnswer> missing,
    List<OfferAnswer> offers,
    List<NextCommand> allowedCommands,
    List<NextCommand> blockedCommands,
    @Schema(description = "The sequence of the last event of the plan.") long sequence) {}
