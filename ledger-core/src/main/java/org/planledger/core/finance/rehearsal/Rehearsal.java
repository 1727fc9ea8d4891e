package org.planledger.core.finance.rehearsal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.SettlementLine;

/// A book of fees of one year. Everything is made when it is asked for and nothing is kept, so a
/// million fees take no more memory than a hundred.
///
/// @param seed from which all of it follows
/// @param fees how many fees there are
public record Rehearsal(long seed, int fees) {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
  private static final int DAYS = 330;

  /// When nothing is on the way any more but what was planted so.
  private static final int DAYS_AFTER = 45;

  static final String CARD_KEYS = "card";
  static final String BANK_KEYS = "bank";
  private static final int SHARES = sharesOfAll();
  private static final int TAKES_TWO_FEES = 2;

  /// Checks that there is a fee.
  ///
  /// @throws IllegalArgumentException if there is none
  public Rehearsal {
    if (fees < 1) {
      throw new IllegalArgumentException("a book has a fee");
    }
  }

  private static int sharesOfAll() {
    int sum = 0;
    for (var planted : Planted.values()) {
      sum += planted.share();
    }
    return sum;
  }

  /// The day on which the book is looked at.
  public LocalDate asOf() {
    return FIRST_DAY.plusDays(DAYS + DAYS_AFTER);
  }

  /// Tells all fees, in the order of their positions.
  public void fees(Consumer<? super FeeFact> taker) {
    play((_, scene) -> scene.facts.forEach(taker));
  }

  /// Tells the truth of everything that was planted.
  public void truths(Consumer<? super Truth> taker) {
    play((planted, scene) -> taker.accept(scene.truth(planted)));
  }

  /// How often each thing was planted.
  public Map<Planted, Integer> planted() {
    Map<Planted, Integer> counts = new EnumMap<>(Planted.class);
    play((planted, _) -> counts.merge(planted, 1, Integer::sum));
    return counts;
  }

  /// Tells what one origin reports, in the order of its file; what is numbered is the records of
  /// the file, from 1.
  public void movements(Origin origin, Consumer<? super Movement> taker) {
    var numbered = new Numbered(taker);
    var payouts = new SentPayouts();
    play(
        (_, scene) -> {
          for (var movement : scene.movements) {
            if (movement.origin() == origin) {
              numbered.accept(movement);
            }
            payouts.collect(movement);
          }
        });
    switch (origin) {
      case CARD -> payouts.sent(numbered::accept);
      case BANK -> payouts.arrived(numbered::accept);
      case CARD_AGAIN -> {}
    }
  }

  /// Gives each movement the number of its record.
  private static final class Numbered {
    private final Consumer<? super Movement> taker;
    private int number;

    Numbered(Consumer<? super Movement> taker) {
      this.taker = taker;
    }

    void accept(Movement movement) {
      number++;
      var line = movement.line();
      taker.accept(
          new Movement(
              movement.origin(),
              new SettlementLine(
                  number,
                  line.key(),
                  line.type(),
                  line.bookedOn(),
                  line.valueOn(),
                  line.gross(),
                  line.feeMinor(),
                  line.net(),
                  line.rate(),
                  line.processorReference(),
                  line.merchantReference(),
                  line.endToEndId(),
                  line.relatedReference(),
                  line.batchId(),
                  line.payoutId(),
                  line.payer(),
                  line.description(),
                  line.raw()),
              movement.broken()));
    }
  }

  @FunctionalInterface
  private interface Audience {

    void see(Planted planted, Scene scene);
  }

  private void play(Audience audience) {
    int told = 0;
    var cardKeys = new LineKeys(CARD_KEYS);
    var bankKeys = new LineKeys(BANK_KEYS);
    for (int number = 0; told < fees; number++) {
      var day = FIRST_DAY.plusDays((long) told * DAYS / fees);
      var scene = new Scene(seed, number, day, asOf(), cardKeys, bankKeys);
      var planted = choose(new Dice(seed + 2, number));
      if (fees - told < TAKES_TWO_FEES && takesTwo(planted)) {
        planted = Planted.CARD;
      }
      Plot.play(planted, scene);
      audience.see(planted, scene);
      told += scene.facts.size();
    }
  }

  private static boolean takesTwo(Planted planted) {
    return planted == Planted.GROUPED
        || planted == Planted.GROUPED_BY_CASE
        || planted == Planted.AMBIGUOUS;
  }

  private static Planted choose(Dice dice) {
    int place = dice.below(SHARES);
    for (var planted : Planted.values()) {
      place -= planted.share();
      if (place < 0) {
        return planted;
      }
    }
    throw new IllegalStateException("the shares do not add up");
  }
}
