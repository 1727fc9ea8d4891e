package org.planledger.core.plan;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.planledger.core.rule.Inputs;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Terms;

/// What a case costs the customer, what of it is paid and what is open (clause 2.5.1).
final class Fees {

  private Fees() {}

  /// The price of components together. Unlike a fee it may be nothing.
  ///
  /// @param sources where the prices come from, each named once
  /// @param sample whether an amount in it was never published
  record Material(Money amount, String sources, boolean sample) {}

  /// What is still to be paid for the service that was claimed; nothing without a claim.
  static Optional<Money> openServiceFee(Case c) {
    return serviceFee(c).map(fee -> open(fee, c.paid(FeePurpose.SERVICE_FEE)));
  }

  private static Optional<Money> serviceFee(Case c) {
    return c.claimed()
        .map(claim -> claim.fee().amount())
        .or(() -> c.discount().map(discount -> discount.total()));
  }

  /// Where the fee of the claimed service comes from.
  static Optional<FeeSource> source(Case c) {
    return c.claimed()
        .map(claim -> new FeeSource(claim.fee().source(), claim.fee().sample()))
        .or(() -> c.discount().map(discount -> discount.source()));
  }

  /// Which covered components have not arrived, and how many of each (decisions ).
  static Map<Part, Integer> missing(Plan plan, Case c, Terms terms) {
    var received = c.components();
    var missing = new TreeMap<Part, Integer>();
    terms
        .requiredParts(modelOf(plan, c))
        .forEach(
            (part, quantity) -> {
              int lacking = quantity - received.getOrDefault(part, 0);
              if (lacking > 0) {
                missing.put(part, lacking);
              }
            });
    return missing;
  }

  /// What these components cost together, which may be nothing; empty if the tariff has no price
  /// for one of them.
  static Optional<Material> material(Plan plan, Case c, Terms terms, Map<Part, Integer> parts) {
    var model = modelOf(plan, c);
    var region = c.opened().region();
    var sum = new Money(0, terms.region(region).orElseThrow().currency());
    boolean sample = false;
    var sources = new TreeSet<String>();
    for (var entry : parts.entrySet()) {
      var price = terms.materialPrice(region, model, entry.getKey());
      if (price.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(times(price.get().amount(), entry.getValue()));
      sample |= price.get().sample();
      sources.add(price.get().source());
    }
    return Optional.of(new Material(sum, String.join("; ", sources), sample));
  }

  static Inputs shown(Inputs inputs, Fee fee) {
    return inputs
        .and("amount", shown(fee.amount()))
        .and("source", fee.source())
        .and("sample", fee.sample());
  }

  static Inputs shown(Money money) {
    return Inputs.of("minor", money.minor()).and("currency", money.currency().getCurrencyCode());
  }

  /// What is left of an amount after a payment; never less than nothing.
  static Money open(Money due, Optional<Money> paid) {
    long left = due.minor() - paid.map(Money::minor).orElse(0L);
    return new Money(Math.max(0, left), due.currency());
  }

  private static ModelCode modelOf(Plan plan, Case c) {
    return plan.deviceOf(c).model();
  }

  private static Money times(Money price, int quantity) {
    return new Money(Math.multiplyExact(price.minor(), (long) quantity), price.currency());
  }
}
