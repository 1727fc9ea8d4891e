package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.WindowAnswer;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.RewardForfeited;
import org.planledger.core.plan.PlanEvent.RewardGranted;
import org.planledger.core.rule.RefusalCode;

/// What was recorded of the reward for safe flight. What it is follows from the history and the
/// date alone; no answer waits for the record.
@Schema(name = "RecordedReward")
public record RewardState(
    @Schema(description = "When it was recorded as earned.") @Nullable Instant grantedAt,
    @Schema(description = "The days on which it protects each component, once it is earned.")
        Map<String, WindowAnswer> windows,
    @Schema(description = "When it was recorded as lost.") @Nullable Instant forfeitedAt,
    @Schema(description = "Why it was lost.") @Nullable RefusalCode forfeitedBecause) {

  static RewardState of(Plan plan) {
    var windows = new TreeMap<String, WindowAnswer>();
    plan.last(RewardGranted.class)
        .ifPresent(
            granted ->
                granted
                    .windows()
                    .forEach((part, window) -> windows.put(part.code(), WindowAnswer.of(window))));
    return new RewardState(
        plan.last(RewardGranted.class).map(RewardGranted::at).orElse(null),
        windows,
        plan.last(RewardForfeited.class).map(RewardForfeited::at).orElse(null),
        plan.last(RewardForfeited.class).map(RewardForfeited::reason).orElse(null));
  }
}
