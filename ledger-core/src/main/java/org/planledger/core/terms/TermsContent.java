package org.planledger.core.terms;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything an edition says, before [Terms] answers questions about it. Whoever builds one is
/// responsible for its completeness; the reader of the released documents checks it.
///
/// @param edition its name
/// @param onSaleFrom the first day a plan can be sold under it; empty where it was always on sale
/// @param figures what each type of plan holds
/// @param reward the reward for a plan without claims
/// @param onlineSendBackDays calendar days to send a device in after an online request
/// @param expressSendBackWorkingDays working days to send it in after an express request
/// @param transferable whether a plan can change hands
/// @param renewable whether a plan can be renewed
/// @param matrix which components each service covers
/// @param generalExclusions exclusions of every service of the plan, by id
/// @param exclusions further exclusions by service and id
/// @param costs who bears what, by service
/// @param models the product catalogue
/// @param accessories what comes with a model and shares its repair discount
/// @param regions where plans are sold and served
/// @param warrantyMonths official warranty by region, model and component, in calendar months
/// @param tariffs the fees by currency
/// @param sources where the figures and flags come from, as short labels by topic
public record TermsContent(
    Edition edition,
    Optional<LocalDate> onSaleFrom,
    Map<PlanType, PlanFigures> figures,
    RewardTerms reward,
    int onlineSendBackDays,
    int expressSendBackWorkingDays,
    boolean transferable,
    boolean renewable,
    ComponentMatrix matrix,
    Map<String, ExclusionLevel> generalExclusions,
    Map<Service, Map<String, ExclusionLevel>> exclusions,
    Map<Service, ServiceCosts> costs,
    List<Model> models,
    Map<ModelCode, Set<Part>> accessories,
    List<Region> regions,
    Map<RegionCode, Map<ModelCode, Map<Part, Integer>>> warrantyMonths,
    Map<Currency, Tariff> tariffs,
    Map<String, String> sources) {

  public TermsContent {
    figures = Ordered.map(figures);
    generalExclusions = Ordered.map(generalExclusions);
    exclusions = Ordered.map(exclusions);
    costs = Ordered.map(costs);
    models = List.copyOf(models);
    accessories = Ordered.map(accessories);
    regions = List.copyOf(regions);
    warrantyMonths = Ordered.map(warrantyMonths);
    tariffs = Ordered.map(tariffs);
    sources = Ordered.map(sources);
  }

  /// The same under another name, sold from another day.
  TermsContent named(Edition name, Optional<LocalDate> soldFrom) {
    return new TermsContent(
        name,
        soldFrom,
        figures,
        reward,
        onlineSendBackDays,
        expressSendBackWorkingDays,
        transferable,
        renewable,
        matrix,
        generalExclusions,
        exclusions,
        costs,
        models,
        accessories,
        regions,
        warrantyMonths,
        tariffs,
        sources);
  }

  /// What an edition says that was always on sale.
  public TermsContent(
      Edition edition,
      Map<PlanType, PlanFigures> figures,
      RewardTerms reward,
      int onlineSendBackDays,
      int expressSendBackWorkingDays,
      boolean transferable,
      boolean renewable,
      ComponentMatrix matrix,
      Map<String, ExclusionLevel> generalExclusions,
      Map<Service, Map<String, ExclusionLevel>> exclusions,
      Map<Service, ServiceCosts> costs,
      List<Model> models,
      Map<ModelCode, Set<Part>> accessories,
      List<Region> regions,
      Map<RegionCode, Map<ModelCode, Map<Part, Integer>>> warrantyMonths,
      Map<Currency, Tariff> tariffs,
      Map<String, String> sources) {
    this(
        edition,
        Optional.empty(),
        figures,
        reward,
        onlineSendBackDays,
        expressSendBackWorkingDays,
        transferable,
        renewable,
        matrix,
        generalExclusions,
        exclusions,
        costs,
        models,
        accessories,
        regions,
        warrantyMonths,
        tariffs,
        sources);
  }
}
