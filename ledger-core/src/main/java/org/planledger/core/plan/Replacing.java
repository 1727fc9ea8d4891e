package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// What every replacement of the plan has to satisfy, however it is asked for: by a claim, by an
/// express request, at the counter, or as an offer that nobody has taken up yet.
final class Replacing {

  private Replacing() {}

  static void conditions(
      Deliberation d,
      Plan plan,
      Terms terms,
      Model model,
      RegionCode region,
      ReplacementMode mode,
      LocalDate appliedOn) {
    d.require(
        Rule.SERVICE_OFFERED_FOR_PRODUCT,
        model.offered().contains(Service.REPLACEMENT),
        Inputs.of("model", model.code().code()).and("service", Service.REPLACEMENT));
    if (mode == ReplacementMode.FLYAWAY) {
      d.require(
          Rule.FLYAWAY_FOR_THIS_PRODUCT, model.flyaway(), Inputs.of("model", model.code().code()));
    }
    Validity.ofReplacement(d, plan, appliedOn);
    quota(d, plan, mode);
    fee(d, plan, terms, model, region, mode);
  }

  /// The fee of the next replacement of the plan, if the tariff names one.
  static Optional<Fee> quote(
      Plan plan, Terms terms, Model model, RegionCode region, ReplacementMode mode) {
    return terms.replacementFee(
        region, plan.sold().planType(), model.code(), mode, Entitlements.nextOrdinal(plan));
  }

  private static void quota(Deliberation d, Plan plan, ReplacementMode mode) {
    var left = Entitlements.of(plan);
    boolean oneYear = plan.sold().planType() == PlanType.ONE_YEAR;
    d.require(
        oneYear ? Rule.QUOTA_ONE_YEAR : Rule.QUOTA_TWO_YEAR,
        !left.replacement().spent(),
        figures(left.replacement()));
    if (mode == ReplacementMode.FLYAWAY) {
      d.require(
          oneYear ? Rule.FLYAWAY_QUOTA_ONE_YEAR : Rule.FLYAWAY_QUOTA_TWO_YEAR,
          !left.flyawayLimitReached(),
          figures(left.flyaway()));
    }
  }

  /// A plan without any replacement left has no next ordinal, so there is nothing to quote; that
  /// is the quota's refusal, and no gap in the tariff. The same holds for a service that the
  /// product does not have.
  private static void fee(
      Deliberation d,
      Plan plan,
      Terms terms,
      Model model,
      RegionCode region,
      ReplacementMode mode) {
    boolean offered =
        model.offered().contains(Service.REPLACEMENT)
            && (mode == ReplacementMode.DAMAGE || model.flyaway());
    if (!offered || Entitlements.of(plan).replacement().spent()) {
      return;
    }
    var inputs =
        Inputs.of("region", region.code())
            .and("model", model.code().code())
            .and("mode", mode)
            .and("ordinal", Entitlements.nextOrdinal(plan));
    var quote = quote(plan, terms, model, region, mode);
    d.require(Rule.FEE_IS_CONFIGURED, quote.isPresent(), inputs);
    quote.ifPresent(
        fee -> {
          d.apply(Rule.FEE_BY_ORDINAL, Fees.shown(inputs, fee));
          if (fee.sample()) {
            d.notice(Notice.SAMPLE_FEE);
          }
        });
  }

  static Inputs figures(Entitlement entitlement) {
    return Inputs.of("used", entitlement.used())
        .and("reserved", entitlement.reserved())
        .and("total", entitlement.total());
  }
}
