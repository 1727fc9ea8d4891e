package org.planledger.api.finance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.finance.runs.MeantFees.LookingUp;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.Work;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.matching.Matching;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.Report;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerEvents;

/// Fees of closed months that lines refer to are looked up one by one, or all fees are gone over:
/// whichever is quicker, and the report is the same.
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseVendor.class)
class LookingFeesUpTest {

  private static final LookingUp ALWAYS = new LookingUp(100_000, 0);
  private static final LookingUp NEVER = new LookingUp(0, 10);

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final YearMonth month = YearMonth.from(today).minusMonths(2);
  private final DatabaseVendor vendor;

  LookingFeesUpTest(DatabaseVendor vendor) {
    this.vendor = vendor;
  }

  @Test
  void a_run_finds_the_same_fees_of_closed_months_either_way_and_reports_the_same() {
    try (var server = LedgerServer.start(vendor)) {
      var desk = new Desk(server);
      var settled = Imports.paidFee(desk);
      var byPayment = Imports.paidFee(desk);
      var carried = Imports.paidFee(desk);
      var forgotten = Imports.paidFee(desk);
      Imports.stripe(
          server,
          List.of(
              Imports.line("txn_1", "charge", settled.minor(), settled.feeId(), "ch_1"),
              Imports.line("txn_2", "charge", byPayment.minor(), byPayment.feeId(), "ch_2"),
              Imports.line("txn_3", "charge", carried.minor() - 5_000, carried.feeId(), "ch_3"),
              Imports.line("txn_4", "charge", forgotten.minor(), forgotten.feeId(), "ch_4")));
      close(desk);

      var later = Imports.paidFee(desk);
      Imports.stripe(
          server,
          List.of(
              Imports.line("txn_5", "charge", later.minor(), later.feeId(), "ch_5"),
              Imports.line("txn_6", "charge", settled.minor(), settled.feeId(), "ch_6"),
              Imports.line("txn_7", "charge", 1_200, "", byPayment.reference()),
              Imports.line("txn_8", "charge", 7_777, "", "ch_nobody")));
      server.awaitViews();
      var reconciler = server.part(Reconciler.class);
      var inputs =
          reconciler.inputs(
              month.plusMonths(1),
              Optional.of(server.part(LedgerEvents.class).head()),
              Optional.of(today));
      assertThat(inputs.fromPosition()).isPositive();

      var lookedUp = fees(reconciler, inputs, ALWAYS);
      assertThat(lookedUp)
          .containsExactlyInAnyOrder(
              later.feeId(), settled.feeId(), byPayment.feeId(), carried.feeId());
      assertThat(fees(reconciler, inputs, NEVER)).containsExactlyInAnyOrderElementsOf(lookedUp);
      assertThat(report(reconciler, inputs, ALWAYS)).isEqualTo(report(reconciler, inputs, NEVER));

      var made = Work.done(desk, "/v1/reconciliations", asked(inputs.period(), inputs.cutOff()));
      assertThat(made.text("/state")).as("%s", made).isEqualTo("FINISHED");
      assertThat(made.text("/result/report")).isEqualTo(report(reconciler, inputs, ALWAYS));
      assertThat(made.text("/progress/phase")).isEqualTo("WRITING");
      assertThat(made.at("/progress/done").longValue())
          .isEqualTo(made.at("/progress/total").longValue())
          .isPositive();
    }
  }

  private void close(Desk desk) {
    desk.server().awaitViews();
    var head = desk.server().part(LedgerEvents.class).head();
    var run = Work.done(desk, "/v1/reconciliations", asked(month, head));
    assertThat(run.text("/state")).as("%s", run).isEqualTo("FINISHED");
    desk.post("/v1/periods/" + month + "/closing", Map.of("carryingOver", true)).expect(201);
  }

  private Map<String, Object> asked(YearMonth period, long cutOff) {
    var asked = new HashMap<String, Object>();
    asked.put("period", period.toString());
    asked.put("cutOffPosition", cutOff);
    asked.put("asOf", today.toString());
    return asked;
  }

  private static List<String> fees(Reconciler reconciler, RunInputs inputs, LookingUp lookingUp) {
    var fees = new ArrayList<String>();
    sources(reconciler, inputs, lookingUp).inputs().fees().tell(fee -> fees.add(fee.feeId()));
    return fees;
  }

  private static String report(Reconciler reconciler, RunInputs inputs, LookingUp lookingUp) {
    var sources = sources(reconciler, inputs, lookingUp);
    var rules = MatchingRules.standard();
    var report = new Report(sources.header(), rules, (_, _, _) -> {});
    return report.finish(Matching.run(sources.inputs(), rules, report));
  }

  private static RunSources sources(Reconciler reconciler, RunInputs inputs, LookingUp lookingUp) {
    return reconciler.sources(inputs, new RunProgress(InstantSource.system()), lookingUp);
  }
}
