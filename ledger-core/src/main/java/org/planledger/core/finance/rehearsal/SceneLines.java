package org.planledger.core.finance.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// Lines that a card processor and a bank may report of a scene.
final class SceneLines {

  private static final int COST_BASIS_POINTS = 140;
  private static final String[] PAYERS = {
    "A. Meyer", "Chen Wei", "J. Smith", "Fa. Luftbild", "M. Dupont", "Tanaka Y."
  };

  private final Scene scene;
  private final LineKeys cardKeys;
  private final LineKeys bankKeys;

  SceneLines(Scene scene, LineKeys cardKeys, LineKeys bankKeys) {
    this.scene = scene;
    this.cardKeys = cardKeys;
    this.bankKeys = bankKeys;
  }

  /// A payment by card.
  SettlementLine card(String charge, Optional<String> feeId, Money gross, LocalDate on) {
    long cost = gross.minor() * COST_BASIS_POINTS / 10_000 + 25;
    return card(LineType.PAYMENT, charge, charge, feeId, Optional.empty(), gross, cost, on);
  }

  SettlementLine card(
      LineType type,
      String ownId,
      String charge,
      Optional<String> feeId,
      Optional<String> related,
      Money gross,
      long cost,
      LocalDate on) {
    var net = new Money(gross.minor() - cost, gross.currency());
    return card(type, ownId, charge, feeId, related, gross, cost, net, Optional.empty(), on);
  }

  SettlementLine card(
      LineType type,
      String ownId,
      String charge,
      Optional<String> feeId,
      Optional<String> related,
      Money gross,
      long cost,
      Money net,
      Optional<BigDecimal> rate,
      LocalDate on) {
    return new SettlementLine(
        1,
        cardKeys.ofId(type.name(), ownId),
        type,
        on,
        Optional.of(on),
        gross,
        cost,
        net,
        rate,
        Optional.of(charge),
        feeId,
        Optional.empty(),
        related,
        Optional.empty(),
        Optional.of(SentPayouts.id(on, net.currency())),
        Optional.empty(),
        Optional.of("Device service"),
        "");
  }

  /// A transfer to the bank account.
  SettlementLine transfer(Money amount, LocalDate on, String text) {
    String id = "BK" + scene.number + "n" + scene.told();
    return new SettlementLine(
        1,
        bankKeys.ofId(id),
        LineType.BANK_CREDIT,
        on,
        Optional.of(on),
        amount,
        0,
        amount,
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.of("NOTPROVIDED"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(PAYERS[scene.dice.below(PAYERS.length)]),
        Optional.of(text),
        "");
  }

  /// The amount in another currency at a rate of the day, and what it is worth in that of the fee.
  SettlementLine exchanged(FeeFact fee) {
    Currency other = Prices.other(scene.price.currency());
    var rate = BigDecimal.valueOf(80 + scene.dice.below(50), 2);
    long gross =
        BigDecimal.valueOf(scene.full()).divide(rate, 0, RoundingMode.HALF_EVEN).longValueExact();
    long worth = scene.full() - 1 - scene.dice.below((int) (scene.full() / 100));
    long cost = worth / 50;
    return card(
        LineType.PAYMENT,
        scene.charge(0),
        scene.charge(0),
        Optional.of(fee.feeId()),
        Optional.empty(),
        new Money(gross, other),
        cost,
        new Money(worth - cost, scene.price.currency()),
        Optional.of(rate),
        scene.paidOn);
  }

  /// Money that goes back for a charge.
  SettlementLine refund(long minor, String charge) {
    return card(
        LineType.REFUND,
        "re_" + charge,
        "re_" + charge,
        Optional.empty(),
        Optional.of(charge),
        scene.part(-minor),
        0,
        scene.paidOn.plusDays(2));
  }

  /// The payment is taken back by the payer's bank, or comes again.
  SettlementLine chargeback(LineType type, long minor, long cost, int afterDays) {
    return card(
        type,
        scene.charge(0),
        scene.charge(0),
        Optional.empty(),
        Optional.empty(),
        scene.part(minor),
        cost,
        scene.paidOn.plusDays(afterDays));
  }
}
