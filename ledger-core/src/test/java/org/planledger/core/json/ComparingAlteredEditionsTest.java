package org.planledger.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.planledger.core.terms.EditionDifference;
import org.planledger.core.terms.ReleasedTerms;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Alters the released document in one place and looks at what the comparison says about it.
@DisplayName("Comparing altered editions (A-53)")
class ComparingAlteredEditionsTest {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ObjectNode document;

  @BeforeEach
  void take_the_released_document() throws IOException {
    document = (ObjectNode) MAPPER.readTree(ReleasingEditionsTest.released());
  }

  @Test
  void every_number_of_a_plan_is_compared() {
    object("/plans/ONE_YEAR")
        .put("months", 13)
        .put("replacementTotal", 2)
        .put("flyawayMax", 2)
        .put("repairDiscountTotal", 5)
        .put("maintenanceTotal", 6)
        .put("extendedWarranty", "UNLIMITED");

    assertDifferences(
        "ONE_YEAR MONTHS: 12 -> 13",
        "ONE_YEAR FLYAWAY_MAX: 1 -> 2",
        "ONE_YEAR REPAIR_DISCOUNT_TOTAL: 2 -> 5",
        "ONE_YEAR MAINTENANCE_TOTAL: 1 -> 6",
        "ONE_YEAR EXTENDED_WARRANTY: none -> unlimited");
  }

  @Test
  void every_provision_for_all_plans_is_compared() {
    object("/reward").put("months", 6);
    array("/reward/forfeitedBy").remove(1);
    object("/reward/start/TWO_YEAR")
        .put("europeAndUk", "LATER_OF_PLAN_END_AND_OFFICIAL_WARRANTY_END");
    object("/sendBack").put("onlineCalendarDays", 8).put("expressWorkingDays", 4);
    document.put("transferable", true).put("renewable", true);
    array("/structuralParts").remove(0);
    array("/bodyOrder").add("GRIP");

    assertDifferences(
        "REWARD_MONTHS: 12 -> 6",
        "REWARD_FORFEITED_BY: REPAIR_DISCOUNT, REPLACEMENT -> REPLACEMENT",
        "ONLINE_SEND_BACK_DAYS: 7 -> 8",
        "EXPRESS_SEND_BACK_WORKING_DAYS: 3 -> 4",
        "TRANSFERABLE: false -> true",
        "RENEWABLE: false -> true",
        "STRUCTURAL_PARTS: ARM, LANDING_GEAR, SHELL -> LANDING_GEAR, SHELL",
        "BODY_ORDER: AIRCRAFT, GIMBAL, CAMERA -> AIRCRAFT, GIMBAL, CAMERA, GRIP",
        "TWO_YEAR reward in Europe and the United Kingdom:"
            + " PLAN_END -> LATER_OF_PLAN_END_AND_OFFICIAL_WARRANTY_END");
  }

  @Test
  void costs_and_exclusions_are_compared_service_by_service() {
    object("/costs/MAINTENANCE").put("logistics", "DISCOUNT");
    object("/exclusions/REPLACEMENT").remove("X-R-03");
    object("/exclusions/MAINTENANCE").put("X-D-02", "CASE").put("X-D-03", "PART");

    assertDifferences(
        "costs of MAINTENANCE: material PROVIDER, labour PROVIDER, logistics PROVIDER"
            + " -> material PROVIDER, labour PROVIDER, logistics DISCOUNT",
        "X-R-03 for REPLACEMENT: COST -> nothing",
        "X-D-02 for MAINTENANCE: COST -> CASE",
        "X-D-03 for MAINTENANCE: nothing -> PART");
  }

  @Test
  void rows_are_compared_with_their_lines_models_and_quantities() {
    object("/components/EXTENDED_WARRANTY/9/parts").put("GIMBAL", 2);
    array("/easilyWornParts/0/models").add("MAVIC_3_PRO");
    ObjectNode own = array("/components/REPAIR_DISCOUNT").addObject().put("row", "RD-02");
    own.putArray("models").add("SPARK");
    own.putObject("parts").put("AIRCRAFT", 1);

    assertDifferences(
        "row EW-09 of EXTENDED_WARRANTY: ESC, MAIN_CONTROLLER, MOTORS, VISION_SYSTEM of INSPIRE_2"
            + " -> ESC, GIMBAL 2, MAIN_CONTROLLER, MOTORS, VISION_SYSTEM of INSPIRE_2",
        "row FM-02 of MAINTENANCE: GIMBAL_RUBBER_DAMPER, LENS_PROTECTOR, PROPELLERS,"
            + " WINDSHIELD_BAFFLE of MAVIC_3, MAVIC_3_CINE -> GIMBAL_RUBBER_DAMPER, LENS_PROTECTOR,"
            + " PROPELLERS, WINDSHIELD_BAFFLE of MAVIC_3, MAVIC_3_CINE, MAVIC_3_PRO",
        "row RD-02 of REPAIR_DISCOUNT: nothing -> AIRCRAFT 1 of SPARK");
  }

