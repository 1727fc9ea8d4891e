package org.planledger.api.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Remedy;
import org.planledger.core.plan.TermsReference;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.RefusalCode;

/// A decision with all it rests on.
@Schema(name = "Decision")
public record DecisionAnswer(
    Result outcome,
    @Schema(description = "The terms it was decided by.") TermsAnswer terms,
    @Schema(description = "Every rule that was looked at, in catalogue order.")
        List<ConditionAnswer> conditions,
    @Schema(
            description =
                "The first contract day on which it would be accepted, where a date alone cures it.")
        @Nullable LocalDate wouldHoldFrom,
    @Schema(
            description =
                "What would cure a ground of the refusal, or serve instead: commands, facts in the"
                    + " same command, other services. Each is possible as things stood.")
        List<Remedy> remedies,
    @Schema(description = "What a reader should know although it changed nothing.")
        List<Notice> notices) {

  /// What became of a command.
  public enum Result {
    ACCEPTED,
    REFUSED
  }

  /// An edition of the terms and the digest of the file that holds it.
  @Schema(name = "TermsReference")
  public record TermsAnswer(String edition, String sha256) {
    public static TermsAnswer of(TermsReference terms) {
      return new TermsAnswer(terms.edition().id(), terms.sha256());
    }
  }

  /// One rule as it was met.
  @Schema(name = "Condition")
  public record ConditionAnswer(
      @Schema(description = "The id of the rule in the catalogue.") String rule,
      @Schema(description = "The clause of the terms.") String clause,
      boolean holds,
      @Schema(description = "The ground of refusal, where it does not hold.")
          @JsonInclude(Include.NON_NULL)
          @Nullable RefusalCode code,
      @Schema(description = "What the rule looked at.") Map<String, Object> inputs,
      @Schema(description = "The first contract day on which it would hold.")
          @JsonInclude(Include.NON_NULL)
          @Nullable LocalDate wouldHoldFrom) {

    public static ConditionAnswer of(Condition condition) {
      return new ConditionAnswer(
          condition.rule().id(),
          condition.rule().clause(),
          condition.holds(),
          condition.holds() ? null : condition.rule().code().orElse(null),
          condition.inputs().values(),
          condition.wouldHoldFrom().orElse(null));
    }
  }

  /// The decision as it is shown.
  ///
  /// @param remedies what would cure it; none for an accepted command
  public static DecisionAnswer of(Decision decision, List<Remedy> remedies) {
    return new DecisionAnswer(
        switch (decision) {
          case Decision.Accepted _ -> Result.ACCEPTED;
          case Decision.Refused _ -> Result.REFUSED;
        },
        TermsAnswer.of(decision.terms()),
        decision.conditions().stream().map(ConditionAnswer::of).toList(),
        decision.wouldHoldFrom().orElse(null),
        remedies,
        decision.notices());
  }
}
