package org.planledger.core.terms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One row of the component matrix of clause 2.4.1: what one service covers for some products.
///
/// @param id its name in the rule catalogue, for example `RL-01`
/// @param lines product lines or series of lines it speaks of; [#EVERY_LINE] for all
/// @param models models it names by themselves
/// @param parts the components as the document names them, with their quantities
/// @param sourceAnomaly what is odd about the row in the document, if anything
public record MatrixRow(
    String id,
    Set<String> lines,
    Set<ModelCode> models,
    Map<Part, Quantity> parts,
    Optional<String> sourceAnomaly) {

  /// Stands for every product line in [#lines].
  public static final String EVERY_LINE = "*";

  public MatrixRow {
    lines = Ordered.set(lines);
    models = Ordered.set(models);
    parts = Ordered.map(parts);
  }
}
