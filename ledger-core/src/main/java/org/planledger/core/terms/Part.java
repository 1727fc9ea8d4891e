package org.planledger.core.terms;

import java.util.regex.Pattern;

/// A component of a device or something that comes with it. Which parts exist is data of the
/// edition; [Terms#canonical] maps the several names of one component to one.
///
/// @param code its name in upper snake case
public record Part(String code) implements Comparable<Part> {

  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  public Part {
    if (!SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException("a part is named in upper snake case: '" + code + "'");
    }
  }

  /// The part of that name.
  ///
  /// @throws IllegalArgumentException if the name is not upper snake case
  public static Part of(String code) {
    return new Part(code);
  }

  @Override
  public int compareTo(Part other) {
    return code.compareTo(other.code);
  }
}
