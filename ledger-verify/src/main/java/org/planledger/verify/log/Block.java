package org.planledger.verify.log;

import java.util.Arrays;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Letters;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.proof.RecordHash;

/// Some whole lines of an exported log, in memory that is used again for others. How many lines
/// stand before it is not known when it is cut: to count them would take as long as to read them.
final class Block {

  private final String name;
  private final HashedEvents events = new HashedEvents();
  private final RecordHash record = new RecordHash();
  private byte[] bytes;
  private int start;
  private int length;

  /// An empty block.
  ///
  /// @param name what is being read, for messages
  /// @param capacityBytes for how many bytes there is room at first
  Block(String name, int capacityBytes) {
    this.name = name;
    this.bytes = new byte[capacityBytes];
  }

  /// Where the lines are to be written; other lines are there no more.
  byte[] room(int leastBytes) {
    if (bytes.length < leastBytes) {
      bytes = Arrays.copyOf(bytes, leastBytes);
    }
    return bytes;
  }

  /// So many of the bytes are the lines.
  void holds(int lengthBytes) {
    this.start = 0;
    this.length = lengthBytes;
  }

  int length() {
    return length;
  }

  /// Reads the header in the first line of the log; what follows it are events.
  ExportHeader open() {
    int end = endOfLine(0);
    start = Math.min(end + 1, length);
    return ExportHeader.read(new JsonReader(name, bytes, 0, end, 1));
  }

  /// The events in these lines, hashed; they are good until the next are asked for.
  ///
  /// @param firstLine the number of the first of these lines
  HashedEvents events(long firstLine) {
    events.clear();
    var json = new JsonReader(name, bytes, 0, 0, firstLine);
    long line = firstLine;
    for (int at = start; at < length; line++) {
      int end = endOfLine(at);
      if (end == at) {
        throw new UnusableInputException("%s, line %d".formatted(name, line), "the line is empty");
      }
      json.restart(at, end, line);
      ExportedEvent.read(json, record, events);
      at = end + 1;
    }
    return events;
  }

  /// The stream of one of these events, which is read once more for it.
  String streamId(int index) {
    int at = start;
    for (int i = 0; i < index; i++) {
      at = endOfLine(at) + 1;
    }
    var json = new JsonReader(name, bytes, at, endOfLine(at), 1);
    return ExportedEvent.read(json, new RecordHash(), new HashedEvents()).toString();
  }

  private int endOfLine(int from) {
    return Letters.indexOf('\n', bytes, from, length);
  }
}
