package org.planledger.api.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.core.store.Bytes;

/// A file that was imported.
///
/// @param number from 1, in the order of the imports; numbers may be missing
/// @param sha256 of its bytes
/// @param mapping the name of the mapping by which it was read
/// @param pages how many pages its lines lie on
/// @param lines how many records could be read
/// @param putAside how many are no lines
/// @param notBooked how many of those the bank has only announced
/// @param firstBookedOn the first day of its lines
/// @param lastBookedOn the last one
/// @param totals by currency, in the order of the codes
/// @param importedBy who asked for it
public record SettlementFile(
    int number,
    Bytes sha256,
    SettlementFormat format,
    String fileName,
    long bytes,
    Optional<String> mapping,
    int pages,
    int lines,
    int putAside,
    int notBooked,
    Optional<LocalDate> firstBookedOn,
    Optional<LocalDate> lastBookedOn,
    List<SettlementTotal> totals,
    Instant importedAt,
    String importedBy) {

  /// Copies the list.
  public SettlementFile {
    totals = List.copyOf(totals);
  }

  /// How many records could not be read.
  int quarantined() {
    return putAside - notBooked;
  }
}
