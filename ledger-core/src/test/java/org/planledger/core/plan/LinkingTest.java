package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.LinkKind.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanEvent.LinkRecorded;
import org.planledger.core.plan.PlanEvent.LinkRemoved;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;

class LinkingTest {
  private static final String FEBRUARY = "2023-02-01T10:00:00Z";
  private static final String MARCH = "2023-03-01T10:00:00Z";
  private static final String APRIL = "2023-04-01T10:00:00Z";
  private static final String MAY = "2023-05-01T10:00:00Z";

  @Test
  @Proves(holding = REGISTERED_SERIAL)
  void a_link_is_recorded_on_the_device_the_plan_covers() {
    given(aOneYearPlan())
        .when(link(ACCOUNT).at(FEBRUARY))
        .then(new LinkRecorded(P1, Instant.parse(FEBRUARY), S0, ACCOUNT, said("ACCOUNT")));
  }

  @Test
  @Proves(refusing = REGISTERED_SERIAL)
  void a_plan_without_a_device_has_nothing_to_link() {
    given(aPlan()).when(link(ACCOUNT)).thenRefused(SERIAL_NOT_REGISTERED);
  }

  @Test
  void a_link_from_before_the_plan_belongs_to_its_first_device() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .when(link(ACCOUNT).at("2022-12-24T18:00:00Z"))
        .then(
            new LinkRecorded(
                P1, Instant.parse("2022-12-24T18:00:00Z"), S0, ACCOUNT, said("ACCOUNT")));
  }

  @Test
  @Proves(holding = LINK_TO_REMOVE)
  void a_link_that_is_there_is_removed() {
    given(aOneYearPlan(), link(CONTROLLER).at(FEBRUARY))
        .when(unlink(CONTROLLER).at(MARCH))
        .then(new LinkRemoved(P1, Instant.parse(MARCH), S0, CONTROLLER));
  }

  @Test
  @Proves(refusing = LINK_TO_REMOVE)
  void a_link_of_the_other_kind_is_not_there_to_be_removed() {
    given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY))
        .when(unlink(CONTROLLER).at(MARCH))
        .thenRefused(LINK_MISSING);
  }

  @Test
  void a_link_cannot_be_removed_before_it_began_nor_after_it_ended() {
    given(aOneYearPlan(), link(ACCOUNT).at(MARCH))
        .when(unlink(ACCOUNT).at(FEBRUARY))
        .thenRefused(LINK_MISSING)
        .goingOn()
        .and(unlink(ACCOUNT).at(APRIL))
        .when(unlink(ACCOUNT).at(APRIL))
        .thenRefused(LINK_MISSING);
  }

  @Test
  void a_link_that_was_told_twice_is_removed_once() {
    var plan =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), link(ACCOUNT).at(FEBRUARY))
            .and(unlink(ACCOUNT).at(MARCH))
            .plan();

    assertThat(plan.links()).extracting(Link::until).containsOnly(until(MARCH));
  }

  @Test
  void a_link_told_late_ends_with_the_removal_that_was_told_before_it() {
    var plan =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), unlink(ACCOUNT).at(APRIL))
            .and(link(ACCOUNT).at(MARCH), link(ACCOUNT).at(MAY))
            .plan();

    assertThat(plan.links())
        .extracting(Link::until)
        .containsExactly(until(APRIL), until(APRIL), Optional.empty());
  }

  @Test
  void a_removal_told_late_moves_the_end_of_a_link_forward() {
    var plan =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), unlink(ACCOUNT).at(APRIL))
            .and(unlink(ACCOUNT).at(MARCH))
            .plan();

    assertThat(plan.links())
        .containsExactly(new Link(S0, ACCOUNT, Instant.parse(FEBRUARY), until(MARCH)));
  }

  @Test
  void the_later_end_that_it_moved_still_ends_what_is_told_after_it() {
    var plan =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), unlink(ACCOUNT).at(APRIL))
            .and(unlink(ACCOUNT).at(MARCH), link(ACCOUNT).at("2023-03-15T10:00:00Z"))
            .plan();

    assertThat(plan.links().getLast().until()).isEqualTo(until(APRIL));
  }

  @Test
  void a_link_of_the_device_before_told_late_is_not_the_one_that_is_removed() {
    given(aOneYearPlan())
        .and(openRepair(A).on("2023-03-01"), sendIn(A), receive(A), assess(A), claim(A), pay(A))
        .and(ship(A, S1).on("2023-03-10"), link(ACCOUNT).at(APRIL), link(ACCOUNT).at(FEBRUARY))
        .when(unlink(ACCOUNT).at(MAY))
        .then(new LinkRemoved(P1, Instant.parse(MAY), S1, ACCOUNT));
  }

  @Test
  void a_link_told_while_a_loss_is_open_is_noticed_as_late() {
    given(aOneYearPlan(), openFlyaway(A))
        .when(link(ACCOUNT))
        .thenAccepted()
        .noticing(Notice.LINK_RECORDED_LATE);
  }

  @Test
  void a_link_told_while_a_damaged_device_is_in_service_is_not_late() {
    given(aOneYearPlan(), openRepair(A)).when(link(ACCOUNT)).thenAccepted().noticing();
  }

  @Test
  void the_removal_of_one_kind_ends_no_link_of_the_other_that_is_told_after_it() {
    var plan =
        given(aOneYearPlan(), link(CONTROLLER).at(FEBRUARY), unlink(CONTROLLER).at(APRIL))
            .and(link(ACCOUNT).at(MARCH))
            .plan();

    assertThat(plan.links())
        .containsExactly(
            new Link(S0, CONTROLLER, Instant.parse(FEBRUARY), until(APRIL)),
            new Link(S0, ACCOUNT, Instant.parse(MARCH), Optional.empty()));
  }

  private static Optional<Instant> until(String moment) {
    return Optional.of(Instant.parse(moment));
  }
}
