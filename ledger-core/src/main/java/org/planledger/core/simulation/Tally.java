package org.planledger.core.simulation;

/// The running figures of a simulation.
final class Tally {
  private long attempts;
  private long throughAttempt;
  long plansAffected;
  long unchanged;
  long otherGrounds;
  long otherFee;
  long nowAccepted;
  long nowRefused;
  long noLongerArises;
  long undecidable;

  void next(long number) {
    if (number <= throughAttempt) {
      throw new IllegalArgumentException(
          "attempt %d does not come after %d".formatted(number, throughAttempt));
    }
    attempts++;
    throughAttempt = number;
  }

  Counts counts(long plans) {
    return new Counts(
        attempts,
        throughAttempt,
        plans,
        plansAffected,
        unchanged,
        otherGrounds,
        otherFee,
        nowAccepted,
        nowRefused,
        noLongerArises,
        undecidable);
  }
}
