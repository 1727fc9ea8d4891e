package org.planledger.core.json;

import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Service;

/// The part of a document that lists what is sold, and where.
///
/// @param equipment what devices consist of, by a name that models of like build share
/// @param products the models
/// @param regions the regions, each with the group whose official warranty it gives
record TermsFileCatalogue(
    Map<String, Equipment> equipment, List<Product> products, List<RegionRow> regions) {

  private static final Set<String> ISO_REGIONS = Set.of(Locale.getISOCountries());

  /// What a device consists of.
  ///
  /// @param components its own components
  /// @param accessories what comes with it
  record Equipment(Set<Part> components, Set<Part> accessories) {
    Set<Part> all() {
      Set<Part> all = new LinkedHashSet<>(components);
      all.addAll(accessories);
      return all;
    }
  }

  /// A model as it is written down.
  record Product(
      ModelCode code,
      String name,
      String line,
      String equipment,
      Part body,
      boolean flyaway,
      boolean remoteController,
      Set<Service> offered) {}

  /// A region as it is written down.
  record RegionRow(Region region, String warrantyGroup) {}

  static TermsFileCatalogue read(TermsFileNode root) {
    return new TermsFileCatalogue(
        root.at("equipment").entries(name -> name, TermsFileCatalogue::equipment),
        root.at("products").list(TermsFileCatalogue::product),
        root.at("regions").list(TermsFileCatalogue::region));
  }

  static ModelCode code(TermsFileNode node) {
    return node.parsed(ModelCode::new, new ModelCode("UNREADABLE"));
  }

  static Currency currency(TermsFileNode node) {
    return node.parsed(TermsFileCatalogue::currencyOf, Currency.getInstance("XTS"));
  }

  private static Equipment equipment(TermsFileNode node) {
    node.object("components", "accessories");
    return new Equipment(
        node.at("components").set(TermsFileDocument::part),
        node.at("accessories").possiblyEmptySet(TermsFileDocument::part));
  }

  private static Product product(TermsFileNode node) {
    node.object(
        "code", "name", "line", "equipment", "body", "flyaway", "remoteController", "offered");
    return new Product(
        code(node.at("code")),
        node.at("name").text(),
        node.at("line").text(),
        node.at("equipment").text(),
        TermsFileDocument.part(node.at("body")),
        node.at("flyaway").flag(),
        node.at("remoteController").flag(),
        node.at("offered").set(one -> one.choice(Service.class)));
  }

  private static RegionRow region(TermsFileNode node) {
    node.object(
        List.of(
            "code",
            "name",
            "zone",
            "currency",
            "safeFlightAfterOfficialWarranty",
            "warrantyGroup",
            "channels"),
        List.of("coverageGroup", "centres"));
    RegionCode code = node.at("code").parsed(TermsFileCatalogue::regionOf, new RegionCode("ZZ"));
    Region region =
        new Region(
            code,
            node.at("name").text(),
            node.at("zone").parsed(TermsFileCatalogue::zoneOf, ZoneId.of("Etc/UTC")),
            currency(node.at("currency")),
            node.at("safeFlightAfterOfficialWarranty").flag(),
            node.optional("coverageGroup").map(TermsFileNode::text).orElse(code.code()),
            node.at("channels").set(one -> one.choice(Channel.class)),
            node.optional("centres").map(all -> all.set(TermsFileNode::text)).orElse(Set.of()));
    return new RegionRow(region, node.at("warrantyGroup").text());
  }

  private static RegionCode regionOf(String code) {
    if (!ISO_REGIONS.contains(code)) {
      throw new IllegalArgumentException(
          "unknown region '" + code + "': write an ISO 3166 code such as DE");
    }
    return new RegionCode(code);
  }

  private static ZoneId zoneOf(String id) {
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      throw new IllegalArgumentException(
          "unknown time zone '" + id + "': write a name such as Europe/Berlin");
    }
    return ZoneId.of(id);
  }

  private static Currency currencyOf(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getCurrencyCode().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown currency '" + code + "': write a code such as EUR"));
  }
}
