package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.plan.PlanEvent.CaseOpened;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Channel;

class OpeningACaseTest {

  /// Noon of 1 March 2023 in Hawaii.
  private static final Instant APPLICATION = Instant.parse("2023-03-01T22:00:00Z");

  @Test
  @Proves(
      holding = {
        PRODUCT_FROM_THE_REGION,
        ONLY_THE_HEAD_IS_SERVED,
        REGISTERED_SERIAL,
        HOME_REGION,
        PRIVACY_POLICY_ACCEPTED,
        CHANNEL_OF_THE_REGION,
        BOUGHT_FROM_AUTHORISED_SHOP,
        APPLIED_IN_TIME,
        NOT_TRANSFERRED,
        NOT_RESTRICTED
      })
  void the_holder_applies_at_home_for_the_device_the_plan_covers() {
    given(aOneYearPlan())
        .when(openRepair(A).on("2023-03-01"))
        .then(opened(CaseType.REPAIR, Channel.ONLINE_REPAIR, sevenDays("2023-03-08")))
        .onDevices()
        .noticing();
  }

  @Test
  void a_loss_has_nothing_to_be_sent_in() {
    given(aOneYearPlan())
        .when(openFlyaway(A).on("2023-03-01"))
        .then(opened(CaseType.FLYAWAY, Channel.ONLINE_REPAIR, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-03-03, 2023-03-10", // a Friday
    "2023-03-04, 2023-03-11", // a Saturday
    "2023-03-06, 2023-03-13" // a Monday
  })
  void an_online_request_leaves_seven_calendar_days_after_its_own(String applied, String lastDay) {
    var story = given(aOneYearPlan(), openRepair(A).on(applied));

    assertThat(story.theCase(A).opened().sendBack()).isEqualTo(sevenDays(lastDay));
  }

  @Test
  @Proves(refusing = NOT_TRANSFERRED)
  void a_plan_serves_nobody_but_its_holder() {
    given(aOneYearPlan()).when(openRepair(A).byAccount(STRANGER)).thenRefused(NOT_TRANSFERABLE);
  }

  @Test
  @Proves(refusing = PRIVACY_POLICY_ACCEPTED)
  void the_privacy_policy_is_accepted_before_the_application() {
    given(aOneYearPlan())
        .when(openRepair(A).at("2023-03-01T10:00:00Z").consentingAt("2023-03-01T10:00:01Z"))
        .thenRefused(PRIVACY_CONSENT_MISSING);
  }

  @Test
  @Proves(refusing = REGISTERED_SERIAL)
  void a_device_the_plan_never_covered_is_not_served() {
    given(aOneYearPlan()).when(openRepair(A).forDevice(S4)).thenRefused(SERIAL_NOT_REGISTERED);
  }

  @Test
  @Proves(refusing = REGISTERED_SERIAL)
  void a_plan_without_a_device_serves_none() {
    given(aPlan()).when(openRepair(A)).thenRefused(SERIAL_NOT_REGISTERED);
  }

  @Test
  @Proves(refusing = REGISTERED_SERIAL)
  void an_application_from_before_the_binding_is_not_served() {
    given(aPlan(), bind(device(S0)).on("2023-03-01"))
        .when(openRepair(A).on("2023-02-28"))
        .thenRefused(SERIAL_NOT_REGISTERED);
  }

  @Test
  @Proves(refusing = ONLY_THE_HEAD_IS_SERVED)
  void a_device_that_was_replaced_is_not_served_any_more() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .when(openRepair(B).forDevice(S0))
        .thenRefused(SERIAL_SUPERSEDED)
        .having(ONLY_THE_HEAD_IS_SERVED, Inputs.of("deviceId", S0).and("headDeviceId", S1));
  }

