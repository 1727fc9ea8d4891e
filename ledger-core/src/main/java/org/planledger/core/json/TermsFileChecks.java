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

  private final TermsFileDocument document;
  private final TermsFileProblems problems;
  private final ComponentMatrix matrix;
  private final Set<ModelCode> codes = new HashSet<>();

  private TermsFileChecks(TermsFileDocument document, TermsFileProblems problems) {
    this.document = document;
    this.problems = problems;
    this.matrix = document.matrix().matrix();
    document.catalogue().products().forEach(product -> codes.add(product.code()));
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
              problems.require(
                  !document.matrix().parts().contains(name),
                  path,
                  "is also declared as a part of its own");
              meant.forEach(part -> declared(part, path));
            });
    for (int i = 0; i < matrix.bodyOrder().size(); i++) {
      declared(matrix.bodyOrder().get(i), "/bodyOrder/" + i);
    }
    matrix.structuralParts().forEach(part -> declared(part, "/structuralParts"));
  }

  private void lines() {
    matrix
        .lineGroups()
        .forEach(
            (group, lines) -> {
              String path = "/lineGroups/" + group;
              problems.require(
                  !document.matrix().lines().contains(group), path, "is also a product line");
              lines.forEach(line -> line(line, path));
            });
    document
        .matrix()
        .internationalLines()
        .forEach(line -> lineOrGroup(line, "/internationalLines"));
  }

  private void rows() {
    Set<String> ids = new HashSet<>();
    for (Service service : TermsFileDocument.OF_THE_PLAN) {
      rows(matrix.rows().getOrDefault(service, List.of()), "/components/" + service, ids);
    }
    rows(matrix.easilyWorn(), "/easilyWornParts", ids);
    for (MatrixRow row : matrix.rows().getOrDefault(Service.REPLACEMENT, List.of())) {
      problems.require(
          row.parts().values().stream().noneMatch(Quantity.All.class::isInstance),
          "/components/REPLACEMENT",
          "row " + row.id() + " must state every quantity as a number");
    }
  }

  private void rows(List<MatrixRow> rows, String path, Set<String> ids) {
    for (int i = 0; i < rows.size(); i++) {
      MatrixRow row = rows.get(i);
      String place = path + "/" + i;
      problems.require(ids.add(row.id()), place + "/row", "row " + row.id() + " comes twice");
      row.lines().stream()
          .filter(line -> !line.equals(MatrixRow.EVERY_LINE))
          .forEach(line -> lineOrGroup(line, place + "/lines"));
      row.models()
          .forEach(
              model ->
                  problems.require(
                      codes.contains(model),
                      place + "/models",
                      "unknown model '" + model.code() + "'"));
      row.parts()
          .keySet()
          .forEach(
              part -> {
                String where = place + "/parts/" + part.code();
                if (!matrix.sameParts().containsKey(part)) {
                  declared(part, where);
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
                            problems.require(
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
              equipment.components().forEach(part -> declared(part, path + "/components"));
              equipment
                  .accessories()
                  .forEach(
                      part -> {
                        declared(part, path + "/accessories");
                        problems.require(
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
      problems.require(
          seen.add(product.code()),
          path + "/code",
          "model " + product.code().code() + " comes twice");
      lines.add(product.line());
      if (line(product.line(), path + "/line")) {
        offers(product, path);
      }
      Equipment equipment = document.catalogue().equipment().get(product.equipment());
      if (equipment == null) {
        problems.add(path + "/equipment", "unknown equipment '" + product.equipment() + "'");
      } else {
        build(product, equipment, path);
      }
    }
    for (String line : document.matrix().lines()) {
      problems.require(lines.contains(line), "/lines", "no product belongs to line " + line);
    }
  }

  private void offers(Product product, String path) {
    for (Service service : product.offered()) {
      if (service == Service.OFFICIAL_WARRANTY) {
        problems.add(path + "/offered", "OFFICIAL_WARRANTY is no service of the plan");
        continue;
      }
      Service rows = service == Service.SAFE_FLIGHT_REWARD ? Service.EXTENDED_WARRANTY : service;
      problems.require(
          !matrix.covered(rows, product.code(), product.line()).isEmpty(),
          path + "/offered",
          "no row of " + rows + " speaks of line " + product.line());
    }
    problems.require(
        product.offered().contains(Service.REPLACEMENT),
        path + "/offered",
        "every product of the catalogue offers REPLACEMENT");
  }

  private void build(Product product, Equipment equipment, String path) {
    Optional<Part> body = matrix.body(product.code(), product.line(), equipment.components());
    problems.require(
        body.equals(Optional.of(product.body())),
        path + "/body",
        "by bodyOrder the body is " + body.map(Part::code).orElse("missing"));
    problems.require(
        product.remoteController() == equipment.all().contains(REMOTE_CONTROLLER),
        path + "/remoteController",
        "contradicts equipment " + product.equipment());
    problems.require(
        !product.flyaway() || product.remoteController(),
        path + "/flyaway",
        "needs a remote controller, because its link is a condition");
  }

  private void declared(Part part, String path) {
    problems.require(
        document.matrix().parts().contains(part), path, "unknown part '" + part.code() + "'");
  }

  private boolean line(String line, String path) {
    boolean known = document.matrix().lines().contains(line);
    problems.require(known, path, "unknown line '" + line + "'");
    return known;
  }

  private void lineOrGroup(String name, String path) {
    problems.require(
        document.matrix().lines().contains(name) || matrix.lineGroups().containsKey(name),
        path,
        "unknown line or series '" + name + "'");
  }
}
