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

  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 7, 13);

  private final Terms old = ReleasedTerms.edition202210();
  private final Terms newer = ReleasedTerms.edition202307();
  private final TermsBook book = new TermsBook(List.of(newer, old), Map.of());

  @Test
  void two_year_plans_hold_a_fourth_replacement_and_everything_else_stays() {
    assertThat(newer.figures(PlanType.ONE_YEAR)).isEqualTo(old.figures(PlanType.ONE_YEAR));
    assertThat(newer.figures(PlanType.TWO_YEAR)).isEqualTo(new PlanFigures(24, 4, 2, 3, 2, true));
  }

  @Test
  void every_replacement_of_a_plan_costs_the_same() {
    for (Region region : newer.regions()) {
      for (Model model : newer.models()) {
        for (PlanType type : PlanType.values()) {
          List<Fee> ladder =
              IntStream.rangeClosed(1, newer.figures(type).replacementTotal())
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
            newer
                .replacementFee(
                    poland, PlanType.ONE_YEAR, new ModelCode("MINI_3"), ReplacementMode.FLYAWAY, 1)
                .orElseThrow()
                .amount())
        .isEqualTo(Money.of(114_900, "PLN"));
    assertThat(fee(poland, PlanType.ONE_YEAR, new ModelCode("MAVIC_MINI"), 1).amount())
        .isEqualTo(Money.of(20_000, "PLN"));

    TreeSet<String> published = new TreeSet<>();
    for (Region region : newer.regions()) {
      for (Model model : newer.models()) {
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
    assertThat(newer.onSaleFrom()).contains(FIRST_DAY);
    assertThat(book.onSale(newer.edition(), FIRST_DAY.minusDays(1))).isFalse();
    assertThat(book.onSale(newer.edition(), FIRST_DAY)).isTrue();
    assertThat(book.onSale(newer.edition(), LocalDate.MAX)).isTrue();
  }

  @Test
  void the_older_edition_stays_on_sale_beside_it_until_the_operator_retires_it() {
    assertThat(old.onSaleFrom()).isEmpty();
    assertThat(book.onSale(old.edition(), LocalDate.MIN)).isTrue();
    assertThat(book.onSale(old.edition(), FIRST_DAY)).isTrue();

    TermsBook afterwards = new TermsBook(List.of(old, newer), Map.of(old.edition(), FIRST_DAY));
    assertThat(afterwards.onSale(old.edition(), FIRST_DAY.minusDays(1))).isTrue();
    assertThat(afterwards.onSale(old.edition(), FIRST_DAY)).isFalse();
    assertThat(afterwards.onSale(newer.edition(), FIRST_DAY)).isTrue();
  }

  @Test
  void an_edition_that_is_retired_before_its_sale_begins_is_never_on_sale() {
    TermsBook withdrawn = new TermsBook(List.of(old, newer), Map.of(newer.edition(), FIRST_DAY));

    assertThat(
            FIRST_DAY
                .minusDays(3)
                .datesUntil(FIRST_DAY.plusDays(3))
                .filter(day -> withdrawn.onSale(newer.edition(), day)))
        .isEmpty();
  }

  @Test
  void the_latest_edition_is_the_newer_one() {
    assertThat(book.latest()).isEqualTo(newer);
    assertThat(book.editions()).containsExactly(old, newer);
  }

  @Test
  void a_candidate_takes_the_place_of_one_edition_and_leaves_the_other() {
    Edition october = old.edition();
    TermsBook retired = new TermsBook(List.of(newer, old), Map.of(october, FIRST_DAY));
    TermsBook changed = retired.with(newer, List.of(october));

    assertThat(changed.editions().stream().map(Terms::edition))
        .containsExactly(october, newer.edition());
    assertThat(changed.edition(october).orElseThrow().sha256()).isEqualTo(newer.sha256());
    assertThat(changed.edition(newer.edition())).contains(newer);
    assertThat(changed.onSale(october, FIRST_DAY.minusDays(1))).isTrue();
    assertThat(changed.onSale(october, FIRST_DAY)).isFalse();
  }

  private Fee fee(RegionCode region, PlanType type, ModelCode model, int ordinal) {
    return newer.replacementFee(region, type, model, ReplacementMode.DAMAGE, ordinal).orElseThrow();
  }
}
