package org.planledger.core.finance.matching;

/// One sign that speaks for a match, or is worth knowing with it.
///
/// @param kind which sign
/// @param weight what it counts: the weight of its kind
/// @param detail what was seen, for people
public record Signal(SignalKind kind, int weight, String detail) {

  static Signal of(SignalKind kind, String detail) {
    return new Signal(kind, kind.weight(), detail);
  }
}
