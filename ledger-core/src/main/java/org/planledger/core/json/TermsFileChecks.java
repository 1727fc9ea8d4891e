package org.planledger.core.json;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.json.TermsFileCatalogue.Equipment;
import org.planledger.core.json.TermsFileCatalogue.Product;
import org.planledger.core.terms.ComponentMatrix;
import org.planledger.core.terms.MatrixRow;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Quantity;
import org.planledger.core.terms.Service;

/// Compares the parts of a document with each other: every name is declared, nothing is said
/// twice, and every product has the rows it needs.
final class TermsFileChecks {

  private static final Part REMOTE_CONTROLLER = Part.of("REMOTE_CONTROLLER");

  /// What decides on the body of a product.
  private static final String[] BODY = {
    "/components/REPLACEMENT", "/lineGroups", "/sameParts", "/bodyOrder"
  };

  private final TermsFileDocument document;
  private final TermsFileProblems problems;
  private final ComponentMatrix matrix;
  private final TermsFileNames names;

  private TermsFileChecks(TermsFileDocument document, TermsFileProblems problems) {
    this.document = document;
    this.problems = problems;
    this.matrix = document.matrix().matrix();
    this.names = new TermsFileNames(document, problems);
  }

  static void check(TermsFileDocument document, TermsFileProblems problems) {
    TermsFileChecks checks = new TermsFileChecks(document, problems);
    checks.parts();
    checks.lines();
    checks.rows();
    checks.exclusions();
    checks.equipment();
    checks.products();
  }

  private void parts() {
    matrix
        .sameParts()
        .forEach(
            (name, meant) -> {
              String path = "/sameParts/" + name.code();
              problems.expect(
                  !document.matrix().parts().contains(name),
                  path,
                  "is also declared as a part of its own");
              meant.forEach(part -> names.part(part, path));
            });
    for (int i = 0; i < matrix.bodyOrder().size(); i++) {
      names.part(matrix.bodyOrder().get(i), "/bodyOrder/" + i);
    }
    matrix.structuralParts().forEach(part -> names.part(part, "/structuralParts"));
  }

  private void lines() {
    matrix
        .lineGroups()
        .forEach(
            (group, lines) -> {
              String path = "/lineGroups/" + group;
              problems.expect(
                  !document.matrix().lines().contains(group), path, "is also a product line");
              lines.forEach(line -> names.line(line, path));
            });
    document
        .matrix()
        .internationalLines()
        .forEach(line -> names.lineOrSeries(line, "/internationalLines"));
  }

  private void rows() {
    Set<String> ids = new HashSet<>();
    for (Service service : TermsFileDocument.OF_THE_PLAN) {
      rows(matrix.rows().getOrDefault(service, List.of()), "/components/" + service, ids);
    }
    rows(matrix.easilyWorn(), "/easilyWornParts", ids);
    for (MatrixRow row : matrix.rows().getOrDefault(Service.REPLACEMENT, List.of())) {
      problems.expect(
          row.parts().values().stream().noneMatch(Quantity.All.class::isInstance),
          "/components/REPLACEMENT",
          "row " + row.id() + " must state every quantity as a number");
    }
  }

  private void rows(List<MatrixRow> rows, String path, Set<String> ids) {
    for (int i = 0; i < rows.size(); i++) {
      MatrixRow row = rows.get(i);
      String place = path + "/" + i;
      problems.expect(ids.add(row.id()), place + "/row", "row " + row.id() + " comes twice");
      row.lines().stream()
          .filter(line -> !line.equals(MatrixRow.EVERY_LINE))
          .forEach(line -> names.lineOrSeries(line, place + "/lines"));
      row.models().forEach(model -> names.product(model, place + "/models"));
      row.parts()
          .keySet()
          .forEach(
              part -> {
                String where = place + "/parts/" + part.code();
                if (!matrix.sameParts().containsKey(part) && problems.readable("/sameParts")) {
                  names.part(part, where);
                }
              });
    }
  }

  private void exclusions() {
    document
        .exclusions()
        .forEach(
            (service, levels) ->
                levels
                    .keySet()
                    .forEach(
                        id ->
                            problems.expect(
                                !document.generalExclusions().containsKey(id),
                                "/exclusions/" + service + "/" + id,
                                "applies to every service already")));
  }

  private void equipment() {
    document
        .catalogue()
        .equipment()
        .forEach(
            (name, equipment) -> {
              String path = "/equipment/" + name;
              equipment.components().forEach(part -> names.part(part, path + "/components"));
              equipment
                  .accessories()
                  .forEach(
                      part -> {
                        names.part(part, path + "/accessories");
                        problems.expect(
                            !equipment.components().contains(part),
                            path + "/accessories",
                            part.code() + " is also a component");
                      });
            });
  }

  private void products() {
    List<Product> products = document.catalogue().products();
    Set<ModelCode> seen = new HashSet<>();
    Set<String> lines = new HashSet<>();
    for (int i = 0; i < products.size(); i++) {
      Product product = products.get(i);
      String path = "/products/" + i;
      problems.expect(
          seen.add(product.code()),
          path + "/code",
          "model " + product.code().code() + " comes twice");
      lines.add(product.line());
      if (names.line(product.line(), path + "/line")) {
        offers(product, path);
      }
      names
          .equipment(product.equipment(), path + "/equipment")
          .ifPresent(equipment -> build(product, equipment, path));
    }
    if (problems.readable("/products")) {
      for (String line : document.matrix().lines()) {
        problems.expect(lines.contains(line), "/lines", "no product belongs to line " + line);
      }
    }
  }

  private void offers(Product product, String path) {
    for (Service service : product.offered()) {
      if (service == Service.OFFICIAL_WARRANTY) {
        problems.add(path + "/offered", "OFFICIAL_WARRANTY is no service of the plan");
        continue;
      }
      Service rows = service == Service.SAFE_FLIGHT_REWARD ? Service.EXTENDED_WARRANTY : service;
      problems.expect(
          !problems.readable("/components/" + rows, "/lineGroups")
              || !matrix.covered(rows, product.code(), product.line()).isEmpty(),
          path + "/offered",
          "no row of %1$s speaks of line %2$s: add one under /components/%1$s"
              .formatted(rows, product.line()));
    }
    problems.expect(
        product.offered().contains(Service.REPLACEMENT),
        path + "/offered",
        "every product of the catalogue offers REPLACEMENT");
  }

  private void build(Product product, Equipment equipment, String path) {
    if (!problems.readable("/equipment/" + product.equipment())) {
      return;
    }
    Optional<Part> body = matrix.body(product.code(), product.line(), equipment.components());
    problems.expect(
        !problems.readable(BODY) || body.equals(Optional.of(product.body())),
        path + "/body",
        "by bodyOrder the body is " + body.map(Part::code).orElse("missing"));
    problems.expect(
        product.remoteController() == equipment.all().contains(REMOTE_CONTROLLER),
        path + "/remoteController",
        "contradicts equipment " + product.equipment());
    problems.expect(
        !product.flyaway()
            || product.remoteController()
            || !problems.readable(path + "/remoteController"),
        path + "/flyaway",
        "needs a remote controller, because its link is a condition");
  }
}
