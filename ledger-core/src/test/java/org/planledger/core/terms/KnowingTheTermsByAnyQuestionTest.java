package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnowingTheTermsByAnyQuestionTest {
  private final Terms terms = ReleasedTerms.edition202210();

  @Test
  void a_plan_and_a_reward_may_last_ten_years() {
    assertThat(new PlanFigures(120, 1, 1, 1, 1, false).months()).isEqualTo(120);
    assertThat(new RewardTerms(120, Set.of(), Map.of(), Map.of()).months()).isEqualTo(120);
  }

  @Test
  void every_currency_with_a_discount_is_listed_with_it() {
    var usual = new Discount(30, 20, "SAMPLE", true);
    assertThat(terms.repairDiscounts())
        .isEqualTo(
            Map.of(
                Currency.getInstance("USD"), usual,
                Currency.getInstance("EUR"), usual,
                Currency.getInstance("GBP"), usual,
                Currency.getInstance("JPY"), new Discount(25, 20, "SAMPLE", true),
                Currency.getInstance("CNY"), new Discount(35, 25, "SAMPLE", true)));
  }

  @Test
  void an_edition_tells_the_day_from_which_it_is_no_longer_sold() {
    var day = LocalDate.parse("2023-07-13");
    assertThat(
            new TermsBook(List.of(terms), Map.of(terms.edition(), day))
                .retiredFrom(terms.edition()))
        .isEqualTo(Optional.of(day));
  }
}
