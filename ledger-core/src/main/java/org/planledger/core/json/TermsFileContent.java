package org.planledger.core.json;

import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planledger.core.json.TermsFileCatalogue.Equipment;
import org.planledger.core.json.TermsFileCatalogue.Product;
import org.planledger.core.json.TermsFileCatalogue.RegionRow;
import org.planledger.core.json.TermsFileTariffs.FeeRow;
import org.planledger.core.json.TermsFileTariffs.MaterialRow;
import org.planledger.core.json.TermsFileTariffs.Sheet;
import org.planledger.core.json.TermsFileTariffs.WarrantyRow;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Tariff;
import org.planledger.core.terms.TermsContent;

/// Turns a document that has passed every check into the terms it stands for.
final class TermsFileContent {

  private TermsFileContent() {}

  static TermsContent of(TermsFileDocument document) {
    TermsFileCatalogue catalogue = document.catalogue();
    Map<ModelCode, Set<Part>> accessories = new LinkedHashMap<>();
    catalogue
        .products()
        .forEach(
            product -> accessories.put(product.code(), equipment(document, product).accessories()));
    return new TermsContent(
        document.edition(),
        document.onSaleFrom(),
        document.figures(),
        document.reward(),
        document.onlineCalendarDays(),
        document.expressWorkingDays(),
        document.transferable(),
        document.renewable(),
        document.matrix().matrix(),
        document.generalExclusions(),
        document.exclusions(),
        document.costs(),
        catalogue.products().stream().map(product -> model(document, product)).toList(),
        accessories,
        catalogue.regions().stream().map(RegionRow::region).toList(),
        warranties(document),
        tariffs(document.tariffs().sheets()),
        document.sources());
  }

  private static Model model(TermsFileDocument document, Product product) {
    return new Model(
        product.code(),
        product.name(),
        product.line(),
        product.flyaway(),
        product.remoteController(),
        product.offered(),
        document.matrix().international(product.line()),
        equipment(document, product).all(),
        product.body());
  }

  private static Equipment equipment(TermsFileDocument document, Product product) {
    Equipment equipment = document.catalogue().equipment().get(product.equipment());
    if (equipment == null) {
      throw new IllegalStateException("the checks let an unknown equipment pass: " + product);
    }
    return equipment;
  }

  private static Map<RegionCode, Map<ModelCode, Map<Part, Integer>>> warranties(
      TermsFileDocument document) {
    Map<String, Map<ModelCode, Map<Part, Integer>>> byGroup = new LinkedHashMap<>();
    for (WarrantyRow row : document.tariffs().warranty()) {
      for (Product product : document.catalogue().products()) {
        if (speaksOf(row, product)) {
          Map<Part, Integer> months = new LinkedHashMap<>();
          equipment(document, product)
              .all()
              .forEach(part -> months.put(part, row.months().getOrDefault(part, 0)));
          byGroup
              .computeIfAbsent(row.group(), group -> new LinkedHashMap<>())
              .put(product.code(), Collections.unmodifiableMap(months));
        }
      }
    }
    Map<RegionCode, Map<ModelCode, Map<Part, Integer>>> byRegion = new LinkedHashMap<>();
    for (RegionRow row : document.catalogue().regions()) {
      byRegion.put(
          row.region().code(),
          Collections.unmodifiableMap(byGroup.getOrDefault(row.warrantyGroup(), Map.of())));
    }
    return byRegion;
  }

  static boolean speaksOf(WarrantyRow row, Product product) {
    return row.lines().contains(product.line()) || row.models().contains(product.code());
  }

  private static Map<Currency, Tariff> tariffs(List<Sheet> sheets) {
    Map<Currency, Tariff> tariffs = new LinkedHashMap<>();
    sheets.forEach(sheet -> tariffs.put(sheet.currency(), tariff(sheet)));
    return tariffs;
  }

  private static Tariff tariff(Sheet sheet) {
    Currency currency = sheet.currency();
    Map<Tariff.DamageKey, Fee> damage = new LinkedHashMap<>();
    Map<Tariff.FlyawayKey, Fee> flyaway = new LinkedHashMap<>();
    for (FeeRow row : sheet.fees()) {
      int ordinal = 1;
      for (long minor : row.damageMinor()) {
        damage.put(
            new Tariff.DamageKey(row.plan(), row.model(), ordinal),
            fee(minor, currency, row.source()));
        ordinal++;
      }
      row.flyawayMinor()
          .ifPresent(
              minor ->
                  flyaway.put(
                      new Tariff.FlyawayKey(row.plan(), row.model()),
                      fee(minor, currency, row.source())));
    }
    Map<Tariff.MaterialKey, Fee> materials = new LinkedHashMap<>();
    for (MaterialRow row : sheet.materials()) {
      row.pricesMinor()
          .forEach(
              (part, minor) ->
                  materials.put(
                      new Tariff.MaterialKey(row.model(), part),
                      fee(minor, currency, row.source())));
    }
    return new Tariff(damage, flyaway, materials, sheet.repairDiscount());
  }

  private static Fee fee(long minor, Currency currency, String source) {
    return new Fee(new Money(minor, currency), source, source.equals(TermsFileTariffs.SAMPLE));
  }
}
