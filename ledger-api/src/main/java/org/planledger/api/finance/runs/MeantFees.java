package org.planledger.api.finance.runs;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.planledger.api.finance.sources.FeeMovements;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.matching.FeeFold;
import org.planledger.core.finance.matching.FeeFold.FeeStory;

/// The fees that a run looks at: all that were quoted since the last closed month, and of earlier
/// ones those that something has happened to since, that the month has left open, or that a line of
/// the run refers to.
final class MeantFees {

  private final RunInputs inputs;
  private final FeeMovements movements;
  private final FeeMovements.Earlier earlier;
  private final Set<String> meant = new TreeSet<>();

  private MeantFees(RunInputs inputs, FeeMovements movements) {
    this.inputs = inputs;
    this.movements = movements;
    this.earlier = movements.earlier(inputs.fromPosition(), inputs.cutOff());
  }

  /// When earlier fees are looked up by what lines refer to, and when all of them are gone over:
  /// both find the same.
  ///
  /// @param most how many references are looked up at most
  /// @param movementsEach how many movements are gone over in the time that looking one up takes
  record LookingUp(int most, int movementsEach) {
    static final LookingUp STANDARD = new LookingUp(100_000, 10);

    boolean isQuicker(int references, long movements) {
      return (long) references * movementsEach <= movements;
    }
  }

  /// Finds them.
  ///
  /// @param open the fees that the last closed month has left open
  /// @param references what the lines of the run refer to
  static MeantFees find(
      RunInputs inputs,
      FeeMovements movements,
      Set<String> open,
      LineReferences references,
      LookingUp lookingUp) {
    var fees = new MeantFees(inputs, movements);
    if (inputs.fromPosition() > 0) {
      fees.findEarlier(open, references, lookingUp);
    }
    return fees;
  }

  private void findEarlier(Set<String> open, LineReferences references, LookingUp lookingUp) {
    Set<String> asked = new TreeSet<>(open);
    asked.addAll(earlier.movedSince());
    asked.addAll(referredTo(references, lookingUp));
    stories(
        asked,
        story -> {
          var fee = story.fee();
          // The payment may be another one by now than the one that was looked up.
          if (story.lastPosition() > inputs.fromPosition()
              || open.contains(fee.feeId())
              || references.has(fee.feeId())
              || fee.captured().filter(paid -> references.has(paid.reference())).isPresent()) {
            meant.add(fee.feeId());
          }
        });
  }

  private Set<String> referredTo(LineReferences references, LookingUp lookingUp) {
    var texts = references.texts();
    if (texts.isPresent() && lookingUp.isQuicker(texts.get().size(), earlier.movements())) {
      Set<String> found = new TreeSet<>(texts.get());
      found.addAll(earlier.paidUnder(texts.get()));
      return found;
    }
    return earlier.named(references::has);
  }

  /// The ids of the earlier ones among them.
  Set<String> earlier() {
    return meant;
  }

  /// A match of a closed month has these in it.
  void add(Collection<String> feeIds) {
    meant.addAll(feeIds);
  }

  /// Tells all of them, each once.
  void tell(Consumer<FeeFact> taker) {
    Consumer<FeeStory> fees = story -> taker.accept(story.fee());
    stories(meant, fees);
    var fold = new FeeFold(fees);
    movements.quotedAfter(inputs.fromPosition(), inputs.cutOff(), fold::accept);
    fold.finish();
  }

  private void stories(Set<String> feeIds, Consumer<FeeStory> taker) {
    var fold = new FeeFold(taker);
    earlier.tell(feeIds, fold::accept);
    fold.finish();
  }
}
