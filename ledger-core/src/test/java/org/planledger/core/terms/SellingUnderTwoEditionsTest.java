package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Selling under two editions (R-P-01, A-24, A-53)")
class SellingUnderTwoEditionsTest {

  private static final Terms OLD = ReleasedTerms.edition202210();
  private static final Terms NEW = ReleasedTerms.edition202307();
  private static final TermsBook BOOK = new TermsBook(List.of(NEW, OLD), Map.of());
  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 7, 13);

  @Test
  void two_year_plans_hold_a_fourth_replacement_and_everything_else_stays() {
    assertThat(NEW.figures(PlanType.ONE_YEAR)).isEqualTo(OLD.figures(PlanType.ONE_YEAR));
    assertThat(NEW.figures(PlanType.TWO_YEAR)).isEqualTo(new PlanFigures(24, 4, 2, 3, 2, true));
  }

  @Test
  void every_replacement_of_a_plan_costs_the_same() {
    for (Region region : NEW.regions()) {
      for (Model model : NEW.models()) {
        for (PlanType type : PlanType.values()) {
          List<Fee> ladder =
              IntStream.rangeClosed(1, NEW.figures(type).replacementTotal())
                  .mapToObj(n -> fee(region.code(), type, model.code(), n))
                  .toList();
          assertThat(ladder).as("%s %s", model.name(), type).containsOnly(ladder.getFirst());
        }
      }
    }
  }

  @Test
  void only_flat_fees_that_shops_have_published_are_not_marked_as_samples() {
    RegionCode poland = new RegionCode("PL");
    assertThat(fee(poland, PlanType.ONE_YEAR, new ModelCode("MINI_3"), 2).amount())
        .isEqualTo(Money.of(28_900, "PLN"));
    assertThat(
            NEW.replacementFee(
                    poland, PlanType.ONE_YEAR, new ModelCode("MINI_3"), ReplacementMode.FLYAWAY, 1)
                .orElseThrow()
                .amount())
        .isEqualTo(Money.of(114_900, "PLN"));
    assertThat(fee(poland, PlanType.ONE_YEAR, new ModelCode("MAVIC_MINI"), 1).amount())
        .isEqualTo(Money.of(20_000, "PLN"));

    TreeSet<String> published = new TreeSet<>();
    for (Region region : NEW.regions()) {
      for (Model model : NEW.models()) {
        for (PlanType type : PlanType.values()) {
          if (!fee(region.code(), type, model.code(), 1).sample()) {
            published.add(region.code().code() + " " + type + " " + model.code().code());
          }
        }
      }
    }
    assertThat(published).containsExactly("PL ONE_YEAR MAVIC_MINI", "PL ONE_YEAR MINI_3");
  }

  @Test
  void the_sale_of_the_newer_edition_begins_on_its_day() {
    assertThat(NEW.onSaleFrom()).contains(FIRST_DAY);
    assertThat(BOOK.onSale(NEW.edition(), FIRST_DAY.minusDays(1))).isFalse();
    assertThat(BOOK.onSale(NEW.edition(), FIRST_DAY)).isTrue();
    assertThat(BOOK.onSale(NEW.edition(), LocalDate.MAX)).isTrue();
  }

  @Test
  void the_older_edition_stays_on_sale_beside_it_until_the_operator_retires_it() {
    assertThat(OLD.onSaleFrom()).isEmpty();
    assertThat(BOOK.onSale(OLD.edition(), LocalDate.MIN)).isTrue();
    assertThat(BOOK.onSale(OLD.edition(), FIRST_DAY)).isTrue();

    TermsBook afterwards = new TermsBook(List.of(OLD, NEW), Map.of(OLD.edition(), FIRST_DAY));
    assertThat(afterwards.onSale(OLD.edition(), FIRST_DAY.minusDays(1))).isTrue();
    assertThat(afterwards.onSale(OLD.edition(), FIRST_DAY)).isFalse();
    assertThat(afterwards.onSale(NEW.edition(), FIRST_DAY)).isTrue();
  }

  @Test
  void an_edition_that_is_retired_before_its_sale_begins_is_never_on_sale() {
    TermsBook withdrawn = new TermsBook(List.of(OLD, NEW), Map.of(NEW.edition(), FIRST_DAY));

    assertThat(
            FIRST_DAY
                .minusDays(3)
                .datesUntil(FIRST_DAY.plusDays(3))
                .filter(day -> withdrawn.onSale(NEW.edition(), day)))
        .isEmpty();
  }

  @Test
  void the_latest_edition_is_the_newer_one() {
    assertThat(BOOK.latest()).isEqualTo(NEW);
    assertThat(BOOK.editions()).containsExactly(OLD, NEW);
  }

  private static Fee fee(RegionCode region, PlanType type, ModelCode model, int ordinal) {
    return NEW.replacementFee(region, type, model, ReplacementMode.DAMAGE, ordinal).orElseThrow();
  }
}
