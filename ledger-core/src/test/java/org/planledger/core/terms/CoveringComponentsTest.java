package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CoveringComponentsTest {

  private final Terms terms = ReleasedTerms.edition202210();

  @Test
  @DisplayName("A-48: a phone gimbal has no camera, whatever its row says")
  void an_om_is_asked_for_its_battery_and_its_body_but_never_for_a_camera() {
    assertThat(terms.requiredParts(model("OM_4")))
        .isEqualTo(Map.of(Part.of("BATTERY"), 1, Part.of("GIMBAL"), 1));
    assertThat(terms.coveredParts(Service.REPLACEMENT, model("OM_4")))
        .isEqualTo(parts("CAMERA", "BATTERY", "GIMBAL"));
    assertThat(anomalies()).containsExactly("RL-03");
  }

  @Test
  @DisplayName("A-48: the body is always covered for replacement")
  void the_body_of_every_model_is_required_and_covered() {
    for (Model model : terms.models()) {
      assertThat(terms.requiredParts(model.code())).as(model.name()).containsKey(model.body());
      assertThat(terms.coveredParts(Service.REPLACEMENT, model.code()))
          .as(model.name())
          .contains(model.body());
    }
  }

  @Test
  @DisplayName("A-48: only what the model has of its own is required")
  void an_early_osmo_mobile_is_not_asked_for_a_tripod_it_never_had() {
    assertThat(terms.requiredParts(model("OSMO_MOBILE")).keySet())
        .isEqualTo(parts("GIMBAL", "MOBILE_PHONE_HOLDER", "BATTERY"));
  }

  @Test
  @DisplayName("A-49: the larger quantity of two rows of equal rank, never the sum")
  void two_rows_of_equal_rank_are_joined_with_the_larger_quantity() {
    ComponentMatrix matrix =
        matrix(
            row("A", Set.of("LINE"), Map.of("GIMBAL", count(1), "MOTORS", count(4))),
            row("B", Set.of("LINE"), Map.of("GIMBAL", count(2), "MOTORS", Quantity.All.ALL)));

    assertThat(matrix.covered(Service.REPLACEMENT, model("ANY"), "LINE"))
        .isEqualTo(Map.of(Part.of("GIMBAL"), count(2), Part.of("MOTORS"), Quantity.All.ALL));
  }

  @Test
  @DisplayName("A-51: RS 3 before the RS series, and a model before its line")
  void the_most_specific_row_wins() {
    MatrixRow every = row("EVERY", Set.of("*"), Map.of("HANDLE", count(1)));
    MatrixRow series = row("SERIES", Set.of("RS"), Map.of("GIMBAL", count(1)));
    MatrixRow line = row("LINE", Set.of("RS_3"), Map.of("GRIP", count(1)));
    MatrixRow exact =
        new MatrixRow(
            "MODEL",
            Set.of(),
            Set.of(model("RS_3_X")),
            Map.of(Part.of("SCREW_KIT"), count(1)),
            Optional.empty());
    ComponentMatrix matrix = matrix(every, series, line, exact);

    assertThat(covered(matrix, "RS_3_X", "RS_3")).isEqualTo(parts("SCREW_KIT"));
    assertThat(covered(matrix, "RS_3", "RS_3")).isEqualTo(parts("GRIP"));
    assertThat(covered(matrix, "RS_2", "RS_2")).isEqualTo(parts("GIMBAL"));
    assertThat(covered(matrix, "SPARK", "SPARK")).isEqualTo(parts("HANDLE"));
    assertThat(matrix(series).covered(Service.REPLACEMENT, model("SPARK"), "SPARK")).isEmpty();
  }

  @Test
  @DisplayName("A-65: one component, several names")
  void every_name_of_a_component_means_the_same_component() {
    assertThat(terms.canonical(Part.of("CAMERA_UNIT"))).isEqualTo(parts("CAMERA"));
    assertThat(terms.canonical(Part.of("CAMERA_UNIT_WITH_LENS"))).isEqualTo(parts("CAMERA"));
    assertThat(terms.canonical(Part.of("BUILT_IN_BATTERY"))).isEqualTo(parts("BATTERY"));
    assertThat(terms.canonical(Part.of("BG21_GRIP"))).isEqualTo(parts("GRIP"));
    assertThat(terms.canonical(Part.of("BG30_GRIP"))).isEqualTo(parts("GRIP"));
    assertThat(terms.canonical(Part.of("MAGNETIC_PHONE_CLAMP")))
        .isEqualTo(parts("MOBILE_PHONE_HOLDER"));
    assertThat(terms.canonical(Part.of("PROPELLERS"))).isEqualTo(parts("PROPELLER_PAIR"));
    assertThat(terms.canonical(Part.of("GIMBAL_AND_CAMERA"))).isEqualTo(parts("GIMBAL", "CAMERA"));
    assertThat(terms.canonical(Part.of("GIMBAL"))).isEqualTo(parts("GIMBAL"));
    assertThat(terms.canonical(Part.of("FLUX_CAPACITOR"))).isEqualTo(parts("FLUX_CAPACITOR"));
  }

  @Test
  @DisplayName("A-65: the grip of an RS 3 is the grip of the extended warranty")
  void the_grip_of_an_rs_3_is_covered_under_its_common_name() {
    assertThat(terms.coveredParts(Service.EXTENDED_WARRANTY, model("RS_3")))
        .isEqualTo(parts("GIMBAL", "GRIP"));
    assertThat(terms.requiredParts(model("RS_3"))).containsKey(Part.of("GRIP"));
  }

  @Test
  void a_name_is_known_when_a_row_a_model_or_a_synonym_uses_it() {
    assertThat(terms.knows(Part.of("BG21_GRIP"))).isTrue();
    assertThat(terms.knows(Part.of("GIMBAL_AND_CAMERA"))).isTrue();
    assertThat(terms.knows(Part.of("CHARGER"))).isTrue();
    assertThat(terms.knows(Part.of("FLUX_CAPACITOR"))).isFalse();
    assertThat(terms.parts()).allMatch(terms::knows);
  }

  @Test
  @DisplayName("R-2.4.1-26: the reward covers what the extended warranty covers")
  void the_reward_is_an_extended_warranty() {
    for (Model model : terms.models()) {
      assertThat(terms.coveredParts(Service.SAFE_FLIGHT_REWARD, model.code()))
          .isNotEmpty()
          .isEqualTo(terms.coveredParts(Service.EXTENDED_WARRANTY, model.code()));
    }
  }

  @Test
  @DisplayName("A-77: structural parts and accessories share the discount")
  void a_discount_reaches_the_structural_parts_and_accessories_of_the_model() {
    assertThat(terms.coveredParts(Service.REPAIR_DISCOUNT, model("MAVIC_3")))
        .isEqualTo(
            parts(
                "AIRCRAFT",
                "GIMBAL",
                "CAMERA",
                "PROPELLER_PAIR",
                "BATTERY",
                "STRUCTURAL_PARTS",
                "ARM",
                "SHELL",
                "REMOTE_CONTROLLER",
                "CHARGER",
                "BATTERY_CHARGING_HUB"));
    assertThat(terms.coveredParts(Service.REPAIR_DISCOUNT, model("PHANTOM_4")))
        .contains(Part.of("LANDING_GEAR"))
        .doesNotContain(Part.of("ARM"));
  }

  @Test
  void an_extended_warranty_of_a_drone_covers_neither_battery_nor_propellers() {
    assertThat(terms.coveredParts(Service.EXTENDED_WARRANTY, model("MAVIC_3")))
        .doesNotContain(Part.of("BATTERY"), Part.of("PROPELLER_PAIR"));
  }

  @Test
  void the_official_warranty_covers_what_it_gives_months_for() {
    Set<Part> covered = terms.coveredParts(Service.OFFICIAL_WARRANTY, model("MAVIC_3"));

    assertThat(covered).contains(Part.of("GIMBAL"), Part.of("BATTERY"));
    assertThat(covered).doesNotContain(Part.of("PROPELLER_PAIR"), Part.of("SHELL"));
  }

  @Test
  void an_unknown_model_has_no_answers() {
    ModelCode unknown = model("MAVIC_9");
    RegionCode us = new RegionCode("US");

    assertThat(terms.model(unknown)).isEmpty();
    assertThat(terms.requiredParts(unknown)).isEmpty();
    assertThat(terms.coverage(Service.REPLACEMENT, unknown)).isEmpty();
    for (Service service : Service.values()) {
      assertThat(terms.coveredParts(service, unknown)).isEmpty();
    }
    assertThat(terms.warrantyMonths(us, unknown)).isEmpty();
    assertThat(terms.easilyWornParts(unknown)).isEmpty();
    assertThat(terms.accessories(unknown)).isEmpty();
    assertThat(terms.replacementFee(us, PlanType.ONE_YEAR, unknown, ReplacementMode.DAMAGE, 1))
        .isEmpty();
    assertThat(terms.materialPrice(us, unknown, Part.of("BATTERY"))).isEmpty();
  }

  @Test
  void the_rows_that_decide_for_a_model_are_the_most_specific_of_its_service() {
    assertThat(ids(Service.REPLACEMENT, "RS_3")).containsExactly("RL-06");
    assertThat(ids(Service.EXTENDED_WARRANTY, "OSMO_MOBILE_6")).containsExactly("EW-05", "EW-07");
    assertThat(ids(Service.SAFE_FLIGHT_REWARD, "RS_3")).containsExactly("EW-08");
    assertThat(ids(Service.REPLACEMENT, "MAVIC_9")).isEmpty();
  }

  @Test
  void a_matrix_knows_every_name_that_its_rows_and_its_synonyms_use() {
    ComponentMatrix matrix =
        new ComponentMatrix(
            Map.of(Service.REPLACEMENT, List.of(row("A", Set.of("*"), Map.of("GRIP", count(1))))),
            List.of(row("B", Set.of("*"), Map.of("LENS_PROTECTOR", count(1)))),
            Map.of(),
            Map.of(Part.of("OPTICS"), parts("LENS", "SENSOR")),
            List.of(),
            parts("SHELL"));

    assertThat(matrix.names())
        .isEqualTo(parts("GRIP", "LENS_PROTECTOR", "OPTICS", "LENS", "SENSOR", "SHELL"));
  }

  private List<String> ids(Service service, String model) {
    return terms.rows(service, model(model)).stream().map(MatrixRow::id).toList();
  }

  private List<String> anomalies() {
    return Arrays.stream(Service.values())
        .flatMap(service -> terms.rows(service).stream())
        .filter(row -> row.sourceAnomaly().isPresent())
        .map(MatrixRow::id)
        .toList();
  }

  private static Set<Part> covered(ComponentMatrix matrix, String model, String line) {
    return matrix.covered(Service.REPLACEMENT, model(model), line).keySet();
  }

  private static ComponentMatrix matrix(MatrixRow... rows) {
    return new ComponentMatrix(
        Map.of(Service.REPLACEMENT, List.of(rows)),
        List.of(),
        Map.of("RS", Set.of("RS_2", "RS_3")),
        Map.of(),
        List.of(),
        Set.of());
  }

  private static MatrixRow row(String id, Set<String> lines, Map<String, Quantity> parts) {
    return new MatrixRow(
        id,
        lines,
        Set.of(),
        parts.entrySet().stream()
            .collect(Collectors.toMap(one -> Part.of(one.getKey()), Map.Entry::getValue)),
        Optional.empty());
  }

  private static Quantity count(int number) {
    return new Quantity.Count(number);
  }

  private static ModelCode model(String code) {
    return new ModelCode(code);
  }

  private static Set<Part> parts(String... codes) {
    return Arrays.stream(codes).map(Part::of).collect(Collectors.toSet());
  }
}
