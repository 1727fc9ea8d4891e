package org.planledger.core.terms;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Covering components, row by row (clause 2.4.1)")
class CoveringComponentsRowByRowTest {

  private final Terms terms = ReleasedTerms.edition202210();

  /// Stands for a quantity the document does not state.
  private static final int ALL = 0;

  @Test
  @DisplayName("R-2.4.1-03 RL-01")
  void a_replacement_of_avata_air_2s_fpv_mini_mavic_and_spark_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-01");
    for (String model :
        List.of("AVATA", "AIR_2S", "FPV", "MINI_2", "MAVIC_3", "MAVIC_AIR_2", "SPARK")) {
      assertThat(required(model))
          .as(model)
          .containsOnly(
              entry("AIRCRAFT", 1),
              entry("GIMBAL", 1),
              entry("CAMERA", 1),
              entry("PROPELLER_PAIR", 2),
              entry("BATTERY", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-04 RL-02")
  void a_replacement_of_osmo_mobile_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-02");
    for (String model : List.of("OSMO_MOBILE_6", "OSMO_MOBILE_SE")) {
      assertThat(required(model))
          .as(model)
          .containsOnly(
              entry("GIMBAL", 1),
              entry("MOBILE_PHONE_HOLDER", 1),
              entry("GRIP_TRIPOD", 1),
              entry("BATTERY", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-05 RL-03")
  void a_replacement_of_pocket_2_and_the_osmo_series_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-03");
    for (String model :
        List.of("POCKET_2", "OSMO", "OSMO_PLUS", "OSMO_POCKET", "OSMO_ACTION", "OSMO_ACTION_3")) {
      assertThat(required(model)).as(model).containsOnly(entry("CAMERA", 1), entry("BATTERY", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-06 RL-04a")
  void a_replacement_of_the_action_2_dual_screen_combo_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-04a");
    for (String model : List.of("ACTION_2_DUAL_SCREEN")) {
      assertThat(required(model))
          .as(model)
          .containsOnly(entry("CAMERA", 1), entry("FRONT_TOUCHSCREEN_MODULE", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-06 RL-04b")
  void a_replacement_of_the_action_2_power_combo_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-04b");
    for (String model : List.of("ACTION_2_POWER")) {
      assertThat(required(model))
          .as(model)
          .containsOnly(entry("CAMERA", 1), entry("POWER_MODULE", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-07 RL-05")
  void a_replacement_of_rs_2_rsc_2_and_ronin_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-05");
    for (String model : List.of("RS_2", "RSC_2", "RONIN_S", "RONIN_SC")) {
      assertThat(required(model)).as(model).containsOnly(entry("GIMBAL", 1), entry("GRIP", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-08 RL-06")
  void a_replacement_of_rs_3_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-06");
    for (String model : List.of("RS_3")) {
      assertThat(required(model))
          .as(model)
          .containsOnly(
              entry("GIMBAL", 1),
              entry("GRIP", 1),
              entry("USB_C_CHARGING_CABLE_40CM", 1),
              entry("LENS_FASTENING_SUPPORT", 1),
              entry("EXTENDED_GRIP_TRIPOD_PLASTIC", 1),
              entry("QUICK_RELEASE_PLATE", 1),
              entry("MULTI_CAMERA_CONTROL_CABLE_30CM", 1),
              entry("SCREW_KIT", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-09 RL-07")
  void a_replacement_of_rs_3_pro_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-07");
    for (String model : List.of("RS_3_PRO")) {
      assertThat(required(model))
          .as(model)
          .containsOnly(
              entry("GIMBAL", 1),
              entry("GRIP", 1),
              entry("USB_C_CHARGING_CABLE_40CM", 1),
              entry("LENS_FASTENING_SUPPORT_EXTENDED", 1),
              entry("EXTENDED_GRIP_TRIPOD_METAL", 1),
              entry("QUICK_RELEASE_PLATE", 1),
              entry("BRIEFCASE_HANDLE", 1),
              entry("MULTI_CAMERA_CONTROL_CABLE_30CM", 1),
              entry("SCREW_KIT", 1),
              entry("CARRYING_CASE", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-10 RL-08")
  void a_replacement_of_phantom_without_a_battery_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-08");
    for (String model : List.of("PHANTOM_3_STANDARD", "PHANTOM_4_PRO")) {
      assertThat(required(model))
          .as(model)
          .containsOnly(
              entry("AIRCRAFT", 1),
              entry("GIMBAL", 1),
              entry("CAMERA", 1),
              entry("PROPELLER_PAIR", 2));
    }
  }

  @Test
  @DisplayName("R-2.4.1-11 RL-09")
  void a_replacement_of_inspire_2_without_gimbal_camera_and_battery_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-09");
    for (String model : List.of("INSPIRE_2")) {
      assertThat(required(model))
          .as(model)
          .containsOnly(entry("AIRCRAFT", 1), entry("PROPELLER_PAIR", 2));
    }
  }

  @Test
  @DisplayName("R-2.4.1-12 RL-10")
  void a_replacement_of_zenmuse_needs_what_its_row_lists() {
    assertRow(Service.REPLACEMENT, "RL-10");
    for (String model : List.of("ZENMUSE_X5S", "ZENMUSE_X7")) {
      assertThat(required(model)).as(model).containsOnly(entry("GIMBAL", 1), entry("CAMERA", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-16 EW-01")
  void an_extended_warranty_of_the_folding_and_phantom_aircraft_covers_what_its_row_lists() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-01");
    for (String model :
        List.of("AVATA", "AIR_2S", "FPV", "MINI_3_PRO", "MAVIC_3", "SPARK", "PHANTOM_4")) {
      assertThat(covered(Service.EXTENDED_WARRANTY, model))
          .as(model)
          .containsOnly(
              entry("GIMBAL", 1),
              entry("CAMERA", 1),
              entry("MAIN_CONTROLLER", 1),
              entry("MOTORS", ALL),
              entry("ESC", ALL),
              entry("VISION_SYSTEM", ALL));
    }
  }

  @Test
  @DisplayName("R-2.4.1-17 EW-02")
  void an_extended_warranty_of_osmo_action_3_covers_what_its_row_lists() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-02");
    for (String model : List.of("OSMO_ACTION_3")) {
      assertThat(covered(Service.EXTENDED_WARRANTY, model))
          .as(model)
          .containsOnly(entry("CAMERA", 1), entry("BATTERY", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-18 EW-03")
  void an_extended_warranty_of_pocket_2_and_osmo_action_covers_what_its_row_lists() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-03");
    for (String model : List.of("POCKET_2", "OSMO_ACTION")) {
      assertThat(covered(Service.EXTENDED_WARRANTY, model))
          .as(model)
          .containsOnly(entry("CAMERA", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-19 EW-04a")
  void an_extended_warranty_of_the_action_2_dual_screen_combo_covers_what_its_row_lists() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-04a");
    for (String model : List.of("ACTION_2_DUAL_SCREEN")) {
      assertThat(covered(Service.EXTENDED_WARRANTY, model))
          .as(model)
          .containsOnly(entry("CAMERA", 1), entry("FRONT_TOUCHSCREEN_MODULE", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-19 EW-04b")
  void an_extended_warranty_of_the_action_2_power_combo_covers_what_its_row_lists() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-04b");
    for (String model : List.of("ACTION_2_POWER")) {
      assertThat(covered(Service.EXTENDED_WARRANTY, model))
          .as(model)
          .containsOnly(entry("CAMERA", 1), entry("POWER_MODULE", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-20 EW-05, A-49")
  void osmo_mobile_stands_in_two_rows_of_the_extended_warranty_and_gets_both() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-05");
    assertThat(covered(Service.EXTENDED_WARRANTY, "OSMO_MOBILE_6"))
        .containsOnly(
            entry("GIMBAL", 1),
            entry("BATTERY", 1),
            entry("MOBILE_PHONE_HOLDER", 1),
            entry("BUTTONS", ALL),
            entry("HANDLE", ALL));
  }

  @Test
  @DisplayName("R-2.4.1-21 EW-06")
  void an_extended_warranty_of_osmo_pocket_osmo_plus_and_osmo_covers_what_its_row_lists() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-06");
    for (String model : List.of("OSMO_POCKET", "OSMO_PLUS", "OSMO")) {
      assertThat(covered(Service.EXTENDED_WARRANTY, model))
          .as(model)
          .containsOnly(entry("GIMBAL", 1), entry("CAMERA", 1), entry("HANDLE", ALL));
    }
  }

  @Test
  @DisplayName("R-2.4.1-22 EW-07")
  void an_extended_warranty_of_om_covers_what_its_row_lists() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-07");
    for (String model : List.of("OM_4", "OM_4_SE", "OM_5")) {
      assertThat(covered(Service.EXTENDED_WARRANTY, model))
          .as(model)
          .containsOnly(
              entry("MOBILE_PHONE_HOLDER", 1),
              entry("GIMBAL", 1),
              entry("BUTTONS", ALL),
              entry("HANDLE", ALL));
    }
  }

  @Test
  @DisplayName("R-2.4.1-23 EW-08")
  void an_extended_warranty_of_the_stabilisers_covers_what_its_row_lists() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-08");
    for (String model : List.of("RS_2", "RSC_2", "RS_3", "RS_3_PRO", "RONIN_S")) {
      assertThat(covered(Service.EXTENDED_WARRANTY, model))
          .as(model)
          .containsOnly(entry("GIMBAL", 1), entry("GRIP", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-24 EW-09")
  void an_extended_warranty_of_inspire_2_covers_what_its_row_lists() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-09");
    for (String model : List.of("INSPIRE_2")) {
      assertThat(covered(Service.EXTENDED_WARRANTY, model))
          .as(model)
          .containsOnly(
              entry("MAIN_CONTROLLER", ALL),
              entry("MOTORS", ALL),
              entry("ESC", ALL),
              entry("VISION_SYSTEM", ALL));
    }
  }

  @Test
  @DisplayName("R-2.4.1-25 EW-10")
  void an_extended_warranty_of_zenmuse_covers_what_its_row_lists() {
    assertRow(Service.EXTENDED_WARRANTY, "EW-10");
    for (String model : List.of("ZENMUSE_X4S")) {
      assertThat(covered(Service.EXTENDED_WARRANTY, model))
          .as(model)
          .containsOnly(entry("GIMBAL", 1), entry("CAMERA", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-14 RD-01")
  void a_repair_discount_names_the_same_components_for_every_line() {
    assertRow(Service.REPAIR_DISCOUNT, "RD-01");
    for (Model model : terms.models()) {
      assertThat(covered(Service.REPAIR_DISCOUNT, model.code().code()))
          .containsOnly(
              entry("AIRCRAFT", 1),
              entry("GIMBAL", 1),
              entry("CAMERA", 1),
              entry("PROPELLER_PAIR", 2),
              entry("BATTERY", 1),
              entry("STRUCTURAL_PARTS", ALL));
    }
  }

  @Test
  @DisplayName("R-2.4.1-27 FM-01")
  void maintenance_names_the_same_components_for_every_line() {
    assertRow(Service.MAINTENANCE, "FM-01");
    for (Model model : terms.models()) {
      assertThat(covered(Service.MAINTENANCE, model.code().code()))
          .containsOnly(
              entry("AIRCRAFT", 1),
              entry("GIMBAL", ALL),
              entry("CAMERA", 1),
              entry("PROPELLER_PAIR", 2),
              entry("BATTERY", 1),
              entry("REMOTE_CONTROLLER", 1));
    }
  }

  @Test
  @DisplayName("R-2.4.1-28 FM-02")
  void only_two_models_have_easily_worn_parts() {
    Set<Part> worn =
        Stream.of("PROPELLER_PAIR", "GIMBAL_RUBBER_DAMPER", "LENS_PROTECTOR", "WINDSHIELD_BAFFLE")
            .map(Part::of)
            .collect(toSet());

    for (Model model : terms.models()) {
      boolean listed = Set.of("MAVIC_3", "MAVIC_3_CINE").contains(model.code().code());
      assertThat(terms.easilyWornParts(model.code()))
          .as(model.name())
          .isEqualTo(listed ? worn : Set.of());
    }
    assertThat(terms.coveredParts(Service.MAINTENANCE, new ModelCode("MAVIC_3")))
        .contains(Part.of("LENS_PROTECTOR"));
    assertThat(terms.coveredParts(Service.MAINTENANCE, new ModelCode("MAVIC_3_CLASSIC")))
        .doesNotContain(Part.of("LENS_PROTECTOR"));
  }

  @Test
  void the_document_has_these_rows_and_no_others() {
    assertThat(ids(Service.REPLACEMENT))
        .containsExactly(
            "RL-01", "RL-02", "RL-03", "RL-04a", "RL-04b", "RL-05", "RL-06", "RL-07", "RL-08",
            "RL-09", "RL-10");
    assertThat(ids(Service.REPAIR_DISCOUNT)).containsExactly("RD-01");
    assertThat(ids(Service.EXTENDED_WARRANTY))
        .containsExactly(
            "EW-01", "EW-02", "EW-03", "EW-04a", "EW-04b", "EW-05", "EW-06", "EW-07", "EW-08",
            "EW-09", "EW-10");
    assertThat(ids(Service.MAINTENANCE)).containsExactly("FM-01");
  }

  private void assertRow(Service service, String id) {
    assertThat(ids(service)).contains(id);
  }

  private List<String> ids(Service service) {
    return terms.rows(service).stream().map(MatrixRow::id).toList();
  }

  private Map<String, Integer> required(String model) {
    return terms.requiredParts(new ModelCode(model)).entrySet().stream()
        .collect(toMap(entry -> entry.getKey().code(), Map.Entry::getValue));
  }

  private Map<String, Integer> covered(Service service, String model) {
    return terms.coverage(service, new ModelCode(model)).entrySet().stream()
        .collect(toMap(entry -> entry.getKey().code(), entry -> number(entry.getValue())));
  }

  private static int number(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Count(int number) -> number;
      case Quantity.All _ -> ALL;
    };
  }
}
