package org.planledger.projections.movements;

import org.planledger.core.finance.accounts.MovementKind;

/// What movements of one currency come to, kind by kind.
public record Flow(long quotedMinor, long capturedMinor, long refundedMinor, long cancelledMinor) {

  public static Flow nothing() {
    return new Flow(0, 0, 0, 0);
  }

  static Flow of(MovementKind kind, long minor) {
    return switch (kind) {
      case QUOTED -> new Flow(minor, 0, 0, 0);
      case CAPTURED -> new Flow(0, minor, 0, 0);
      case REFUNDED -> new Flow(0, 0, minor, 0);
      case CANCELLED -> new Flow(0, 0, 0, minor);
    };
  }

  Flow plus(Flow other) {
    return new Flow(
        Math.addExact(quotedMinor, other.quotedMinor),
        Math.addExact(capturedMinor, other.capturedMinor),
        Math.addExact(refundedMinor, other.refundedMinor),
        Math.addExact(cancelledMinor, other.cancelledMinor));
  }

  /// By how much it changes what customers owe.
  public long owedMinor() {
    return quotedMinor - capturedMinor - cancelledMinor;
  }
}
