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
import static org.planledger.core.rule.Rule.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

class AskingAtTheCounterTest {
  @Test
  void at_the_counter_every_way_to_serve_the_device_is_shown_with_its_fee() {
    var rows = given(aOneYearPlan()).atTheCounter(S0, "2023-06-01", "US");

    assertThat(rows.stream().map(Eligibility::process))
        .containsExactly(
            Optional.of(Channel.ONLINE_REPAIR),
            Optional.of(Channel.EXPRESS),
            Optional.of(Channel.ONLINE_REPAIR),
            Optional.of(Channel.ONLINE_REPAIR),
            Optional.of(Channel.ONLINE_REPAIR),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(rows.stream().map(row -> row.offer().mode()))
        .startsWith(
            Optional.of(ReplacementMode.DAMAGE),
            Optional.of(ReplacementMode.DAMAGE),
            Optional.of(ReplacementMode.FLYAWAY));
    assertThat(rows.stream().map(row -> row.offer().fee().map(fee -> fee.amount())))
        .startsWith(
            Optional.of(money("USD 159.00")),
            Optional.of(money("USD 159.00")),
            Optional.of(money("USD 739.00")));
    assertThat(rows.stream().map(row -> row.offer().codes()))
        .containsExactly(
            List.of(),
            List.of(),
            List.of(LINK_MISSING),
            List.of(),
            List.of(),
            List.of(),
            List.of(SERVICE_NOT_IN_PLAN),
            List.of(OUTSIDE_VALIDITY));
  }

  @Test
  void a_replaced_device_has_nothing_to_hope_for_at_the_counter() {
    var rows = given(aTwoYearPlan()).and(replaced(A, S1)).atTheCounter(S0, "2023-06-01", "US");

    assertThat(rows).allMatch(row -> !row.offer().open());
    assertThat(rows).allMatch(row -> row.offer().codes().contains(SERIAL_SUPERSEDED));
  }

  @Test
  void nor_has_an_aircraft_in_a_region_where_its_plan_is_not_served() {
    var rows = given(aTwoYearPlan()).atTheCounter(S0, "2024-06-01", "JP");

    assertThat(rows).allMatch(row -> row.offer().codes().contains(OUTSIDE_COVERAGE_AREA));
  }

  @Test
  void at_the_counter_a_replacement_that_is_used_up_is_refused_in_every_way() {
    var rows =
        given(aOneYearPlan())
            .and(replaced(A, S1))
            .and(replaced(B, S2))
            .atTheCounter(S2, "2023-06-01", "US");

    assertThat(rows.stream().limit(4).map(row -> row.offer().codes()))
        .containsExactly(
            List.of(QUOTA_EXHAUSTED),
            List.of(QUOTA_EXHAUSTED, FEE_NOT_PAID),
            List.of(LINK_MISSING, QUOTA_EXHAUSTED),
            List.of());
  }

  @Test
  void at_the_counter_a_replacement_rests_on_the_conditions_of_its_application_and_its_claim() {
    var rows = given(aOneYearPlan()).atTheCounter(S0, "2023-06-01", "US");

    assertThat(rules(rows.get(0)))
        .contains(APPLIED_IN_TIME, WINDOW_ONE_YEAR, QUOTA_ONE_YEAR, FEE_BY_ORDINAL)
        .doesNotHaveDuplicates();
    assertThat(rules(rows.get(1)))
        .contains(EXPRESS_AGREEMENT, WINDOW_ONE_YEAR, QUOTA_ONE_YEAR, FEE_BY_ORDINAL)
        .doesNotHaveDuplicates();
  }

  @Test
  void at_the_counter_a_stabiliser_is_told_what_its_agreement_does_not_hold() {
    var rows = given(aPlan().with(device(S0).model("RS_3"))).atTheCounter(S0, "2023-06-01", "US");

    assertThat(rows.stream().map(row -> row.offer().codes()))
        .startsWith(
            List.of(),
            List.of(),
            List.of(FLYAWAY_NOT_OFFERED),
            List.of(SERVICE_NOT_OFFERED_FOR_PRODUCT),
            List.of(PRODUCT_NOT_IN_AGREEMENT));
    assertThat(rows.get(2).offer().fee()).isEmpty();
  }

  @Test
  void abroad_the_counter_asks_for_the_proof_of_purchase() {
    var story = given(aPlan().with(device(S0).model("RS_3")));

    assertThat(story.atTheCounter(S0, "2023-06-01", "JP", false).getFirst().offer().codes())
        .containsExactly(PROOF_OF_PURCHASE_MISSING);
    assertThat(story.atTheCounter(S0, "2023-06-01", "JP", true).getFirst().offer().codes())
        .isEmpty();
  }

  @Test
  void at_the_counter_both_links_have_to_be_there_now() {
    var account = link(LinkKind.ACCOUNT);
    var controller = link(LinkKind.CONTROLLER);

    assertThat(linked(given(aOneYearPlan()))).containsExactly(false, false);
    assertThat(linked(given(aOneYearPlan(), account))).containsExactly(true, false, true);
    assertThat(linked(given(aOneYearPlan(), controller))).containsExactly(false, true, true);
    assertThat(linked(given(aOneYearPlan(), account, controller)))
        .containsExactly(true, true, true, true);
    assertThat(linked(given(aOneYearPlan(), account, controller, unlink(LinkKind.ACCOUNT))))
        .containsExactly(true, true, false, true);
  }

  @Test
  void at_the_counter_a_device_at_the_centre_cannot_be_lost() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A)).and(bothLinks());

    assertThat(story.atTheCounter(S0, "2023-06-01", "US").get(2).offer().codes())
        .containsExactly(DEVICE_IN_SERVICE);
  }

  @Test
  void at_the_counter_maintenance_that_is_used_up_is_refused() {
    var rows =
        given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A))
            .and(confirmMaintenance(A), completeRepair(A))
            .atTheCounter(S0, "2023-06-01", "US");

    assertThat(rows.get(4).offer().service()).isEqualTo(Service.MAINTENANCE);
    assertThat(rows.get(4).offer().codes()).containsExactly(QUOTA_EXHAUSTED);
  }

  @Test
  void at_the_counter_a_warranty_says_when_it_runs() {
    var story =
        Story.under(KiteTerms.book())
            .and(
                aPlan()
                    .in("XA")
                    .with(
                        device(S0)
                            .model("KITE")
                            .underWarrantyFrom("2023-03-01")
                            .warranty(GIMBAL, 12)));

    var tooEarly = official(story.atTheCounter(S0, "2023-02-28", "XA"));
    assertThat(tooEarly.holds()).isFalse();
    assertThat(tooEarly.wouldHoldFrom()).contains(LocalDate.parse("2023-03-01"));
    assertThat(tooEarly.inputs())
        .isEqualTo(
            Inputs.of(
                    "components",
                    Map.of("GIMBAL", Inputs.of("from", "2023-03-01").and("until", "2024-03-01")))
                .and("appliedOn", "2023-02-28"));
    assertThat(official(story.atTheCounter(S0, "2023-03-01", "XA")).holds()).isTrue();
    assertThat(official(story.atTheCounter(S0, "2024-03-01", "XA")).holds()).isFalse();
  }

  @Test
  void a_warranty_of_no_months_never_begins() {
    var story =
        Story.under(KiteTerms.book())
            .and(
                aPlan()
                    .in("XA")
                    .with(
                        device(S0)
                            .model("KITE")
                            .underWarrantyFrom("2023-03-01")
                            .warranty(GIMBAL, 0)));

    assertThat(official(story.atTheCounter(S0, "2023-02-28", "XA")).wouldHoldFrom()).isEmpty();
  }

  private static List<Rule> rules(Eligibility row) {
    return row.offer().conditions().stream().map(Condition::rule).toList();
  }

  /// Whether the account and the controller count as linked for a flyaway on a day in June.
  /// Whether each kind of link had begun; then, of those, whether it was still there.
  private static List<Boolean> linked(Story story) {
    return story.atTheCounter(S0, "2023-06-01", "US").get(2).offer().conditions().stream()
        .filter(
            condition ->
                Set.of(LINKED_BEFORE_FLYAWAY, STILL_LINKED_AT_FLYAWAY).contains(condition.rule()))
        .map(Condition::holds)
        .toList();
  }

  /// The last condition of that rule is the warranty's; the first is that of the application.
  private static Condition official(List<Eligibility> rows) {
    return rows.get(5).offer().conditions().stream()
        .filter(condition -> condition.rule() == APPLIED_IN_TIME)
        .reduce((_, second) -> second)
        .orElseThrow();
  }
}
