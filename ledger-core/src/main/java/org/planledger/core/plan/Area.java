package org.planledger.core.plan;

import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Terms;

/// Where service is given and what must have been bought where (clauses Pre.2, 2.2, 4).
final class Area {

  private Area() {}

  static void conditions(
      Deliberation d, Plan plan, DeviceBound bound, Terms terms, RegionCode region, boolean proof) {
    var purchase = bound.purchase();
    var home = plan.sold().region();
    d.require(
        Rule.PRODUCT_FROM_THE_REGION,
        Regions.joined(terms, home, purchase.region()),
        Inputs.of("planRegion", home.code()).and("productRegion", purchase.region().code()));
    var authorised = purchase.channel() != SalesChannel.OTHER;
    d.require(
        Rule.BOUGHT_FROM_AUTHORISED_SHOP, authorised, Inputs.of("channel", purchase.channel()));
    d.apply(Rule.AREA_OF_EVERY_SERVICE, Inputs.of("requestRegion", region.code()));
    var model = PinnedTerms.model(terms, bound.model());
    var asked = Inputs.of("planRegion", home.code()).and("requestRegion", region.code());
    if (Regions.joined(terms, home, region)) {
      d.require(Rule.HOME_REGION, true, asked);
    } else {
      abroad(d, model, asked, terms.region(region).isPresent(), authorised, proof);
    }
  }

  /// Without proof, service abroad is refused for the missing proof and not for the area: the proof
  /// would cure it (decision A-40).
  private static void abroad(
      Deliberation d,
      Model model,
      Inputs asked,
      boolean knownRegion,
      boolean authorised,
      boolean proof) {
    var inputs = asked.and("internationalWarranty", model.international());
    // Where nobody serves, no waiver helps: there are no fees, no zone and no centre.
    if (!d.insist(Rule.SERVED_REGION, knownRegion, asked)) {
      return;
    }
    d.apply(Rule.INTERNATIONAL_LINES, inputs.and("line", model.line()));
    d.require(Rule.HOME_REGION, model.international(), inputs);
    if (model.international()) {
      d.require(Rule.INTERNATIONAL_CHANNEL, authorised, inputs.and("authorised", authorised));
      d.require(Rule.INTERNATIONAL_PROOF, proof, inputs.and("proofOfPurchase", proof));
      d.apply(Rule.TERMS_OF_THE_REQUEST, asked);
    }
  }

  static boolean proofAtHand(OpenCase command, DeviceBound bound) {
    return command.proofOfPurchase().isPresent() || bound.purchase().proofOfPurchase().isPresent();
  }
}
