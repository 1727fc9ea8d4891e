package org.planledger.core.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/// What a signed note of the ledger says: how far its logs go, and what they hold (C2SP
/// tlog-checkpoint, with extension lines).
///
/// @param origin names the ledger
/// @param events the head of the log of events
/// @param map the root of the map of streams
/// @param attempts the head of the log of attempts
/// @param reads the head of the log of reads
/// @param time when it was made, by the ledger's own clock
public record Checkpoint(
    String origin, TreeHead events, Hash map, TreeHead attempts, TreeHead reads, Instant time) {

  private static final int LINES = 7;

  /// The text to be signed.
  public String body() {
    return String.join(
            "\n",
            origin,
            String.valueOf(events.size()),
            events.root().toBase64(),
            "map " + map.toBase64(),
            head("attempts", attempts),
            head("reads", reads),
            "time " + time)
        + "\n";
  }

  private static String head(String log, TreeHead head) {
    return log + " " + head.size() + " " + head.root().toBase64();
  }

  /// Reads the text of a note.
  ///
  /// @throws IllegalArgumentException if it is no checkpoint of a ledger
  public static Checkpoint parse(String body) {
    List<String> lines = List.of(body.split("\n", -1));
    if (lines.size() != LINES + 1 || !lines.getLast().isEmpty()) {
      throw new IllegalArgumentException("A checkpoint has " + LINES + " lines");
    }
    try {
      Checkpoint read =
          new Checkpoint(
              lines.get(0),
              new TreeHead(Long.parseUnsignedLong(lines.get(1)), Hash.ofBase64(lines.get(2))),
              Hash.ofBase64(words("map", 2, lines.get(3))[1]),
              head(words("attempts", 3, lines.get(4))),
              head(words("reads", 3, lines.get(5))),
              Instant.parse(words("time", 2, lines.get(6))[1]));
      if (!read.body().equals(body)) {
        throw new IllegalArgumentException("A checkpoint is written in one way only");
      }
      return read;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("The time of the checkpoint cannot be read", e);
    }
  }

  private static TreeHead head(String[] words) {
    return new TreeHead(Long.parseUnsignedLong(words[1]), Hash.ofBase64(words[2]));
  }

  private static String[] words(String name, int count, String line) {
    String[] words = line.split(" ", -1);
    if (words.length != count || !words[0].equals(name)) {
      throw new IllegalArgumentException("The line of " + name + " is missing");
    }
    return words;
  }
}
