package org.planledger.core.terms;

import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One edition of the terms: immutable, and equal to another when edition and digest are equal.
/// Every answer is a lookup in what the released document says.
public final class Terms {

  private final TermsContent content;
  private final String sha256;
  private final Map<ModelCode, Model> models;
  private final Map<RegionCode, Region> regions;
  private final Coverage coverage;
  private final Set<Part> parts;
  private final Set<String> exclusionIds;

  /// The edition with that content.
  ///
  /// @param content what the document says, complete
  /// @param sha256 the digest of the document's bytes, in lower-case hexadecimal
  public Terms(TermsContent content, String sha256) {
    this.content = content;
    this.sha256 = sha256;
    this.models = index(content.models(), Model::code);
    this.regions = index(content.regions(), Region::code);
    this.coverage = new Coverage(content);
    this.parts = Ordered.set(allParts(content));
    Set<String> ids = new TreeSet<>(content.generalExclusions().keySet());
    content.exclusions().values().forEach(byId -> ids.addAll(byId.keySet()));
    this.exclusionIds = Ordered.set(ids);
  }

  public Edition edition() {
    return content.edition();
  }

  /// These terms under the name and the day of sale of another edition, as if they had been
  /// published in its place. They keep their own digest.
  Terms inPlaceOf(Terms other) {
    return new Terms(content.named(other.edition(), other.onSaleFrom()), sha256);
  }

  /// The first day a plan can be sold under the edition, in the zone of the region of the plan;
  /// empty where it was always on sale. When its sale ends is for the [TermsBook] to say.
  public Optional<LocalDate> onSaleFrom() {
    return content.onSaleFrom();
  }

  /// The SHA-256 of the released document's bytes, in lower-case hexadecimal.
  public String sha256() {
    return sha256;
  }

  /// What a plan of that type holds.
  ///
  /// @throws IllegalArgumentException if the edition does not sell the type
  public PlanFigures figures(PlanType type) {
    PlanFigures figures = content.figures().get(type);
    if (figures == null) {
      throw new IllegalArgumentException("edition " + edition().id() + " has no plan " + type);
    }
    return figures;
  }

  /// The length of the reward in calendar months (clause 2.1).
  public int rewardMonths() {
    return content.reward().months();
  }

  /// When the reward begins, by type of plan (clause 2.1).
  ///
  /// @param inEuropeOrUk whether the plan belongs to a region under the Europe and UK rule
  public Map<PlanType, RewardStart> rewardStart(boolean inEuropeOrUk) {
    return inEuropeOrUk ? content.reward().startInEuropeAndUk() : content.reward().start();
  }

  /// The services whose use forfeits the reward (clauses 1.5 and 3.5).
  public Set<Service> rewardForfeitedBy() {
    return content.reward().forfeitedBy();
  }

  /// Whether the reward of such a plan waits for the end of the official warranty when that is
  /// later than the end of the plan (clause 2.1).
  public boolean rewardAfterOfficialWarranty(PlanType type, Region region) {
    return rewardStart(region.safeFlightAfterOfficialWarranty()).get(type)
        == RewardStart.LATER_OF_PLAN_END_AND_OFFICIAL_WARRANTY_END;
  }

  /// Calendar days to send a device in after an online request (clause 3.2.1).
  public int onlineSendBackDays() {
    return content.onlineSendBackDays();
  }

  /// Working days to send a device in after an express request (clause 3.2.2).
  public int expressSendBackWorkingDays() {
    return content.expressSendBackWorkingDays();
  }

  /// Whether a plan can change hands (clause 5).
  public boolean transferable() {
    return content.transferable();
  }

  /// Whether a plan can be renewed.
  public boolean renewable() {
    return content.renewable();
  }

  /// The model of that code, if the catalogue has it; nothing is guessed from a name.
  public Optional<Model> model(ModelCode code) {
    return Optional.ofNullable(models.get(code));
  }

