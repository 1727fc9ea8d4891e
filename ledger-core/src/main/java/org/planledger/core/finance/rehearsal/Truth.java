package org.planledger.core.finance.rehearsal;

import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.settlement.LineKey;

/// What is true of something that was planted.
///
/// @param planted what
/// @param feeIds the fees
/// @param lines the lines that belong to these fees, and can be known to
/// @param exceptions what has to be told of it
public record Truth(
    Planted planted, List<String> feeIds, List<LineKey> lines, List<Expected> exceptions) {

  /// An exception that has to be told.
  ///
  /// @param feeId the fee it has to name, if it has to name one
  /// @param line the line it has to name, if it has to name one
  public record Expected(ExceptionKind kind, Optional<String> feeId, Optional<LineKey> line) {}

  /// Takes the lists as they are.
  public Truth {
    feeIds = List.copyOf(feeIds);
    lines = List.copyOf(lines);
    exceptions = List.copyOf(exceptions);
  }
}
