package org.planledger.core.terms;

import java.util.regex.Pattern;

/// The code of a model in the product catalogue, for example `MAVIC_3`. Whether the catalogue has
/// a model of that code is for [Terms#model] to say.
///
/// @param code the product name without its brand, in upper snake case
public record ModelCode(String code) {

  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  public ModelCode {
    if (!SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException("a model code is upper snake case: '" + code + "'");
    }
  }
}
