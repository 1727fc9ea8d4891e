package org.planledger.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planledger.core.json.TermsFileException.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Breaks the released document in every place, and in many at once.
class RefusingBrokenEditionsTest {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final List<String> NEEDED_BY_SOME = List.of("lines", "models", "flyawayMinor");
  private static final List<String> OPTIONAL =
      List.of("repairDiscount", "sourceAnomaly", "onSaleFrom", "coverageGroup");

  private ObjectNode document;
  private @Nullable ObjectNode small;

  @BeforeEach
  void take_the_released_document() throws IOException {
    document = (ObjectNode) MAPPER.readTree(ReleasingEditionsTest.released());
  }

  /// A mistake, and the one problem that it has to be reported as.
  private record Mistake(Consumer<ObjectNode> made, Problem reported) {}

  /// Mistakes that have nothing to do with each other.
  private static final List<Mistake> MISTAKES =
      List.of(
          mistake(
              "/plans/TWO_YEAR",
              "months",
              "-1",
              "/plans/TWO_YEAR",
              "a plan lasts at least a month: -1"),
          mistake(
              "/plans/ONE_YEAR",
              "months",
              "1000000000",
              "/plans/ONE_YEAR",
              "a plan lasts at most 120 months: 1000000000"),
          mistake(
              "/sendBack",
              "expressWorkingDays",
              "10000000",
              "/sendBack/expressWorkingDays",
              "a deadline lasts at most 366 days: 10000000"),
          mistake(
              "/reward",
              "months",
              "\"12\"",
              "/reward/months",
              "expected a whole number instead of STRING"),
          mistake(
              "/sendBack",
              "onlineCalendarDays",
              "0",
              "/sendBack/onlineCalendarDays",
              "a deadline needs at least one day: 0"),
          mistake(
              "/costs/MAINTENANCE",
              "labour",
              "\"CUSTOMER\"",
              "/costs/MAINTENANCE/labour",
              "'CUSTOMER' is none of [PROVIDER, FEE_BY_MODE_AND_ORDINAL, DISCOUNT]"),
          mistake(
              "/exclusions/ALL",
              "X-G-01",
              "\"NEVER\"",
              "/exclusions/ALL/X-G-01",
              "'NEVER' is none of [CASE, PART, COST, CASE_UNLESS_MISSING_MATERIAL_PAID]"),
          mistake("/sources", "regions", "\" \"", "/sources/regions", "the text must not be blank"),
          mistake(
              "/components/REPLACEMENT/4/parts",
              "GRIPP",
              "1",
              "/components/REPLACEMENT/4/parts/GRIPP",
              "unknown part 'GRIPP': declare it under /parts; perhaps GRIP is meant"),
          mistake(
              "/components/EXTENDED_WARRANTY/9",
              "row",
              "\"EW-01\"",
              "/components/EXTENDED_WARRANTY/9/row",
              "row EW-01 comes twice"),
          mistake(
              "/regions/3",
              "zone",
              "\"Europe/Sofya\"",
              "/regions/3/zone",
              "unknown time zone 'Europe/Sofya': write a name such as Europe/Berlin"),
          mistake(
              "/regions/5",
              "colour",
              "\"blue\"",
              "/regions/5/colour",
              "unknown field; known are code, name, zone, currency,"
                  + " safeFlightAfterOfficialWarranty, warrantyGroup, channels, and perhaps"
                  + " coverageGroup, centres"),
          mistake(
              "/warrantyMonths/4/months",
              "GIMBAL",
              "600",
              "/warrantyMonths/4/months/GIMBAL",
              "a warranty lasts 0 to 120 months: 600"),
          mistake(
              "/tariffs/0/repairDiscount",
              "labourPercent",
              "101",
              "/tariffs/0/repairDiscount/labourPercent",
              "a percentage lies between 0 and 100: 101"),
          mistake(
              "/tariffs/2/replacementFees/0",
              "flyawayMinor",
              "0",
              "/tariffs/2/replacementFees/0/flyawayMinor",
              "an amount must be above zero: 0; what the provider bears is said under /costs"),
          mistake(
              "/tariffs/3/materialPrices/1/pricesMinor",
              "BATTERY",
              "-1",
              "/tariffs/3/materialPrices/1/pricesMinor/BATTERY",
              "an amount must be above zero: -1; what the provider bears is said under /costs"));

  @Test
  void mistakes_in_every_part_of_the_document_are_all_reported_at_once() {
    MISTAKES.forEach(mistake -> mistake.made().accept(document));

    assertThat(refused(document))
        .containsExactlyInAnyOrderElementsOf(MISTAKES.stream().map(Mistake::reported).toList());
  }

