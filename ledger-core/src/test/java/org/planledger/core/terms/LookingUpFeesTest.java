package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Looking up fees (R-2.5.1-02, A-24, A-25)")
class LookingUpFeesTest {

  private final Terms terms = ReleasedTerms.edition202210();

  @Test
  void fees_that_shops_have_published_are_quoted_as_published() {
    assertLadder("US", PlanType.ONE_YEAR, "MAVIC_3", "USD", 15_900, 19_900);
    assertFlyaway("US", PlanType.ONE_YEAR, "MAVIC_3", "USD", 73_900);
    assertLadder("PL", PlanType.TWO_YEAR, "MAVIC_3_CLASSIC", "PLN", 82_900, 99_900, 129_900);
    assertFlyaway("PL", PlanType.TWO_YEAR, "MAVIC_3_CLASSIC", "PLN", 334_900);
    assertLadder("PL", PlanType.TWO_YEAR, "MAVIC_3_PRO", "PLN", 101_900, 127_900, 139_900);
    assertFlyaway("PL", PlanType.TWO_YEAR, "MAVIC_3_PRO", "PLN", 449_900);
    assertLadder("PL", PlanType.TWO_YEAR, "OSMO_MOBILE_SE", "PLN", 4_900, 7_500, 9_900);
    assertLadder("NZ", PlanType.ONE_YEAR, "PHANTOM_4_PRO", "NZD", 54_900, 64_900);
  }

  @Test
  void only_those_figures_are_not_marked_as_samples() {
    Set<String> published = new TreeSet<>();
    for (Region region : terms.regions()) {
      for (Model model : terms.models()) {
        for (PlanType type : PlanType.values()) {
          fee(region, type, model, ReplacementMode.DAMAGE, 1)
              .filter(fee -> !fee.sample())
              .ifPresent(
                  fee ->
                      published.add(region.code().code() + " " + type + " " + model.code().code()));
        }
      }
    }

    assertThat(published)
        .containsExactly(
            "NZ ONE_YEAR PHANTOM_4_PRO",
            "PL TWO_YEAR MAVIC_3_CLASSIC",
            "PL TWO_YEAR MAVIC_3_PRO",
            "PL TWO_YEAR OSMO_MOBILE_SE",
            "US ONE_YEAR MAVIC_3");
  }

  @Test
  void a_demonstration_fee_says_that_it_is_one() {
    Fee fee =
        terms
            .replacementFee(
                new RegionCode("DE"),
                PlanType.ONE_YEAR,
                new ModelCode("MAVIC_3"),
                ReplacementMode.DAMAGE,
                1)
            .orElseThrow();

    assertThat(fee.sample()).isTrue();
    assertThat(fee.source()).isEqualTo("SAMPLE");
    assertThat(fee.amount().currency()).isEqualTo(Currency.getInstance("EUR"));
  }

  @Test
  void every_replacement_a_plan_can_hold_has_a_fee_in_the_currency_of_the_region() {
    for (Region region : terms.regions()) {
      for (Model model : terms.models()) {
        for (PlanType type : PlanType.values()) {
          int total = terms.figures(type).replacementTotal();
          for (int ordinal = 1; ordinal <= total; ordinal++) {
            Fee fee = fee(region, type, model, ReplacementMode.DAMAGE, ordinal).orElseThrow();
            assertThat(fee.amount().minor()).isPositive();
            assertThat(fee.amount().currency()).isEqualTo(region.currency());
            assertThat(fee(region, type, model, ReplacementMode.FLYAWAY, ordinal).isPresent())
                .as("flyaway fee of %s", model.name())
                .isEqualTo(model.flyaway());
          }
        }
      }
    }
  }

  @Test
  void fees_rise_with_the_ordinal_and_a_flyaway_costs_four_to_five_times_the_first() {
    for (Region region : terms.regions()) {
      for (Model model : terms.models()) {
        for (PlanType type : PlanType.values()) {
          List<Long> ladder = ladder(region, type, model);
          assertThat(ladder).as(model.name()).isSorted().doesNotHaveDuplicates();
          if (model.flyaway()) {
            long flyaway =
                fee(region, type, model, ReplacementMode.FLYAWAY, 1).orElseThrow().amount().minor();
            assertThat((double) flyaway / ladder.getFirst())
                .as("%s %s %s", region.code(), model.name(), type)
                .isBetween(4.0, 5.0);
          }
        }
      }
    }
  }

  @Test
  void amounts_are_whole_currency_units() {
    for (Region region : terms.regions()) {
      long unit = (long) Math.pow(10, region.currency().getDefaultFractionDigits());
      for (Model model : terms.models()) {
        for (PlanType type : PlanType.values()) {
          assertThat(ladder(region, type, model)).allMatch(minor -> minor % unit == 0);
        }
      }
    }
  }

  @Test
  void a_flyaway_costs_the_same_whatever_its_ordinal() {
    Region us = terms.region(new RegionCode("US")).orElseThrow();
    Model mavic = terms.model(new ModelCode("MAVIC_3")).orElseThrow();

    assertThat(fee(us, PlanType.TWO_YEAR, mavic, ReplacementMode.FLYAWAY, 3))
        .isPresent()
        .isEqualTo(fee(us, PlanType.TWO_YEAR, mavic, ReplacementMode.FLYAWAY, 1));
  }

