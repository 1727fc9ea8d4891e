package org.planledger.core.terms;

import java.util.regex.Pattern;

/// A country or region.
///
/// @param code its ISO 3166-1 code of two letters
public record RegionCode(String code) {

  private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}");

  public RegionCode {
    if (!SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException("a region code is two capital letters: '" + code + "'");
    }
  }
}
