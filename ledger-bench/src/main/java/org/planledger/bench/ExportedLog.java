package org.planledger.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.PositionSpan;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.StoredCheckpoint;

/// Writes a log as the server exports it, a line for each event: docs/evidence.md has the form.
final class ExportedLog {

  private static final int PAGE_EVENTS = 2_000;
  private static final int BUFFER_BYTES = 1 << 20;

  private ExportedLog() {}

  static void write(LedgerEvents events, StoredCheckpoint checkpoint, Path file) {
    long size = checkpoint.head(LogName.EVENTS).size();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
      line(out, new Header("plan-ledger-log/1", 1, size, checkpoint.note()));
      for (long first = 1; first <= size; first += PAGE_EVENTS) {
        long last = Math.min(size, first + PAGE_EVENTS - 1);
        for (var event : events.between(new PositionSpan(first, last))) {
          line(out, Line.of(event));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the log was not written", e);
    }
  }

  /// The first line.
  private record Header(String format, long from, long to, String checkpoint) {}

  /// An event, its members in the order in which the server writes them.
  private record Line(
      String streamType,
      String streamId,
      long position,
      long sequence,
      String eventId,
      String type,
      String revision,
      String recordedAt,
      String payload,
      String metadata) {

    static Line of(EventRow event) {
      return new Line(
          event.streamType().name(),
          event.streamId(),
          event.position(),
          event.sequence(),
          event.eventId(),
          event.type(),
          event.revision(),
          event.recordedAt().toString(),
          base64(event.payload()),
          base64(event.metadata()));
    }
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  private static void line(OutputStream out, Record line) throws IOException {
    out.write(LedgerJson.mapper().writeValueAsBytes(line));
    out.write('\n');
  }
}
