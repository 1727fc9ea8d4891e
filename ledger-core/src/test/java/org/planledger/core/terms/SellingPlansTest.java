package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SellingPlansTest {

  private static final Edition EDITION = new Edition("2022-10");
  private static final LocalDate DAY = LocalDate.of(2023, 7, 13);

  private final Terms terms = ReleasedTerms.edition202210();
  private final Model kite =
      new Model(
          new ModelCode("KITE"),
          "Kite",
          "KITES",
          false,
          false,
          Set.of(),
          false,
          Set.of(Part.of("AIRCRAFT")),
          Part.of("AIRCRAFT"));

  @Test
  @DisplayName("R-2.1-02, R-2.1-03, R-2.1-08, R-2.3-01 to R-2.3-05")
  void both_plans_hold_what_the_terms_promise() {
    assertThat(terms.figures(PlanType.ONE_YEAR)).isEqualTo(new PlanFigures(12, 2, 1, 2, 1, false));
    assertThat(terms.figures(PlanType.TWO_YEAR)).isEqualTo(new PlanFigures(24, 3, 2, 3, 2, true));
  }

  @Test
  @DisplayName("R-2.1-07, A-07, R-3.2.1-07, R-3.2.2-04, R-5-04, A-20")
  void periods_and_deadlines_are_those_of_the_terms() {
    assertThat(terms.rewardMonths()).isEqualTo(12);
    assertThat(terms.rewardForfeitedBy())
        .containsExactlyInAnyOrder(Service.REPLACEMENT, Service.REPAIR_DISCOUNT);
    assertThat(terms.onlineSendBackDays()).isEqualTo(7);
    assertThat(terms.expressSendBackWorkingDays()).isEqualTo(3);
    assertThat(terms.transferable()).isFalse();
    assertThat(terms.renewable()).isFalse();
  }

  @Test
  @DisplayName("R-2.5.1-02 to R-2.5.1-05: who pays what")
  void the_provider_pays_all_but_the_replacement_fee_and_the_rest_of_a_discounted_repair() {
    ServiceCosts free =
        new ServiceCosts(CostShare.PROVIDER, CostShare.PROVIDER, CostShare.PROVIDER);

    assertThat(terms.costs(Service.REPLACEMENT))
        .contains(
            new ServiceCosts(
                CostShare.FEE_BY_MODE_AND_ORDINAL, CostShare.PROVIDER, CostShare.PROVIDER));
    assertThat(terms.costs(Service.REPAIR_DISCOUNT))
        .contains(new ServiceCosts(CostShare.DISCOUNT, CostShare.DISCOUNT, CostShare.PROVIDER));
    assertThat(terms.costs(Service.EXTENDED_WARRANTY)).contains(free);
    assertThat(terms.costs(Service.SAFE_FLIGHT_REWARD)).contains(free);
    assertThat(terms.costs(Service.MAINTENANCE)).contains(free);
    assertThat(terms.costs(Service.OFFICIAL_WARRANTY)).isEmpty();
  }

  @Test
  void an_edition_is_on_sale_until_the_day_it_is_retired() {
    TermsBook book = new TermsBook(List.of(terms), Map.of(EDITION, DAY));

    assertThat(book.onSale(EDITION, DAY.minusDays(1))).isTrue();
    assertThat(book.onSale(EDITION, DAY)).isFalse();
    assertThat(book.edition(EDITION)).contains(terms);
  }

  @Test
  void an_edition_that_is_not_retired_stays_on_sale_and_an_unknown_one_never_is() {
    TermsBook book = new TermsBook(List.of(terms), Map.of());

    assertThat(book.onSale(EDITION, LocalDate.of(9999, 12, 31))).isTrue();
    assertThat(book.onSale(new Edition("2023-07"), DAY)).isFalse();
    assertThat(book.edition(new Edition("2023-07"))).isEqualTo(Optional.empty());
  }

  @Test
  void the_latest_edition_is_the_newest_by_name_whatever_the_order() {
    Terms newer = renamed("2023-07");
    TermsBook book = new TermsBook(List.of(newer, terms), Map.of());

    assertThat(book.latest()).isEqualTo(newer);
    assertThat(book.editions()).containsExactly(terms, newer);
  }

  @Test
  void a_book_needs_an_edition_takes_none_twice_and_retires_only_what_it_has() {
    assertThatThrownBy(() -> new TermsBook(List.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TermsBook(List.of(terms, terms), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> new TermsBook(List.of(terms), Map.of(new Edition("2023-07"), DAY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2023-07");
  }

  @Test
  void terms_are_equal_when_edition_and_digest_are() {
    assertThat(renamed("2022-10")).isNotEqualTo(terms);
    assertThat(renamed("2023-07"))
        .isEqualTo(renamed("2023-07"))
        .hasSameHashCodeAs(renamed("2023-07"));
  }

  @Test
  void terms_are_known_by_their_edition_and_the_digest_of_their_document() {
    assertThat(renamed("2023-07").sha256()).isEqualTo("0".repeat(64));
    assertThat(renamed("2023-07")).hasToString("Terms 2023-07 " + "0".repeat(64));
    assertThat(renamed("2023-07").hashCode()).isNotEqualTo(renamed("2022-10").hashCode());
  }

  @Test
  void terms_may_let_a_plan_change_hands_or_be_renewed() {
    assertThat(renamed("2023-07").transferable()).isTrue();
    assertThat(renamed("2023-07").renewable()).isTrue();
  }

  @Test
  void what_only_a_model_or_its_accessories_name_is_known_too() {
    assertThat(renamed("2023-07").parts()).containsExactly(Part.of("AIRCRAFT"), Part.of("CHARGER"));
  }

  @Test
  void a_model_is_named_once() {
    assertThatThrownBy(() -> new Terms(content("2023-07", List.of(kite, kite)), "0".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("named twice: ");
  }

  @Test
  void codes_of_the_wrong_shape_are_refused() {
    assertThatThrownBy(() -> new ModelCode("mavic 3")).hasMessageContaining("'mavic 3'");
    assertThatThrownBy(() -> new RegionCode("usa")).hasMessageContaining("'usa'");
    assertThatThrownBy(() -> new Edition("2022-13")).hasMessageContaining("'2022-13'");
    assertThatThrownBy(() -> Part.of("gimbal")).hasMessageContaining("'gimbal'");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 1, 2, 1, a plan lasts at least a month: 0",
    "12, -1, 0, 2, 1, a quota must not be negative",
    "12, 2, 1, -1, 1, a quota must not be negative",
    "12, 2, 1, 2, -1, a quota must not be negative",
    "12, 2, -1, 2, 1, flyawayMax must lie between 0 and the replacement total: -1",
    "12, 2, 3, 2, 1, flyawayMax must lie between 0 and the replacement total: 3"
  })
  void impossible_figures_are_refused(
      int months, int replacements, int flyaways, int discounts, int maintenance, String reason) {
    assertThatThrownBy(
            () -> new PlanFigures(months, replacements, flyaways, discounts, maintenance, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @Test
  void a_plan_may_hold_next_to_nothing_and_every_replacement_may_be_a_flyaway() {
    assertThat(new PlanFigures(1, 0, 0, 0, 0, false).months()).isEqualTo(1);
    assertThat(new PlanFigures(12, 2, 2, 0, 0, false).flyawayMax()).isEqualTo(2);
  }

  @Test
  void quantities_and_rewards_of_nothing_are_refused() {
    assertThatThrownBy(() -> new Quantity.Count(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RewardTerms(0, Set.of(), Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the reward lasts at least a month: 0");
    assertThat(new RewardTerms(1, Set.of(), Map.of(), Map.of()).months()).isEqualTo(1);
  }

  @Test
  void a_plan_that_an_edition_does_not_sell_has_no_figures() {
    assertThatThrownBy(() -> renamed("2023-07").figures(PlanType.ONE_YEAR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edition 2023-07 has no plan ONE_YEAR");
  }

  private Terms renamed(String edition) {
    return new Terms(content(edition, List.of(kite)), "0".repeat(64));
  }

  /// An edition of next to nothing, whose plans may change hands and be renewed.
  private TermsContent content(String edition, List<Model> models) {
    return new TermsContent(
        new Edition(edition),
        Map.of(),
        new RewardTerms(12, terms.rewardForfeitedBy(), Map.of(), Map.of()),
        7,
        3,
        true,
        true,
        new ComponentMatrix(Map.of(), List.of(), Map.of(), Map.of(), List.of(), Set.of()),
        Map.of(),
        Map.of(),
        Map.of(),
        models,
        Map.of(kite.code(), Set.of(Part.of("CHARGER"))),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }
}
