package org.planledger.core.finance.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

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

  private static final String CARD_KEYS = "card";
  private static final String BANK_KEYS = "bank";
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
    SortedMap<String, Payout> payouts = new TreeMap<>();
    play(
        (_, scene) -> {
          for (var movement : scene.movements) {
            if (movement.origin() == origin) {
              numbered.accept(movement);
            }
            collect(movement, payouts);
          }
        });
    switch (origin) {
      case CARD -> payouts.forEach((id, payout) -> numbered.accept(sent(id, payout)));
      case BANK -> payouts.forEach((id, payout) -> numbered.accept(arrived(id, payout)));
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

  private record Payout(LocalDate bookedOn, Money sum) {}

  /// A broken record is not read, so a payout with one is sent without it: whatever is wrong about
  /// it is planted once.
  private static void collect(Movement movement, Map<String, Payout> payouts) {
    if (movement.origin() == Origin.CARD && !movement.broken()) {
      var line = movement.line();
      line.payoutId()
          .ifPresent(
              id ->
                  payouts.merge(
                      id,
                      new Payout(line.bookedOn(), line.net()),
                      (before, more) ->
                          new Payout(before.bookedOn(), before.sum().plus(more.sum()))));
    }
  }

  /// What the processor calls the payout of what it booked on a day.
  static String payoutId(LocalDate bookedOn, Currency currency) {
    return "po_" + Scene.compact(bookedOn) + "_" + currency.getCurrencyCode();
  }

  private static Movement sent(String id, Payout payout) {
    var sum = new Money(-payout.sum().minor(), payout.sum().currency());
    return new Movement(
        Origin.CARD,
        line(
            LineType.PAYOUT,
            new LineKeys(CARD_KEYS),
            id,
            payout.bookedOn().plusDays(1),
            sum,
            Optional.of(id),
            Optional.empty()),
        false);
  }

  private static Movement arrived(String id, Payout payout) {
    boolean credit = payout.sum().minor() >= 0;
    return new Movement(
        Origin.BANK,
        line(
            credit ? LineType.BANK_CREDIT : LineType.BANK_DEBIT,
            new LineKeys(BANK_KEYS),
            "BK" + id,
            working(payout.bookedOn().plusDays(2)),
            payout.sum(),
            Optional.empty(),
            Optional.of("PAYOUT " + id)),
        false);
  }

  private static SettlementLine line(
      LineType type,
      LineKeys keys,
      String id,
      LocalDate on,
      Money amount,
      Optional<String> payoutId,
      Optional<String> text) {
    return new SettlementLine(
        1,
        keys.ofId(type.name(), id),
        type,
        on,
        Optional.of(on),
        amount,
        0,
        amount,
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        payoutId,
        Optional.empty(),
        text,
        "");
  }

  private static LocalDate working(LocalDate day) {
    var next = day;
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
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
