package org.planledger.core.json;

import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Service;

/// Checks that regions, official warranty and amounts are complete: whatever the ledger may be
/// asked for by model, region and type of plan has exactly one answer.
final class TermsFileTariffChecks {

  private final TermsFileDocument document;
  private final TermsFileProblems problems;
  private final Map<ModelCode, Product> products = new LinkedHashMap<>();

  TermsFileTariffChecks(TermsFileDocument document, TermsFileProblems problems) {
    this.document = document;
    this.problems = problems;
    document.catalogue().products().forEach(one -> products.putIfAbsent(one.code(), one));
  }

  void check() {
    regions();
    warranty();
    Set<Currency> currencies = new HashSet<>();
    List<Sheet> sheets = document.tariffs().sheets();
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      String path = "/tariffs/" + i;
      problems.require(
          currencies.add(sheet.currency()),
          path + "/currency",
          "a second tariff in " + sheet.currency());
      fees(sheet.fees(), path + "/replacementFees");
      materials(sheet.materials(), path + "/materialPrices");
    }
  }

  private void regions() {
    Set<Currency> priced = new HashSet<>();
    document.tariffs().sheets().forEach(sheet -> priced.add(sheet.currency()));
    Set<RegionCode> seen = new HashSet<>();
    List<RegionRow> rows = document.catalogue().regions();
    for (int i = 0; i < rows.size(); i++) {
      RegionRow row = rows.get(i);
      String path = "/regions/" + i;
      problems.require(
          seen.add(row.region().code()),
          path + "/code",
          "region " + row.region().code().code() + " comes twice");
      problems.require(
          priced.contains(row.region().currency()),
          path + "/currency",
          "there is no tariff in " + row.region().currency());
      problems.require(
          document.tariffs().warranty().stream()
              .anyMatch(one -> one.group().equals(row.warrantyGroup())),
          path + "/warrantyGroup",
          "no row of warrantyMonths is for group '" + row.warrantyGroup() + "'");
    }
  }

  private void warranty() {
    Map<String, Set<ModelCode>> served = new LinkedHashMap<>();
    List<WarrantyRow> rows = document.tariffs().warranty();
    for (int i = 0; i < rows.size(); i++) {
      WarrantyRow row = rows.get(i);
      String path = "/warrantyMonths/" + i;
      Set<ModelCode> done = served.computeIfAbsent(row.group(), group -> new HashSet<>());
      warrantyNames(row, path);
      for (Product product : products.values()) {
        if (TermsFileContent.speaksOf(row, product)) {
          problems.require(
              done.add(product.code()),
              path,
              "overlaps: a second row for " + product.code().code() + " in group " + row.group());
          missing(all(product), row.months().keySet(), product, path + "/months");
        }
      }
    }
    served.forEach(
        (group, done) ->
            missingModels(done, "/warrantyMonths", "no row of group " + group + " for model "));
  }

  private void warrantyNames(WarrantyRow row, String path) {
    for (String line : row.lines()) {
      problems.require(
          document.matrix().lines().contains(line), path + "/lines", "unknown line '" + line + "'");
    }
    row.models().forEach(model -> known(model, path + "/models"));
    for (Part part : row.months().keySet()) {
      problems.require(
          document.matrix().parts().contains(part),
          path + "/months/" + part.code(),
          "unknown part '" + part.code() + "'");
    }
  }

  private void fees(List<FeeRow> rows, String path) {
    Map<PlanType, Set<ModelCode>> done = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      FeeRow row = rows.get(i);
      String place = path + "/" + i;
      problems.require(
          done.computeIfAbsent(row.plan(), plan -> new HashSet<>()).add(row.model()),
          place,
          "a second row for " + row.model().code() + " " + row.plan());
      PlanFigures figures = document.figures().get(row.plan());
      int total = figures == null ? 0 : figures.replacementTotal();
      problems.require(
          row.damageMinor().size() == total,
          place + "/damageMinor",
          "a fee for each ordinal from 1 to "
              + total
              + " is needed, there are "
              + row.damageMinor().size());
      Product product = known(row.model(), place + "/model") ? products.get(row.model()) : null;
      if (product != null) {
        problems.require(
            product.flyaway() == row.flyawayMinor().isPresent(),
            place + "/flyawayMinor",
            row.model().code()
                + (product.flyaway() ? " needs a flyaway fee" : " has no flyaway replacement"));
      }
    }
    for (PlanType plan : TermsFileDocument.PLAN_TYPES) {
      missingModels(done.getOrDefault(plan, Set.of()), path, "no " + plan + " row for model ");
    }
  }

  private void materials(List<MaterialRow> rows, String path) {
    Set<ModelCode> done = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      MaterialRow row = rows.get(i);
      String place = path + "/" + i;
      problems.require(done.add(row.model()), place, "a second row for " + row.model().code());
      Product product = known(row.model(), place + "/model") ? products.get(row.model()) : null;
      if (product != null) {
        Set<Part> payable = payable(product);
        missing(payable, row.pricesMinor().keySet(), product, place + "/pricesMinor");
        for (Part part : row.pricesMinor().keySet()) {
          problems.require(
              payable.contains(part),
              place + "/pricesMinor/" + part.code(),
              "no component of " + row.model().code() + " that can be missing and paid for");
        }
      }
    }
    missingModels(done, path, "no row for model ");
  }

  /// What a replacement of the model needs besides its body, which cannot be paid for.
  private Set<Part> payable(Product product) {
    Set<Part> payable =
        new LinkedHashSet<>(
            document
                .matrix()
                .matrix()
                .covered(Service.REPLACEMENT, product.code(), product.line())
                .keySet());
    payable.retainAll(all(product));
    payable.remove(product.body());
    return payable;
  }

  private Set<Part> all(Product product) {
    Equipment equipment = document.catalogue().equipment().get(product.equipment());
    return equipment == null ? Set.of() : equipment.all();
  }

  private void missing(Set<Part> needed, Set<Part> present, Product product, String path) {
    for (Part part : needed) {
      problems.require(
          present.contains(part),
          path,
          "nothing for " + part.code() + " of " + product.code().code());
    }
  }

  private void missingModels(Set<ModelCode> present, String path, String reason) {
    for (ModelCode model : products.keySet()) {
      problems.require(present.contains(model), path, reason + model.code());
    }
  }

  private boolean known(ModelCode model, String path) {
    problems.require(products.containsKey(model), path, "unknown model '" + model.code() + "'");
    return products.containsKey(model);
  }
}
