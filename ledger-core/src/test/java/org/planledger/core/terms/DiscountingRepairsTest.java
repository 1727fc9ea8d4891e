package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Discounting repairs (R-2.5.1-03, A-42, A-43, A-77)")
class DiscountingRepairsTest {

  private static final ModelCode MAVIC_3 = new ModelCode("MAVIC_3");

  private final Terms terms = ReleasedTerms.edition202210();

  @ParameterizedTest
  @CsvSource({"US, 30, 20", "DE, 30, 20", "FR, 30, 20", "GB, 30, 20", "JP, 25, 20", "CN, 35, 25"})
  void a_region_takes_the_percentages_of_its_currency_and_says_that_they_are_samples(
      String region, int materialPercent, int labourPercent) {
    assertThat(terms.repairDiscount(new RegionCode(region), MAVIC_3))
        .contains(new Discount(materialPercent, labourPercent, "SAMPLE", true));
  }

  @Test
  void a_region_whose_tariff_has_no_discount_answers_nothing_rather_than_zero() {
    Set<String> without =
        terms.regions().stream()
            .filter(region -> terms.repairDiscount(region.code(), MAVIC_3).isEmpty())
            .map(region -> region.currency().getCurrencyCode())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(without)
        .containsExactly(
            "AUD", "CAD", "CHF", "CZK", "DKK", "HKD", "HUF", "ISK", "KRW", "NOK", "NZD", "PLN",
            "RON", "SEK", "TWD");
  }

  @Test
  void only_a_model_that_is_offered_the_service_has_a_discount() {
    RegionCode us = new RegionCode("US");
    for (Model model : terms.models()) {
      assertThat(terms.repairDiscount(us, model.code()).isPresent())
          .as(model.name())
          .isEqualTo(model.offered().contains(Service.REPAIR_DISCOUNT));
    }
    assertThat(terms.repairDiscount(us, new ModelCode("RS_3"))).isEmpty();
  }

  @Test
  void an_unknown_model_or_region_has_no_discount() {
    assertThat(terms.repairDiscount(new RegionCode("US"), new ModelCode("MAVIC_9"))).isEmpty();
    assertThat(terms.repairDiscount(new RegionCode("BR"), MAVIC_3)).isEmpty();
  }

  @Test
  void a_tariff_has_no_discount_unless_it_is_given_one() {
    assertThat(new Tariff(Map.of(), Map.of(), Map.of()).repairDiscount()).isEmpty();
  }

  @Test
  void parts_of_the_structure_are_known_by_their_own_names_and_by_the_one_for_them_all() {
    assertThat(terms.parts().stream().filter(terms::structural).map(Part::code))
        .containsExactly("ARM", "LANDING_GEAR", "SHELL", "STRUCTURAL_PARTS");
  }

  @Test
  void a_discount_covers_what_comes_with_a_model() {
    assertThat(terms.accessories(MAVIC_3))
        .containsExactlyElementsOf(
            List.of(
                Part.of("REMOTE_CONTROLLER"), Part.of("CHARGER"), Part.of("BATTERY_CHARGING_HUB")));
    assertThat(terms.coveredParts(Service.REPAIR_DISCOUNT, MAVIC_3))
        .containsAll(terms.accessories(MAVIC_3))
        .contains(Part.of("ARM"), Part.of("SHELL"));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 20, materialPercent lies between 0 and 100: -1",
    "20, 101, labourPercent lies between 0 and 100: 101",
    "0, 0, a discount takes something off: leave it out where none is configured"
  })
  void impossible_percentages_are_refused(int material, int labour, String reason) {
    assertThatThrownBy(() -> new Discount(material, labour, "nowhere", true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @Test
  void a_discount_may_be_on_one_of_the_two_alone_and_may_be_everything() {
    assertThat(new Discount(0, 100, "a shop", false).labourPercent()).isEqualTo(100);
    assertThat(new Discount(100, 0, "a shop", false).materialPercent()).isEqualTo(100);
  }
}
