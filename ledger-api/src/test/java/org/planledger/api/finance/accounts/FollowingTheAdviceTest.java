package org.planledger.api.finance.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.Imports.PaidFee;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;

/// What an exception advises can be done, and then it is over.
class FollowingTheAdviceTest {

  @ParameterizedTest
  @EnumSource(DatabaseVendor.class)
  void what_an_exception_advises_can_be_done_and_ends_it(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      new Story(server).run();
    }
  }

  /// Two months with trouble.
  private static final class Story {

    private final YearMonth thisMonth = YearMonth.from(LocalDate.now(ZoneOffset.UTC));
    private final YearMonth lastMonth = thisMonth.minusMonths(1);
    private final LedgerServer server;
    private final Desk desk;
    private final TiedFees fees;

    private Story(LedgerServer server) {
      this.server = server;
      this.desk = new Desk(server);
      this.fees = new TiedFees(desk);
    }

    private void run() {
      var inEuros = Imports.paidFee(desk);
      var refunded = Imports.paidFee(desk);
      var tooLittle = Imports.paidFee(desk);
      var takenBack = Imports.paidFee(desk);
      var anotherTooLittle = Imports.paidFee(desk);
      var tooMuch = Imports.paidFee(desk);
      imports(
          payment(1, inEuros, inEuros.minor() - 900).replace(",usd,", ",eur,"),
          payment(2, refunded, refunded.minor()),
          Imports.line("txn_3", "refund", -4_000, "", "ch_of_nobody"),
          payment(4, tooLittle, 10_000),
          payment(5, takenBack, takenBack.minor()),
          Imports.line("txn_6", "dispute", -takenBack.minor(), "", "ch_5"),
          payment(7, anotherTooLittle, 9_000),
          payment(9, tooMuch, tooMuch.minor() + 2_500));
      assertThat(matched(lastMonth))
          .isEqualTo(
              "{\"AMOUNT_OVER\":1,\"AMOUNT_SHORT\":2,\"CHARGEBACK\":1,\"CURRENCY\":1,\"REFUND_UNLINKED\":1}");

      matchByHand(inEuros, advised("CURRENCY", "match them by hand"));
      matchByHand(refunded, advised("REFUND_UNLINKED", "match it by hand"));
      advised("AMOUNT_SHORT", "write it off");
      writeOff(tooLittle, tooLittle.minor() - 10_000, false);
      advised("AMOUNT_OVER", "Pay the difference back");
      imports(Imports.line("txn_10", "refund", -2_500, "", "ch_9"));
      advised("CHARGEBACK", "write it off");
      writeOff(takenBack, takenBack.minor(), true);
      assertThat(matched(lastMonth)).isEqualTo("{\"AMOUNT_SHORT\":1,\"REFUND_UNLINKED\":1}");
      assertThat(fees.row(inEuros.feeId()))
          .isEqualTo("CAPTURED, %1$d of %1$d".formatted(inEuros.minor()));
      assertThat(fees.row(tooLittle.feeId()))
          .isEqualTo(
              "CAPTURED, 10000 of %d, %d written off"
                  .formatted(tooLittle.minor(), tooLittle.minor() - 10_000));
      assertThat(fees.row(takenBack.feeId()))
          .isEqualTo("CAPTURED, 0 of %1$d, %1$d written off".formatted(takenBack.minor()));
      assertThat(exception("REFUND_UNLINKED").text("/data/0/nextStep"))
          .startsWith("Record the refund");
      assertThat(rules(refunded)).containsExactly("M0-BY-HAND", "M1-FEE-ID");
      assertThat(rules(tooMuch)).containsExactly("M6-OVERPAID", "M7-SURPLUS-BACK");
      assertThat(fees.row(tooMuch.feeId()))
          .isEqualTo("CAPTURED, %1$d of %1$d".formatted(tooMuch.minor()));
      Imports.closed(server, lastMonth);
      nextMonth(anotherTooLittle, takenBack);
    }

    /// What was left is looked at anew, once; and a decision may be about that.
    private void nextMonth(PaidFee tooLittle, PaidFee takenBack) {
      assertThat(matched(thisMonth)).isEqualTo("{\"AMOUNT_SHORT\":1,\"REFUND_UNLINKED\":1}");
      var found = desk.get("/v1/matches?feeId=" + tooLittle.feeId()).expect(200);
      assertThat(found.at("/data")).hasSize(1);
      assertThat(rules(tooLittle)).containsExactly("M6-UNDERPAID");
      desk.post(
              "/v1/matches/" + found.text("/data/0/matchId") + "/withdrawal",
              Map.of("reason", "another customer's"))
          .expect(201);
      assertThat(matched(thisMonth))
          .isEqualTo("{\"MISSING_FEE\":1,\"MISSING_PAYMENT\":1,\"REFUND_UNLINKED\":1}");
      assertThat(rules(tooLittle)).isEmpty();

      imports(Imports.line("txn_8", "dispute_reversal", takenBack.minor(), "", "ch_5"));
      assertThat(matched(thisMonth)).contains("\"CHARGEBACK\":1");
      advised("CHARGEBACK", "Take the write-off back");
      desk.post(
              "/v1/fee-write-offs/" + takenBack.feeId() + "/withdrawal",
              Map.of("reason", "it came again", "approvedBy", "bob"))
          .expect(201);
      assertThat(matched(thisMonth)).doesNotContain("CHARGEBACK");
      assertThat(fees.row(takenBack.feeId()))
          .isEqualTo("CAPTURED, %1$d of %1$d".formatted(takenBack.minor()));
    }

    private static String payment(int number, PaidFee fee, long minor) {
      return Imports.line("txn_" + number, "charge", minor, fee.feeId(), "ch_" + number);
    }

    private void imports(String... lines) {
      assertThat(Imports.stripe(server, List.of(lines)).text("/state")).isEqualTo("FINISHED");
    }

    /// @return the exceptions that are left
    private String matched(YearMonth month) {
      var made = Imports.matched(server, month);
      fees.check();
      return made.at("/result/totals/exceptions").toString();
    }

    private Answer exception(String kind) {
      return desk.get("/v1/exceptions?kind=" + kind).expect(200);
    }

    private Answer advised(String kind, String advice) {
      var told = exception(kind);
      assertThat(told.text("/data/0/nextStep")).contains(advice);
      return told;
    }

    private void matchByHand(PaidFee fee, Answer told) {
      desk.post(
              "/v1/matches",
              Map.of(
                  "feeIds",
                  List.of(fee.feeId()),
                  "lines",
                  List.of(told.at("/data/0/firstLine")),
                  "reason",
                  "the processor said so",
                  "approvedBy",
                  "bob"))
          .expect(201);
      fees.check();
    }

    private void writeOff(PaidFee fee, long minor, boolean chargedBack) {
      var given =
          desk.post(
                  "/v1/fee-write-offs/" + fee.feeId(),
                  Map.of("reason", "the customer is gone", "approvedBy", "bob"))
              .expect(201);
      assertThat(given.at("/event/amount/minor").longValue()).isEqualTo(minor);
      assertThat(given.at("/event/chargedBack").booleanValue()).isEqualTo(chargedBack);
      fees.check();
    }

    /// The rules by which the trail of a fee has its matches.
    private List<String> rules(PaidFee fee) {
      return desk.get("/v1/fee-trails/" + fee.feeId())
          .expect(200)
          .at("/matches")
          .valueStream()
          .map(match -> match.path("rule").stringValue())
          .toList();
    }
  }
}