  @Test
  void any_set_of_mistakes_is_reported_as_just_these_mistakes() throws IOException {
    long seed = Long.getLong("simulation.seed", 20_230_713L);
    System.out.println("seed of the sets of mistakes: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      List<Mistake> made = new ArrayList<>(MISTAKES);
      Collections.shuffle(made, random);
      made = made.subList(0, 1 + random.nextInt(MISTAKES.size()));
      take_the_released_document();
      made.forEach(mistake -> mistake.made().accept(document));

      assertThat(refused(document))
          .containsExactlyInAnyOrderElementsOf(made.stream().map(Mistake::reported).toList());
    }
  }

  @Test
  void what_only_follows_from_a_place_that_cannot_be_read_is_not_reported() {
    document.remove("plans");
    document.put("products", "see the shop");
    document.putNull("warrantyMonths");

    assertThat(refused(document))
        .containsExactly(
            new Problem("", "field 'plans' is missing"),
            new Problem("/products", "expected a list instead of STRING"),
            new Problem("/warrantyMonths", "expected a list instead of NULL"));
  }

  @Test
  void an_empty_object_lacks_every_field_and_nothing_else_is_said() {
    assertThat(refused(MAPPER.createObjectNode()))
        .hasSize(24)
        .allMatch(problem -> problem.path().isEmpty() && problem.reason().endsWith("is missing"));
  }

  @TestFactory
  Stream<DynamicTest> every_value_of_the_wrong_type_is_refused_at_its_place() {
    return shapes()
        .map(
            place ->
                DynamicTest.dynamicTest(
                    place,
                    () -> {
                      ObjectNode broken = small();
                      JsonNode value = broken.at(place);
                      replace(
                          broken,
                          place,
                          value.isNumber() || value.isBoolean()
                              ? MAPPER.createArrayNode()
                              : MAPPER.valueToTree(4.5));

                      assertThat(refused(broken)).extracting(Problem::path).contains(place);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> every_field_that_is_missing_is_refused_or_optional() {
    return shapes()
        .filter(place -> document.at(parent(place)).isObject() && isField(place))
        .map(
            place ->
                DynamicTest.dynamicTest(
                    place,
                    () -> {
                      ObjectNode broken = small();
                      ((ObjectNode) broken.at(parent(place))).remove(name(place));
                      List<Problem> problems = problems(broken);

                      if (OPTIONAL.contains(name(place))) {
                        assertThat(problems).isEmpty();
                      } else if (NEEDED_BY_SOME.contains(name(place)) && !parent(place).isEmpty()) {
                        assertThat(problems).isNotEmpty();
                      } else {
                        assertThat(problems)
                            .containsExactly(
                                new Problem(
                                    parent(place), "field '%s' is missing".formatted(name(place))));
                      }
                    }));
  }

  /// Whether the name of the place is a field of the format and no name out of the document.
  private static boolean isField(String place) {
    String around = parent(place);
    return !around.startsWith("/exclusions/")
        && !List.of("/sameParts", "/lineGroups", "/equipment", "/sources").contains(around)
        && !List.of("parts", "months", "pricesMinor").contains(name(around));
  }

  /// One place for each kind of place in the document.
  private Stream<String> shapes() {
    Map<String, String> byShape = new LinkedHashMap<>();
    collect(small(), "", "", byShape);
    byShape.remove("");
    return byShape.values().stream();
  }

  private static void collect(JsonNode node, String shape, String path, Map<String, String> found) {
    found.putIfAbsent(shape, path);
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      collect(node.get(i), shape + "/*", path + "/" + i, found);
    }
    if (node.isObject()) {
      for (String name : node.propertyNames()) {
        collect(node.get(name), shape + "/" + name, path + "/" + name, found);
      }
    }
  }

  /// The document with one region and its tariff, which is quick to read.
  private ObjectNode small() {
    if (small == null) {
      small = document.deepCopy();
      small.putArray("regions").add(document.at("/regions/0"));
      small.putArray("tariffs").add(document.at("/tariffs/0"));
      assertThat(problems(small)).isEmpty();
    }
    return small.deepCopy();
  }

  private static void replace(ObjectNode root, String place, JsonNode value) {
    JsonNode around = root.at(parent(place));
    if (around instanceof ArrayNode list) {
      list.set(Integer.parseInt(name(place)), value);
    } else {
      ((ObjectNode) around).set(name(place), value);
    }
  }

  private static String parent(String place) {
    return place.substring(0, place.lastIndexOf('/'));
  }

  private static String name(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static Mistake mistake(
      String object, String field, String json, String path, String reason) {
    return new Mistake(
        document -> ((ObjectNode) document.at(object)).set(field, MAPPER.readTree(json)),
        new Problem(path, reason));
  }

  private static List<Problem> refused(ObjectNode document) {
    List<Problem> problems = problems(document);
    assertThat(problems).as("the document must be refused").isNotEmpty();
    return problems;
  }

  private static List<Problem> problems(ObjectNode document) {
    TermsFileException refused =
        catchThrowableOfType(
            TermsFileException.class,
            () -> TermsFile.read("broken.json", MAPPER.writeValueAsBytes(document)));
    return refused == null ? List.of() : refused.problems();
  }
}
