package org.planledger.api.settlement;

/// What a mapping is called.
final class MappingName {
  static final String FORM = "[a-z0-9][a-z0-9._-]{0,63}";
  static final String IN_WORDS =
      "a name of 1 to 64 small letters, digits, points, hyphens and underscores";

  private MappingName() {}
}
