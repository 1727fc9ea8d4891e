package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingAPlanTest {

  @Test
  void an_empty_history_leaves_no_plan() {
    assertThat(Plan.fold(List.of())).isEmpty();
  }

  @Test
  void a_history_that_does_not_begin_with_a_purchase_is_a_fault() {
    var opened = given(aOneYearPlan(), openRepair(A)).theCase(A).opened();

    assertThatThrownBy(() -> Plan.fold(List.of(opened)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("a plan begins with its purchase");
  }

  @Test
  void a_plan_that_is_sold_twice_in_its_history_is_a_fault() {
    var sold = given(aPlan()).plan().sold();

    assertThatThrownBy(() -> Plan.fold(List.of(sold, sold)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("plan " + P1 + " is sold twice");
  }

  @Test
  void a_plan_that_was_sold_is_not_sold_again() {
    assertThatThrownBy(() -> given(aPlan()).when(aPlan()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_case_that_is_opened_twice_in_a_history_is_a_fault() {
    var story = given(aOneYearPlan(), openRepair(A));
    var opened = story.theCase(A).opened();

    assertThatThrownBy(() -> Plan.evolve(story.plan(), opened))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("case " + A + " is opened twice");
  }

  @Test
  void a_case_that_was_opened_is_not_opened_again() {
    assertThatThrownBy(() -> given(aOneYearPlan(), openRepair(A)).when(openRepair(A)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_case_that_nobody_opened_is_a_fault_of_whoever_took_the_command_in() {
    var plan = given(aOneYearPlan()).plan();

    assertThatThrownBy(() -> plan.theCase(A)).isInstanceOf(IllegalArgumentException.class);
  }
}
