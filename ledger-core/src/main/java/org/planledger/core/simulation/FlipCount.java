package org.planledger.core.simulation;

import org.planledger.core.rule.Rule;

/// How many decisions on one kind of command flip one way because of one rule.
///
/// @param following how many of them may only follow from an earlier one: [Flip#follows]
public record FlipCount(
    Direction direction, Rule rule, String command, long count, long following) {}
