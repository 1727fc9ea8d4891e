package org.planledger.core.finance.matching;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.matching.FeeFact.Captured;
import org.planledger.core.finance.matching.FeeFact.Refunded;
import org.planledger.core.terms.Money;

/// Makes of the movements of fees what a run knows of each fee. The movements come fee by fee,
/// those of one fee in the order of the ledger.
public final class FeeFold {

  private final Consumer<FeeStory> stories;
  private final List<FeeMovement> current = new ArrayList<>();

  /// A fee with the place of the last thing that happened to it.
  ///
  /// @param lastPosition of the event that moved it last
  public record FeeStory(FeeFact fee, long lastPosition) {}

  /// @param stories told each fee when its movements are over
  public FeeFold(Consumer<FeeStory> stories) {
    this.stories = stories;
  }

  /// Takes in the next movement.
  public void accept(FeeMovement movement) {
    if (!current.isEmpty() && !current.getFirst().feeId().equals(movement.feeId())) {
      finish();
    }
    current.add(movement);
  }

  /// Tells the last fee.
  public void finish() {
    if (!current.isEmpty()) {
      stories.accept(story(current));
      current.clear();
    }
  }

  private static FeeStory story(List<FeeMovement> movements) {
    var first = movements.getFirst();
    @Nullable FeeMovement quoted = null;
    @Nullable Captured captured = null;
    boolean cancelled = false;
    var refunds = new ArrayList<Refunded>();
    for (var movement : movements) {
      switch (movement.kind()) {
        case QUOTED -> {
          quoted = movement;
          cancelled = false;
        }
        case CANCELLED -> cancelled = true;
        case CAPTURED -> captured = captured(captured, movement);
        case REFUNDED ->
            refunds.add(
                new Refunded(
                    movement.eventId(), movement.amount(), day(movement), movement.position()));
      }
    }
    var asked = quoted == null ? first : quoted;
    return new FeeStory(
        new FeeFact(
            first.feeId(),
            first.planId().toString(),
            first.caseId().toString(),
            first.feePosition(),
            asked.amount(),
            day(asked),
            Optional.ofNullable(captured),
            refunds,
            cancelled && captured == null),
        movements.getLast().position());
  }

  /// A fee is captured once; if it ever were captured again, both payments count.
  private static Captured captured(@Nullable Captured before, FeeMovement movement) {
    Money amount = before == null ? movement.amount() : before.amount().plus(movement.amount());
    return new Captured(
        amount, day(movement), movement.paymentReference().orElse(""), movement.position());
  }

  private static LocalDate day(FeeMovement movement) {
    return LocalDate.ofInstant(movement.effectiveAt(), ZoneOffset.UTC);
  }
}
