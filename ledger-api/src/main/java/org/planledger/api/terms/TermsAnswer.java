package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planledger.core.terms.ExclusionLevel;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.PlanType;
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
    Map<PlanType, PlanFigures> plans,
    RewardAnswer reward,
    SendBackAnswer sendBack,
    boolean transferable,
    boolean renewable,
    @Schema(description = "Who bears what, by service.") Map<Service, ServiceCosts> costs,
    @Schema(description = "How far each exclusion reaches, by id and service.")
        Map<String, Map<Service, ExclusionLevel>> exclusions,
    List<String> regions,
    List<String> models,
    @Schema(description = "Where the figures come from, by label.") Map<String, String> sources) {

  /// The reward for a plan without claims.
  @Schema(name = "RewardTerms")
  record RewardAnswer(int months, List<Service> forfeitedBy) {}

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
        plans,
        new RewardAnswer(terms.rewardMonths(), List.copyOf(terms.rewardForfeitedBy())),
        new SendBackAnswer(terms.onlineSendBackDays(), terms.expressSendBackWorkingDays()),
        terms.transferable(),
        terms.renewable(),
        costs,
        exclusions(terms),
        terms.regions().stream().map(region -> region.code().code()).toList(),
        terms.models().stream().map(model -> model.code().code()).toList(),
        terms.sources());
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
