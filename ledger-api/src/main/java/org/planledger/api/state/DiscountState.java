package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.core.plan.DiscountedLine;
import org.planledger.core.plan.PlanEvent.RepairDiscountClaimed;

/// The confirmed use of a discounted repair.
@Schema(name = "DiscountClaim")
public record DiscountState(
    Instant claimedAt,
    List<LineState> lines,
    @Schema(description = "What the customer pays for all lines together.") MoneyAnswer total,
    @Schema(description = "Where the discount comes from.") String source,
    @Schema(description = "Whether the figure is made up for demonstrations.") boolean sample) {

  /// One part with what the customer pays for it.
  @Schema(name = "DiscountedLine")
  public record LineState(
      String part,
      @Schema(description = "The list price of the material.") MoneyAnswer material,
      @Schema(description = "The list price of the labour.") MoneyAnswer labour,
      @Schema(description = "Whether the discount covers it; if not, it costs the full price.")
          boolean discounted,
      @Schema(description = "What the customer pays for material and labour together.")
          MoneyAnswer payable) {

    static LineState of(DiscountedLine line) {
      return new LineState(
          line.part().code(),
          MoneyAnswer.of(line.material()),
          MoneyAnswer.of(line.labour()),
          line.discounted(),
          MoneyAnswer.of(line.payable()));
    }
  }

  static DiscountState of(RepairDiscountClaimed claim) {
    return new DiscountState(
        claim.at(),
        claim.lines().stream().map(LineState::of).toList(),
        MoneyAnswer.of(claim.total()),
        claim.source().label(),
        claim.source().sample());
  }
}
