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

    assertThat(new String(DecisionJson.write(refusal), UTF_8))
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

    assertThat(DecisionJson.read(DecisionJson.write(refusal))).isEqualTo(refusal);
    assertThat(DecisionJson.withoutEvents(refusal)).isEqualTo(refusal);
  }

  @Test
  void an_acceptance_read_back_is_the_one_that_was_written_without_its_events() {
    var held = new Condition(Rule.QUOTA_ONE_YEAR, true, INPUTS);
    var event =
        new LinkRemoved(EventSamples.PLAN, EventSamples.AT, EventSamples.DEVICE, LinkKind.ACCOUNT);
    var acceptance =
        new Accepted(
            EventSamples.TERMS, List.of(held), List.of(), new Changes(List.of(event), List.of()));

    var read = DecisionJson.read(DecisionJson.write(acceptance));

    var withoutEvents =
        new Accepted(
            EventSamples.TERMS, List.of(held), List.of(), new Changes(List.of(), List.of()));
    assertThat(read).isEqualTo(withoutEvents);
    assertThat(DecisionJson.withoutEvents(acceptance)).isEqualTo(withoutEvents);
  }

  @Test
  void inputs_keep_the_order_in_which_the_rule_looked_at_them() {
    Decision read =
        DecisionJson.read(
            DecisionJson.write(new Refused(EventSamples.TERMS, List.of(QUOTA), List.of())));

    assertThat(read.conditions().getFirst().inputs().values().keySet())
        .containsExactly("used", "aLaterName", "day", "list", "nested");
  }

  @Test
  void every_rule_is_known_again() {
    var conditions =
        Arrays.stream(Rule.values())
            .map(rule -> new Condition(rule, false, Inputs.none()))
            .toList();
    var refusal = new Refused(EventSamples.TERMS, conditions, List.of(Notice.values()));

    assertThat(DecisionJson.read(DecisionJson.write(refusal))).isEqualTo(refusal);
  }

  @Test
  void a_rule_that_the_catalogue_does_not_have_stops_the_reader() {
    var refusal = new Refused(EventSamples.TERMS, List.of(QUOTA), List.of());
    var other = new String(DecisionJson.write(refusal), UTF_8).replace("R-2.3-01", "R-9.9-99");

    assertThatThrownBy(() -> DecisionJson.read(other.getBytes(UTF_8)))
        .isInstanceOf(StoredJsonException.class)
        .hasMessageContaining("R-9.9-99");
  }
}
