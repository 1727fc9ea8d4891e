package org.planledger.core.terms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planledger.core.terms.EditionDifference.Accessories;
import org.planledger.core.terms.EditionDifference.Bearing;
import org.planledger.core.terms.EditionDifference.CatalogueEntry;
import org.planledger.core.terms.EditionDifference.Exclusion;
import org.planledger.core.terms.EditionDifference.Meaning;
import org.planledger.core.terms.EditionDifference.PlanFigure;
import org.planledger.core.terms.EditionDifference.PlanSubject;
import org.planledger.core.terms.EditionDifference.Provision;
import org.planledger.core.terms.EditionDifference.RewardBeginning;
import org.planledger.core.terms.EditionDifference.Row;
import org.planledger.core.terms.EditionDifference.SalesRegion;
import org.planledger.core.terms.EditionDifference.Setting;
import org.planledger.core.terms.EditionDifference.Subject;

/// Takes an edition apart into single statements that can be compared with those of another. Each
/// text tells everything about its subject, so that equal texts mean equal provisions.
final class EditionStatements {

  private final TermsContent content;

  private EditionStatements(TermsContent content) {
    this.content = content;
  }

  /// The statements by subject, one map for each kind of subject, always in the same order.
  static List<Map<Subject, String>> of(TermsContent content) {
    EditionStatements statements = new EditionStatements(content);
    return List.of(
        statements.figures(),
        statements.settings(),
        statements.rewards(),
        statements.costs(),
        statements.exclusions(),
        statements.rows(),
        statements.meanings(),
        statements.models(),
        statements.accessories(),
        statements.regions(),
        TariffStatements.warranties(content),
        TariffStatements.replacementFees(content),
        TariffStatements.materialPrices(content),
        TariffStatements.discounts(content));
  }

  private Map<Subject, String> figures() {
    Map<Subject, String> said = new LinkedHashMap<>();
    content
        .figures()
        .forEach(
            (plan, figures) -> {
              for (PlanFigure figure : PlanFigure.values()) {
                said.put(new PlanSubject(plan, figure), text(figures, figure));
              }
            });
    return said;
  }

  private static String text(PlanFigures figures, PlanFigure figure) {
    return switch (figure) {
      case MONTHS -> Integer.toString(figures.months());
      case REPLACEMENT_TOTAL -> Integer.toString(figures.replacementTotal());
      case FLYAWAY_MAX -> Integer.toString(figures.flyawayMax());
      case REPAIR_DISCOUNT_TOTAL -> Integer.toString(figures.repairDiscountTotal());
      case MAINTENANCE_TOTAL -> Integer.toString(figures.maintenanceTotal());
      case EXTENDED_WARRANTY -> figures.extendedWarranty() ? "unlimited" : "none";
    };
  }

