package org.planledger.api.settlement.format;

import java.io.InputStream;
import java.io.StringReader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML from front to back. Whatever reaches outside of the file, or grows when it is read, is
/// refused: document types, entities, elements without end.
final class XmlPull implements AutoCloseable {

  private static final XMLInputFactory FACTORY = factory();

  /// What a single event may take from the file.
  private static final long MOST_AT_ONCE = 1 << 20;

  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 1 << 16;

  private final XMLStreamReader reader;
  private final CountedInput in;
  private final String name;
  private int depth;

  /// @param in what is read, at most so much of it
  /// @param name what is read, for messages
  XmlPull(InputStream in, long mostBytes, String name) {
    this.in = new CountedInput(in, mostBytes, MOST_AT_ONCE);
    this.name = name;
    try {
      reader = FACTORY.createXMLStreamReader(this.in);
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private static XMLInputFactory factory() {
    // The one of the JDK, whatever else lies on the class path: its limits are known.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((_, _, _, _) -> new StringReader(""));
    return factory;
  }

  /// Goes to the next beginning or end of an element.
  ///
  /// @return false at the end of the file
  boolean nextTag() {
    while (true) {
      int event = advance();
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  private int advance() {
    try {
      if (!reader.hasNext()) {
        return XMLStreamConstants.END_DOCUMENT;
      }
      int event = reader.next();
      in.rest();
      switch (event) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new UnreadableFileException(
                "%s has a document type or entities, which are never read.".formatted(name));
        case XMLStreamConstants.START_ELEMENT -> deeper();
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
      return event;
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new UnreadableFileException(
          "%s is nested deeper than %d elements.".formatted(name, DEEPEST));
    }
  }

  boolean isStart() {
    return reader.isStartElement();
  }

  boolean isStart(String element) {
    return reader.isStartElement() && reader.getLocalName().equals(element);
  }

  boolean isEnd(String element) {
    return reader.isEndElement() && reader.getLocalName().equals(element);
  }

  String element() {
    return reader.getLocalName();
  }

  String namespace() {
    String namespace = reader.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /// An attribute of the element that begins here; empty if it has none.
  String attribute(String attribute) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(attribute)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  int attributes() {
    return reader.getAttributeCount();
  }

  String attributeName(int attribute) {
    return reader.getAttributeLocalName(attribute);
  }

  String attributeValue(int attribute) {
    return reader.getAttributeValue(attribute);
  }

  /// Goes to the next tag and tells the text before it, as far as it is kept.
  String textBeforeTag(StringBuilder text) {
    text.setLength(0);
    while (true) {
      int event = advance();
      switch (event) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          int room = LONGEST_TEXT - text.length();
          text.append(
              reader.getTextCharacters(),
              reader.getTextStart(),
              Math.min(room, reader.getTextLength()));
        }
        case XMLStreamConstants.START_ELEMENT,
            XMLStreamConstants.END_ELEMENT,
            XMLStreamConstants.END_DOCUMENT -> {
          return text.toString();
        }
        default -> {}
      }
    }
  }

  /// Goes to the end of the element that begins here.
  void skip() {
    int outside = depth - 1;
    while (depth > outside) {
      if (advance() == XMLStreamConstants.END_DOCUMENT) {
        return;
      }
    }
  }

  long bytes() {
    return in.count();
  }

  private UnreadableFileException damaged(XMLStreamException e) {
    Location at = e.getLocation();
    String place = at == null ? "" : " at line " + at.getLineNumber();
    String said = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
    return new UnreadableFileException(
        "%s is not well-formed XML, or ends too early%s: %s"
            .formatted(name, place, Texts.shown(said)),
        e);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }
}
