package org.planledger.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.api.decision.DecisionAnswer.ConditionAnswer;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.simulation.Counts;
import org.planledger.core.simulation.Direction;
import org.planledger.core.simulation.FeeDifference;
import org.planledger.core.simulation.Flip;
import org.planledger.core.simulation.FlipCount;
import org.planledger.core.simulation.SimulationReport;
import org.planledger.core.simulation.Unanswered;
import org.planledger.core.terms.Money;

/// What other terms would have made of the past.
@Schema(name = "TermsSimulationResult")
record SimulationResult(
    @Schema(description = "Every attempt is in exactly one of the last seven counts.")
        CountsAnswer counts,
    @Schema(description = "All decisions that flip, by direction, rule and command.")
        List<FlipCountAnswer> flipsByRule,
    @Schema(description = "The first decisions that flip, in the order of the attempts.")
        List<FlipAnswer> flips,
    @Schema(description = "The first attempts that could not be decided again.")
        List<UnansweredAnswer> unanswered,
    @Schema(description = "Fees as they were fixed, by month in the zone of each plan.")
        List<FeesAnswer> fees,
    @Schema(description = "The first plans that see a difference.") List<UUID> plansAffected) {

  static SimulationResult of(SimulationReport report) {
    return new SimulationResult(
        CountsAnswer.of(report.counts()),
        report.flipCounts().stream().map(FlipCountAnswer::of).toList(),
        report.flips().stream().map(FlipAnswer::of).toList(),
        report.unanswered().stream().map(UnansweredAnswer::of).toList(),
        report.fees().stream().map(FeesAnswer::of).toList(),
        report.plansAffected().stream().map(PlanId::value).toList());
  }

  /// How the decisions compare.
  @Schema(name = "TermsSimulationCounts")
  record CountsAnswer(
      long attempts,
      @Schema(description = "The number of the last attempt that was decided again.")
          long throughAttempt,
      long plans,
      long plansAffected,
      long unchanged,
      @Schema(description = "Still refused, on other grounds.") long otherGrounds,
      @Schema(description = "Still accepted, at another fee.") long otherFee,
      long nowAccepted,
      long nowRefused,
      @Schema(description = "Nobody would have sent it: no such plan or case, nothing to pay.")
          long noLongerArises,
      @Schema(description = "The candidate does not say enough to decide it.") long undecidable) {

    static CountsAnswer of(Counts counts) {
      return new CountsAnswer(
          counts.attempts(),
          counts.throughAttempt(),
          counts.plans(),
          counts.plansAffected(),
          counts.unchanged(),
          counts.otherGrounds(),
          counts.otherFee(),
          counts.nowAccepted(),
          counts.nowRefused(),
          counts.noLongerArises(),
          counts.undecidable());
    }
  }

  /// How many decisions on one command flip because of one rule.
  @Schema(name = "TermsSimulationFlipCount")
  record FlipCountAnswer(
      Direction direction,
      @Schema(description = "The id of the rule in the catalogue.") String rule,
      @Schema(description = "The clause of the terms.") String clause,
      String command,
      long count,
      @Schema(description = "How many of them may only follow from an earlier one.")
          long following) {

    static FlipCountAnswer of(FlipCount count) {
      return new FlipCountAnswer(
          count.direction(),
          count.rule().id(),
          count.rule().clause(),
          count.command(),
          count.count(),
          count.following());
    }
  }

  /// A decision that would go the other way.
  @Schema(name = "TermsSimulationFlip")
  record FlipAnswer(
      @Schema(description = "The number of the attempt.") long attempt,
      UUID planId,
      @Nullable UUID caseId,
      String command,
      Direction direction,
      @Schema(description = "The first rule that one side fails and the other does not.")
          String rule,
      @Schema(description = "Every ground of the side that refuses.") List<RefusalCode> codes,
      @Schema(description = "How the rule was met then; nothing if it was not asked.")
          @Nullable ConditionAnswer recorded,
      @Schema(description = "How it would be met; nothing if it would not be asked.")
          @Nullable ConditionAnswer simulated,
      @Schema(description = "Whether it may only follow from an earlier one on the same plan.")
          boolean follows) {

    static FlipAnswer of(Flip flip) {
      return new FlipAnswer(
          flip.attempt(),
          flip.planId().value(),
          flip.caseId().map(id -> id.value()).orElse(null),
          flip.command(),
          flip.direction(),
          flip.rule().id(),
          flip.codes(),
          flip.recorded().map(ConditionAnswer::of).orElse(null),
          flip.simulated().map(ConditionAnswer::of).orElse(null),
          flip.follows());
    }
  }

  /// An attempt that was not decided again.
  @Schema(name = "TermsSimulationUnanswered")
  record UnansweredAnswer(
      @Schema(description = "The number of the attempt.") long attempt,
      UUID planId,
      @Nullable UUID caseId,
      String command,
      boolean wasAccepted,
      @Schema(description = "What the candidate leaves out; nothing if it no longer arises.")
          @Nullable String reason) {

    static UnansweredAnswer of(Unanswered unanswered) {
      return new UnansweredAnswer(
          unanswered.attempt(),
          unanswered.planId().value(),
          unanswered.caseId().map(id -> id.value()).orElse(null),
          unanswered.command(),
          unanswered.wasAccepted(),
          unanswered.reason().orElse(null));
    }
  }

  /// The fees of a month in one currency.
  @Schema(name = "TermsSimulationFees")
  record FeesAnswer(
      @Schema(description = "Year and month, such as `2023-03`.") String month,
      MoneyAnswer recorded,
      MoneyAnswer simulated,
      @Schema(description = "Simulated less recorded.") MoneyAnswer difference) {

    static FeesAnswer of(FeeDifference fees) {
      return new FeesAnswer(
          fees.month().toString(),
          MoneyAnswer.of(new Money(fees.recordedMinor(), fees.currency())),
          MoneyAnswer.of(new Money(fees.simulatedMinor(), fees.currency())),
          MoneyAnswer.of(new Money(fees.differenceMinor(), fees.currency())));
    }
  }
}
