package org.planledger.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planledger.core.plan.PlanCommand;

/// The golden files hold what was once written, one document a line. A file of a released revision
/// never changes: a new form is a new revision with a file of its own.
class KeepingFormsStableTest {

  @TestFactory
  Stream<DynamicTest> every_event_is_written_byte_for_byte_as_its_golden_file_has_it() {
    return EventCatalogue.events().stream()
        .map(
            type -> {
              var stored = EventCatalogue.of(type);
              return DynamicTest.dynamicTest(
                  stored.name(),
                  () ->
                      assertThat(written(samples(EventSamples.all(), type)))
                          .isEqualTo(lines(golden("events", stored))));
            });
  }

  @TestFactory
  Stream<DynamicTest> every_golden_event_is_read_as_the_event_it_was() {
    return EventCatalogue.events().stream()
        .map(
            type -> {
              var stored = EventCatalogue.of(type);
              return DynamicTest.dynamicTest(
                  stored.name(),
                  () ->
                      assertThat(
                              lines(golden("events", stored)).stream()
                                  .map(line -> EventCatalogue.read(stored, line.getBytes(UTF_8)))
                                  .toList())
                          .isEqualTo(samples(EventSamples.all(), type)));
            });
  }

  @TestFactory
  Stream<DynamicTest> every_command_is_kept_byte_for_byte_as_its_golden_file_has_it() {
    return CommandCatalogue.commands().stream()
        .map(
            type -> {
              var kept = samples(CommandSamples.all(), type);
              var name = CommandCatalogue.name((PlanCommand) kept.getFirst());
              return DynamicTest.dynamicTest(
                  name,
                  () ->
                      assertThat(written(kept))
                          .isEqualTo(lines(golden("commands", new StoredType(name, "1")))));
            });
  }

  @TestFactory
  Stream<DynamicTest> every_golden_command_is_read_as_the_command_it_was() {
    return CommandCatalogue.commands().stream()
        .map(
            type -> {
              var kept = samples(CommandSamples.all(), type);
              var name = CommandCatalogue.name((PlanCommand) kept.getFirst());
              return DynamicTest.dynamicTest(
                  name,
                  () ->
                      assertThat(
                              lines(golden("commands", new StoredType(name, "1"))).stream()
                                  .map(line -> CommandCatalogue.read(name, line.getBytes(UTF_8)))
                                  .toList())
                          .isEqualTo(kept));
            });
  }

  @Test
  void a_member_that_this_version_does_not_know_is_passed_over() {
    var event = EventSamples.all().getLast();
    var type = EventCatalogue.of(event.getClass());
    var newer =
        new String(LedgerJson.write(event), UTF_8)
            .replaceFirst("\\{", "{\"weather\":{\"wind\":9},");

    assertThat(EventCatalogue.read(type, newer.getBytes(UTF_8))).isEqualTo(event);
  }

  @Test
  void a_missing_value_is_an_error_and_never_null() {
    var event = EventSamples.all().getLast();
    var type = EventCatalogue.of(event.getClass());
    var torn = new String(LedgerJson.write(event), UTF_8).replaceFirst("\"deviceId\"", "\"x\"");

    assertThatThrownBy(() -> EventCatalogue.read(type, torn.getBytes(UTF_8)))
        .isInstanceOf(StoredJsonException.class)
        .hasMessageContaining("deviceId");
  }

  @Test
  void a_missing_number_or_flag_is_an_error_and_never_nothing() {
    var claimed =
        samples(EventSamples.all(), org.planledger.core.plan.PlanEvent.ReplacementClaimed.class)
            .getFirst();
    var type = EventCatalogue.of(claimed.getClass());
    var json = new String(LedgerJson.write(claimed), UTF_8);

    for (var member : List.of("ordinal", "freeAlternativeAcknowledged")) {
      var torn = json.replaceFirst("\"" + member + "\"", "\"x\"").getBytes(UTF_8);
      assertThatThrownBy(() -> EventCatalogue.read(type, torn))
          .isInstanceOf(StoredJsonException.class)
          .hasMessageContaining(member);
    }
  }

  @Test
  void a_value_that_its_type_does_not_take_is_named_with_its_place() {
    var event = EventSamples.all().getLast();
    var type = EventCatalogue.of(event.getClass());
    var wrong = new String(LedgerJson.write(event), UTF_8).replace("d1d1", "D1D1");

    assertThatThrownBy(() -> EventCatalogue.read(type, wrong.getBytes(UTF_8)))
        .isInstanceOf(StoredJsonException.class)
        .hasMessageContaining("64 lower-case hexadecimal digits")
        .hasMessageContaining("deviceId");
  }

  @Test
  void an_event_of_an_unknown_name_or_revision_stops_the_reader() {
    assertThatThrownBy(() -> EventCatalogue.read(new StoredType("PlanBurnt", "1"), new byte[0]))
        .isInstanceOf(StoredJsonException.class)
        .hasMessage("no event is called PlanBurnt");
    assertThatThrownBy(() -> EventCatalogue.read(new StoredType("PlanPurchased", "2"), new byte[0]))
        .isInstanceOf(StoredJsonException.class)
        .hasMessage("revision 2 of PlanPurchased is not known; the newest is 1");
  }

  @Test
  void a_type_without_a_name_and_a_name_for_two_types_stop_the_program() {
    assertThatThrownBy(() -> new Catalogue<>().coveringAllOf(PlanCommand.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PurchasePlan")
        .hasMessageContaining("LapseCase");
    assertThatThrownBy(() -> new Catalogue<>().with(String.class, "a", 1).with(Long.class, "a", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("two types are stored under the name a");
  }

  private static List<Object> samples(List<?> all, Class<?> type) {
    List<Object> samples = all.stream().filter(type::isInstance).map(Object.class::cast).toList();
    assertThat(samples).as("samples of %s", type.getSimpleName()).isNotEmpty();
    return samples;
  }

  private static List<String> written(List<Object> values) {
    return values.stream().map(value -> new String(LedgerJson.write(value), UTF_8)).toList();
  }

  private static List<String> lines(String golden) {
    return golden.lines().collect(Collectors.toList());
  }

  private static String golden(String kind, StoredType type) {
    var path = "/golden/%s/%s-%s.jsonl".formatted(kind, type.name(), type.revision());
    try (var file = KeepingFormsStableTest.class.getResourceAsStream(path)) {
      assertThat(file).as("golden file %s", path).isNotNull();
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
