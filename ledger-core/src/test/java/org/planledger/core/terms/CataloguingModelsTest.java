package org.planledger.core.terms;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Cataloguing models (A-50)")
class CataloguingModelsTest {

  private final Terms terms = ReleasedTerms.edition202210();

  @Test
  void the_catalogue_lists_sixty_models() {
    assertThat(terms.models()).hasSize(60);
    for (Model model : terms.models()) {
      assertThat(terms.model(model.code())).contains(model);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAVIC_MINI, MINI", "MAVIC_AIR_2, MAVIC", "AIR_2S, AIR_2S", "MINI_2_SE, MINI",
    "OSMO_MOBILE_SE, OSMO_MOBILE", "OM_4_SE, OM", "OSMO_PLUS, OSMO_PLUS", "RONIN_SC, RONIN",
    "PHANTOM_4_PRO_V2_0, PHANTOM", "OSMO_ACTION, OSMO_ACTION", "ZENMUSE_X4S, ZENMUSE"
  })
  void a_model_belongs_to_the_line_the_table_names(String code, String line) {
    assertThat(terms.model(new ModelCode(code)).orElseThrow().line()).isEqualTo(line);
  }

  @Test
  void flyaway_is_offered_for_the_thirteen_models_of_the_providers_list() {
    assertThat(codes(Model::flyaway))
        .containsExactlyInAnyOrder(
            "AVATA",
            "AIR_2S",
            "MINI_SE",
            "MINI_2",
            "MINI_2_SE",
            "MINI_3",
            "MINI_3_PRO",
            "MAVIC_AIR_2",
            "MAVIC_3",
            "MAVIC_3_CINE",
            "MAVIC_3_CLASSIC",
            "MAVIC_3_PRO",
            "MAVIC_3_PRO_CINE");
  }

  @Test
  void only_products_with_a_remote_controller_are_maintained_or_fly_away() {
    assertThat(codes(Model::remoteController))
        .isEqualTo(codes(offers(Service.MAINTENANCE)))
        .isEqualTo(codes(model -> model.parts().contains(Part.of("REMOTE_CONTROLLER"))))
        .containsAll(codes(Model::flyaway));
  }

  @Test
  @DisplayName("A-43: the discount is offered where the replacement row has an aircraft")
  void a_repair_discount_is_offered_for_every_line_with_an_aircraft() {
    Part aircraft = Part.of("AIRCRAFT");

    assertThat(codes(offers(Service.REPAIR_DISCOUNT)))
        .isNotEmpty()
        .isEqualTo(
            codes(
                model -> terms.coverage(Service.REPLACEMENT, model.code()).containsKey(aircraft)));
  }

  @Test
  void every_model_offers_replacement_and_extended_warranty_and_none_the_official_warranty() {
    assertThat(terms.models())
        .allMatch(offers(Service.REPLACEMENT))
        .allMatch(offers(Service.EXTENDED_WARRANTY))
        .noneMatch(offers(Service.OFFICIAL_WARRANTY));
  }

  @Test
  @DisplayName("R-1.5-02: discontinued lines get no reward")
  void the_reward_is_not_offered_for_lines_that_were_discontinued() {
    Set<String> lines =
        terms.models().stream()
            .filter(offers(Service.SAFE_FLIGHT_REWARD).negate())
            .map(Model::line)
            .collect(toSet());

    assertThat(lines)
        .containsExactlyInAnyOrder("SPARK", "PHANTOM", "INSPIRE_2", "ZENMUSE", "OSMO", "OSMO_PLUS");
    assertThat(terms.models().stream().filter(offers(Service.SAFE_FLIGHT_REWARD)).map(Model::line))
        .doesNotContainAnyElementsOf(lines);
  }

  @Test
  @DisplayName("R-2.2-06: handhelds of these lines are served abroad, aircraft never")
  void seven_lines_and_series_are_served_internationally() {
    Set<String> lines =
        terms.models().stream()
            .filter(Model::international)
            .map(Model::line)
            .collect(toCollection(TreeSet::new));

    assertThat(lines)
        .containsExactly(
            "ACTION_2_DUAL_SCREEN",
            "ACTION_2_POWER",
            "OM",
            "OSMO_ACTION_3",
            "OSMO_MOBILE",
            "POCKET_2",
            "RSC_2",
            "RS_2",
            "RS_3",
            "RS_3_PRO");
  }

  @ParameterizedTest
  @CsvSource({
    "MAVIC_3, AIRCRAFT", "INSPIRE_2, AIRCRAFT", "ZENMUSE_X7, GIMBAL", "OM_5, GIMBAL",
    "OSMO_MOBILE_6, GIMBAL", "POCKET_2, CAMERA", "OSMO, CAMERA", "OSMO_ACTION_3, CAMERA",
    "ACTION_2_POWER, CAMERA", "RS_3_PRO, GIMBAL"
  })
  @DisplayName("A-67: which component stands for the device")
  void the_body_is_the_first_of_the_order_among_what_a_replacement_needs(String code, String body) {
    assertThat(terms.model(new ModelCode(code)).orElseThrow().body()).isEqualTo(Part.of(body));
  }

  @Test
  void where_flags_and_figures_come_from_is_said_for_each_topic() {
    assertThat(terms.sources())
        .containsKeys(
            "flyaway", "remoteController", "REPAIR_DISCOUNT", "SAFE_FLIGHT_REWARD", "channels")
        .containsEntry("channels", "demonstration data");
  }

  private static Predicate<Model> offers(Service service) {
    return model -> model.offered().contains(service);
  }

  private Set<String> codes(Predicate<Model> which) {
    return terms.models().stream().filter(which).map(model -> model.code().code()).collect(toSet());
  }
}
