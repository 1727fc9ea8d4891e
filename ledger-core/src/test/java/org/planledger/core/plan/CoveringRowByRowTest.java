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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.core.rule.Proves;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Service;

class CoveringRowByRowTest {

  @Test
  @Proves(
      holding = {
        MAIN_COMPONENTS,
        REPLACEMENT_ROW_1,
        REPLACEMENT_ROW_2,
        REPLACEMENT_ROW_3,
        REPLACEMENT_ROW_4,
        REPLACEMENT_ROW_5,
        REPLACEMENT_ROW_6,
        REPLACEMENT_ROW_7,
        REPLACEMENT_ROW_8,
        REPLACEMENT_ROW_9,
        REPLACEMENT_ROW_10
      })
  void a_claim_names_the_row_that_says_what_is_replaced() {
    replacementNames("MINI_2", REPLACEMENT_ROW_1);
    replacementNames("OSMO_MOBILE_6", REPLACEMENT_ROW_2);
    replacementNames("POCKET_2", REPLACEMENT_ROW_3);
    replacementNames("ACTION_2_POWER", REPLACEMENT_ROW_4);
    replacementNames("RONIN_S", REPLACEMENT_ROW_5);
    replacementNames("RS_3", REPLACEMENT_ROW_6);
    replacementNames("RS_3_PRO", REPLACEMENT_ROW_7);
    replacementNames("PHANTOM_4_PRO", REPLACEMENT_ROW_8);
    replacementNames("INSPIRE_2", REPLACEMENT_ROW_9);
    replacementNames("ZENMUSE_X7", REPLACEMENT_ROW_10);
  }

  @Test
  @Proves(
      holding = {
        EXTENDED_WARRANTY_ROW_1,
        EXTENDED_WARRANTY_ROW_2,
        EXTENDED_WARRANTY_ROW_3,
        EXTENDED_WARRANTY_ROW_4,
        EXTENDED_WARRANTY_ROW_5,
        EXTENDED_WARRANTY_ROW_6,
        EXTENDED_WARRANTY_ROW_7,
        EXTENDED_WARRANTY_ROW_8,
        EXTENDED_WARRANTY_ROW_9,
        EXTENDED_WARRANTY_ROW_10
      })
  void a_free_repair_names_the_row_that_says_what_is_covered() {
    warrantyNames("MAVIC_3", EXTENDED_WARRANTY_ROW_1);
    warrantyNames("OSMO_ACTION_3", EXTENDED_WARRANTY_ROW_2);
    warrantyNames("POCKET_2", EXTENDED_WARRANTY_ROW_3);
    warrantyNames("ACTION_2_DUAL_SCREEN", EXTENDED_WARRANTY_ROW_4);
    warrantyNames("OSMO_MOBILE_6", EXTENDED_WARRANTY_ROW_5, EXTENDED_WARRANTY_ROW_7);
    warrantyNames("OSMO_PLUS", EXTENDED_WARRANTY_ROW_6);
    warrantyNames("OM_5", EXTENDED_WARRANTY_ROW_7);
    warrantyNames("RS_3", EXTENDED_WARRANTY_ROW_8);
    warrantyNames("INSPIRE_2", EXTENDED_WARRANTY_ROW_9);
    warrantyNames("ZENMUSE_X7", EXTENDED_WARRANTY_ROW_10);
  }

  private static void replacementNames(String model, Rule... rows) {
    var decision =
        given(aPlan().with(device(S0).model(model)))
            .and(openRepair(A), receive(A), assess(A))
            .when(claim(A))
            .decision();

    assertThat(rows(decision, "REPLACEMENT_ROW")).as(model).containsExactly(rows);
  }

  private static void warrantyNames(String model, Rule... rows) {
    var story = given(aPlan().ofTwoYears().with(device(S0).model(model)));
    var part =
        story.plan().head().orElseThrow().cover().extendedWarranty().entrySet().stream()
            .filter(entry -> entry.getValue().contains(java.time.LocalDate.parse("2024-10-15")))
            .findFirst()
            .orElseThrow()
            .getKey();
    var completed =
        story
            .and(openRepair(A).on("2024-10-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).damaged(part))
            .when(completeRepair(A))
            .thenAccepted();

    assertThat(rows(completed.decision(), "EXTENDED_WARRANTY_ROW")).as(model).containsExactly(rows);
    assertThat(completed.goingOn().theCase(A).settledUnder()).contains(Service.EXTENDED_WARRANTY);
  }

  private static List<Rule> rows(Decision decision, String prefix) {
    return decision.conditions().stream()
        .map(condition -> condition.rule())
        .filter(rule -> rule.name().startsWith(prefix))
        .toList();
  }
}
