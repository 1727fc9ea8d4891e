package org.planledger.core.terms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which components a service covers for a product (clause 2.4.1). Where several rows speak of a
/// product the most specific ones win: a row that names the model before one that names its line,
/// that before one for a series of lines, that before one for every product. Rows of equal rank
/// are joined, because each is a promise.
///
/// @param rows the rows by service
/// @param easilyWorn rows of parts that wear out, which maintenance replaces on top of its own row
/// @param lineGroups the lines that each series consists of
/// @param sameParts other names of components, with what they stand for
/// @param bodyOrder the components that can stand for the device itself, first choice first
/// @param structuralParts what the words "structural parts" stand for
public record ComponentMatrix(
    Map<Service, List<MatrixRow>> rows,
    List<MatrixRow> easilyWorn,
    Map<String, Set<String>> lineGroups,
    Map<Part, Set<Part>> sameParts,
    List<Part> bodyOrder,
    Set<Part> structuralParts) {

  /// The name under which the discount row covers every structural part.
  public static final Part STRUCTURAL_PARTS = Part.of("STRUCTURAL_PARTS");

  public ComponentMatrix {
    rows = Ordered.map(rows);
    easilyWorn = List.copyOf(easilyWorn);
    lineGroups = Ordered.map(lineGroups);
    sameParts = Ordered.map(sameParts);
    bodyOrder = List.copyOf(bodyOrder);
    structuralParts = Ordered.set(structuralParts);
  }

  /// What the name stands for: usually itself, sometimes another name, sometimes two components.
  public Set<Part> canonical(Part part) {
    return sameParts.getOrDefault(part, Set.of(part));
  }

  /// What the rows of the service promise for a model, under canonical names, with the larger
  /// quantity where two rows of equal rank name the same component. Empty when no row speaks of it.
  public Map<Part, Quantity> covered(Service service, ModelCode model, String line) {
    return join(mostSpecific(rows.getOrDefault(service, List.of()), model, line));
  }

  /// The rows that decide for a model: all of the highest rank present.
  List<MatrixRow> mostSpecific(List<MatrixRow> candidates, ModelCode model, String line) {
    int best = candidates.stream().mapToInt(row -> rank(row, model, line)).max().orElse(NO_RANK);
    return best == NO_RANK
        ? List.of()
        : candidates.stream().filter(row -> rank(row, model, line) == best).toList();
  }

  /// The parts of a model that maintenance replaces because they wear out.
  Set<Part> easilyWorn(ModelCode model, String line) {
    return join(mostSpecific(easilyWorn, model, line)).keySet();
  }

  /// The component that stands for the device: the first of [#bodyOrder] among the components the
  /// replacement needs, else among the model's own.
  public Optional<Part> body(ModelCode model, String line, Set<Part> own) {
    Set<Part> required = covered(Service.REPLACEMENT, model, line).keySet();
    return bodyOrder.stream()
        .filter(part -> own.contains(part) && required.contains(part))
        .findFirst()
        .or(() -> bodyOrder.stream().filter(own::contains).findFirst());
  }

  /// Every name that a row, a synonym or the structural parts use.
  public Set<Part> names() {
    Set<Part> names = new LinkedHashSet<>();
    rows.values().stream()
        .flatMap(Collection::stream)
        .forEach(row -> names.addAll(row.parts().keySet()));
    easilyWorn.forEach(row -> names.addAll(row.parts().keySet()));
    sameParts.forEach(
        (name, meant) -> {
          names.add(name);
          names.addAll(meant);
        });
    names.addAll(structuralParts);
    return names;
  }

  private Map<Part, Quantity> join(List<MatrixRow> joined) {
    Map<Part, Quantity> covered = new LinkedHashMap<>();
    for (MatrixRow row : joined) {
      row.parts()
          .forEach(
              (part, quantity) ->
                  canonical(part).forEach(one -> covered.merge(one, quantity, Quantity::larger)));
    }
    return covered;
  }

  private static final int NO_RANK = -1;

  private int rank(MatrixRow row, ModelCode model, String line) {
    if (row.models().contains(model)) {
      return 3;
    }
    if (row.lines().contains(line)) {
      return 2;
    }
    if (row.lines().stream()
        .anyMatch(group -> lineGroups.getOrDefault(group, Set.of()).contains(line))) {
      return 1;
    }
    return row.lines().contains(MatrixRow.EVERY_LINE) ? 0 : NO_RANK;
  }
}
