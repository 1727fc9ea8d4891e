package org.planledger.api.json;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a field of a request can hold. Reading a request and describing it to others are both a
/// switch over these, so the description cannot promise what the reader refuses.
sealed interface Kind {

  /// A text.
  ///
  /// @param lines whether it may have several lines
  /// @param form the form it has to have, if any
  record Text(int maxCharacters, boolean lines, Optional<Form> form) implements Kind {}

  /// The form of a text, and how a person would put it.
  record Form(Pattern pattern, String inWords) {}

  /// A value of the domain that is written as one text.
  record Worded(Word<?> word) implements Kind {}

  /// A moment with an offset from UTC.
  ///
  /// @param business whether it is the business moment of the command, whose age may be limited
  record Moment(boolean business) implements Kind {}

  /// A contract day.
  record Day() implements Kind {}

  /// A whole number, both ends included.
  ///
  /// @param wide whether it is read as a `long` and not as an `int`
  record Whole(long least, long most, boolean wide) implements Kind {}

  /// Yes or no.
  record Flag() implements Kind {}

  /// One of some constants.
  record Choice(Class<? extends Enum<?>> constants) implements Kind {}

  /// Whole minor units of a currency, not below zero.
  record Amount() implements Kind {}

  /// An object of its own.
  record Nested(RequestShape shape) implements Kind {}

  /// A list.
  record Many(Kind each, int minItems, int maxItems) implements Kind {}

  /// A whole document, which is somebody else's to read.
  record Document() implements Kind {}

  /// Whole numbers by component.
  record ByPart(Whole number) implements Kind {}
}
