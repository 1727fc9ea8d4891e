package org.planledger.core.terms;

import java.util.regex.Pattern;

/// The name of one edition of the terms.
///
/// @param id a year and month, for example `2022-10`
public record Edition(String id) {

  private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  public Edition {
    if (!SHAPE.matcher(id).matches()) {
      throw new IllegalArgumentException("an edition is named by year and month: '" + id + "'");
    }
  }
}
