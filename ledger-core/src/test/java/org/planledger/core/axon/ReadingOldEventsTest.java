package org.planledger.core.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.json.EventCatalogue;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.StreamType;

/// Whatever was once written under a golden file's revision is still read, by way of the upcasters
/// where the form has changed since.
class ReadingOldEventsTest {

  private static final Pattern FILE = Pattern.compile("(\\w+)-(\\d+)\\.jsonl");

  private final EventDecoder decoder = new EventDecoder(new LedgerSerializer(), Upcasters.chain());

  @TestFactory
  Stream<DynamicTest> an_event_of_any_revision_is_read() throws IOException, URISyntaxException {
    var folder = Path.of(ReadingOldEventsTest.class.getResource("/golden/events").toURI());
    try (var files = Files.list(folder)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> read(file)));
    }
  }

  private void read(Path file) throws IOException {
    var named = FILE.matcher(file.getFileName().toString());
    assertThat(named.matches()).as("the name of %s", file).isTrue();
    var type = EventCatalogue.named(named.group(1)).orElseThrow();
    var lines = Files.readAllLines(file);
    assertThat(lines).isNotEmpty();
    for (var line : lines) {
      var row = row(type, named.group(1), named.group(2), line);
      assertThat(decoder.event(row).event()).isInstanceOf(type);
    }
  }

  private static EventRow row(Class<?> type, String name, String revision, String payload) {
    return new EventRow(
        1,
        Instant.EPOCH,
        DeviceEvent.class.isAssignableFrom(type) ? StreamType.DEVICE : StreamType.PLAN,
        "a stream",
        0,
        "0190b6a0-0000-7000-8000-00000000000e",
        name,
        revision,
        Instant.EPOCH,
        Bytes.utf8(payload),
        Bytes.utf8("{\"actor\":\"a\",\"client\":\"c\",\"idempotencyKey\":\"k\"}"),
        Bytes.EMPTY,
        Bytes.EMPTY);
  }
}
