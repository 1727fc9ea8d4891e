package org.planledger.api.settlement.format;

import java.util.Optional;
import org.planledger.core.finance.settlement.SettlementLine;

/// A record that is no line, kept as it stood: it could not be read, or it is no money yet.
///
/// @param number of the line where it begins, or of the transaction
/// @param column where the fault is, by the name that the file gives it
/// @param reason in a word for programs
/// @param detail in a sentence for people
/// @param raw the record, as far as it is kept
public record QuarantinedRecord(
    int number, Optional<String> column, QuarantineReason reason, String detail, String raw) {

  /// Cuts the record to what is kept, and takes out what no database stores.
  public QuarantinedRecord {
    raw = storable(raw, SettlementLine.RAW_CHARACTERS);
    detail = storable(detail, 500);
    column = column.map(name -> storable(name, 200));
  }

  /// Whether there is nothing wrong with it: the bank has announced it and not booked it yet.
  public boolean isAnnounced() {
    return reason == QuarantineReason.NOT_BOOKED;
  }

  private static String storable(String text, int most) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), most));
    for (int i = 0; i < text.length() && kept.length() < most; i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair && kept.length() + 2 <= most) {
        kept.append(c).append(text.charAt(++i));
      } else if (!Character.isSurrogate(c)) {
        kept.append(c == 0 ? '\uFFFD' : c);
      } else {
        kept.append('\uFFFD');
      }
    }
    return kept.toString();
  }
}
