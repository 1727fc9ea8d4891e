package org.planledger.api.settlement.format;

/// A text in a workbook, which may be in pieces of different looks.
final class RichText {

  private RichText() {}

  /// The text in the element that begins here; goes to its end.
  static String read(XmlPull xml, String element, StringBuilder buffer) {
    StringBuilder text = new StringBuilder();
    while (xml.nextTag() && !xml.isEnd(element)) {
      if (xml.isStart("t")) {
        text.append(xml.textBeforeTag(buffer));
      } else if (xml.isStart("rPh")) {
        // How a text is spoken is not part of it.
        xml.skip();
      }
      if (text.length() > CsvRows.MOST_CHARACTERS) {
        throw Workbook.wrong("a single text in it has more than 65,536 characters");
      }
    }
    return text.toString();
  }
}
