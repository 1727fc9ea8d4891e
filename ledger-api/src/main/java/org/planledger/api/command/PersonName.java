package org.planledger.api.command;

/// How a person or a system is named: in a header, and where somebody else has to agree.
public final class PersonName {
  /// The form of a name.
  public static final String FORM = "[!-~]([ -~]{0,62}[!-~])?";

  /// That form for people.
  public static final String IN_WORDS = "a name of 1 to 64 printable ASCII characters";

  /// The most characters of a name.
  public static final int MAX_CHARACTERS = 64;

  private PersonName() {}
}
