package org.planledger.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planledger.core.plan.SimulatedBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The contract of every event and revision is a JSON Schema in `docs/events`: those of the newest
/// revisions are made from the types, and those of older ones never change again.
class DescribingEventsTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Path REPOSITORY = SourceDocs.repository();
  private static final Path FOLDER = REPOSITORY.resolve("docs/events");
  private static final Path GOLDEN =
      REPOSITORY.resolve("ledger-core/src/test/resources/golden/events");
  private static final String ENDING = ".schema.json";

  /// The schemas of revisions that nobody writes any more.
  private static final Map<String, String> FROZEN =
      Map.of(
          "ReplacementClaimed-1",
          "d4236b1f41dccfa4a7dce722597d561bd8b589c48a3f4f1e99fb15ec3cd5e79e");

  private final SourceDocs docs = new SourceDocs(REPOSITORY);

  @TestFactory
  Stream<DynamicTest> the_schema_of_an_event_is_the_one_that_its_type_gives() throws IOException {
    Files.createDirectories(FOLDER);
    return EventCatalogue.events().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    name(EventCatalogue.of(event)),
                    () -> isWritten(name(EventCatalogue.of(event)) + ENDING, schema(event))));
  }

  @Test
  void the_list_of_schemas_is_the_one_that_the_catalogue_gives() throws IOException {
    var list = new StringBuilder(INTRODUCTION);
    for (var event : EventCatalogue.events()) {
      var stored = EventCatalogue.of(event);
      int newest = Integer.parseInt(stored.revision());
      for (int revision = newest; revision > 0; revision--) {
        var name = stored.name() + "-" + revision;
        list.append(
            "| [%s](%s) | %d | %s |%n"
                .formatted(
                    stored.name(),
                    name + ENDING,
                    revision,
                    revision == newest ? docs.of(event).orElse("") : "older form, still read"));
      }
    }
    isWritten("README.md", list.toString().replace(System.lineSeparator(), "\n"));
  }

  private static void isWritten(String file, String expected) throws IOException {
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(FOLDER.resolve(file), expected);
    }
    assertThat(FOLDER.resolve(file))
        .as(
            "docs/events is made by: ./mvnw -pl ledger-core test"
                + " -Dtest=DescribingEventsTest -Dupdate.docs=true")
        .exists()
        .hasContent(expected);
  }

  private String schema(Class<?> event) {
    return JSON.writeValueAsString(EventSchema.of(event, docs)) + "\n";
  }

  @Test
  void every_revision_that_was_ever_written_has_a_schema_and_nothing_else_has() {
    assertThat(names(FOLDER, ENDING)).isEqualTo(names(GOLDEN, ".jsonl"));
    var newest = new TreeSet<String>();
    EventCatalogue.events().forEach(event -> newest.add(name(EventCatalogue.of(event))));
    var older = names(FOLDER, ENDING);
    older.removeAll(newest);
    assertThat(older).isEqualTo(new TreeSet<>(FROZEN.keySet()));
  }

  @Test
  void the_schema_of_an_older_revision_stays_as_it_was() {
    var digests = new LinkedHashMap<String, String>();
    FROZEN.keySet().forEach(name -> digests.put(name, sha256(FOLDER.resolve(name + ENDING))));
    assertThat(digests).isEqualTo(FROZEN);
  }

  @Test
  void every_member_says_what_it_is() {
    var silent = new TreeSet<String>();
    for (var name : names(FOLDER, ENDING)) {
      silent(name, read(name), read(name), silent);
    }
    assertThat(silent).isEmpty();
  }

  private static void silent(String place, JsonNode schema, JsonNode root, Set<String> found) {
    for (var member : schema.path("properties").properties()) {
      var described =
          member.getValue().has("description")
              || root.at(member.getValue().path("$ref").asString("#/-").substring(1))
                  .has("description");
      if (!described) {
        found.add(place + "/" + member.getKey());
      }
    }
    for (var definition : schema.path("$defs").properties()) {
      silent(place + "/" + definition.getKey(), definition.getValue(), root, found);
    }
  }

  @TestFactory
  Stream<DynamicTest> a_golden_event_is_what_its_schema_says_and_no_altered_one_is() {
    return names(GOLDEN, ".jsonl").stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      var schema = compiled(name);
                      var altered = 0;
                      for (var line : Files.readAllLines(GOLDEN.resolve(name + ".jsonl"))) {
                        var event = JSON.readTree(line);
                        assertThat(schema.validate(event)).as(line).isEmpty();
                        for (var wrong : altered(event)) {
                          assertThat(schema.validate(wrong)).as("%s", wrong).isNotEmpty();
                          altered++;
                        }
                      }
                      assertThat(altered).isGreaterThan(2);
                    }));
  }

  @Test
  void every_event_of_a_simulated_book_is_what_its_schema_says() {
    var schemas = new TreeMap<String, Schema>();
    long events = 0;
    for (var event : SimulatedBook.events()) {
      var name = name(EventCatalogue.of(event.getClass()));
      var json = JSON.readTree(LedgerJson.write(event));
      assertThat(schemas.computeIfAbsent(name, DescribingEventsTest::compiled).validate(json))
          .as("%s %s", name, json)
          .isEmpty();
      events++;
    }
    assertThat(events).isGreaterThan(1_000);
    assertThat(schemas).hasSizeGreaterThan(20);
  }

  /// The event with a member more, and with each of its values in turn of another kind.
  private static List<JsonNode> altered(JsonNode event) {
    var all = new ArrayList<JsonNode>();
    all.add(((ObjectNode) event.deepCopy()).put("weather", "windy"));
    alter(event, new ArrayList<>(), event, all);
    return all;
  }

  private static void alter(JsonNode event, List<Object> place, JsonNode node, List<JsonNode> all) {
    if (!place.isEmpty()) {
      all.add(with(event, place, node.isString() ? JSON.readTree("7") : JSON.readTree("\"\"")));
    }
    for (var member : node.properties()) {
      alter(event, plus(place, member.getKey()), member.getValue(), all);
    }
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      alter(event, plus(place, i), node.get(i), all);
    }
  }

  private static JsonNode with(JsonNode event, List<Object> place, JsonNode value) {
    var copy = event.deepCopy();
    JsonNode at = copy;
    for (var step : place.subList(0, place.size() - 1)) {
      at = step instanceof Integer index ? at.get(index) : at.get((String) step);
    }
    switch (place.getLast()) {
      case Integer index -> ((ArrayNode) at).set(index, value);
      case Object name -> ((ObjectNode) at).set((String) name, value);
    }
    return copy;
  }

  private static List<Object> plus(List<Object> place, Object step) {
    var longer = new ArrayList<>(place);
    longer.add(step);
    return longer;
  }

  private static Schema compiled(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(read(name));
  }

  private static JsonNode read(String name) {
    try {
      return JSON.readTree(Files.readString(FOLDER.resolve(name + ENDING)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(StoredType stored) {
    return stored.name() + "-" + stored.revision();
  }

  private static Set<String> names(Path folder, String ending) {
    try (var files = Files.list(folder)) {
      var names = new TreeSet<String>();
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ending))
          .map(file -> file.substring(0, file.length() - ending.length()))
          .forEach(names::add);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(Path file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static final String INTRODUCTION =
      """
      # The contracts of the events

      One JSON Schema (2020-12) for every event and revision of its form, made from the types by
      `DescribingEventsTest` and served at `GET /v1/event-schemas`. An event carries its name and its
      revision, in the ledger, in bundles and in exports, so whoever reads one knows its schema.

      * A revision that was written once never changes its meaning. A member may be added to it
        only if it may be left out: pass over what you do not know.
      * Whatever else changes, a new constant of an enumeration included, makes the next revision.
        Older ones stay as they are stored; the ledger reads them by bringing them up to date.
      * Private values stand as commitments, serial numbers as device ids. Amounts are whole minor
        units of their currency. Moments are UTC, days are contract days in the zone of the plan, and
        a period ends before its `until`.

      | event | revision | what it says |
      |---|---|---|
      """;
}
