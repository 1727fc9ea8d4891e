package org.planledger.projections.movements;

import java.util.Currency;
import java.util.List;
import org.planledger.core.finance.accounts.MovementKind;

/// What was owed for a plan, a case, a region, a centre or in a month, and how it changed.
///
/// @param key which of them
/// @param lines one for each currency, by code
public record StatementView(String key, List<Line> lines) {

  public StatementView {
    lines = List.copyOf(lines);
  }

  /// The account of one currency.
  ///
  /// @param openingMinor what was owed before the span
  /// @param flow what happened in it
  public record Line(Currency currency, long openingMinor, Flow flow) {

    /// What is owed after the span.
    public long closingMinor() {
      return Math.addExact(openingMinor, flow.owedMinor());
    }
  }

  /// What movements of one currency come to, kind by kind.
  ///
  /// @param writtenOffMinor what customers owed and somebody has given up, less what is waited for
  ///     again
  public record Flow(
      long quotedMinor,
      long capturedMinor,
      long refundedMinor,
      long cancelledMinor,
      long writtenOffMinor) {

    public static Flow nothing() {
      return new Flow(0, 0, 0, 0, 0);
    }

    static Flow writtenOff(long minor) {
      return new Flow(0, 0, 0, 0, minor);
    }

    static Flow of(MovementKind kind, long minor) {
      return switch (kind) {
        case QUOTED -> new Flow(minor, 0, 0, 0, 0);
        case CAPTURED -> new Flow(0, minor, 0, 0, 0);
        case REFUNDED -> new Flow(0, 0, minor, 0, 0);
        case CANCELLED -> new Flow(0, 0, 0, minor, 0);
      };
    }

    Flow plus(Flow other) {
      return new Flow(
          Math.addExact(quotedMinor, other.quotedMinor),
          Math.addExact(capturedMinor, other.capturedMinor),
          Math.addExact(refundedMinor, other.refundedMinor),
          Math.addExact(cancelledMinor, other.cancelledMinor),
          Math.addExact(writtenOffMinor, other.writtenOffMinor));
    }

    /// By how much it changes what customers owe.
    public long owedMinor() {
      return quotedMinor - capturedMinor - cancelledMinor - writtenOffMinor;
    }
  }
}
