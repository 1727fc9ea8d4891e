package org.planledger.core.json;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planledger.core.terms.ComponentMatrix;
import org.planledger.core.terms.MatrixRow;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Quantity;
import org.planledger.core.terms.Service;

/// The part of a document that says which components a service covers.
///
/// @param parts every component under its canonical name
/// @param lines every product line
/// @param internationalLines lines and series that are served abroad
/// @param matrix the rows themselves
record TermsFileMatrix(
    Set<Part> parts, Set<String> lines, Set<String> internationalLines, ComponentMatrix matrix) {

  static TermsFileMatrix read(TermsFileNode root) {
    return new TermsFileMatrix(
        root.at("parts").set(TermsFileDocument::part),
        root.at("lines").set(TermsFileNode::text),
        root.at("internationalLines").set(TermsFileNode::text),
        new ComponentMatrix(
            components(root.at("components")),
            rows(root.at("easilyWornParts")),
            root.at("lineGroups").entries(name -> name, one -> one.set(TermsFileNode::text)),
            root.at("sameParts").entries(Part::of, one -> one.set(TermsFileDocument::part)),
            root.at("bodyOrder").list(TermsFileDocument::part),
            root.at("structuralParts").set(TermsFileDocument::part)));
  }

  /// Whether the product line itself or a series it belongs to is served abroad.
  boolean international(String line) {
    return internationalLines.contains(line)
        || internationalLines.stream()
            .anyMatch(group -> matrix.lineGroups().getOrDefault(group, Set.of()).contains(line));
  }

  private static Map<Service, List<MatrixRow>> components(TermsFileNode node) {
    Map<Service, List<MatrixRow>> rows = new EnumMap<>(Service.class);
    rows.putAll(node.entriesFor(TermsFileDocument.OF_THE_PLAN, TermsFileMatrix::rows));
    return rows;
  }

  private static List<MatrixRow> rows(TermsFileNode node) {
    return node.list(TermsFileMatrix::row);
  }

  private static MatrixRow row(TermsFileNode node) {
    node.object(List.of("row", "parts"), List.of("lines", "models", "sourceAnomaly"));
    Set<String> lines =
        node.optional("lines").map(one -> one.set(TermsFileNode::text)).orElse(Set.of());
    Set<ModelCode> models =
        node.optional("models").map(one -> one.set(TermsFileCatalogue::code)).orElse(Set.of());
    if (lines.isEmpty() == models.isEmpty() && node.problems().readable(node.path())) {
      node.problems().unreadable(node.path(), "a row names either lines or models");
    }
    return new MatrixRow(
        node.at("row").text(),
        lines,
        models,
        node.at("parts").entries(Part::of, TermsFileMatrix::quantity),
        node.optional("sourceAnomaly").map(TermsFileNode::text));
  }

  private static Quantity quantity(TermsFileNode node) {
    if (node.json().isString() && node.text().equals("all")) {
      return Quantity.All.ALL;
    }
    int number = node.integer();
    return node.<Quantity>attempt(() -> new Quantity.Count(number)).orElse(Quantity.All.ALL);
  }
}
