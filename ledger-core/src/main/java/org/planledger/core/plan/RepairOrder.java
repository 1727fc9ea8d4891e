package org.planledger.core.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.plan.PlanEvent.ComponentsReceived;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Discount;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// The lines of a discounted repair with their prices (clauses 1.2, 2.4.1(2), 2.5.1, decisions
/// A line is discounted when the list of the discount names its part, no finding takes
/// it away, and it came in the first parcel; every other line costs its full price.
///
/// @param sent the parts of the first parcel
/// @param inCurrency whether all list prices are in the money of the region
record RepairOrder(
    List<DiscountedLine> lines,
    Discount discount,
    Set<Part> covered,
    Set<Part> sent,
    boolean inCurrency,
    Money total) {

  static RepairOrder of(Plan plan, Case c, Terms terms, Discount discount, List<RepairLine> asked) {
    var currency = terms.region(c.opened().region()).orElseThrow().currency();
    var covered = terms.coveredParts(Service.REPAIR_DISCOUNT, plan.deviceOf(c).model());
    var left =
        c.assessed()
            .<Set<Part>>map(
                found -> Exclusions.left(terms, Service.REPAIR_DISCOUNT, found, covered))
            .orElse(covered);
    var sent = firstParcel(c);
    boolean inCurrency =
        asked.stream()
            .allMatch(
                line ->
                    line.material().currency().equals(currency)
                        && line.labour().currency().equals(currency));
    var lines = asked.stream().map(line -> priced(line, terms, discount, left, sent)).toList();
    var total = new Money(0, currency);
    if (inCurrency) {
      for (var line : lines) {
        total = total.plus(line.payable());
      }
    }
    return new RepairOrder(lines, discount, covered, sent, inCurrency, total);
  }

  void conditions(Deliberation d) {
    d.require(
        Rule.LINES_OF_A_DISCOUNT,
        anyDiscounted(),
        Inputs.of("lines", lines.stream().map(line -> line.part().code()).toList())
            .and("sentTogether", sent.stream().map(Part::code).sorted().toList()));
    d.require(
        Rule.AMOUNT_AS_QUOTED,
        inCurrency,
        Inputs.of("currency", total.currency().getCurrencyCode()));
  }

  boolean anyDiscounted() {
    return lines.stream().anyMatch(DiscountedLine::discounted);
  }

  /// Which rules made the price of which line.
  void shape(Deliberation d) {
    d.apply(
        Rule.DISCOUNTED_PRICE,
        Inputs.of("materialPercent", discount.materialPercent())
            .and("labourPercent", discount.labourPercent())
            .and("source", discount.source())
            .and("sample", discount.sample())
            .and("total", Fees.shown(total)));
    d.apply(
        Rule.FIRST_CONSIGNMENT,
        Inputs.of("sentTogether", sent.stream().map(Part::code).sorted().toList()));
    for (var line : lines) {
      var inputs = Inputs.of("part", line.part().code()).and("payable", Fees.shown(line.payable()));
      if (line.discounted()) {
        d.apply(Rule.SENT_BACK_TOGETHER, inputs);
      } else if (covered.contains(line.part()) && !sent.contains(line.part())) {
        d.apply(Rule.NO_DISCOUNT_ON_MISSING, inputs);
      } else {
        d.apply(Rule.OUTSIDE_THE_SCOPE, inputs);
      }
    }
  }

  private static Set<Part> firstParcel(Case c) {
    return c.since().stream()
        .filter(ComponentsReceived.class::isInstance)
        .map(ComponentsReceived.class::cast)
        .findFirst()
        .<Set<Part>>map(first -> new TreeSet<>(first.components().keySet()))
        .orElse(Set.of());
  }

  private static DiscountedLine priced(
      RepairLine line, Terms terms, Discount discount, Set<Part> left, Set<Part> sent) {
    var parts = new HashSet<>(terms.canonical(line.part()));
    boolean discounted = left.containsAll(parts) && sent.containsAll(parts);
    // Several currencies are a ground of refusal; until then each line keeps its own.
    var material = discounted ? off(line.material(), discount.materialPercent()) : line.material();
    var labour = discounted ? off(line.labour(), discount.labourPercent()) : line.labour();
    var payable = material.currency().equals(labour.currency()) ? material.plus(labour) : material;
    return new DiscountedLine(line.part(), line.material(), line.labour(), discounted, payable);
  }

  /// What is left to pay; half a minor unit is the customer's.
  private static Money off(Money price, int percent) {
    long hundredfold = Math.multiplyExact(price.minor(), 100L - percent);
    return new Money(Math.floorDiv(Math.addExact(hundredfold, 50), 100), price.currency());
  }
}
