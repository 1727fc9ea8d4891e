package org.planledger.core.json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planledger.core.terms.CostShare;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ExclusionLevel;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RewardStart;
import org.planledger.core.terms.RewardTerms;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.ServiceCosts;

/// What a document says, read but not yet compared: every field is there and of its type, while
/// names may still point nowhere and rows may be missing. Lists keep every element, so the position
/// of a value is its place in the document.
record TermsFileDocument(
    Edition edition,
    Optional<LocalDate> onSaleFrom,
    Map<PlanType, PlanFigures> figures,
    RewardTerms reward,
    int onlineCalendarDays,
    int expressWorkingDays,
    boolean transferable,
    boolean renewable,
    Map<Service, ServiceCosts> costs,
    Map<String, ExclusionLevel> generalExclusions,
    Map<Service, Map<String, ExclusionLevel>> exclusions,
    Map<String, String> sources,
    TermsFileMatrix matrix,
    TermsFileCatalogue catalogue,
    TermsFileTariffs tariffs) {

  /// The services that have costs, exclusions and rows of their own.
  static final Set<Service> OF_THE_PLAN =
      Collections.unmodifiableSet(
          EnumSet.complementOf(EnumSet.of(Service.OFFICIAL_WARRANTY, Service.SAFE_FLIGHT_REWARD)));

  static final Set<PlanType> PLAN_TYPES =
      Collections.unmodifiableSet(EnumSet.allOf(PlanType.class));

  private static final List<String> FIELDS =
      List.of(
          "edition",
          "plans",
          "reward",
          "extendedWarranty",
          "sendBack",
          "costs",
          "transferable",
          "renewable",
          "exclusions",
          "sources",
          "parts",
          "sameParts",
          "bodyOrder",
          "structuralParts",
          "lines",
          "lineGroups",
          "internationalLines",
          "components",
          "easilyWornParts",
          "equipment",
          "products",
          "regions",
          "warrantyMonths",
          "tariffs");

  private static final int LONGEST_DEADLINE_DAYS = 366;

  private static final Pattern EXCLUSION_ID = Pattern.compile("X-[A-Z]-[0-9]{2}");

  /// The bounds of an extended warranty. They are written down for the reader of the document; the
  /// ledger knows no others.
  private enum Bound {
    OFFICIAL_WARRANTY_END,
    PLAN_END
  }

  private enum Extent {
    NONE,
    UNLIMITED
  }

  static TermsFileDocument read(TermsFileNode root) {
    root.object(FIELDS, List.of("onSaleFrom"));
    bounds(root.at("extendedWarranty"));
    TermsFileNode sendBack = root.at("sendBack").object("onlineCalendarDays", "expressWorkingDays");
    TermsFileNode exclusions = root.at("exclusions").object(withAll());
    return new TermsFileDocument(
        root.at("edition").parsed(Edition::new, new Edition("0000-01")),
        root.optional("onSaleFrom").map(TermsFileDocument::day),
        root.at("plans").entriesFor(PLAN_TYPES, TermsFileDocument::figures),
        reward(root.at("reward")),
        days(sendBack.at("onlineCalendarDays")),
        days(sendBack.at("expressWorkingDays")),
        root.at("transferable").flag(),
        root.at("renewable").flag(),
        root.at("costs").entriesFor(OF_THE_PLAN, TermsFileDocument::costs),
        levels(exclusions.at("ALL")),
        exclusionsByService(exclusions),
        sources(root.at("sources")),
        TermsFileMatrix.read(root),
        TermsFileCatalogue.read(root),
        TermsFileTariffs.read(root));
  }

  static Part part(TermsFileNode node) {
    return node.parsed(Part::of, Part.of("UNREADABLE"));
  }

  private static void bounds(TermsFileNode node) {
    node.object("start", "end");
    Bound start = node.at("start").choice(Bound.class);
    Bound end = node.at("end").choice(Bound.class);
    node.problems()
        .expect(
            start == Bound.OFFICIAL_WARRANTY_END && end == Bound.PLAN_END,
            node.path(),
            "the extended warranty runs from OFFICIAL_WARRANTY_END to PLAN_END, nothing else");
  }

  private static PlanFigures figures(TermsFileNode node) {
    node.object(
        "months",
        "replacementTotal",
        "flyawayMax",
        "repairDiscountTotal",
        "maintenanceTotal",
        "extendedWarranty");
    int months = node.at("months").integer();
    int replacements = node.at("replacementTotal").integer();
    int flyaways = node.at("flyawayMax").integer();
    int discounts = node.at("repairDiscountTotal").integer();
    int maintenances = node.at("maintenanceTotal").integer();
    boolean extended = node.at("extendedWarranty").choice(Extent.class) == Extent.UNLIMITED;
    return node.built(
            () ->
                new PlanFigures(months, replacements, flyaways, discounts, maintenances, extended))
        .orElse(new PlanFigures(1, 1, 1, 1, 1, false));
  }

  private static RewardTerms reward(TermsFileNode node) {
    node.object("months", "forfeitedBy", "start");
    int months = node.at("months").integer();
    Set<Service> forfeitedBy = node.at("forfeitedBy").set(one -> one.choice(Service.class));
    Map<PlanType, RewardStart> usual = new EnumMap<>(PlanType.class);
    Map<PlanType, RewardStart> europeAndUk = new EnumMap<>(PlanType.class);
    node.at("start")
        .entriesFor(PLAN_TYPES, one -> one.object("default", "europeAndUk"))
        .forEach(
            (type, one) -> {
              usual.put(type, one.at("default").choice(RewardStart.class));
              europeAndUk.put(type, one.at("europeAndUk").choice(RewardStart.class));
            });
    return node.built(() -> new RewardTerms(months, forfeitedBy, usual, europeAndUk))
        .orElse(new RewardTerms(1, forfeitedBy, usual, europeAndUk));
  }

  private static LocalDate day(TermsFileNode node) {
    return node.parsed(TermsFileDocument::dayOf, LocalDate.EPOCH);
  }

  private static LocalDate dayOf(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException broken) {
      throw new IllegalArgumentException(
          "a day is written like 2023-07-13: '" + text + "'", broken);
    }
  }

  private static int days(TermsFileNode node) {
    int days = node.integer();
    node.problems().require(days > 0, node.path(), "a deadline needs at least one day: " + days);
    node.problems()
        .require(
            days <= LONGEST_DEADLINE_DAYS,
            node.path(),
            "a deadline lasts at most " + LONGEST_DEADLINE_DAYS + " days: " + days);
    return days;
  }

  private static ServiceCosts costs(TermsFileNode node) {
    node.object("material", "labour", "logistics");
    return new ServiceCosts(
        node.at("material").choice(CostShare.class),
        node.at("labour").choice(CostShare.class),
        node.at("logistics").choice(CostShare.class));
  }

  private static Map<String, ExclusionLevel> levels(TermsFileNode node) {
    return node.entries(TermsFileDocument::exclusionId, one -> one.choice(ExclusionLevel.class));
  }

  private static String[] withAll() {
    return Stream.concat(Stream.of("ALL"), OF_THE_PLAN.stream().map(Service::name))
        .toArray(String[]::new);
  }

  private static Map<Service, Map<String, ExclusionLevel>> exclusionsByService(TermsFileNode node) {
    Map<Service, Map<String, ExclusionLevel>> byService = new EnumMap<>(Service.class);
    OF_THE_PLAN.forEach(service -> byService.put(service, levels(node.at(service.name()))));
    return byService;
  }

  private static String exclusionId(String id) {
    if (!EXCLUSION_ID.matcher(id).matches()) {
      throw new IllegalArgumentException("an exclusion is named like X-G-01: '" + id + "'");
    }
    return id;
  }

  private static Map<String, String> sources(TermsFileNode node) {
    return node.entries(topic -> topic, TermsFileNode::text);
  }
}
