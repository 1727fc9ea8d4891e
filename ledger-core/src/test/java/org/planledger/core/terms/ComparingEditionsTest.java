package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.planledger.core.terms.EditionDifference.PlanFigure;
import org.planledger.core.terms.EditionDifference.PlanSubject;
import org.planledger.core.terms.EditionDifference.ReplacementFees;

@DisplayName("Comparing editions (A-53)")
class ComparingEditionsTest {

  private static final Currency ZLOTY = Currency.getInstance("PLN");

  private final Terms old = ReleasedTerms.edition202210();
  private final Terms newer = ReleasedTerms.edition202307();

  @Test
  void an_edition_does_not_differ_from_itself() {
    assertThat(EditionDifference.between(old, old)).isEmpty();
    assertThat(EditionDifference.between(newer, newer)).isEmpty();
  }

  @Test
  void july_2023_differs_in_one_total_and_in_the_fees() {
    List<EditionDifference> differences = EditionDifference.between(old, newer);

    assertThat(differences.getFirst())
        .isEqualTo(
            new EditionDifference(
                new PlanSubject(PlanType.TWO_YEAR, PlanFigure.REPLACEMENT_TOTAL),
                Optional.of("3"),
                Optional.of("4")));
    assertThat(differences.stream().skip(1).map(EditionDifference::subject))
        .hasOnlyElementsOfType(ReplacementFees.class)
        .doesNotHaveDuplicates();
  }

  @Test
  void every_ladder_of_july_2023_is_flat_and_one_flyaway_fee_is_another() {
    List<ReplacementFees> fees = fees(EditionDifference.between(old, newer));

    assertThat(fees.stream().filter(fee -> fee.mode() == ReplacementMode.DAMAGE))
        .hasSize(20 * 60 * 2);
    assertThat(fees.stream().filter(fee -> fee.mode() == ReplacementMode.FLYAWAY))
        .containsExactly(
            new ReplacementFees(
                ZLOTY, PlanType.ONE_YEAR, new ModelCode("MINI_3"), ReplacementMode.FLYAWAY));
  }

  @Test
  void a_difference_is_told_in_units_of_the_currency() {
    List<String> texts =
        EditionDifference.between(old, newer).stream().map(EditionDifference::text).toList();

    assertThat(texts.getFirst()).isEqualTo("TWO_YEAR REPLACEMENT_TOTAL: 3 -> 4");
    assertThat(texts)
        .contains(
            "MAVIC_3 ONE_YEAR DAMAGE fees in USD: 159.00, 199.00 -> 159.00, 159.00",
            "MAVIC_3_PRO TWO_YEAR DAMAGE fees in PLN:"
                + " 1019.00, 1279.00, 1399.00 -> 1019.00, 1019.00, 1019.00, 1019.00",
            "MINI_3 ONE_YEAR FLYAWAY fees in PLN: 1299.00 -> 1149.00");
    assertThat(texts)
        .anyMatch(text -> text.matches("RS_3 ONE_YEAR DAMAGE fees in JPY: [0-9, >-]+"));
  }

  @Test
  void the_other_way_round_the_same_points_differ_the_other_way() {
    List<EditionDifference> forth = EditionDifference.between(old, newer);
    List<EditionDifference> back = EditionDifference.between(newer, old);

    assertThat(back.stream().map(EditionDifference::subject).toList())
        .isEqualTo(forth.stream().map(EditionDifference::subject).toList());
    assertThat(back.stream().map(EditionDifference::before).toList())
        .isEqualTo(forth.stream().map(EditionDifference::after).toList());
    assertThat(back.stream().map(EditionDifference::after).toList())
        .isEqualTo(forth.stream().map(EditionDifference::before).toList());
  }

  private static List<ReplacementFees> fees(List<EditionDifference> differences) {
    return differences.stream()
        .map(EditionDifference::subject)
        .filter(ReplacementFees.class::isInstance)
        .map(ReplacementFees.class::cast)
        .toList();
  }
}
