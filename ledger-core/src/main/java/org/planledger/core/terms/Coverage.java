package org.planledger.core.terms;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What the services do for one model: the rows of the matrix, completed by what the words of the
/// terms add to them.
final class Coverage {

  private final TermsContent content;

  Coverage(TermsContent content) {
    this.content = content;
  }

  /// The service under whose name rows, exclusions and costs are written down: the reward is an
  /// extended warranty (footnotes 2 and 4 of the terms).
  static Service asWritten(Service service) {
    return service == Service.SAFE_FLIGHT_REWARD ? Service.EXTENDED_WARRANTY : service;
  }

  /// What the most specific rows promise.
  Map<Part, Quantity> rows(Service service, Model model) {
    return content.matrix().covered(asWritten(service), model.code(), model.line());
  }

  /// What must come in for a replacement: of the row what the model has, and always its body.
  Map<Part, Integer> required(Model model) {
    Map<Part, Integer> required = new LinkedHashMap<>();
    rows(Service.REPLACEMENT, model)
        .forEach(
            (part, quantity) -> {
              if (model.parts().contains(part)) {
                required.put(part, number(part, quantity));
              }
            });
    required.putIfAbsent(model.body(), 1);
    return required;
  }

  /// The rows and what comes on top of them.
  Set<Part> parts(Service service, Model model) {
    Set<Part> parts = new LinkedHashSet<>(rows(service, model).keySet());
    switch (service) {
      case REPLACEMENT -> parts.add(model.body());
      case REPAIR_DISCOUNT -> parts.addAll(sharingTheDiscount(model));
      case MAINTENANCE -> parts.addAll(content.matrix().easilyWorn(model.code(), model.line()));
      case OFFICIAL_WARRANTY -> parts.addAll(underOfficialWarranty(model));
      case EXTENDED_WARRANTY, SAFE_FLIGHT_REWARD -> {}
    }
    return parts;
  }

  private Set<Part> sharingTheDiscount(Model model) {
    Set<Part> sharing = new LinkedHashSet<>(content.matrix().structuralParts());
    sharing.retainAll(model.parts());
    sharing.addAll(content.accessories().getOrDefault(model.code(), Set.of()));
    return sharing;
  }

  private Set<Part> underOfficialWarranty(Model model) {
    Set<Part> parts = new LinkedHashSet<>();
    for (Map<ModelCode, Map<Part, Integer>> byModel : content.warrantyMonths().values()) {
      byModel
          .getOrDefault(model.code(), Map.of())
          .forEach(
              (part, months) -> {
                if (months > 0) {
                  parts.add(part);
                }
              });
    }
    return parts;
  }

  private static int number(Part part, Quantity quantity) {
    return switch (quantity) {
      case Quantity.Count(int number) -> number;
      case Quantity.All _ ->
          throw new IllegalStateException(
              "the replacement needs a number of " + part.code() + ", not all");
    };
  }
}
