package org.planledger.core.plan;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Terms;

/// What has to be sent in for a replacement, and what can be paid for instead (clauses 3.2.1(2),
/// 3.2.2(2), decisions ).
final class Parts {

  /// The finding that covered components are lost.
  private static final String LOST_COMPONENTS = "X-R-01";

  private Parts() {}

  /// The body of the product carries its serial: it has to come in, and has no price.
  static void bodyPresent(Deliberation d, Plan plan, Case c, Terms terms) {
    var body = body(plan, c, terms);
    d.require(
        Rule.BODY_SENT_IN,
        !Fees.missing(plan, c, terms).containsKey(body),
        Inputs.of("body", body.code()).and("received", shown(c.components())));
  }

  /// What the missing components cost together; none if the tariff has no price for one of them,
  /// which is a ground of refusal.
  static Optional<Money> materialDue(Deliberation d, Plan plan, Case c, Terms terms) {
    var missing = payable(plan, c, terms);
    var priced = Fees.material(plan, c, terms, missing);
    d.require(Rule.FEE_IS_CONFIGURED, priced.isPresent(), Inputs.of("missing", shown(missing)));
    priced.filter(fee -> fee.sample()).ifPresent(_ -> d.notice(Notice.SAMPLE_FEE));
    return priced.map(fee -> fee.amount());
  }

  /// What is still to be paid for missing components; none as long as the tariff has no answer.
  static Optional<Money> openMaterial(Plan plan, Case c, Terms terms) {
    return Fees.material(plan, c, terms, payable(plan, c, terms))
        .map(fee -> Fees.open(fee.amount(), c.paid(FeePurpose.MISSING_MATERIAL)));
  }

  /// Everything that is covered came in, or its material was paid for.
  static void complete(Deliberation d, Plan plan, Case c, Terms terms) {
    bodyPresent(d, plan, c, terms);
    var missing = payable(plan, c, terms);
    var open = openMaterial(plan, c, terms);
    boolean settled = open.map(Money::isZero).orElse(false);
    d.require(
        c.express() ? Rule.EXPRESS_PARTS_SENT_IN : Rule.COVERED_PARTS_SENT_IN,
        settled,
        Inputs.of("missing", shown(missing)).and("due", open.map(Fees::shown)));
    if (missing.isEmpty()) {
      d.apply(Rule.SENT_WHAT_IS_COVERED, Inputs.of("received", shown(c.components())));
    }
    if (c.assessed().filter(found -> Exclusions.found(found, LOST_COMPONENTS)).isPresent()) {
      d.require(Rule.LOST_COMPONENTS, settled, Inputs.of("missing", shown(missing)));
    }
  }

  /// The missing components that can be paid for: all but the body.
  static Map<Part, Integer> payable(Plan plan, Case c, Terms terms) {
    var missing = Fees.missing(plan, c, terms);
    missing.remove(body(plan, c, terms));
    return missing;
  }

  private static Part body(Plan plan, Case c, Terms terms) {
    var bound = plan.deviceOf(c);
    return PinnedTerms.model(terms, bound.model()).body();
  }

  static Map<String, Integer> shown(Map<Part, Integer> parts) {
    var shown = new TreeMap<String, Integer>();
    parts.forEach((part, quantity) -> shown.put(part.code(), quantity));
    return shown;
  }
}
