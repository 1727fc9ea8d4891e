package org.planledger.api.problem;

/// The ways in which a part of a request can be wrong.
public enum FlawCode {
  /// The body is no JSON text, or more than one.
  NOT_JSON,
  /// The body nests objects and lists deeper than any request does.
  TOO_DEEP,
  /// The same name stands twice in one object.
  DUPLICATE_NAME,
  /// A field that this request does not have.
  UNKNOWN_FIELD,
  /// A parameter that this path does not take.
  UNKNOWN_PARAMETER,
  /// A required field, header or parameter is missing.
  MISSING,
  /// A value of another JSON type than the field takes.
  WRONG_TYPE,
  /// A text without any character that can be seen.
  EMPTY,
  /// A text or a list that is longer than the field takes.
  TOO_LONG,
  /// A character that has no place in this text.
  BAD_CHARACTER,
  /// A text that does not have the form the field asks for.
  BAD_FORMAT,
  /// A moment without an offset from UTC could be meant in any zone.
  OFFSET_MISSING,
  /// None of the values the field can have.
  UNKNOWN_VALUE,
  /// The same value twice in a list whose values differ.
  DUPLICATE_VALUE,
  /// A number outside the range of the field.
  OUT_OF_RANGE,
  /// A day or a moment in a year that cannot be meant.
  UNREASONABLE_DATE,
  /// A moment that has not come yet.
  IN_THE_FUTURE,
  /// A moment that lies further back than this installation takes.
  TOO_FAR_BACK,
  /// A day before the one it has to follow.
  TOO_EARLY,
  /// Money in another currency than the region's.
  FOREIGN_CURRENCY,
  /// A region that no edition of the terms knows.
  UNKNOWN_REGION,
  /// A component that no edition of the terms names.
  UNKNOWN_PART,
  /// An exclusion that no edition of the terms has.
  UNKNOWN_EXCLUSION,
  /// An edition of the terms that the ledger does not have.
  UNKNOWN_EDITION,
  /// A part of an edition of the terms that cannot be sold under.
  BAD_TERMS,
  /// A value that is well formed and that a rule refuses; the decision has the rule.
  REFUSED,
  /// A field that does not go with another one.
  DOES_NOT_FIT
}
