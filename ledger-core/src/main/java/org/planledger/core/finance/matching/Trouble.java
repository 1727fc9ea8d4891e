package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.List;

/// An exception that is being put together.
final class Trouble {

  static final int NO_FEE = -1;

  final ExceptionKind kind;
  final int fee;
  final int[] lines;
  final long minor;
  final int currency;
  final int since;
  final List<Candidate> candidates = new ArrayList<>();
  String about = "";
  String reason = "";
  String nextStep = "";

  /// @param fee the fee, or [#NO_FEE]
  /// @param minor how much it is about; its direction does not matter
  /// @param since the day from which its age counts
  Trouble(ExceptionKind kind, int fee, int[] lines, long minor, int currency, int since) {
    this.kind = kind;
    this.fee = fee;
    this.lines = lines;
    this.minor = Sums.size(minor);
    this.currency = currency;
    this.since = since;
  }

  /// What tells it from others of its kind and fee, if its lines do not, or may change.
  Trouble about(String text) {
    about = text;
    return this;
  }

  Trouble candidates(List<Candidate> more) {
    candidates.addAll(more);
    return this;
  }

  Trouble because(String text) {
    reason = text;
    return this;
  }

  Trouble next(String step) {
    nextStep = step;
    return this;
  }
}