  @Test
  @Proves(refusing = NOT_RESTRICTED)
  void a_device_that_was_reported_lost_gets_no_other_case() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(reportedFlyaway(A))
        .when(openRepair(B))
        .thenRefused(DEVICE_RESTRICTED);
  }

  @ParameterizedTest
  @CsvSource({"2023-01-14, 2023-01-15", "2022-06-01, 2023-01-15"})
  @Proves(refusing = APPLIED_IN_TIME)
  void before_any_window_the_refusal_tells_when_the_first_one_opens(String day, String opening) {
    given(aPlan().purchasedOn("2022-01-01").with(device(S0)))
        .when(openRepair(A).on(day))
        .thenRefused(OUTSIDE_VALIDITY)
        .untilItHoldsFrom(opening);
  }

  @Test
  @Proves(refusing = APPLIED_IN_TIME)
  void after_the_last_window_no_day_helps() {
    given(aOneYearPlan())
        .when(openRepair(A).on("2025-01-15"))
        .thenRefused(OUTSIDE_VALIDITY)
        .whateverTheDay();
  }

  @Test
  @Proves(holding = APPLIED_IN_TIME)
  void after_the_plan_a_case_may_be_opened_while_the_reward_runs() {
    given(aOneYearPlan()).when(openRepair(A).on("2025-01-14")).thenAccepted();
  }

  @Test
  @Proves(refusing = APPLIED_IN_TIME)
  void a_forfeited_reward_opens_no_case() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .when(openRepair(B).on("2024-06-01"))
        .thenRefused(OUTSIDE_VALIDITY);
  }

  @Test
  @Proves(holding = APPLIED_IN_TIME)
  void before_the_plan_a_case_may_be_opened_while_the_official_warranty_runs() {
    given(
            aPlan()
                .purchasedOn("2023-01-01")
                .effectiveOn("2023-03-01")
                .with(device(S0).underWarrantyFrom("2023-01-01")))
        .when(openRepair(A).on("2023-02-01"))
        .thenAccepted();
  }

  @Test
  void a_loss_from_before_the_plan_is_left_to_a_person() {
    given(aOneYearPlan())
        .when(openRepair(A).on("2023-03-01").afterAnIncidentAt("2023-01-14T12:00:00Z"))
        .thenAccepted()
        .noticing(Notice.INCIDENT_BEFORE_START);
  }

  @Test
  void so_is_one_from_before_the_binding() {
    given(aPlan(), bind(device(S0)).on("2023-02-15"))
        .when(openRepair(A).on("2023-03-01").afterAnIncidentAt("2023-02-14T12:00:00Z"))
        .thenAccepted()
        .noticing(Notice.INCIDENT_BEFORE_START);
  }

  @Test
  void every_ground_against_an_application_is_named_in_the_order_of_the_catalogue() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .and(openExpress(B))
        .when(
            openExpress(C)
                .forDevice(S0)
                .byAccount(STRANGER)
                .inRegion("AU")
                .on("2025-06-01")
                .consentingAt("2025-07-01T00:00:00Z")
                .withoutAgreement()
                .unpaid())
        .thenRefused(
            SERIAL_SUPERSEDED,
            QUOTA_EXHAUSTED,
            OUTSIDE_VALIDITY,
            OUTSIDE_COVERAGE_AREA,
            PRIVACY_CONSENT_MISSING,
            CHANNEL_NOT_AVAILABLE,
            FEE_NOT_PAID,
            AGREEMENT_MISSING,
            NOT_TRANSFERABLE);
  }

  @Test
  void no_day_helps_where_another_ground_stands_beside_the_day() {
    given(aPlan().purchasedOn("2022-01-01").with(device(S0)))
        .when(openRepair(A).on("2022-06-01").byAccount(STRANGER))
        .thenRefused(OUTSIDE_VALIDITY, NOT_TRANSFERABLE)
        .whateverTheDay();
  }

  @Test
  void a_reward_that_is_lost_is_no_window_to_apply_in() {
    var window = Inputs.of("from", "2024-01-15").and("until", "2025-01-15");

    assertThat(shown(given(aOneYearPlan()).when(openRepair(A).on("2023-06-01"))))
        .containsEntry("SAFE_FLIGHT_REWARD", window.values());
    assertThat(
            shown(given(aOneYearPlan()).and(replaced(A, S1)).when(openRepair(B).on("2023-06-01"))))
        .doesNotContainKey("SAFE_FLIGHT_REWARD");
  }

  private static Map<String, Object> shown(Story.Outcome outcome) {
    return outcome.decision().conditions().stream()
        .filter(condition -> condition.rule() == APPLIED_IN_TIME)
        .findFirst()
        .orElseThrow()
        .inputs()
        .values();
  }

  private static CaseOpened opened(
      CaseType type, Channel process, Optional<SendBackDeadline> deadline) {
    return new CaseOpened(
        P1,
        APPLICATION,
        A,
        type,
        process,
        S0,
        region("US"),
        "centre of US",
        LocalDate.parse("2023-03-01"),
        APPLICATION.minusSeconds(60),
        new PrivacyConsent("2022-01", APPLICATION),
        TermsReference.to(StoryLedger.RELEASED.latest()),
        deadline,
        Optional.empty(),
        Optional.of(said("what happened")));
  }

  private static Optional<SendBackDeadline> sevenDays(String lastDay) {
    return Optional.of(new SendBackDeadline(LocalDate.parse(lastDay), hawaii(), "CALENDAR_DAYS"));
  }

  private static ZoneId hawaii() {
    return ZoneId.of("Pacific/Honolulu");
  }
}
