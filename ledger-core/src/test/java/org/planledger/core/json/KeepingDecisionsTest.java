package org.planledger.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.Changes;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanEvent.LinkRemoved;
import org.planledger.core.plan.Remedy;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Rule;

class KeepingDecisionsTest {

  private static final Inputs INPUTS =
      Inputs.of("used", 2)
          .and("aLaterName", "text")
          .and("day", LocalDate.parse("2024-01-14"))
          .and("list", List.of("b", "a"))
          .and("nested", Inputs.of("z", true).and("a", Long.MAX_VALUE));

  private static final Condition QUOTA = new Condition(Rule.QUOTA_ONE_YEAR, false, INPUTS);

  private static final Condition TIME =
      new Condition(
          Rule.WINDOW_ONE_YEAR, false, Inputs.none(), Optional.of(LocalDate.parse("2024-02-01")));

  @Test
  void a_refusal_is_kept_in_this_form() {
    var refusal = new Refused(EventSamples.TERMS, List.of(TIME, QUOTA), List.of(Notice.SAMPLE_FEE));

    assertThat(new String(DecisionJson.write(kept(refusal)), UTF_8))
        .isEqualTo(
            """
            {"outcome":"REFUSED","terms":{"edition":"2022-10","sha256":"%s"},\
            "codes":["QUOTA_EXHAUSTED","OUTSIDE_VALIDITY"],"conditions":[\
            {"rule":"R-2.1-02","clause":"2.1","code":"OUTSIDE_VALIDITY","holds":false,\
            "inputs":{},"wouldHoldFrom":"2024-02-01"},\
            {"rule":"R-2.3-01","clause":"2.3","code":"QUOTA_EXHAUSTED","holds":false,\
            "inputs":{"used":2,"aLaterName":"text","day":"2024-01-14","list":["b","a"],\
            "nested":{"z":true,"a":9223372036854775807}}}],"notices":["SAMPLE_FEE"]}"""
                .formatted("7e".repeat(32)));
  }

  @Test
  void a_refusal_read_back_is_the_one_that_was_written() {
    var refusal = new Refused(EventSamples.TERMS, List.of(TIME, QUOTA), List.of(Notice.SAMPLE_FEE));

    assertThat(DecisionJson.read(DecisionJson.write(kept(refusal)))).isEqualTo(kept(refusal));
  }

  @Test
  void an_acceptance_read_back_is_the_one_that_was_written_without_its_events() {
    var held = new Condition(Rule.QUOTA_ONE_YEAR, true, INPUTS);
    var event =
        new LinkRemoved(EventSamples.PLAN, EventSamples.AT, EventSamples.DEVICE, LinkKind.ACCOUNT);
    var acceptance =
        new Accepted(
            EventSamples.TERMS, List.of(held), List.of(), new Changes(List.of(event), List.of()));

    var read = DecisionJson.read(DecisionJson.write(kept(acceptance)));

    var withoutEvents =
        new Accepted(
            EventSamples.TERMS, List.of(held), List.of(), new Changes(List.of(), List.of()));
    assertThat(read.decision()).isEqualTo(withoutEvents);
    assertThat(read).isEqualTo(kept(acceptance));
  }

  @Test
  void inputs_keep_the_order_in_which_the_rule_looked_at_them() {
    var read = DecisionJson.read(DecisionJson.write(kept(refusal())));

    assertThat(read.decision().conditions().getFirst().inputs().values().keySet())
        .containsExactly("used", "aLaterName", "day", "list", "nested");
  }

  @Test
  void what_would_have_cured_a_refusal_is_kept_with_it_in_its_order() {
    var kept =
        new KeptDecision(refusal(), List.of(Remedy.WAIVE_REFUSAL, Remedy.PAY_MISSING_MATERIAL));
    var json = new String(DecisionJson.write(kept), UTF_8);

    assertThat(json)
        .endsWith("\"notices\":[],\"remedies\":[\"WAIVE_REFUSAL\",\"PAY_MISSING_MATERIAL\"]}");
    assertThat(DecisionJson.read(json.getBytes(UTF_8))).isEqualTo(kept);
  }

  @Test
  void a_remedy_is_known_again_by_the_name_it_was_kept_under() {
    var names =
        """
        ACCEPT_TERMS_ON_SALE BIND_DEVICE USE_HEAD_DEVICE RECORD_LINK PRIVACY_CONSENT
        PROOF_OF_PURCHASE AGREE_TO_NO_ASSESSMENT FEE_PAYMENT CROSS_BORDER_CONSENT RECORD_RECEIPT
        UPLOAD_FLIGHT_RECORD RECORD_ASSESSMENT ACKNOWLEDGE_FREE_ALTERNATIVE CLAIM_REPLACEMENT
        CLAIM_REPAIR_DISCOUNT CONFIRM_MAINTENANCE FILE_FLYAWAY_REPORT CANCEL_FLYAWAY_REPORT
        REPORT_RECOVERED PAY_SERVICE_FEE PAY_MISSING_MATERIAL PAY_OPEN_AMOUNT EQUIVALENCE_RECORD
        SHIP_ANOTHER_UNIT USE_KNOWN_MODEL NAME_A_COVERED_PART APPROVAL_BY_ANOTHER
        RECORD_PRODUCT_RETURN REQUEST_EXIT WITHDRAW_CASE WAIVE_REFUSAL ONLINE_REPAIR REPLACEMENT
        REPAIR_DISCOUNT MAINTENANCE OFFICIAL_WARRANTY EXTENDED_WARRANTY SAFE_FLIGHT_REWARD
        """
            .strip()
            .split("\\s+");
    var none = new String(DecisionJson.write(kept(refusal())), UTF_8);
    var all =
        none.replace(
            "\"notices\":[]",
            "\"notices\":[],\"remedies\":[\"" + String.join("\",\"", names) + "\"]");

    assertThat(DecisionJson.read(all.getBytes(UTF_8)).remedies())
        .extracting(Remedy::name)
        .containsExactly(names);
    assertThat(names).as("every remedy there is").hasSize(Remedy.values().length);
  }

  @Test
  void every_rule_is_known_again() {
    var conditions =
        Arrays.stream(Rule.values())
            .map(rule -> new Condition(rule, false, Inputs.none()))
            .toList();
    var refusal = new Refused(EventSamples.TERMS, conditions, List.of(Notice.values()));

    assertThat(DecisionJson.read(DecisionJson.write(kept(refusal)))).isEqualTo(kept(refusal));
  }

  @Test
  void a_rule_that_the_catalogue_does_not_have_stops_the_reader() {
    var other =
        new String(DecisionJson.write(kept(refusal())), UTF_8).replace("R-2.3-01", "R-9.9-99");

    assertThatThrownBy(() -> DecisionJson.read(other.getBytes(UTF_8)))
        .isInstanceOf(StoredJsonException.class)
        .hasMessageContaining("R-9.9-99");
  }

  private static Refused refusal() {
    return new Refused(EventSamples.TERMS, List.of(QUOTA), List.of());
  }

  private static KeptDecision kept(Decision decision) {
    return new KeptDecision(decision, List.of());
  }
}
