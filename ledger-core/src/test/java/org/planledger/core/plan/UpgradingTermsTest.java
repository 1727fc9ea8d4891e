package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ReleasedTerms;
import org.planledger.core.terms.TermsBook;

class UpgradingTermsTest {

  @Test
  @Proves(holding = {BETTER_OF_BOTH_EDITIONS, RESERVATIONS_STAY, ACCEPTING_THE_TERMS})
  void an_upgrade_gives_the_higher_total_and_leaves_the_windows() {
    var story =
        Story.under(StoryLedger.EDITIONS)
            .and(aTwoYearPlan())
            .and(replaced(A, S1))
            .and(openExpress(B));
    var before = Validity.windows(story.plan());
    story
        .when(upgradeOn("2023-08-01", "2023-07"))
        .thenAccepted()
        .having(RESERVATIONS_STAY, Inputs.of("openCases", List.of(B.toString())))
        .goingOn();

    assertThat(story.left().replacement().total()).contains(4);
    assertThat(story.left().replacement().available()).contains(2);
    assertThat(Validity.windows(story.plan())).isEqualTo(before);
    assertThat(story.theCase(B).opened().terms().edition()).isEqualTo(new Edition("2022-10"));
    story.and(openRepair(C).on("2023-08-02"));
    assertThat(story.theCase(C).opened().terms().edition()).isEqualTo(new Edition("2023-07"));
  }

  @Test
  void a_fourth_replacement_is_possible_after_the_upgrade() {
    Story.under(StoryLedger.EDITIONS)
        .and(aTwoYearPlan())
        .and(replaced(A, S1))
        .and(replaced(B, S2))
        .and(replaced(C, S3))
        .and(upgradeOn("2023-08-01", "2023-07"), openRepair(D).on("2023-08-02"), receive(D))
        .and(assess(D))
        .when(claim(D))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = ACCEPTING_THE_TERMS)
  void only_a_newer_edition_that_is_on_sale_is_one_to_upgrade_to() {
    var story = Story.under(StoryLedger.EDITIONS).and(aTwoYearPlan());

    story.when(upgradeOn("2023-07-12", "2023-07")).thenRefused(TERMS_NOT_ACCEPTED);
    story.when(upgradeOn("2023-08-01", "2022-10")).thenRefused(TERMS_NOT_ACCEPTED);
    story.when(upgradeOn("2023-08-01", "2030-01")).thenRefused(TERMS_NOT_ACCEPTED);
  }

  @Test
  @Proves(refusing = {SERVED_REGION, KNOWN_PRODUCT})
  void an_edition_that_serves_neither_region_nor_product_is_no_upgrade() {
    var other = KiteTerms.book().edition(KiteTerms.EDITION).orElseThrow();
    var book = new TermsBook(List.of(ReleasedTerms.edition202210(), other), Map.of());

    Story.under(book)
        .and(aOneYearPlan())
        .when(upgradeOn("2023-08-01", "2099-01"))
        .thenRefused(OUTSIDE_COVERAGE_AREA, PRODUCT_UNKNOWN);
    Story.under(book)
        .and(aPlan())
        .when(upgradeOn("2023-08-01", "2099-01"))
        .thenRefused(OUTSIDE_COVERAGE_AREA);
  }

  @Test
  void terms_of_the_same_name_that_say_something_else_decide_nothing() {
    var story = Story.given(aOneYearPlan());
    var command = story.when(openRepair(A)).command();
    var renamed =
        StoryLedger.RELEASED.with(
            ReleasedTerms.edition202307(), List.of(ReleasedTerms.edition202210().edition()));
    var situation = new Situation(Optional.of(story.plan()), Map.of(), renamed);

    assertThatThrownBy(() -> Plan.decide(situation, command))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("is not at hand");
  }
}
