package org.planledger.api.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.planledger.api.web.Paging;
import org.springframework.http.HttpHeaders;

/// Writes a table as a file, while its rows are read.
public final class TableFile {

  private TableFile() {}

  /// Answers a request with a table.
  ///
  /// @param asked the form, if a parameter named it; else the client gets what it likes best
  /// @param position up to which the table goes
  /// @param rows read one after the other and closed at the end
  public static <R> void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      Optional<ExportForm> asked,
      long position,
      ExportTable<R> table,
      Stream<R> rows)
      throws IOException {
    try (rows) {
      var form =
          asked.orElseGet(
              () -> ExportForm.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT))));
      response.setContentType(form.contentType());
      response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
      response.setHeader(Paging.POSITION, String.valueOf(position));
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          "attachment; filename=\"%s-%d.%s\""
              .formatted(table.name(), position, form.name().toLowerCase(Locale.ROOT)));
      write(form, table, rows.iterator(), response.getOutputStream());
      response.getOutputStream().flush();
    }
  }

  /// Writes the rows of a table in a form, and leaves the stream open.
  public static <R> void write(
      ExportForm form, ExportTable<R> table, Iterator<R> rows, OutputStream out)
      throws IOException {
    RowSink sink =
        switch (form) {
          case CSV -> new CsvRows(table.header(), out);
          case XLSX -> new SheetRows(table.name(), table.header(), out);
          case JSONL -> new JsonRows(table.header(), out);
        };
    while (rows.hasNext()) {
      R row = rows.next();
      sink.row(table.columns().stream().map(column -> column.of(row)).toList());
    }
    sink.end();
  }
}
