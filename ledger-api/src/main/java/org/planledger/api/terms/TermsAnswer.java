package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.planledger.core.terms.ExclusionLevel;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RewardStart;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.ServiceCosts;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// One edition of the terms, as figures.
@Schema(name = "Terms")
record TermsAnswer(
    String edition,
    @Schema(description = "Of the file that holds it, byte by byte.") String sha256,
    @Schema(description = "Whether a plan can be sold under it today.") boolean onSale,
    @Schema(
            description =
                "The first day a plan can be sold under it, in the zone of the plan; null where it"
                    + " was always on sale.")
        @Nullable LocalDate onSaleFrom,
    @Schema(description = "The first day it is no longer sold; null while that is not known.")
        @Nullable LocalDate retiredFrom,
    Map<PlanType, PlanFigures> plans,
    RewardAnswer reward,
    SendBackAnswer sendBack,
    boolean transferable,
    boolean renewable,
    @Schema(description = "Who bears what, by service.") Map<Service, ServiceCosts> costs,
    @Schema(description = "How far each exclusion reaches, by id and service.")
        Map<String, Map<Service, ExclusionLevel>> exclusions,
    @Schema(description = "What a discounted repair takes off, by currency.")
        Map<String, DiscountAnswer> repairDiscounts,
    List<String> regions,
    List<String> models,
    @Schema(description = "Every name of a component.") List<String> parts,
    @Schema(description = "The names that stand for others, and for which.")
        Map<String, List<String>> sameParts,
    @Schema(description = "Where the figures come from, by label.") Map<String, String> sources) {

  /// The reward for a plan without claims.
  @Schema(name = "RewardTerms")
  record RewardAnswer(
      int months,
      List<Service> forfeitedBy,
      @Schema(description = "When it begins, by type of plan.") Map<PlanType, RewardStart> start,
      @Schema(description = "The same for the regions that say `safeFlightAfterOfficialWarranty`.")
          Map<PlanType, RewardStart> startAfterOfficialWarranty) {

    static RewardAnswer of(Terms terms) {
      return new RewardAnswer(
          terms.rewardMonths(),
          List.copyOf(terms.rewardForfeitedBy()),
          terms.rewardStart(false),
          terms.rewardStart(true));
    }
  }

  /// How long there is to send a device in.
  @Schema(name = "SendBackTerms")
  record SendBackAnswer(int onlineCalendarDays, int expressWorkingDays) {}

  static TermsAnswer of(TermsBook book, Terms terms, LocalDate today) {
    var plans = new LinkedHashMap<PlanType, PlanFigures>();
    for (var type : PlanType.values()) {
      plans.put(type, terms.figures(type));
    }
    var costs = new LinkedHashMap<Service, ServiceCosts>();
    for (var service : Service.values()) {
      terms.costs(service).ifPresent(shares -> costs.put(service, shares));
    }
    return new TermsAnswer(
        terms.edition().id(),
        terms.sha256(),
        book.onSale(terms.edition(), today),
        terms.onSaleFrom().orElse(null),
        book.retiredFrom(terms.edition()).orElse(null),
        plans,
        RewardAnswer.of(terms),
        new SendBackAnswer(terms.onlineSendBackDays(), terms.expressSendBackWorkingDays()),
        terms.transferable(),
        terms.renewable(),
        costs,
        exclusions(terms),
        repairDiscounts(terms),
        terms.regions().stream().map(region -> region.code().code()).toList(),
        terms.models().stream().map(model -> model.code().code()).toList(),
        codes(terms.parts()),
        sameParts(terms),
        terms.sources());
  }

  private static Map<String, DiscountAnswer> repairDiscounts(Terms terms) {
    var discounts = new TreeMap<String, DiscountAnswer>();
    terms
        .repairDiscounts()
        .forEach(
            (currency, discount) ->
                discounts.put(currency.getCurrencyCode(), DiscountAnswer.of(discount)));
    return discounts;
  }

  private static Map<String, List<String>> sameParts(Terms terms) {
    var same = new TreeMap<String, List<String>>();
    for (var part : terms.parts()) {
      var meant = terms.canonical(part);
      if (!meant.equals(Set.of(part))) {
        same.put(part.code(), codes(meant));
      }
    }
    return same;
  }

  private static List<String> codes(Set<Part> parts) {
    return parts.stream().map(Part::code).toList();
  }

  private static Map<String, Map<Service, ExclusionLevel>> exclusions(Terms terms) {
    var exclusions = new TreeMap<String, Map<Service, ExclusionLevel>>();
    for (var id : terms.exclusionIds()) {
      var levels = new TreeMap<Service, ExclusionLevel>();
      Arrays.stream(Service.values())
          .forEach(
              service ->
                  terms.exclusion(service, id).ifPresent(level -> levels.put(service, level)));
      exclusions.put(id, levels);
    }
    return exclusions;
  }
}
