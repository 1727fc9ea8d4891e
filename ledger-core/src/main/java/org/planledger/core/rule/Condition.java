package org.planledger.core.rule;

import java.time.LocalDate;
import java.util.Optional;

/// One rule as it was met in one decision: whether it held, what it looked at and, where a date
/// alone would turn a no into a yes, the first contract day on which it would hold.
public record Condition(
    Rule rule, boolean holds, Inputs inputs, Optional<LocalDate> wouldHoldFrom) {

  public Condition(Rule rule, boolean holds, Inputs inputs) {
    this(rule, holds, inputs, Optional.empty());
  }
}