  /// The product catalogue in the order of the document.
  public List<Model> models() {
    return content.models();
  }

  /// The region of that code, if plans are sold there.
  public Optional<Region> region(RegionCode code) {
    return Optional.ofNullable(regions.get(code));
  }

  /// Every region in the order of the document.
  public List<Region> regions() {
    return content.regions();
  }

  /// What the customer pays for a replacement (clause 2.5.1). A flyaway fee is the same for every
  /// ordinal. Empty when model, region or amount is not configured, when the plan has no
  /// replacement of that ordinal, or when the mode is not offered for the model: never zero.
  ///
  /// @param ordinal the number of the replacement within the plan, from 1, both modes together
  public Optional<Fee> replacementFee(
      RegionCode region, PlanType type, ModelCode model, ReplacementMode mode, int ordinal) {
    if (ordinal < 1 || ordinal > figures(type).replacementTotal()) {
      return Optional.empty();
    }
    return tariff(region).flatMap(tariff -> tariff.replacement(type, model, mode, ordinal));
  }

  /// What one unit of a missing component costs (clause 3.2.1). Empty when it is not configured;
  /// the body of a model never has a price, because it cannot be missing. A name that stands for
  /// several components has none either.
  public Optional<Fee> materialPrice(RegionCode region, ModelCode model, Part part) {
    Set<Part> meant = canonical(part);
    return meant.size() == 1
        ? tariff(region).flatMap(tariff -> tariff.material(model, meant.iterator().next()))
        : Optional.empty();
  }

  /// What a discounted repair of the model takes off its list price (clause 2.5.1). Empty when the
  /// tariff of the region has no discount, when the model is not offered one, or when model or
  /// region is unknown: never a discount of nothing.
  public Optional<Discount> repairDiscount(RegionCode region, ModelCode code) {
    return model(code)
        .filter(model -> model.offered().contains(Service.REPAIR_DISCOUNT))
        .flatMap(_ -> tariff(region))
        .flatMap(Tariff::repairDiscount);
  }

  /// What a discounted repair takes off, by the currency of the region; a currency whose tariff has
  /// no discount is not in it.
  public Map<Currency, Discount> repairDiscounts() {
    Map<Currency, Discount> discounts = new LinkedHashMap<>();
    content
        .tariffs()
        .forEach(
            (currency, tariff) ->
                tariff.repairDiscount().ifPresent(discount -> discounts.put(currency, discount)));
    return discounts;
  }

  /// The official warranty a region gives by default on each component of a model, in calendar
  /// months; 0 where it gives none. Empty for an unknown region or model.
  public Map<Part, Integer> warrantyMonths(RegionCode region, ModelCode model) {
    return content.warrantyMonths().getOrDefault(region, Map.of()).getOrDefault(model, Map.of());
  }

  /// What must be sent in for a replacement, with quantities: the components of the model's row
  /// that it has of its own, and always its body. Names are canonical. Empty for an unknown model.
  public Map<Part, Integer> requiredParts(ModelCode code) {
    return model(code).map(coverage::required).orElse(Map.of());
  }

  /// The components a service covers for a model, under canonical names, as the most specific
  /// rows of the matrix state them. A replacement also covers the body, whatever its row says; the
  /// discount also covers the model's structural parts and accessories; maintenance also covers
  /// parts that wear out; the reward covers what the extended warranty does. The official warranty
  /// covers what it gives any months for in at least one region. Empty for an unknown model.
  public Set<Part> coveredParts(Service service, ModelCode code) {
    return model(code).map(model -> coverage.parts(service, model)).orElse(Set.of());
  }

  /// The components a service covers for a model with the quantities of the matrix, canonical.
  public Map<Part, Quantity> coverage(Service service, ModelCode code) {
    return model(code).map(model -> coverage.rows(service, model)).orElse(Map.of());
  }

  /// The parts of a model that maintenance replaces because they wear out (clause 2.4.1).
  public Set<Part> easilyWornParts(ModelCode code) {
    return model(code)
        .map(model -> content.matrix().easilyWorn(code, model.line()))
        .orElse(Set.of());
  }

