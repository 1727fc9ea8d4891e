package org.planledger.core.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.json.EventCatalogue;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.NewerRecordException;
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
    var newest = EventCatalogue.of(type);
    assertThat(Integer.parseInt(named.group(2))).isBetween(1, Integer.parseInt(newest.revision()));
    var lines = Files.readAllLines(file);
    assertThat(lines).isNotEmpty();
    for (var line : lines) {
      var row = row(type, named.group(1), named.group(2), line);
      assertThat(decoder.event(row).event()).isInstanceOf(type);
    }
  }

  /// The two golden files hold the same claim, as it was written and as it is.
  @Test
  void what_an_older_form_says_is_said_by_the_newest() {
    assertThat(golden("ReplacementClaimed", "1")).isEqualTo(golden("ReplacementClaimed", "2"));
  }

  private List<Object> golden(String name, String revision) {
    try (var file =
        ReadingOldEventsTest.class.getResourceAsStream(
            "/golden/events/%s-%s.jsonl".formatted(name, revision))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .<Object>map(
              line ->
                  decoder
                      .event(row(EventCatalogue.named(name).orElseThrow(), name, revision, line))
                      .event())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_newer_form_stops_the_reader_and_says_what_helps() {
    var newer = row(PlanEvent.class, "ReplacementClaimed", "3", "{}");
    var unheardOf = row(PlanEvent.class, "PlanPaused", "1", "{}");

    assertThat(EventDecoder.isNewer(newer)).isTrue();
    assertThat(EventDecoder.isNewer(unheardOf)).isTrue();
    assertThat(EventDecoder.isNewer(row(PlanEvent.class, "ReplacementClaimed", "1", "{}")))
        .isFalse();
    assertThatThrownBy(() -> decoder.event(newer))
        .isInstanceOf(NewerRecordException.class)
        .hasMessage(
            "Event 0 of stream a stream, at position 1, is a ReplacementClaimed of revision 3."
                + " This version of the program does not know it: upgrade to the version that"
                + " wrote it.");
    assertThatThrownBy(() -> decoder.event(unheardOf))
        .isInstanceOf(NewerRecordException.class)
        .hasMessageContaining("is a PlanPaused of revision 1.");
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
