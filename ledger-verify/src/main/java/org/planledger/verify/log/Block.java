package org.planledger.verify.log;

import java.util.ArrayList;
import java.util.List;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.proof.RecordHash;

/// Some whole lines of an exported log. How many lines stand before it is not known when it is cut:
/// to count them would take as long as to read them.
final class Block {

  private final String name;
  private final byte[] bytes;
  private final int length;

  /// The lines that are the first bytes of an array.
  ///
  /// @param name what is being read, for messages
  Block(String name, byte[] bytes, int length) {
    this.name = name;
    this.bytes = bytes;
    this.length = length;
  }

  int length() {
    return length;
  }

  /// The header in the first line of the log, and what follows it.
  record Opened(ExportHeader header, Block rest) {}

  Opened open() {
    int end = endOfLine(0);
    var header = ExportHeader.read(new JsonReader(name, bytes, 0, end, 1));
    int start = Math.min(end + 1, length);
    byte[] rest = new byte[length - start];
    System.arraycopy(bytes, start, rest, 0, rest.length);
    return new Opened(header, new Block(name, rest, rest.length));
  }

  /// The events in these lines, hashed.
  ///
  /// @param firstLine the number of the first of these lines
  List<ExportedEvent> events(long firstLine) {
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
      events.add(ExportedEvent.read(json, record));
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
