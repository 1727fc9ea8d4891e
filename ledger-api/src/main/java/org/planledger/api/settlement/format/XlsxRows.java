package org.planledger.api.settlement.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The rows of a sheet. Cells without a place stand behind the one before.
final class XlsxRows implements TableRows, TableRow, AutoCloseable {

  private static final int MOST_ROWS = 1_048_576;

  private final XmlPull xml;
  private final List<String> shared;
  private final StringBuilder buffer = new StringBuilder();
  private String[] texts = new String[32];
  private boolean[] numbers = new boolean[32];
  private int size;
  private int width;
  private int number;
  private Optional<BrokenRecordException> fault = Optional.empty();

  XlsxRows(XmlPull xml, List<String> shared) {
    this.xml = xml;
    this.shared = shared;
    while (xml.nextTag()) {
      if (xml.isStart("sheetData")) {
        return;
      }
      if (xml.isStart() && !xml.isStart("worksheet")) {
        xml.skip();
      }
    }
    throw Workbook.wrong("the sheet has no rows");
  }

  @Override
  public boolean next() {
    while (xml.nextTag()) {
      if (xml.isStart("row")) {
        read();
        if (!isEmpty()) {
          return true;
        }
      } else if (xml.isEnd("sheetData")) {
        return false;
      }
    }
    return false;
  }

  private void read() {
    fault = Optional.empty();
    size = 0;
    String named = xml.attribute("r");
    int told = named.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(named) : number + 1;
    if (told <= number || told > MOST_ROWS) {
      throw Workbook.wrong("its rows are not in order");
    }
    number = told;
    while (xml.nextTag() && !xml.isEnd("row")) {
      if (xml.isStart("c")) {
        cell();
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
    // Cells that are empty at the end of a row are left out.
    if (width == 0) {
      width = size;
    }
    room(width);
    while (size < width) {
      texts[size] = "";
      numbers[size++] = false;
    }
  }

  private void cell() {
    int column = column(xml.attribute("r"));
    String type = xml.attribute("t");
    String value = value(type);
    if (column < size || column >= CsvRows.MOST_COLUMNS) {
      fault =
          Optional.of(
              BrokenRecordException.of(
                  QuarantineReason.FIELD_COUNT,
                  "a row has at most 10,000 cells, each in its place"));
      return;
    }
    room(column + 1);
    while (size < column) {
      texts[size] = "";
      numbers[size++] = false;
    }
    numbers[size] = type.isEmpty() || type.equals("n");
    texts[size++] = value;
    if (type.equals("e")) {
      fault =
          Optional.of(
              BrokenRecordException.of(
                  QuarantineReason.MISSING, "a cell shows the error " + Texts.shown(value)));
    }
  }

  private String value(String type) {
    String value = "";
    while (xml.nextTag() && !xml.isEnd("c")) {
      if (xml.isStart("v")) {
        value = xml.textBeforeTag(buffer);
      } else if (xml.isStart("is")) {
        value = RichText.read(xml, "is", buffer);
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
    return type.equals("s") ? sharedText(value.strip()) : value;
  }

  private String sharedText(String index) {
    int at = index.matches("[0-9]{1,7}") ? Integer.parseInt(index) : -1;
    if (at < 0 || at >= shared.size()) {
      fault =
          Optional.of(
              BrokenRecordException.of(
                  QuarantineReason.MISSING, "a cell names a text that the workbook does not have"));
      return "";
    }
    return shared.get(at);
  }

  /// The column in a place such as `AB12`.
  private int column(String place) {
    int column = 0;
    int i = 0;
    while (i < place.length() && i < 4 && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z') {
      column = column * 26 + place.charAt(i) - 'A' + 1;
      i++;
    }
    return i == 0 ? size : column - 1;
  }

  private void room(int columns) {
    if (columns > texts.length) {
      int length = Math.max(columns, texts.length * 2);
      texts = Arrays.copyOf(texts, length);
      numbers = Arrays.copyOf(numbers, length);
    }
  }

  private boolean isEmpty() {
    for (int i = 0; i < size; i++) {
      if (!texts[i].isBlank()) {
        return false;
      }
    }
    return fault.isEmpty();
  }

  @Override
  public TableRow row() {
    return this;
  }

  @Override
  public Optional<BrokenRecordException> fault() {
    return fault;
  }

  @Override
  public boolean isFolded() {
    return false;
  }

  @Override
  public void unfold() {
    // A row of a sheet has its cells and no others.
  }

  @Override
  public long bytes() {
    return xml.bytes();
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String text(int column) {
    return texts[column];
  }

  @Override
  public boolean isNumber(int column) {
    return numbers[column];
  }

  @Override
  public String raw() {
    return String.join("\t", Arrays.asList(texts).subList(0, size));
  }

  @Override
  public void close() {
    xml.close();
  }
}
