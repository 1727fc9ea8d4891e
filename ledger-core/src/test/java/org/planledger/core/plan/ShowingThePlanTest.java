package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanCommand.CaseCommand;
import org.planledger.core.plan.PlanCommand.UpgradeTerms;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;

class ShowingThePlanTest {
  private static final LocalDate LAST_DAY = LocalDate.parse("2024-01-14");

  @Test
  void what_is_left_counts_each_service_by_itself() {
    var left = given(aTwoYearPlan()).and(replaced(A, S1)).and(openExpress(B)).left();

    assertThat(left)
        .isEqualTo(
            new Entitlements(
                new Entitlement(Optional.of(3), 1, 1, Optional.of(1)),
                new Entitlement(Optional.of(2), 0, 0, Optional.of(1)),
                new Entitlement(Optional.of(3), 0, 0, Optional.of(3)),
                new Entitlement(Optional.of(2), 0, 0, Optional.of(2)),
                new Entitlement(Optional.empty(), 0, 0, Optional.empty())));
  }

  @Test
  void what_has_no_limit_is_counted_as_well() {
    var repaired =
        given(aTwoYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT))
            .and(completeRepair(A));

    assertThat(repaired.left().extendedWarranty())
        .isEqualTo(new Entitlement(Optional.empty(), 1, 0, Optional.empty()));
  }

  @Test
  void a_repair_under_the_reward_is_none_under_the_extended_warranty() {
    var repaired =
        given(aTwoYearPlan(), openRepair(A).on("2025-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT))
            .and(completeRepair(A));

    assertThat(repaired.theCase(A).settledUnder()).contains(Service.SAFE_FLIGHT_REWARD);
    assertThat(repaired.left().extendedWarranty())
        .isEqualTo(new Entitlement(Optional.empty(), 0, 0, Optional.empty()));
  }

  @Test
  void the_windows_of_a_device_reach_from_the_first_component_to_the_last() {
    var plan =
        given(aTwoYearPlan().with(device(S0).warranty(GIMBAL, 6).warranty(CAMERA, 18))).plan();
    var windows = Validity.windows(plan);

    assertThat(windows)
        .containsEntry(Service.REPLACEMENT, window("2023-01-15", "2025-01-15"))
        .containsEntry(Service.OFFICIAL_WARRANTY, window("2023-01-15", "2024-07-15"))
        .containsEntry(Service.EXTENDED_WARRANTY, window("2023-07-15", "2025-01-15"))
        .containsEntry(Service.SAFE_FLIGHT_REWARD, window("2025-01-15", "2026-01-15"));
  }

  @Test
  void no_window_changes_with_what_happens_in_a_plan() {
    var before = given(aOneYearPlan()).plan();
    var after = given(aOneYearPlan()).and(replaced(A, S1)).plan();

    assertThat(Reward.on(after, LAST_DAY)).isEqualTo(Reward.FORFEITED);
    assertThat(Validity.windows(after)).isEqualTo(Validity.windows(before));
  }

  @Test
  void what_is_possible_next_is_what_would_be_accepted() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A));
    var possible = Possibility.of(story.situation(), now(story));

    assertThat(names(possible, true))
        .containsExactly(
            "RecordLink",
            "RecordLink",
            "RecordProductReturn",
            "RequestExit",
            "OpenCase",
            "OpenCase",
            "OpenCase",
            "OpenCase",
            "RecordShipmentIn",
            "RecordReceipt",
            "RecordAssessment",
            "CorrectReceipt",
            "RefuseService",
            "WaiveRefusal",
            "WithdrawCase",
            "LapseCase");
    assertThat(possible).allMatch(p -> p.caseId().isEmpty() == !inACase(p));
  }

  @Test
  void of_each_kind_the_link_that_was_told_last_can_be_corrected() {
    var story = given(aOneYearPlan()).and(bothLinks()).and(openRepair(A));
    var possible = Possibility.of(story.situation(), now(story));

    assertThat(possible)
        .filteredOn(possibility -> possibility.name().equals("CorrectLink"))
        .extracting(Possibility::allowed)
        .containsExactly(true, true);
  }

  @Test
  void what_is_blocked_says_why() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A));
    var blocked = Possibility.of(story.situation(), story.theCase(A), now(story));

    assertThat(blocked)
        .filteredOn(possibility -> possibility.name().equals("ClaimReplacement"))
        .singleElement()
        .satisfies(
            possibility ->
                assertThat(possibility.decision().codes()).containsExactly(NOT_ASSESSED));
  }

  @Test
  void an_assessed_case_can_be_claimed_either_way() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A), assess(A));
    var possible = Possibility.of(story.situation(), story.theCase(A), now(story));

    assertThat(names(possible, true))
        .containsExactly(
            "RecordShipmentIn",
            "RecordReceipt",
            "RecordAssessment",
            "CorrectReceipt",
            "CorrectAssessment",
            "ClaimReplacement",
            "ClaimRepairDiscount",
            "RefuseService",
            "WaiveRefusal",
            "WithdrawCase",
            "LapseCase");
  }

  @Test
  void only_an_edition_that_is_newer_than_the_plans_is_one_to_upgrade_to() {
    var story = Story.under(StoryLedger.EDITIONS).and(aTwoYearPlan());
    assertThat(upgrades(story)).containsExactly(new Edition("2023-07"));

    story.and(upgradeOn("2023-08-01", "2023-07"));
    assertThat(upgrades(story)).isEmpty();
  }

  private static List<Edition> upgrades(Story story) {
    var at = Instant.parse("2023-08-02T12:00:00Z");
    return Possibility.of(story.situation(), at).stream()
        .map(Possibility::command)
        .filter(UpgradeTerms.class::isInstance)
        .map(command -> ((UpgradeTerms) command).edition())
        .toList();
  }

  @Test
  void a_discount_without_a_tariff_is_not_promised_at_the_counter() {
    var rows = given(aOneYearPlan().in("AU")).atTheCounter(S0, "2023-06-01", "AU");

    assertThat(row(rows, Service.REPAIR_DISCOUNT).codes()).containsExactly(FEE_NOT_CONFIGURED);
  }

  @Test
  void a_link_that_was_removed_is_told_from_one_that_never_was() {
    var story = given(aOneYearPlan()).and(bothLinks()).and(unlink(LinkKind.CONTROLLER));
    var rows = story.atTheCounter(S0, "2023-06-01", "US");

    assertThat(rows.get(2).offer().codes()).containsExactly(LINK_REMOVED_BEFORE_FLYAWAY);
  }

  @Test
  void a_plan_that_was_left_has_one_ground_at_the_counter() {
    var rows =
        given(aOneYearPlan(), requestExit(), confirmExit()).atTheCounter(S0, "2026-06-01", "US");

    assertThat(rows).allMatch(row -> row.offer().codes().equals(List.of(PLAN_ENDED)));
  }

  @Test
  void a_reward_that_an_open_case_can_still_use_up_is_not_promised() {
    var late = device(S0).warranty(GIMBAL, 48);
    var story = given(aOneYearPlan().with(late), openRepair(A).on("2024-01-10"));
    var rows = story.atTheCounter(S0, "2024-02-01", "US");

    assertThat(row(rows, Service.SAFE_FLIGHT_REWARD).codes())
        .containsExactly(SERVICE_NOT_APPLICABLE);
  }

  private static Offer row(List<Eligibility> rows, Service service) {
    return rows.stream()
        .map(Eligibility::offer)
        .filter(offer -> offer.service() == service)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(List<Possibility> possible, boolean allowed) {
    return possible.stream().filter(p -> p.allowed() == allowed).map(Possibility::name).toList();
  }

  private static boolean inACase(Possibility possibility) {
    return possibility.command() instanceof CaseCommand && !possibility.name().equals("OpenCase");
  }

  private static Instant now(Story story) {
    return story.theCase(A).opened().at().plusSeconds(7200);
  }

  private static Window window(String from, String until) {
    return new Window(LocalDate.parse(from), LocalDate.parse(until));
  }
}
