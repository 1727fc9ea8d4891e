package org.planledger.api.finance.sources;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.planledger.api.settlement.KeptLines;
import org.planledger.api.settlement.KeptSettlements;
import org.planledger.api.settlement.SettlementFile;
import org.planledger.core.finance.matching.UnreadableFact;
import org.planledger.core.finance.settlement.SettlementLine;
import org.springframework.stereotype.Component;

/// The imported files, as the import has kept them.
@Component
final class ImportedFiles implements SettlementFiles {

  private final KeptSettlements settlements;
  private final KeptLines lines;

  ImportedFiles(KeptSettlements settlements, KeptLines lines) {
    this.settlements = settlements;
    this.lines = lines;
  }

  /// Files are numbered when their import begins and are there when it ends: what comes after one
  /// that is still imported is not looked at, or it could be passed over.
  @Override
  public int newest() {
    return settlements.newestBeforeAnyImport();
  }

  @Override
  public List<FileFact> between(long after, long upTo) {
    return settlements.files().stream()
        .filter(file -> file.number() > after && file.number() <= upTo)
        .map(file -> new FileFact(file.number(), file.sha256().toHex(), file.lines(), days(file)))
        .toList();
  }

  private static Optional<Days> days(SettlementFile file) {
    return file.firstBookedOn()
        .flatMap(first -> file.lastBookedOn().map(last -> new Days(first, last)));
  }

  @Override
  public void lines(int file, Consumer<SettlementLine> taker) {
    lines.forEach(file, taker);
  }

  @Override
  public void lines(int file, BitSet numbers, Consumer<SettlementLine> taker) {
    lines.forEach(file, numbers, taker);
  }

  @Override
  public Iterator<List<SettlementLine>> pages(int file) {
    return lines.pages(file);
  }

  @Override
  public Optional<SettlementLine> line(int file, int number) {
    return lines.line(file, number);
  }

  @Override
  public void quarantined(int file, Consumer<UnreadableFact> taker) {
    LocalDate since =
        settlements
            .find(file)
            .map(SettlementFile::importedAt)
            .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
            .orElse(LocalDate.EPOCH);
    lines.forEachQuarantined(
        file,
        broken -> taker.accept(new UnreadableFact(file, broken.number(), broken.detail(), since)));
  }
}
