package org.planledger.api.settlement.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.settlement.SettlementLine;

/// What was read from a file.
final class Taken implements LineSink {

  private final List<SettlementLine> lines = new ArrayList<>();
  private final List<QuarantinedRecord> broken = new ArrayList<>();

  static Taken from(Path folder, SettlementFormat format, String content) {
    return from(folder, format, Optional.empty(), content.getBytes(StandardCharsets.UTF_8));
  }

  static Taken from(Path folder, ColumnMapping mapping, String content, Charset charset) {
    return from(folder, SettlementFormat.CSV, Optional.of(mapping), content.getBytes(charset));
  }

  static Taken from(
      Path folder, SettlementFormat format, Optional<ColumnMapping> mapping, byte[] content) {
    try {
      Path file = Files.write(folder.resolve("file"), content);
      Taken taken = new Taken();
      SettlementFiles.read(file, format, mapping, taken);
      return taken;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<SettlementLine> lines() {
    return lines;
  }

  List<QuarantinedRecord> broken() {
    return broken;
  }

  /// `number column reason` of each.
  List<String> reasons() {
    return broken.stream()
        .map(each -> each.number() + " " + each.column().orElse("-") + " " + each.reason())
        .toList();
  }

  @Override
  public void line(SettlementLine line) {
    lines.add(line);
  }

  @Override
  public void quarantined(QuarantinedRecord record) {
    broken.add(record);
  }

  @Override
  public void reached(long bytes) {
    if (bytes < 0) {
      throw new AssertionError("nobody reads backwards");
    }
  }
}