  /// Whether a repair discount covers the part as a structural one (clause 2.4.1), by its own name
  /// or by the one that stands for them all.
  boolean structural(Part part) {
    return part.equals(ComponentMatrix.STRUCTURAL_PARTS)
        || content.matrix().structuralParts().containsAll(canonical(part));
  }

  /// What comes with a model and shares its repair discount when it is sent along (clause 1.2).
  public Set<Part> accessories(ModelCode code) {
    return content.accessories().getOrDefault(code, Set.of());
  }

  /// The rows of the component matrix for a service, in the order of the document.
  public List<MatrixRow> rows(Service service) {
    return content.matrix().rows().getOrDefault(service, List.of());
  }

  /// The rows that decide what a service covers for a model: the most specific ones. Empty for an
  /// unknown model.
  public List<MatrixRow> rows(Service service, ModelCode code) {
    return model(code)
        .map(
            model ->
                content
                    .matrix()
                    .mostSpecific(rows(Coverage.asWritten(service)), code, model.line()))
        .orElse(List.of());
  }

  /// What a name stands for: `GIMBAL_AND_CAMERA` for both, `CAMERA_UNIT` for the camera, any name
  /// that is no synonym for itself.
  public Set<Part> canonical(Part part) {
    return content.matrix().canonical(part);
  }

  /// Whether the edition uses the name anywhere.
  public boolean knows(Part part) {
    return parts.contains(part);
  }

  /// Every name of a component the edition uses, synonyms among them.
  public Set<Part> parts() {
    return parts;
  }

  /// How far an exclusion reaches for a service. General exclusions hold for every service of the
  /// plan and the reward counts as extended warranty. Empty when the exclusion does not apply to
  /// the service; the official warranty is outside the plan, so none of them applies to it.
  public Optional<ExclusionLevel> exclusion(Service service, String exclusionId) {
    if (service == Service.OFFICIAL_WARRANTY) {
      return Optional.empty();
    }
    ExclusionLevel general = content.generalExclusions().get(exclusionId);
    Map<String, ExclusionLevel> own =
        content.exclusions().getOrDefault(Coverage.asWritten(service), Map.of());
    return Optional.ofNullable(general).or(() -> Optional.ofNullable(own.get(exclusionId)));
  }

  /// The ids of every exclusion of the edition, in alphabetical order.
  public Set<String> exclusionIds() {
    return exclusionIds;
  }

  /// Who bears what of a service (clause 2.5.1). Empty for the official warranty.
  public Optional<ServiceCosts> costs(Service service) {
    return Optional.ofNullable(content.costs().get(Coverage.asWritten(service)));
  }

  /// Where figures and flags come from, as short labels by topic.
  public Map<String, String> sources() {
    return content.sources();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Terms terms
        && edition().equals(terms.edition())
        && sha256.equals(terms.sha256);
  }

  @Override
  public int hashCode() {
    return Objects.hash(edition(), sha256);
  }

  @Override
  public String toString() {
    return "Terms " + edition().id() + " " + sha256;
  }

  /// Everything the edition says, for whoever compares it with another.
  TermsContent content() {
    return content;
  }

  private Optional<Tariff> tariff(RegionCode code) {
    return region(code).flatMap(r -> Optional.ofNullable(content.tariffs().get(r.currency())));
  }

  private static Set<Part> allParts(TermsContent content) {
    Set<Part> all = new TreeSet<>(content.matrix().names());
    content.models().forEach(model -> all.addAll(model.parts()));
    content.accessories().values().forEach(all::addAll);
    return all;
  }

  private static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
    return Ordered.map(
        values.stream()
            .collect(
                Collectors.toMap(
                    key,
                    value -> value,
                    (first, second) -> {
                      throw new IllegalArgumentException("named twice: " + first);
                    },
                    LinkedHashMap::new)));
  }
}
