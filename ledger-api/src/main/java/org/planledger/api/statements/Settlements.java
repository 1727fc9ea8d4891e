package org.planledger.api.statements;

import java.util.function.ToLongFunction;

/// What of the fees was found in settlements and statements.
@FunctionalInterface
public interface Settlements {

  /// How much had been found by a position: a function from the id of a fee to what arrived for it
  /// less what went back, in minor units of its currency. It is asked for very many fees.
  ToLongFunction<String> matchedMinor(long position);
}