  private Map<Subject, String> settings() {
    Map<Subject, String> said = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      said.put(new Provision(setting), text(setting));
    }
    return said;
  }

  private String text(Setting setting) {
    return switch (setting) {
      case REWARD_MONTHS -> Integer.toString(content.reward().months());
      case REWARD_FORFEITED_BY -> sorted(content.reward().forfeitedBy());
      case ONLINE_SEND_BACK_DAYS -> Integer.toString(content.onlineSendBackDays());
      case EXPRESS_SEND_BACK_WORKING_DAYS -> Integer.toString(content.expressSendBackWorkingDays());
      case TRANSFERABLE -> Boolean.toString(content.transferable());
      case RENEWABLE -> Boolean.toString(content.renewable());
      case STRUCTURAL_PARTS -> codes(content.matrix().structuralParts());
      case BODY_ORDER ->
          content.matrix().bodyOrder().stream().map(Part::code).collect(Collectors.joining(", "));
    };
  }

  private Map<Subject, String> rewards() {
    Map<Subject, String> said = new LinkedHashMap<>();
    content
        .reward()
        .start()
        .forEach((plan, start) -> said.put(new RewardBeginning(plan, false), start.name()));
    content
        .reward()
        .startInEuropeAndUk()
        .forEach((plan, start) -> said.put(new RewardBeginning(plan, true), start.name()));
    return said;
  }

  private Map<Subject, String> costs() {
    Map<Subject, String> said = new LinkedHashMap<>();
    content
        .costs()
        .forEach(
            (service, costs) ->
                said.put(
                    new Bearing(service),
                    "material %s, labour %s, logistics %s"
                        .formatted(costs.material(), costs.labour(), costs.logistics())));
    return said;
  }

  private Map<Subject, String> exclusions() {
    Map<Subject, String> said = new LinkedHashMap<>();
    content
        .costs()
        .keySet()
        .forEach(
            service -> {
              content
                  .generalExclusions()
                  .forEach((id, level) -> said.put(new Exclusion(service, id), level.name()));
              content
                  .exclusions()
                  .getOrDefault(service, Map.of())
                  .forEach((id, level) -> said.put(new Exclusion(service, id), level.name()));
            });
    return said;
  }

  private Map<Subject, String> rows() {
    Map<Subject, String> said = new LinkedHashMap<>();
    content
        .matrix()
        .rows()
        .forEach(
            (service, rows) ->
                rows.forEach(row -> said.put(new Row(service, row.id()), text(row))));
    content
        .matrix()
        .easilyWorn()
        .forEach(row -> said.put(new Row(Service.MAINTENANCE, row.id()), text(row)));
    return said;
  }

  private static String text(MatrixRow row) {
    List<String> products =
        Stream.concat(row.lines().stream(), row.models().stream().map(ModelCode::code)).toList();
    List<String> parts =
        row.parts().entrySet().stream()
            .map(
                entry ->
                    entry.getKey().code()
                        + switch (entry.getValue()) {
                          case Quantity.Count(int number) -> " " + number;
                          case Quantity.All _ -> "";
                        })
            .toList();
    return "%s of %s".formatted(sorted(parts), sorted(products));
  }

  private Map<Subject, String> meanings() {
    Map<Subject, String> said = new LinkedHashMap<>();
    content
        .matrix()
        .sameParts()
        .forEach((name, parts) -> said.put(new Meaning(name.code()), codes(parts)));
    content
        .matrix()
        .lineGroups()
        .forEach((name, lines) -> said.put(new Meaning(name), sorted(lines)));
    return said;
  }

  private Map<Subject, String> models() {
    Map<Subject, String> said = new LinkedHashMap<>();
    for (Model model : content.models()) {
      said.put(
          new CatalogueEntry(model.code()),
          "%s, line %s, %s, %s, %s, services %s, parts %s, body %s"
              .formatted(
                  model.name(),
                  model.line(),
                  model.flyaway() ? "flyaway" : "no flyaway",
                  model.remoteController() ? "remote controller" : "no remote controller",
                  model.international() ? "served abroad" : "not served abroad",
                  sorted(model.offered()),
                  codes(model.parts()),
                  model.body().code()));
    }
    return said;
  }

  private Map<Subject, String> accessories() {
    Map<Subject, String> said = new LinkedHashMap<>();
    content.accessories().forEach((model, parts) -> said.put(new Accessories(model), codes(parts)));
    return said;
  }

  private Map<Subject, String> regions() {
    Map<Subject, String> said = new LinkedHashMap<>();
    for (Region region : content.regions()) {
      said.put(
          new SalesRegion(region.code()),
          "%s, %s, %s, %s, group %s, channels %s%s"
              .formatted(
                  region.name(),
                  region.zone().getId(),
                  region.currency().getCurrencyCode(),
                  region.safeFlightAfterOfficialWarranty()
                      ? "rule for Europe and the United Kingdom"
                      : "general rule",
                  region.coverageGroup(),
                  sorted(region.channels()),
                  region.centres().isEmpty() ? "" : ", centres " + sorted(region.centres())));
    }
    return said;
  }

  private static String codes(Collection<Part> parts) {
    return sorted(parts.stream().map(Part::code).toList());
  }

  private static String sorted(Collection<?> elements) {
    return elements.isEmpty()
        ? "none"
        : elements.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }
}
