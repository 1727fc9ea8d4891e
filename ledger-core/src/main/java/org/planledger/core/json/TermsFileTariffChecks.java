package org.planledger.core.json;

import java.util.Currency;
import java.util.EnumMap;
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

  /// What decides on the products and on what they consist of.
  private static final String[] CATALOGUE = {"/products", "/equipment", "/lines", "/parts"};

  /// What decides on the components that a replacement needs.
  private static final String[] MATRIX = {
    "/components/REPLACEMENT", "/lineGroups", "/sameParts", "/bodyOrder"
  };

  private final TermsFileDocument document;
  private final TermsFileProblems problems;
  private final TermsFileNames names;

  TermsFileTariffChecks(TermsFileDocument document, TermsFileProblems problems) {
    this.document = document;
    this.problems = problems;
    this.names = new TermsFileNames(document, problems);
  }

  void check() {
    regions();
    warranty();
    Set<Currency> currencies = new HashSet<>();
    List<Sheet> sheets = document.tariffs().sheets();
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      String path = "/tariffs/" + i;
      problems.expect(
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
    Set<String> groups = new HashSet<>();
    document.tariffs().warranty().forEach(row -> groups.add(row.group()));
    Set<RegionCode> seen = new HashSet<>();
    List<RegionRow> rows = document.catalogue().regions();
    for (int i = 0; i < rows.size(); i++) {
      RegionRow row = rows.get(i);
      String path = "/regions/" + i;
      problems.expect(
          seen.add(row.region().code()),
          path + "/code",
          "region " + row.region().code().code() + " comes twice");
      problems.expect(
          priced.contains(row.region().currency()) || !problems.readable("/tariffs"),
          path + "/currency",
          "there is no tariff in " + row.region().currency() + ": add one under /tariffs");
      problems.expect(
          groups.contains(row.warrantyGroup()) || !problems.readable("/warrantyMonths"),
          path + "/warrantyGroup",
          "no row of warrantyMonths is for group '" + row.warrantyGroup() + "'");
    }
  }

  private void warranty() {
    List<WarrantyRow> rows = document.tariffs().warranty();
    for (int i = 0; i < rows.size(); i++) {
      warrantyNames(rows.get(i), "/warrantyMonths/" + i);
    }
    if (problems.readable("/warrantyMonths") && problems.sound(CATALOGUE)) {
      warrantyOfProducts(rows);
    }
  }

  private void warrantyNames(WarrantyRow row, String path) {
    row.lines().forEach(line -> names.line(line, path + "/lines"));
    row.models().forEach(model -> names.product(model, path + "/models"));
    row.months().keySet().forEach(part -> names.part(part, path + "/months/" + part.code()));
  }

  private void warrantyOfProducts(List<WarrantyRow> rows) {
    Map<String, Set<ModelCode>> served = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      WarrantyRow row = rows.get(i);
      String path = "/warrantyMonths/" + i;
      Set<ModelCode> done = served.computeIfAbsent(row.group(), group -> new HashSet<>());
      for (Product product : names.products().values()) {
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

  private void fees(List<FeeRow> rows, String path) {
    Map<PlanType, Set<ModelCode>> done = new EnumMap<>(PlanType.class);
    for (int i = 0; i < rows.size(); i++) {
      FeeRow row = rows.get(i);
      String place = path + "/" + i;
      problems.expect(
          done.computeIfAbsent(row.plan(), plan -> new HashSet<>()).add(row.model()),
          place,
          "a second row for " + row.model().code() + " " + row.plan());
      ladder(row, place);
      names
          .product(row.model(), place + "/model")
          .ifPresent(product -> flyaway(row, product, place));
    }
    if (problems.readable(path) && problems.sound("/products")) {
      for (PlanType plan : TermsFileDocument.PLAN_TYPES) {
        missingModels(done.getOrDefault(plan, Set.of()), path, "no " + plan + " row for model ");
      }
    }
  }

  private void ladder(FeeRow row, String place) {
    PlanFigures figures = document.figures().get(row.plan());
    if (figures != null && problems.readable("/plans", place + "/plan")) {
      problems.expect(
          row.damageMinor().size() == figures.replacementTotal(),
          place + "/damageMinor",
          "a fee for each ordinal from 1 to %d is needed, there are %d"
              .formatted(figures.replacementTotal(), row.damageMinor().size()));
    }
  }

  private void flyaway(FeeRow row, Product product, String place) {
    problems.require(
        product.flyaway() == row.flyawayMinor().isPresent() || !problems.sound("/products"),
        place + "/flyawayMinor",
        row.model().code()
            + (product.flyaway() ? " needs a flyaway fee" : " has no flyaway replacement"));
  }

  private void materials(List<MaterialRow> rows, String path) {
    boolean comparable = problems.sound(CATALOGUE) && problems.sound(MATRIX);
    Set<ModelCode> done = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      MaterialRow row = rows.get(i);
      String place = path + "/" + i;
      problems.expect(done.add(row.model()), place, "a second row for " + row.model().code());
      names
          .product(row.model(), place + "/model")
          .filter(_ -> comparable)
          .ifPresent(product -> prices(row, product, place + "/pricesMinor"));
    }
    if (problems.readable(path) && problems.sound("/products")) {
      missingModels(done, path, "no row for model ");
    }
  }

  private void prices(MaterialRow row, Product product, String path) {
    Set<Part> payable = payable(product);
    missing(payable, row.pricesMinor().keySet(), product, path);
    for (Part part : row.pricesMinor().keySet()) {
      problems.require(
          payable.contains(part),
          path + "/" + part.code(),
          "no component of " + row.model().code() + " that can be missing and paid for");
    }
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
      problems.expect(
          present.contains(part),
          path,
          "nothing for " + part.code() + " of " + product.code().code());
    }
  }

  private void missingModels(Set<ModelCode> present, String path, String reason) {
    for (ModelCode model : names.products().keySet()) {
      problems.require(present.contains(model), path, reason + model.code());
    }
  }
}
