package org.planledger.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.json.TermsFileException.Problem;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.RegionCode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Breaks the released document in one place and looks at what the reader says about it.
class ReadingTermsTest {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ObjectNode document;

  @BeforeEach
  void take_the_released_document() throws IOException {
    document = (ObjectNode) MAPPER.readTree(ReleasingEditionsTest.released());
  }

  @Test
  void the_released_document_has_no_problems() {
    assertThat(TermsFile.read("copy.json", bytes()).models()).hasSize(60);
  }

  @Test
  void all_problems_are_reported_together_with_file_path_and_reason() {
    object("/plans/ONE_YEAR").put("months", 0);
    object("/regions/0").put("zone", "Mars/Olympus");
    object("/tariffs/0/replacementFees/0").put("plan", "TEN_YEAR");

    TermsFileException refused = refused();

    assertThat(refused.file()).isEqualTo("broken.json");
    assertThat(refused.problems())
        .containsExactly(
            new Problem("/plans/ONE_YEAR", "a plan lasts at least a month: 0"),
            new Problem(
                "/regions/0/zone",
                "unknown time zone 'Mars/Olympus': write a name such as Europe/Berlin"),
            new Problem(
                "/tariffs/0/replacementFees/0/plan", "'TEN_YEAR' is none of [ONE_YEAR, TWO_YEAR]"));
    assertThat(refused)
        .hasMessageStartingWith("broken.json /plans/ONE_YEAR: a plan lasts at least a month: 0\n");
  }

  @Test
  void problems_between_the_parts_of_the_document_are_reported_together_too() {
    object("/products/0").put("line", "AVATAR");
    object("/products/1").put("equipment", "BALLOON");
    array("/lineGroups/RS").add("RS_9");

    assertThat(refused().problems())
        .contains(
            new Problem(
                "/lineGroups/RS",
                "unknown line 'RS_9': declare it under /lines; perhaps RS_2 is meant"),
            new Problem(
                "/products/0/line",
                "unknown line 'AVATAR': declare it under /lines; perhaps AVATA is meant"),
            new Problem(
                "/products/1/equipment",
                "unknown equipment 'BALLOON': declare it under /equipment"));
  }

  @Test
  void a_missing_field_is_named() {
    object("/plans/TWO_YEAR").remove("flyawayMax");

    assertProblem("/plans/TWO_YEAR", "field 'flyawayMax' is missing");
  }

  @Test
  void an_unknown_field_is_refused_with_the_known_ones() {
    object("/sendBack").put("expressDays", 3);

    assertProblem(
        "/sendBack/expressDays", "unknown field; known are onlineCalendarDays, expressWorkingDays");
  }

  @Test
  void a_field_that_comes_twice_is_refused() {
    byte[] twice =
        "{\"edition\": \"2022-10\", \"edition\": \"2022-11\"}".getBytes(StandardCharsets.UTF_8);

    TermsFileException refused = refused(twice);

    assertThat(refused.problems()).hasSize(1);
    assertThat(refused.problems().getFirst().reason()).contains("Duplicate", "line 1");
  }

