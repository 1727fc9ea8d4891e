package org.planledger.core.terms;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.simulation.Candidate;

class ListingRegionsTest {

  private final Terms terms = ReleasedTerms.edition202210();

  private static final Set<String> EUROPEAN_UNION =
      Set.of(
          "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT",
          "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");

  @Test
  @DisplayName("A-16: Europe is the Union, EFTA and the United Kingdom")
  void the_europe_and_uk_rule_holds_in_32_regions() {
    Set<String> europe = new TreeSet<>(EUROPEAN_UNION);
    europe.addAll(Set.of("IS", "LI", "NO", "CH", "GB"));

    assertThat(
            terms.regions().stream()
                .filter(Region::safeFlightAfterOfficialWarranty)
                .map(region -> region.code().code())
                .collect(toSet()))
        .isEqualTo(europe)
        .hasSize(32);
  }

  @Test
  void plans_are_sold_in_41_regions() {
    Set<String> expected = new TreeSet<>(EUROPEAN_UNION);
    expected.addAll(Set.of("IS", "LI", "NO", "CH", "GB"));
    expected.addAll(Set.of("US", "CA", "AU", "NZ", "HK", "TW", "JP", "KR", "CN"));

    assertThat(terms.regions().stream().map(region -> region.code().code()).collect(toSet()))
        .isEqualTo(expected)
        .hasSize(41);
  }

  @ParameterizedTest
  @CsvSource({
    "US, Pacific/Honolulu, USD", "CA, America/Vancouver, CAD", "AU, Australia/Perth, AUD",
    "PT, Atlantic/Azores, EUR", "ES, Atlantic/Canary, EUR", "NZ, Pacific/Auckland, NZD",
    "DE, Europe/Berlin, EUR", "GB, Europe/London, GBP", "JP, Asia/Tokyo, JPY",
    "PL, Europe/Warsaw, PLN", "CH, Europe/Zurich, CHF", "CN, Asia/Shanghai, CNY"
  })
  @DisplayName("A-01: days are counted in one zone, the westernmost where there are several")
  void a_region_has_one_zone_and_one_currency(String code, String zone, String currency) {
    Region region = terms.region(new RegionCode(code)).orElseThrow();

    assertThat(region.zone().getId()).isEqualTo(zone);
    assertThat(region.currency().getCurrencyCode()).isEqualTo(currency);
  }

  @Test
  @DisplayName("A-85: each region stands alone unless a group is named")
  void every_region_is_a_coverage_group_of_its_own() {
    for (Region region : terms.regions()) {
      assertThat(region.coverageGroup()).isEqualTo(region.code().code());
    }
  }

  @Test
  @DisplayName("R-3.2-02: which channels exist depends on the region")
  void every_region_repairs_and_some_send_an_express_replacement() {
    assertThat(terms.regions()).allMatch(one -> one.channels().contains(Channel.ONLINE_REPAIR));
    assertThat(
            terms.regions().stream()
                .filter(region -> region.channels().contains(Channel.EXPRESS))
                .map(region -> region.code().code()))
        .containsExactlyInAnyOrder("US", "DE", "GB", "JP", "CN");
  }

  @Test
  @DisplayName("A-15: the reward waits only for 1-year plans in Europe and the UK")
  void the_reward_waits_for_the_official_warranty_only_for_one_year_plans_in_europe() {
    for (Region region : terms.regions()) {
      assertThat(terms.rewardAfterOfficialWarranty(PlanType.ONE_YEAR, region))
          .isEqualTo(region.safeFlightAfterOfficialWarranty());
      assertThat(terms.rewardAfterOfficialWarranty(PlanType.TWO_YEAR, region)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "US, MAVIC_3, GIMBAL, 12",
    "US, MAVIC_3, PROPELLER_PAIR, 0",
    "US, MAVIC_3, BATTERY, 12",
    "US, MAVIC_2_PRO, MAIN_CONTROLLER, 12",
    "US, MAVIC_2_PRO, GIMBAL, 6",
    "US, MAVIC_2_PRO, CHARGER, 12",
    "US, SPARK, CHARGER, 6",
    "JP, MAVIC_PRO, MOTORS, 6",
    "DE, MAVIC_3, GIMBAL, 24",
    "NO, MAVIC_3, BATTERY, 12",
    "GB, MAVIC_2_PRO, GIMBAL, 24",
    "DE, SPARK, PROPELLER_PAIR, 0",
    "DE, RS_3, GIMBAL, 24",
    "AU, OM_5, GIMBAL, 12"
  })
  void the_official_warranty_depends_on_region_model_and_component(
      String region, String model, String part, int months) {
    assertThat(
            terms.warrantyMonths(new RegionCode(region), new ModelCode(model)).get(Part.of(part)))
        .isEqualTo(months);
  }

  @Test
  void every_component_of_every_model_has_its_months_in_every_region() {
    for (Region region : terms.regions()) {
      for (Model model : terms.models()) {
        assertThat(terms.warrantyMonths(region.code(), model.code()).keySet())
            .isEqualTo(model.parts());
      }
    }
  }

  @Test
  @DisplayName("R-2.1-09: an extended warranty has an official one to follow")
  void every_component_under_extended_warranty_has_an_official_warranty_first() {
    for (Region region : terms.regions()) {
      for (Model model : terms.models()) {
        Set<Part> extended =
            new HashSet<>(terms.coveredParts(Service.EXTENDED_WARRANTY, model.code()));
        extended.retainAll(model.parts());

        assertThat(extended)
            .as("%s in %s", model.name(), region.name())
            .isNotEmpty()
            .allMatch(part -> terms.warrantyMonths(region.code(), model.code()).get(part) > 0);
      }
    }
  }

  @Test
  void no_released_edition_lists_centres_and_one_that_does_keeps_their_order_out_of_it() {
    assertThat(terms.regions()).allMatch(region -> region.centres().isEmpty());

    var listing = Candidate.of202210().centres("DE", "Berlin", "Aachen").terms();
    assertThat(listing.region(new RegionCode("DE")).orElseThrow().centres())
        .containsExactlyInAnyOrder("Aachen", "Berlin");
    assertThat(EditionDifference.between(terms, listing))
        .singleElement()
        .asString()
        .contains("centres")
        .contains("Aachen, Berlin");
  }
}
