package org.planledger.api.command;

import java.util.OptionalLong;

/// What `If-Match` asks for before a command may be decided.
sealed interface Precondition {
  /// Nothing is asked.
  record None() implements Precondition {}

  /// The plan has to exist.
  record Exists() implements Precondition {}

  /// The last event of the plan has to have this sequence.
  record AtSequence(long sequence) implements Precondition {}

  /// A tag that no plan ever has.
  record Never() implements Precondition {}

  /// The sequence that has to be the plan's; none if any will do.
  default OptionalLong expectedSequence() {
    return switch (this) {
      case None _, Exists _ -> OptionalLong.empty();
      case AtSequence at -> OptionalLong.of(at.sequence());
      case Never _ -> OptionalLong.of(-1);
    };
  }

  /// Whether it can hold for a plan that is only to be sold.
  default boolean holdsBeforeSale() {
    return this instanceof None;
  }
}
