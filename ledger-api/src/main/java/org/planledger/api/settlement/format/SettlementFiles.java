package org.planledger.api.settlement.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKeys;

/// Reads a file in whichever format it is.
public final class SettlementFiles {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  private SettlementFiles() {}

  /// Reads a file from front to back.
  ///
  /// @param mapping what its columns mean; needed where the format is mapped
  /// @throws UnreadableFileException if it is not of that format, or not whole
  public static void read(
      Path file, SettlementFormat format, Optional<ColumnMapping> mapping, LineSink sink) {
    try {
      requireSomething(file, format);
      switch (format) {
        case STRIPE -> csv(file, format, StripeAdapter.KIND, sink);
        case ADYEN -> csv(file, format, AdyenAdapter.KIND, sink);
        case CAMT_053, CAMT_054 -> {
          try (InputStream in = open(file)) {
            new CamtReading(format, in, sink).read();
          }
        }
        case CSV -> mapped(file, mapping.orElseThrow(), sink);
        case XLSX -> workbook(file, mapping.orElseThrow(), sink);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireSomething(Path file, SettlementFormat format) throws IOException {
    Found found = Found.in(file);
    switch (found) {
      case EMPTY -> throw UnreadableFileException.wrong(format, "it is empty");
      case BINARY -> throw UnreadableFileException.wrong(format, "it holds bytes that are no text");
      case ZIP -> {
        if (format != SettlementFormat.XLSX) {
          throw UnreadableFileException.wrong(format, "it is a ZIP archive or a workbook");
        }
      }
      case XML -> {
        if (format != SettlementFormat.CAMT_053 && format != SettlementFormat.CAMT_054) {
          throw UnreadableFileException.wrong(format, "it is XML");
        }
      }
      case TEXT -> {
        if (format == SettlementFormat.XLSX) {
          throw UnreadableFileException.wrong(format, "it is text and no ZIP archive");
        }
      }
    }
  }

  /// The format that a file is in, by what stands at its beginning.
  ///
  /// @param mapped whether a mapping is named, so that any table can be read
  /// @throws UnreadableFileException if it is none that is known
  public static SettlementFormat detect(Path file, boolean mapped) {
    try {
      return switch (Found.in(file)) {
        case EMPTY -> throw new UnreadableFileException("The file is empty.");
        case BINARY ->
            throw new UnreadableFileException(
                "The file holds bytes that are no text, and is no workbook either.");
        case ZIP -> {
          if (!mapped) {
            throw new UnreadableFileException(
                "The file looks like a workbook, whose columns have to be explained by a mapping.");
          }
          yield SettlementFormat.XLSX;
        }
        case XML -> statement(file);
        case TEXT -> mapped ? SettlementFormat.CSV : table(file);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SettlementFormat statement(Path file) throws IOException {
    try (InputStream in = open(file);
        XmlPull xml = new XmlPull(in, Long.MAX_VALUE, "The file")) {
      String namespace = xml.nextTag() ? xml.namespace() : "";
      return CamtReading.formatOf(namespace)
          .orElseThrow(
              () ->
                  new UnreadableFileException(
                      ("The file is XML of the namespace \"%s\"; camt.053.001 and camt.054.001 are"
                              + " read, in the versions 02 to 13.")
                          .formatted(Texts.shown(namespace))));
    }
  }

  private static SettlementFormat table(Path file) throws IOException {
    String found = "";
    for (char separator : SEPARATORS) {
      try (InputStream in = open(file)) {
        Optional<TableHead> head =
            new TableReading(new CsvRows(in, TextEncoding.AUTO, separator, '"'), NOBODY)
                .head(0, true);
        if (head.isPresent()) {
          if (StripeAdapter.REQUIRED.stream().allMatch(head.get()::has)) {
            return SettlementFormat.STRIPE;
          }
          if (AdyenAdapter.REQUIRED.stream().allMatch(head.get()::has)) {
            return SettlementFormat.ADYEN;
          }
          found = head.get().size() > 1 || found.isEmpty() ? head.get().shown() : found;
        }
      }
    }
    throw new UnreadableFileException(
        "The columns are those of no format that is known: %s. Name a mapping that explains them."
            .formatted(found));
  }

  /// The processors' reports come with commas, and leave a spreadsheet with something else.
  private static void csv(Path file, SettlementFormat format, TableAdapter.Kind kind, LineSink sink)
      throws IOException {
    List<String> wanted =
        format == SettlementFormat.STRIPE ? StripeAdapter.REQUIRED : AdyenAdapter.REQUIRED;
    for (char separator : SEPARATORS) {
      try (InputStream in = open(file)) {
        TableReading reading =
            new TableReading(new CsvRows(in, TextEncoding.AUTO, separator, '"'), sink);
        Optional<TableHead> head = reading.head(0, true);
        if (head.isPresent() && wanted.stream().allMatch(head.get()::has)) {
          reading.records(head.get(), kind.of(head.get()), new LineKeys(kind.source()), false);
          return;
        }
      }
    }
    try (InputStream in = open(file)) {
      TableHead head =
          new TableReading(new CsvRows(in, TextEncoding.AUTO, ',', '"'), sink)
              .head(0, true)
              .orElseThrow(() -> UnreadableFileException.wrong(format, "it has no rows"));
      Heads.require(format, head, wanted);
    }
  }

  private static void mapped(Path file, ColumnMapping mapping, LineSink sink) throws IOException {
    try (InputStream in = open(file)) {
      CsvRows rows = new CsvRows(in, mapping.encoding(), mapping.separator(), mapping.quote());
      read(rows, SettlementFormat.CSV, mapping, false, sink);
    }
  }

  private static void workbook(Path file, ColumnMapping mapping, LineSink sink) throws IOException {
    try (Workbook workbook = Workbook.open(file);
        XlsxRows rows = workbook.rows(mapping.sheet())) {
      read(rows, SettlementFormat.XLSX, mapping, workbook.isFrom1904(), sink);
    }
  }

  private static void read(
      TableRows rows,
      SettlementFormat format,
      ColumnMapping mapping,
      boolean from1904,
      LineSink sink)
      throws IOException {
    TableReading reading = new TableReading(rows, sink);
    TableHead head =
        reading
            .head(mapping.skippedRows(), mapping.named())
            .orElseThrow(
                () ->
                    UnreadableFileException.wrong(
                        format,
                        "there is no row behind the %d that are skipped"
                            .formatted(mapping.skippedRows())));
    MappedAdapter adapter = new MappedAdapter(format, mapping, head, from1904);
    reading.records(head, adapter, new LineKeys(mapping.source()), !mapping.named());
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
  }

  private static final LineSink NOBODY =
      new LineSink() {
        @Override
        public void line(org.planledger.core.finance.settlement.SettlementLine line) {
          throw new IllegalStateException("only the head is read");
        }

        @Override
        public void quarantined(QuarantinedRecord broken) {
          throw new IllegalStateException("only the head is read");
        }

        @Override
        public void reached(long bytes) {
          // Nobody waits.
        }
      };
}