  @Test
  void names_models_and_regions_are_compared() {
    object("/sameParts").putArray("HUB").add("BATTERY_CHARGING_HUB");
    array("/lineGroups/RSC").add("RS_2");
    object("/products/2").put("name", "DJI FPV 2");
    array("/equipment/GIMBAL_CAMERA/accessories").add("CARRYING_CASE");
    object("/warrantyMonths/7/months").put("CARRYING_CASE", 0);
    object("/warrantyMonths/12/months").put("CARRYING_CASE", 0);
    object("/regions/0").put("zone", "America/New_York").put("coverageGroup", "NORTH");

    List<String> texts = texts();

    assertThat(texts)
        .contains(
            "meaning of HUB: nothing -> BATTERY_CHARGING_HUB",
            "meaning of RSC: RSC_2 -> RSC_2, RS_2",
            "accessories of ZENMUSE_X7: none -> CARRYING_CASE",
            "region US: United States, Pacific/Honolulu, USD, general rule, group US,"
                + " channels EXPRESS, ONLINE_REPAIR -> United States, America/New_York, USD,"
                + " general rule, group NORTH, channels EXPRESS, ONLINE_REPAIR")
        .anyMatch(text -> text.startsWith("model FPV: DJI FPV, line FPV,"));
  }

  @Test
  void amounts_and_months_are_compared_and_their_origin_is_not() {
    object("/warrantyMonths/4/months").put("GIMBAL", 7);
    object("/tariffs/0").remove("repairDiscount");
    object("/tariffs/1")
        .putObject("repairDiscount")
        .put("materialPercent", 10)
        .put("labourPercent", 5)
        .put("source", "a shop");
    object("/tariffs/0/materialPrices/0/pricesMinor").put("BATTERY", 12_345);
    object("/tariffs/0/replacementFees/0").put("source", "another shop");

    List<String> texts = texts();

    assertThat(texts).filteredOn(text -> text.startsWith("official")).hasSize(9);
    assertThat(texts)
        .filteredOn(text -> !text.startsWith("official"))
        .containsExactly(
            "BATTERY of AVATA in USD: 59.00 -> 123.45",
            "repair discount in USD: 30% off material, 20% off labour -> nothing",
            "repair discount in CAD: nothing -> 10% off material, 5% off labour");
  }

  @Test
  void a_general_exclusion_is_compared_for_every_service() {
    object("/exclusions/ALL").put("X-G-11", "PART");

    assertDifferences(
        "X-G-11 for REPLACEMENT: COST -> PART",
        "X-G-11 for REPAIR_DISCOUNT: COST -> PART",
        "X-G-11 for EXTENDED_WARRANTY: COST -> PART",
        "X-G-11 for MAINTENANCE: COST -> PART");
  }

  @Test
  void the_beginning_of_the_reward_is_compared_outside_europe_too() {
    object("/reward/start/ONE_YEAR").put("default", "LATER_OF_PLAN_END_AND_OFFICIAL_WARRANTY_END");

    assertDifferences("ONE_YEAR reward: PLAN_END -> LATER_OF_PLAN_END_AND_OFFICIAL_WARRANTY_END");
  }

  @Test
  void a_model_is_told_with_everything_the_catalogue_says_of_it() {
    object("/products/0").put("name", "Avata");
    object("/products/56").put("name", "RS 3");

    assertThat(texts())
        .hasSize(2)
        .anyMatch(
            text ->
                text.startsWith(
                    "model AVATA: DJI Avata, line AVATA, flyaway, remote controller,"
                        + " not served abroad, services "))
        .anyMatch(
            text ->
                text.startsWith(
                    "model RS_3: DJI RS 3, line RS_3, no flyaway, no remote controller,"
                        + " served abroad, services "));
  }

  private void assertDifferences(String... texts) {
    assertThat(texts()).containsExactly(texts);
  }

  private List<String> texts() {
    return EditionDifference.between(
            ReleasedTerms.edition202210(),
            TermsFile.read("altered.json", MAPPER.writeValueAsBytes(document)))
        .stream()
        .map(EditionDifference::text)
        .toList();
  }

  private ObjectNode object(String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private ArrayNode array(String pointer) {
    return (ArrayNode) document.at(pointer);
  }
}
