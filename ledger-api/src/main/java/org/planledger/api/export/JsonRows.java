package org.planledger.api.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.AnswerJson;
import org.planledger.api.export.ExportColumn.Cell;

/// Rows as lines of JSON, an object each.
final class JsonRows implements RowSink {
  private final List<String> header;
  private final OutputStream out;

  JsonRows(List<String> header, OutputStream out) {
    this.header = header;
    this.out = new BufferedOutputStream(out);
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      object.put(header.get(i), value(cells.get(i)));
    }
    out.write(AnswerJson.MAPPER.writeValueAsBytes(object));
    out.write('\n');
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private static @Nullable Object value(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> text;
      case Cell.Whole(var number) -> number;
      case Cell.Decimal(var amount) -> amount;
      case Cell.Day(var day) -> day;
      case Cell.Nothing() -> null;
    };
  }
}
