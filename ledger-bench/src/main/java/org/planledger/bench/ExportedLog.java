package org.planledger.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
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
      line(out, header(size, checkpoint.note()));
      for (long first = 1; first <= size; first += PAGE_EVENTS) {
        long last = Math.min(size, first + PAGE_EVENTS - 1);
        for (var event : events.between(new PositionSpan(first, last))) {
          line(out, line(event));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the log was not written", e);
    }
  }

  private static Map<String, Object> header(long size, String note) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("format", "plan-ledger-log/1");
    header.put("from", 1);
    header.put("to", size);
    header.put("checkpoint", note);
    return header;
  }

  private static Map<String, Object> line(EventRow event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("streamType", event.streamType().name());
    line.put("streamId", event.streamId());
    line.put("position", event.position());
    line.put("sequence", event.sequence());
    line.put("eventId", event.eventId());
    line.put("type", event.type());
    line.put("revision", event.revision());
    line.put("recordedAt", event.recordedAt().toString());
    line.put("payload", base64(event.payload()));
    line.put("metadata", base64(event.metadata()));
    return line;
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  private static void line(OutputStream out, Map<String, Object> members) throws IOException {
    out.write(LedgerJson.mapper().writeValueAsBytes(members));
    out.write('\n');
  }
}
