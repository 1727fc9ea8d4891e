package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.planledger.api.decision.DecisionAnswer.TermsAnswer;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.TermsUpgraded;

/// A move of the plan to a newer edition of the terms.
@Schema(name = "TermsUpgrade")
public record UpgradeState(Instant upgradedAt, TermsAnswer from, TermsAnswer to) {

  static List<UpgradeState> of(Plan plan) {
    return plan.life().stream()
        .filter(TermsUpgraded.class::isInstance)
        .map(TermsUpgraded.class::cast)
        .map(
            upgraded ->
                new UpgradeState(
                    upgraded.at(), TermsAnswer.of(upgraded.from()), TermsAnswer.of(upgraded.to())))
        .toList();
  }
}
