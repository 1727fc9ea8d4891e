package org.planledger.api.statements;

import java.util.function.Function;

/// What became of fees that no event of a plan tells: what of them was found in settlements and
/// statements, and what was given up.
@FunctionalInterface
public interface Settlements {

  /// One fee, in minor units of its currency.
  ///
  /// @param matchedMinor what arrived for it, less what went back
  /// @param explainedMinor what did not arrive, or arrived in excess and is below zero, and was
  ///     booked to an account of its own
  /// @param writtenOffMinor what somebody has given up, less what is waited for again
  record Settled(long matchedMinor, long explainedMinor, long writtenOffMinor) {

    /// What nobody has to wait for any more.
    public long minor() {
      return Math.addExact(Math.addExact(matchedMinor, explainedMinor), writtenOffMinor);
    }
  }

  /// What there was by a position, by the id of a fee. It is asked for very many fees.
  Function<String, Settled> upTo(long position);
}
