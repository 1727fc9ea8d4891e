package org.planledger.api.dossier;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// The forms in which a dossier is handed out. The first is for whoever asks for none.
enum Form {
  PDF(Form.PDF_TYPE, "pdf"),
  CSV(Form.CSV_TYPE, "csv"),
  LINES(Form.LINES_TYPE, "jsonl");

  static final String PDF_TYPE = "application/pdf";
  static final String CSV_TYPE = "text/csv";
  static final String LINES_TYPE = "application/x-ndjson";

  private final String type;
  private final String ending;

  Form(String type, String ending) {
    this.type = type;
    this.ending = ending;
  }

  private boolean isWithin(MediaType range) {
    return range.includes(MediaType.parseMediaType(type));
  }

  /// How a file of this form ends.
  String ending() {
    return ending;
  }

  /// The form that a client likes best among those it accepts; it accepts at least one.
  ///
  /// @param accept the header, which may be empty
  static Form of(List<String> accept) {
    var liked = MediaType.parseMediaTypes(accept);
    MimeTypeUtils.sortBySpecificity(liked);
    return liked.stream()
        .filter(each -> each.getQualityValue() > 0)
        .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
        .flatMap(each -> Stream.of(values()).filter(form -> form.isWithin(each)))
        .findFirst()
        .orElse(PDF);
  }
}
