package org.planledger.api.settlement.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One element with all that is in it, as large as a record may be.
final class XmlNode {

  private static final int MOST_ELEMENTS = 2_000;
  private static final int MOST_CHARACTERS = 1 << 16;

  private final String name;
  private final List<String> attributes = new ArrayList<>(0);
  private final List<XmlNode> children = new ArrayList<>(4);
  private String text = "";

  XmlNode(String name) {
    this.name = name;
  }

  /// Reads the element that begins here, to its end.
  ///
  /// @throws BrokenRecordException if it is larger than a record may be; the reader has come to its
  ///     end all the same
  static XmlNode read(XmlPull xml) {
    Size size = new Size();
    XmlNode node = read(xml, size);
    if (size.isTooLarge()) {
      throw BrokenRecordException.in(
          node.name,
          QuarantineReason.TOO_LONG,
          "the element has more than %,d characters or %,d elements"
              .formatted(MOST_CHARACTERS, MOST_ELEMENTS));
    }
    return node;
  }

  private static XmlNode read(XmlPull xml, Size size) {
    XmlNode node = new XmlNode(xml.element());
    for (int i = 0; i < xml.attributes(); i++) {
      node.attributes.add(xml.attributeName(i));
      node.attributes.add(xml.attributeValue(i));
    }
    String before = xml.textBeforeTag(size.text);
    while (xml.isStart()) {
      XmlNode child = read(xml, size);
      if (!size.isTooLarge()) {
        node.children.add(child);
      }
      xml.textBeforeTag(size.text);
    }
    if (node.children.isEmpty()) {
      node.text = before.strip();
    }
    size.elements++;
    size.characters += node.text.length() + node.name.length();
    return node;
  }

  private static final class Size {
    private final StringBuilder text = new StringBuilder();
    private int elements;
    private int characters;

    boolean isTooLarge() {
      return elements > MOST_ELEMENTS || characters > MOST_CHARACTERS;
    }
  }

  void add(XmlNode child) {
    children.add(child);
  }

  String name() {
    return name;
  }

  List<XmlNode> children() {
    return children;
  }

  String text() {
    return text;
  }

  /// An attribute; empty if there is none.
  String attribute(String attribute) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(attribute)) {
        return attributes.get(i + 1);
      }
    }
    return "";
  }

  /// The first element on a path below this one.
  Optional<XmlNode> find(String... path) {
    XmlNode at = this;
    for (String step : path) {
      XmlNode next = null;
      for (XmlNode child : at.children) {
        if (child.name.equals(step)) {
          next = child;
          break;
        }
      }
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  /// The text of the first element on a path; empty if there is none.
  String text(String... path) {
    return find(path).map(XmlNode::text).orElse("");
  }

  /// The element in its canonical form: no prefixes, no white space around elements.
  void write(StringBuilder out) {
    open(out);
    children.forEach(child -> child.write(out));
    escape(text, out);
    close(out);
  }

  void open(StringBuilder out) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.size(); i += 2) {
      out.append(' ').append(attributes.get(i)).append("=\"");
      escape(attributes.get(i + 1), out);
      out.append('"');
    }
    out.append('>');
  }

  void close(StringBuilder out) {
    out.append("</").append(name).append('>');
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
