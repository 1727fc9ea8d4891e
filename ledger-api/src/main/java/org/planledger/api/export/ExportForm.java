package org.planledger.api.export;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// The forms in which a table is handed out. The first is for whoever asks for none.
public enum ExportForm {
  CSV(ExportForm.CSV_TYPE),
  XLSX(ExportForm.XLSX_TYPE),
  JSONL(ExportForm.JSONL_TYPE);

  public static final String CSV_TYPE = "text/csv";
  public static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String JSONL_TYPE = "application/x-ndjson";

  private final String type;

  ExportForm(String type) {
    this.type = type;
  }

  /// What the answer says it is.
  String contentType() {
    return this == CSV ? type + ";charset=utf-8;header=present" : type;
  }

  private boolean isWithin(MediaType range) {
    return range.includes(MediaType.parseMediaType(type));
  }

  /// The form that a client likes best among those it accepts; it accepts at least one.
  ///
  /// @param accept the header, which may be empty
  static ExportForm of(List<String> accept) {
    var liked = MediaType.parseMediaTypes(accept);
    MimeTypeUtils.sortBySpecificity(liked);
    return liked.stream()
        .filter(each -> each.getQualityValue() > 0)
        .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
        .flatMap(each -> Stream.of(values()).filter(form -> form.isWithin(each)))
        .findFirst()
        .orElse(CSV);
  }
}
