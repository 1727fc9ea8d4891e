package org.planledger.api.settlement.rehearsal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.planledger.api.settlement.format.ColumnMapping;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.core.finance.rehearsal.Origin;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// Files that together report all there is, each origin in a format that it really comes in.
public enum RehearsalSet {
  STRIPE_CAMT_053("stripe-camt.053", SettlementFormat.STRIPE, SettlementFormat.CAMT_053),
  ADYEN_CAMT_054("adyen-camt.054", SettlementFormat.ADYEN, SettlementFormat.CAMT_054),
  CSV("csv", SettlementFormat.CSV, SettlementFormat.CSV),
  XLSX("xlsx", SettlementFormat.XLSX, SettlementFormat.XLSX);

  private final String folder;
  private final SettlementFormat card;
  private final SettlementFormat bank;

  RehearsalSet(String folder, SettlementFormat card, SettlementFormat bank) {
    this.folder = folder;
    this.card = card;
    this.bank = bank;
  }

  /// The folder that its files lie in.
  public String folder() {
    return folder;
  }

  SettlementFormat format(Origin origin) {
    return switch (origin) {
      case CARD, CARD_AGAIN -> card;
      case BANK -> bank;
    };
  }

  /// What its columns mean, if the format itself does not say so.
  Optional<ColumnMapping> mapping(Origin origin) {
    return format(origin).isMapped() ? Optional.of(RehearsalMapping.mapping()) : Optional.empty();
  }

  Path file(Path root, Origin origin) {
    return root.resolve(folder).resolve(name(origin) + extension(format(origin)));
  }

  /// How an origin is called in names of files and in the truth.
  static String name(Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String extension(SettlementFormat format) {
    return switch (format) {
      case STRIPE, ADYEN, CSV -> ".csv";
      case CAMT_053, CAMT_054 -> ".xml";
      case XLSX -> ".xlsx";
    };
  }

  /// A line as this format has room for it: every one adds up, and Adyen has batches for payouts.
  SettlementLine reported(Origin origin, SettlementLine line) {
    Money gross =
        line.gross().currency().equals(line.net().currency())
            ? new Money(Math.addExact(line.net().minor(), line.feeMinor()), line.net().currency())
            : line.gross();
    boolean batches = format(origin) == SettlementFormat.ADYEN;
    return new SettlementLine(
        line.number(),
        line.key(),
        line.type(),
        line.bookedOn(),
        line.valueOn(),
        gross,
        line.feeMinor(),
        line.net(),
        line.rate(),
        line.processorReference(),
        line.merchantReference(),
        line.endToEndId(),
        line.relatedReference(),
        batches ? line.payoutId() : line.batchId(),
        line.payoutId(),
        line.payer(),
        line.description(),
        line.raw());
  }
}
