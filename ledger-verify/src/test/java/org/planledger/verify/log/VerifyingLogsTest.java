package org.planledger.verify.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.prover.TestKeys;
import org.planledger.verify.prover.TestLedger;
import org.planledger.verify.prover.TestSigner;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class VerifyingLogsTest {

  private final TestSigner signer = new TestSigner(TestLedger.ORIGIN);
  private final Random random = new Random(11);
  private final TestLedger ledger = new TestLedger(random, signer);

  @TempDir private Path folder;

  @Test
  void a_log_is_good_at_every_size() {
    for (int i = 0; i < 70; i++) {
      assertGood(verify(lines()));
      var plans = ledger.plans();
      ledger.record(plans.isEmpty() || random.nextBoolean() ? null : plans.getLast());
    }
  }

  @Test
  void a_log_of_many_blocks_is_good_and_its_progress_is_told() throws IOException {
    for (int i = 0; i < 4000; i++) {
      ledger.record(null);
    }
    Path file = write(lines());
    assertThat(Files.size(file)).isGreaterThan(4 << 20);
    var reached = new AtomicLong();
    var report =
        new LogVerifier(TestKeys.of(signer), reached::set)
            .verify(new InputFile(file.toString()), List.of());
    assertGood(report);
    assertThat(reached).hasValue(Files.size(file));
    assertThat(report.json()).contains("\"streams\":8000");
  }

  @Test
  void every_event_counts() {
    for (int i = 0; i < 20; i++) {
      ledger.record(i % 4 == 0 || ledger.plans().isEmpty() ? null : ledger.plans().getLast());
    }
    List<String> good = lines();
    assertGood(verify(good));
    for (int at = 1; at < good.size(); at++) {
      var dropped = new ArrayList<>(good);
      dropped.remove(at);
      assertFound(dropped, at == good.size() - 1 ? Check.ROOT : Check.POSITION, at);
      var twice = new ArrayList<>(good);
      twice.add(at, good.get(at));
      assertFound(twice, Check.POSITION, at);
      if (at > 1) {
        var swapped = new ArrayList<>(good);
        Collections.swap(swapped, at, at - 1);
        assertFound(swapped, Check.POSITION, at);
      }
      for (String text : List.of("eventId", "type", "revision", "payload", "metadata")) {
        var changed = new ArrayList<>(good);
        ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(good.get(at));
        boolean base64 = text.equals("payload") || text.equals("metadata");
        event.put(text, base64 ? "AAAA" : event.get(text).asString() + "x");
        changed.set(at, event.toString());
        assertFound(changed, Check.ROOT, 0);
      }
    }
  }

  @Test
  void an_event_that_is_renumbered_leaves_a_gap_in_its_stream() {
    String plan = ledger.record(null);
    for (int i = 0; i < 5; i++) {
      ledger.record(plan);
    }
    var lines = lines();
    ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(lines.getLast());
    long sequence = event.get("sequence").asLong();
    event.put("sequence", sequence + 1);
    lines.set(lines.size() - 1, event.toString());
    var first = verify(lines).findings().kept().getFirst();
    assertThat(first.check()).isEqualTo(Check.SEQUENCE);
    assertThat(first.place().sequence()).isEqualTo(sequence + 1);
    assertThat(first.place().line()).isEqualTo(lines.size());
    assertThat(first.message()).isEqualTo("sequence %d is due here".formatted(sequence));
  }

  @Test
  void an_earlier_checkpoint_narrows_down_where_a_log_was_changed() throws IOException {
    var notes = new ArrayList<InputFile>();
    var sizes = new ArrayList<Integer>();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 7; j++) {
        ledger.record(null);
      }
      var sealed = ledger.seal();
      sizes.add(sealed.size());
      Path note = folder.resolve("note" + i);
      Files.writeString(note, sealed.note());
      notes.add(new InputFile(note.toString()));
    }
    var lines = lines();
    assertGood(verify(write(lines), notes));
    ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(lines.get(sizes.get(2)));
    event.put("type", "Other");
    lines.set(sizes.get(2), event.toString());
    var first = verify(write(lines), notes).findings().kept().getFirst();
    assertThat(first.check()).isEqualTo(Check.CONSISTENCY);
    assertThat(first.message())
        .isEqualTo(
            "by an earlier checkpoint one of the events from position %d to %d was changed, moved"
                    .formatted(sizes.get(1) + 1, sizes.get(2))
                + " or replaced");
  }

  @Test
  void a_log_without_its_last_events_is_refused_even_with_the_header_of_fewer() {
    ledger.record(null);
    ledger.record(null);
    var lines = lines();
    String header = lines.getFirst().replaceFirst("\"to\":\\d+", "\"to\":3");
    lines.set(0, header);
    assertThatThrownBy(() -> verify(lines))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("only a whole log leads to its checkpoint");
  }

  @Test
  void lines_that_are_none_are_refused_with_their_number() {
    ledger.record(null);
    var good = lines();
    for (String wrong : List.of("", "{}", "[]", "{\"position\":1}", good.get(2) + " x", "\u0000")) {
      var lines = new ArrayList<>(good);
      lines.set(2, wrong);
      assertThatThrownBy(() -> verify(lines))
          .isInstanceOf(UnusableInputException.class)
          .hasMessageContaining(", line 3");
    }
    assertThatThrownBy(() -> verify(List.of())).hasMessageContaining("there is nothing in it");
    assertThatThrownBy(() -> verify(good.subList(1, 2))).hasMessageContaining(", line 1");
  }

  @Test
  void a_line_may_be_written_in_any_order_with_blanks_and_with_escapes() {
    for (int i = 0; i < 10; i++) {
      ledger.record(null);
    }
    var lines = lines();
    for (int at = 1; at < lines.size(); at++) {
      ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(lines.get(at));
      var names = new ArrayList<>(event.propertyNames());
      Collections.shuffle(names, random);
      lines.set(
          at,
          names.stream()
              .map(name -> " %s\t:  %s ".formatted(escaped(name), rewritten(event.get(name))))
              .collect(Collectors.joining(",", "\t{", "}  \r")));
    }
    assertGood(verify(lines));
  }

  /// Blocks are used again and again, and the number of a line is known only after those before.
  @Test
  void what_is_wrong_in_a_late_block_is_found_at_its_line() {
    for (int i = 0; i < 4000; i++) {
      ledger.record(null);
    }
    var good = lines();
    for (int at : List.of(1, 4000, 7777, good.size() - 1)) {
      ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(good.get(at));
      event.put("position", at + 1_000_000L);
      var lines = new ArrayList<>(good);
      lines.set(at, event.toString());
      var first = verify(lines).findings().kept().getFirst();
      assertThat(first.check()).isEqualTo(Check.POSITION);
      assertThat(first.place().line()).isEqualTo(at + 1L);
      assertThat(first.place().streamId()).isEqualTo(event.get("streamId").asString());
      assertThat(first.place().sequence()).isEqualTo(event.get("sequence").asLong());
      lines.set(at, good.get(at).replace("\"metadata\":\"", "\"metadata\":\"-"));
      assertThatThrownBy(() -> verify(lines))
          .isInstanceOf(UnusableInputException.class)
          .hasMessageContaining(", line %d, column ".formatted(at + 1))
          .hasMessageEndingWith(
              "/metadata: this is not base64 (RFC 4648, section 4, padded, in one line)");
    }
  }

  @Test
  void a_line_may_be_longer_than_a_block() {
    ledger.record(null);
    var lines = lines();
    lines.set(1, lines.get(1).replaceFirst("\\{", "{" + " ".repeat(5_000_000)));
    lines.set(2, lines.get(2).replaceFirst("\\{", "{" + " ".repeat(2_000_000)));
    assertGood(verify(lines));
    lines.set(2, " ".repeat(64 << 20));
    assertThatThrownBy(() -> verify(lines))
        .hasMessageEndingWith("log.jsonl: a line is longer than 67,108,864 bytes");
  }

  private static String rewritten(JsonNode value) {
    return value.isString() ? escaped(value.asString()) : value.toString();
  }

  /// One letter of each text is written as an escape, if there is one that needs none.
  private static String escaped(String text) {
    String quoted = JsonMapper.shared().writeValueAsString(text);
    char first = text.isEmpty() ? '"' : text.charAt(0);
    return Character.isLetterOrDigit(first) && first < 128
        ? "\"\\u%04x%s".formatted((int) first, quoted.substring(2))
        : quoted;
  }

  private void assertGood(Report report) {
    assertThat(report.isGood()).as(report.text()).isTrue();
  }

  private void assertFound(List<String> lines, Check check, int position) {
    var first = verify(lines).findings().kept().getFirst();
    assertThat(first.check()).isEqualTo(check);
    if (position > 0) {
      assertThat(first.place().position()).isBetween((long) position, position + 1L);
    }
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    ledger
        .export(ledger.seal())
        .forEach(line -> lines.add(JsonMapper.shared().writeValueAsString(line)));
    return lines;
  }

  private Report verify(List<String> lines) {
    try {
      return verify(write(lines), List.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Report verify(Path file, List<InputFile> earlier) {
    return new LogVerifier(TestKeys.of(signer), _ -> {})
        .verify(new InputFile(file.toString()), earlier);
  }

  private Path write(List<String> lines) throws IOException {
    Path file = folder.resolve("log.jsonl");
    Files.writeString(
        file, String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"), StandardCharsets.UTF_8);
    return file;
  }
}