  @Test
  void there_is_no_fee_for_a_replacement_the_plan_does_not_have() {
    Region us = terms.region(new RegionCode("US")).orElseThrow();
    Model mavic = terms.model(new ModelCode("MAVIC_3")).orElseThrow();

    for (ReplacementMode mode : ReplacementMode.values()) {
      assertThat(fee(us, PlanType.ONE_YEAR, mavic, mode, 0)).isEmpty();
      assertThat(fee(us, PlanType.ONE_YEAR, mavic, mode, 3)).isEmpty();
      assertThat(fee(us, PlanType.TWO_YEAR, mavic, mode, 4)).isEmpty();
    }
  }

  @Test
  void a_region_where_nothing_is_sold_has_no_fees() {
    RegionCode brazil = new RegionCode("BR");
    ModelCode mavic = new ModelCode("MAVIC_3");

    assertThat(terms.replacementFee(brazil, PlanType.ONE_YEAR, mavic, ReplacementMode.DAMAGE, 1))
        .isEmpty();
    assertThat(terms.materialPrice(brazil, mavic, Part.of("BATTERY"))).isEmpty();
    assertThat(terms.warrantyMonths(brazil, mavic)).isEmpty();
  }

  @Test
  @DisplayName("R-3.2.1-09, A-67: everything that can be missing has a price, the body has none")
  void every_required_component_but_the_body_can_be_paid_for_when_it_is_missing() {
    for (Region region : terms.regions()) {
      for (Model model : terms.models()) {
        for (Part part : terms.requiredParts(model.code()).keySet()) {
          Optional<Fee> price = terms.materialPrice(region.code(), model.code(), part);
          if (part.equals(model.body())) {
            assertThat(price).as("%s of %s", part, model.name()).isEmpty();
          } else {
            assertThat(price.orElseThrow().amount().minor()).isPositive();
            assertThat(price.orElseThrow().amount().currency()).isEqualTo(region.currency());
            assertThat(price.orElseThrow().sample()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void a_price_is_found_under_every_name_of_a_component() {
    RegionCode us = new RegionCode("US");
    ModelCode mobile = new ModelCode("OSMO_MOBILE_6");

    assertThat(terms.materialPrice(us, mobile, Part.of("BUILT_IN_BATTERY")))
        .isPresent()
        .isEqualTo(terms.materialPrice(us, mobile, Part.of("BATTERY")));
    assertThat(terms.materialPrice(us, new ModelCode("MAVIC_3"), Part.of("GIMBAL_AND_CAMERA")))
        .isEmpty();
  }

  @Test
  void regions_of_one_currency_share_a_tariff() {
    Map<Currency, Fee> first = new HashMap<>();
    Model mavic = terms.model(new ModelCode("MAVIC_3")).orElseThrow();
    for (Region region : terms.regions()) {
      Fee fee = fee(region, PlanType.TWO_YEAR, mavic, ReplacementMode.DAMAGE, 2).orElseThrow();
      assertThat(first.merge(region.currency(), fee, (one, other) -> one)).isEqualTo(fee);
    }
    assertThat(first).hasSize(20);
  }

  @Test
  void money_of_two_currencies_is_never_added() {
    Money dollars = Money.of(100, "USD");

    assertThat(dollars.plus(Money.of(50, "USD"))).isEqualTo(Money.of(150, "USD"));
    assertThat(dollars.isZero()).isFalse();
    assertThat(Money.of(0, "USD").isZero()).isTrue();
    assertThatThrownBy(() -> dollars.plus(Money.of(50, "EUR")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EUR");
    assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "USD").plus(dollars))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_fee_of_zero_cannot_exist() {
    assertThatThrownBy(() -> new Fee(Money.of(0, "USD"), "nowhere", true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Fee(Money.of(-1, "USD"), "nowhere", true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Long> ladder(Region region, PlanType type, Model model) {
    return new ArrayList<>(
        IntStream.rangeClosed(1, terms.figures(type).replacementTotal())
            .mapToObj(n -> fee(region, type, model, ReplacementMode.DAMAGE, n).orElseThrow())
            .map(fee -> fee.amount().minor())
            .toList());
  }

  private Optional<Fee> fee(
      Region region, PlanType type, Model model, ReplacementMode mode, int ordinal) {
    return terms.replacementFee(region.code(), type, model.code(), mode, ordinal);
  }

  private void assertLadder(
      String region, PlanType type, String model, String currency, long... minor) {
    for (int i = 0; i < minor.length; i++) {
      Fee fee =
          terms
              .replacementFee(
                  new RegionCode(region), type, new ModelCode(model), ReplacementMode.DAMAGE, i + 1)
              .orElseThrow();
      assertThat(fee.amount()).isEqualTo(Money.of(minor[i], currency));
      assertThat(fee.sample()).isFalse();
      assertThat(fee.source()).startsWith("shop listing");
    }
    assertThat(minor).hasSize(terms.figures(type).replacementTotal());
  }

  private void assertFlyaway(
      String region, PlanType type, String model, String currency, long minor) {
    Fee fee =
        terms
            .replacementFee(
                new RegionCode(region), type, new ModelCode(model), ReplacementMode.FLYAWAY, 1)
            .orElseThrow();
    assertThat(fee).isEqualTo(new Fee(Money.of(minor, currency), fee.source(), false));
  }
}
