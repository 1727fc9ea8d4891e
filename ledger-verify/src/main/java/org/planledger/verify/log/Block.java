package org.planledger.verify.log;

import java.util.ArrayList;
import java.util.List;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.proof.RecordHash;

/// Some whole lines of an exported log.
final class Block {

  private final String name;
  private final byte[] bytes;
  private final int length;
  private final long firstLine;

  /// The lines that are the first bytes of an array.
  ///
  /// @param name what is being read, for messages
  Block(String name, byte[] bytes, int length, long firstLine) {
    this.name = name;
    this.bytes = bytes;
    this.length = length;
    this.firstLine = firstLine;
  }

  int length() {
    return length;
  }

  /// The header in the first line, and what follows it.
  record Opened(ExportHeader header, Block rest) {}

  Opened open() {
    int end = endOfLine(0);
    var header = ExportHeader.read(new JsonReader(name, bytes, 0, end, firstLine));
    int start = Math.min(end + 1, length);
    byte[] rest = new byte[length - start];
    System.arraycopy(bytes, start, rest, 0, rest.length);
    return new Opened(header, new Block(name, rest, rest.length, firstLine + 1));
  }

  /// The events in these lines, hashed.
  List<ExportedEvent> events() {
    var events = new ArrayList<ExportedEvent>();
    var record = new RecordHash();
    var json = new JsonReader(name, bytes, 0, 0, firstLine);
    long line = firstLine;
    for (int start = 0; start < length; line++) {
      int end = endOfLine(start);
      if (end == start) {
        throw new UnusableInputException("%s, line %d".formatted(name, line), "the line is empty");
      }
      json.restart(start, end, line);
      events.add(ExportedEvent.read(json, record, line));
      start = end + 1;
    }
    return events;
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }
}