  @ParameterizedTest
  @CsvSource({
    "'', the document is empty",
    "'{} {}', Trailing token",
    "'[]', expected an object instead of ARRAY"
  })
  void what_is_not_one_object_is_refused(String text, String reason) {
    assertThat(refused(text.getBytes(StandardCharsets.UTF_8)).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEmpty();
              assertThat(problem.reason()).contains(reason);
            });
  }

  @Test
  void broken_json_is_refused_at_its_place() {
    TermsFileException refused =
        refused("{\"plans\": {\"ONE_YEAR\": oops}}".getBytes(StandardCharsets.UTF_8));

    assertThat(refused.problems().getFirst().path()).isEqualTo("/plans/ONE_YEAR");
    assertThat(refused.problems().getFirst().reason()).contains("oops", "line 1");
  }

  @Test
  void json_that_is_ten_thousand_levels_deep_is_refused() {
    byte[] deep = ("[".repeat(10_000) + "]".repeat(10_000)).getBytes(StandardCharsets.UTF_8);

    assertThat(refused(deep).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("nesting depth"));
  }

  @Test
  void a_number_of_the_wrong_kind_is_refused() {
    object("/plans/ONE_YEAR").put("months", 12.5);
    object("/reward").put("months", "12");

    assertThat(refused().problems())
        .containsExactly(
            new Problem("/plans/ONE_YEAR/months", "expected a whole number instead of 12.5"),
            new Problem("/reward/months", "expected a whole number instead of STRING"));
  }

  @Test
  void an_empty_period_is_refused() {
    object("/reward").put("months", 0);
    object("/sendBack").put("onlineCalendarDays", 0);

    assertThat(refused().problems())
        .containsExactlyInAnyOrder(
            new Problem("/reward", "the reward lasts at least a month: 0"),
            new Problem("/sendBack/onlineCalendarDays", "a deadline needs at least one day: 0"));
  }

  @Test
  void a_sub_limit_above_the_total_is_refused() {
    object("/plans/ONE_YEAR").put("flyawayMax", 3);

    assertProblem("/plans/ONE_YEAR", "flyawayMax must lie between 0 and the replacement total: 3");
  }

  @Test
  void an_extended_warranty_with_other_bounds_is_refused() {
    object("/extendedWarranty").put("start", "PLAN_END");

    assertProblem(
        "/extendedWarranty",
        "the extended warranty runs from OFFICIAL_WARRANTY_END to PLAN_END, nothing else");
  }

  @Test
  void an_unknown_part_in_a_row_is_refused() {
    object("/components/REPLACEMENT/0/parts").put("GIMBLE", 1);

    assertProblem(
        "/components/REPLACEMENT/0/parts/GIMBLE",
        "unknown part 'GIMBLE': declare it under /parts; perhaps GIMBAL is meant");
  }

  @Test
  void a_part_of_the_wrong_shape_is_refused() {
    object("/components/REPLACEMENT/0/parts").put("left arm", 1);

    assertProblem(
        "/components/REPLACEMENT/0/parts/left arm",
        "a part is named in upper snake case: 'left arm'");
  }

  @Test
  void a_synonym_for_an_unknown_part_is_refused() {
    array("/sameParts/BG21_GRIP").removeAll().add("HOLD");

    assertProblem("/sameParts/BG21_GRIP", "unknown part 'HOLD': declare it under /parts");
  }

  @Test
  void a_synonym_that_is_a_part_of_its_own_is_refused() {
    array("/parts").add("BG21_GRIP");

    assertProblem("/sameParts/BG21_GRIP", "is also declared as a part of its own");
  }

  @Test
  void an_unknown_line_in_a_row_is_refused() {
    array("/components/EXTENDED_WARRANTY/1/lines").add("OSMO_ACTION_9");

    assertProblem(
        "/components/EXTENDED_WARRANTY/1/lines",
        "unknown line or series 'OSMO_ACTION_9': declare it under /lines; perhaps OSMO_ACTION_3 is"
            + " meant");
  }

  @Test
  void an_unknown_model_in_a_row_is_refused() {
    array("/easilyWornParts/0/models").add("MAVIC_9");

    assertProblem(
        "/easilyWornParts/0/models",
        "unknown model 'MAVIC_9': declare it under /products; perhaps MAVIC_3 is meant");
  }

  @Test
  void a_row_that_comes_twice_is_refused() {
    object("/components/REPLACEMENT/1").put("row", "RL-01");

    assertProblem("/components/REPLACEMENT/1/row", "row RL-01 comes twice");
  }

  @Test
  void a_replacement_row_without_a_number_is_refused() {
    object("/components/REPLACEMENT/0/parts").put("CAMERA", "all");

    assertProblem("/components/REPLACEMENT", "row RL-01 must state every quantity as a number");
  }

  @Test
  void a_quantity_of_zero_is_refused() {
    object("/components/REPLACEMENT/0/parts").put("CAMERA", 0);

    assertProblem("/components/REPLACEMENT/0/parts/CAMERA", "a quantity must be above zero: 0");
  }

  @Test
  void a_line_without_a_row_is_refused() {
    array("/components/REPLACEMENT").remove(10);

    assertThat(refused().problems())
        .contains(
            new Problem(
                "/products/31/offered",
                "no row of REPLACEMENT speaks of line ZENMUSE: add one under /components/REPLACEMENT"));
  }

  @Test
  void a_line_without_a_product_is_refused() {
    array("/lines").add("MATRICE");

    assertProblem("/lines", "no product belongs to line MATRICE");
  }

  @Test
  void a_model_that_comes_twice_is_refused() {
    array("/products").add(object("/products/3").deepCopy());

    assertProblem("/products/60/code", "model MAVIC_MINI comes twice");
  }

  @Test
  void a_body_that_is_not_the_first_of_the_order_is_refused() {
    object("/products/0").put("body", "GIMBAL");

    assertProblem("/products/0/body", "by bodyOrder the body is AIRCRAFT");
  }

  @Test
  void flags_that_contradict_the_equipment_are_refused() {
    object("/products/0").put("remoteController", false);

    assertThat(refused().problems())
        .containsExactly(
            new Problem("/products/0/remoteController", "contradicts equipment FPV_DRONE"),
            new Problem(
                "/products/0/flyaway",
                "needs a remote controller, because its link is a condition"));
  }

  @Test
  void a_service_nobody_knows_is_refused() {
    array("/products/0/offered").add("CAR_WASH");

    assertThat(refused().problems().getFirst().path()).isEqualTo("/products/0/offered/5");
  }

  @Test
  void the_official_warranty_is_not_offered() {
    array("/products/0/offered").add("OFFICIAL_WARRANTY");

    assertProblem("/products/0/offered", "OFFICIAL_WARRANTY is no service of the plan");
  }

  @Test
  void an_unknown_region_is_refused() {
    object("/regions/0").put("code", "UX");

    assertProblem("/regions/0/code", "unknown region 'UX': write an ISO 3166 code such as DE");
  }

  @Test
  void a_region_that_comes_twice_is_refused() {
    object("/regions/1").put("code", "US");

    assertProblem("/regions/1/code", "region US comes twice");
  }

  @Test
  void an_unknown_currency_is_refused() {
    object("/regions/0").put("currency", "UDS");

    assertProblem("/regions/0/currency", "unknown currency 'UDS': write a code such as EUR");
  }

  @Test
  void a_currency_without_a_tariff_is_refused() {
    object("/regions/0").put("currency", "BRL");

    assertProblem("/regions/0/currency", "there is no tariff in BRL: add one under /tariffs");
  }

  @Test
  void a_second_tariff_in_one_currency_is_refused() {
    object("/tariffs/1").put("currency", "USD");

    assertThat(refused().problems())
        .contains(
            new Problem("/tariffs/1/currency", "a second tariff in USD"),
            new Problem(
                "/regions/1/currency", "there is no tariff in CAD: add one under /tariffs"));
  }

  @Test
  void an_unknown_time_zone_is_refused() {
    object("/regions/0").put("zone", "+02:00");

    assertProblem(
        "/regions/0/zone", "unknown time zone '+02:00': write a name such as Europe/Berlin");
  }

  @Test
  void a_group_without_a_warranty_is_refused() {
    object("/regions/0").put("warrantyGroup", "MOON");

    assertProblem("/regions/0/warrantyGroup", "no row of warrantyMonths is for group 'MOON'");
  }

  @Test
  void rows_of_the_warranty_that_overlap_are_refused() {
    array("/warrantyMonths/1/models").add("SPARK");

    assertProblem("/warrantyMonths/4", "overlaps: a second row for SPARK in group WORLD");
  }

  @Test
  void a_model_without_a_warranty_row_is_refused() {
    array("/warrantyMonths").remove(4);

    assertProblem("/warrantyMonths", "no row of group WORLD for model SPARK");
  }

  @Test
  void a_component_without_warranty_months_is_refused() {
    object("/warrantyMonths/4/months").remove("GIMBAL");

    assertProblem("/warrantyMonths/4/months", "nothing for GIMBAL of SPARK");
  }

  @Test
  void a_warranty_of_negative_length_is_refused() {
    object("/warrantyMonths/4/months").put("GIMBAL", -6);

    assertProblem("/warrantyMonths/4/months/GIMBAL", "a warranty lasts 0 to 120 months: -6");
  }

  @Test
  void a_reward_beyond_all_measure_is_refused() {
    object("/reward").put("months", 121);

    assertProblem("/reward", "the reward lasts at most 120 months: 121");
  }

  @ParameterizedTest
  @CsvSource({"0", "-15900"})
  void a_fee_that_is_not_above_zero_is_refused(long minor) {
    array("/tariffs/0/replacementFees/0/damageMinor").set(1, MAPPER.valueToTree(minor));

    assertProblem(
        "/tariffs/0/replacementFees/0/damageMinor/1",
        "an amount must be above zero: "
            + minor
            + "; what the provider bears is said under /costs");
  }

  @Test
  void a_missing_ordinal_is_refused() {
    array("/tariffs/0/replacementFees/1/damageMinor").remove(2);

    assertProblem(
        "/tariffs/0/replacementFees/1/damageMinor",
        "a fee for each ordinal from 1 to 3 is needed, there are 2");
  }

  @Test
  void a_missing_fee_row_is_refused() {
    array("/tariffs/0/replacementFees").remove(0);

    assertProblem("/tariffs/0/replacementFees", "no ONE_YEAR row for model AVATA");
  }

  @Test
  void a_fee_row_that_comes_twice_is_refused() {
    array("/tariffs/0/replacementFees").add(object("/tariffs/0/replacementFees/0").deepCopy());

    assertProblem("/tariffs/0/replacementFees/120", "a second row for AVATA ONE_YEAR");
  }

  @Test
  void a_fee_of_an_unknown_model_is_refused() {
    object("/tariffs/0/replacementFees/0").put("model", "AVATAR");

    assertThat(refused().problems())
        .containsExactly(
            new Problem(
                "/tariffs/0/replacementFees/0/model",
                "unknown model 'AVATAR': declare it under /products; perhaps AVATA is meant"),
            new Problem("/tariffs/0/replacementFees", "no ONE_YEAR row for model AVATA"));
  }

  @Test
  void a_missing_or_needless_flyaway_fee_is_refused() {
    object("/tariffs/0/replacementFees/0").remove("flyawayMinor");
    object("/tariffs/0/replacementFees/4").put("flyawayMinor", 1);

    assertThat(refused().problems())
        .containsExactly(
            new Problem("/tariffs/0/replacementFees/0/flyawayMinor", "AVATA needs a flyaway fee"),
            new Problem(
                "/tariffs/0/replacementFees/4/flyawayMinor", "FPV has no flyaway replacement"));
  }

  @Test
  void a_missing_material_price_is_refused() {
    object("/tariffs/0/materialPrices/0/pricesMinor").remove("BATTERY");

    assertProblem("/tariffs/0/materialPrices/0/pricesMinor", "nothing for BATTERY of AVATA");
  }

  @Test
  void a_price_for_the_body_is_refused() {
    object("/tariffs/0/materialPrices/0/pricesMinor").put("AIRCRAFT", 1);

    assertProblem(
        "/tariffs/0/materialPrices/0/pricesMinor/AIRCRAFT",
        "no component of AVATA that can be missing and paid for");
  }

  @ParameterizedTest
  @CsvSource({"materialPercent, -5", "materialPercent, 101", "labourPercent, 250"})
  void a_discount_below_nothing_or_above_everything_is_refused(String field, int percent) {
    object("/tariffs/0/repairDiscount").put(field, percent);

    assertProblem(
        "/tariffs/0/repairDiscount/" + field, "a percentage lies between 0 and 100: " + percent);
  }

  @Test
  void a_discount_of_nothing_is_refused() {
    object("/tariffs/0/repairDiscount").put("materialPercent", 0).put("labourPercent", 0);

    assertProblem(
        "/tariffs/0/repairDiscount",
        "a discount takes something off: leave it out where none is configured");
  }

  @Test
  void a_discount_without_its_origin_is_refused() {
    object("/tariffs/0/repairDiscount").remove("source");

    assertProblem("/tariffs/0/repairDiscount", "field 'source' is missing");
  }

  @Test
  void a_tariff_without_a_discount_is_read() {
    object("/tariffs/0").remove("repairDiscount");

    assertThat(
            TermsFile.read("copy.json", bytes())
                .repairDiscount(new RegionCode("US"), new ModelCode("MAVIC_3")))
        .isEmpty();
  }

  @Test
  void an_exclusion_that_is_general_and_special_at_once_is_refused() {
    object("/exclusions/REPLACEMENT").put("X-G-01", "PART");

    assertProblem("/exclusions/REPLACEMENT/X-G-01", "applies to every service already");
  }

  @Test
  void an_exclusion_of_the_wrong_shape_or_level_is_refused() {
    object("/exclusions/ALL").put("theft", "PART");
    object("/exclusions/ALL").put("X-G-14", "SOMETIMES");

    assertThat(refused().problems())
        .extracting(Problem::path)
        .containsExactly("/exclusions/ALL/theft", "/exclusions/ALL/X-G-14");
  }

  @Test
  void a_name_that_comes_twice_in_a_list_is_refused() {
    array("/lines").add("SPARK");

    assertProblem("/lines/24", "the same comes twice: SPARK");
  }

  @Test
  void an_edition_that_is_no_month_is_refused() {
    document.put("edition", "October");

    assertProblem("/edition", "an edition is named by year and month: 'October'");
  }

  @ParameterizedTest
  @CsvSource({"2023-7-13", "13 July 2023", "2023-02-29"})
  void a_sale_that_begins_on_no_day_is_refused(String day) {
    document.put("onSaleFrom", day);

    assertProblem("/onSaleFrom", "a day is written like 2023-07-13: '" + day + "'");
  }

  @Test
  void a_row_for_lines_and_models_at_once_is_refused() {
    object("/components/REPLACEMENT/0").putArray("models").add("AVATA");

    assertProblem("/components/REPLACEMENT/0", "a row names either lines or models");
  }

  private void assertProblem(String path, String reason) {
    assertThat(refused().problems()).containsExactly(new Problem(path, reason));
  }

  private TermsFileException refused() {
    return refused(bytes());
  }

  private static TermsFileException refused(byte[] bytes) {
    TermsFileException refused =
        catchThrowableOfType(TermsFileException.class, () -> TermsFile.read("broken.json", bytes));
    assertThat(refused).as("the document must be refused").isNotNull();
    return refused;
  }

  private byte[] bytes() {
    return MAPPER.writeValueAsBytes(document);
  }

  private ObjectNode object(String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private ArrayNode array(String pointer) {
    return (ArrayNode) document.at(pointer);
  }
}
