package org.planledger.core.finance.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.JournalLine.Side;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.finance.accounts.TrialBalance;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.matching.Findings;
import org.planledger.core.finance.matching.Inputs;
import org.planledger.core.finance.matching.LineFact;
import org.planledger.core.finance.matching.LineFate;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.Matching;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.OpenPayout;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;

/// What finance reads about accounts is what is posted.
class DescribingTheAccountsTest {

  private static final Path PAGE = Path.of("..", "docs", "FINANCE.md");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 6);
  private static final Posting POSTING = Posting.of(YearMonth.of(2026, 10), DAY);
  private static final RunPosting RUN = new RunPosting(1, POSTING);
  private static final String FIRST = "01a2204f-8c4c-7311-ad4e-d62519ff7ac1";
  private static final String SECOND = "01a2204f-760d-7166-9afb-a65fd245c042";
  private static final String THIRD = "01a2204f-9d11-7a02-8c1e-5f0c3f1f6b77";

  private final LineKeys keys = new LineKeys("example");
  private final List<LineFact> lines = new ArrayList<>();
  private final List<LineFate> fates = new ArrayList<>();
  private final List<Match> matches = new ArrayList<>();
  private final TrialBalance balance = new TrialBalance();
  private final List<String> rows = new ArrayList<>();

  @Test
  void every_account_is_described_with_its_number() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(Stream.of(Account.values()))
        .allMatch(
            account -> page.contains("| %d | `%s` |".formatted(account.number(), account.name())));
  }

  @Test
  void the_example_of_the_page_is_what_is_posted() throws IOException {
    processor(LineType.PAYMENT, 10_000, 290, "ch_1", FIRST);
    processor(LineType.PROCESSOR_COST, -25, 0, "cost_1", "");
    processor(LineType.PAYOUT, -9_685, 0, "po_1", "");
    bank(LineType.BANK_CREDIT, 9_685, "PAYOUT po_1");
    bank(LineType.BANK_CREDIT, 7_970, "Fee " + SECOND);
    bank(LineType.BANK_CREDIT, 4_500, "thank you");
    bank(LineType.BANK_DEBIT, -1_200, "rent");
    Matching.run(
        new Inputs(
            taker -> {
              taker.accept(fee(FIRST, 10_000, 1));
              taker.accept(fee(SECOND, 8_000, 3));
              taker.accept(fee(THIRD, 5_000, 5));
            },
            lines::forEach,
            _ -> {},
            List.of(),
            DAY),
        MatchingRules.standard(),
        listening());
    balance.add(MovementKind.QUOTED, Money.of(23_000, "USD"));
    balance.add(MovementKind.CAPTURED, Money.of(23_000, "USD"));
    for (int i = 0; i < lines.size(); i++) {
      var fact = lines.get(i);
      RUN.line(1, fact.line(), Optional.empty(), LineStanding.of(fates.get(i))).forEach(this::post);
    }
    matches.forEach(match -> RUN.match(match).forEach(this::post));
    post(
        new WriteOffPosting(new PlanId(new UUID(1, 2)), THIRD, Money.of(5_000, "USD"), true)
            .givenUp(2, POSTING));

    String page = Files.readString(PAGE);
    assertThat(page).contains(String.join("\n", rows) + "\n");
    assertThat(page)
        .contains(
            String.join(
                    "\n",
                    balance.lines().stream()
                        .map(
                            line ->
                                "| `%s` | %s |"
                                    .formatted(line.account(), words(line.balanceMinor())))
                        .toList())
                + "\n");
  }

  private void post(JournalEntry entry) {
    balance.add(entry);
    var first = entry.lines().getFirst();
    for (var line : entry.lines()) {
      rows.add(
          "| %s | `%s` | %s | %s |"
              .formatted(
                  line.equals(first) ? entry.text() : "",
                  line.account(),
                  line.side() == Side.DEBIT ? words(line.minor()) : "",
                  line.side() == Side.CREDIT ? words(line.minor()) : ""));
    }
  }

  private static String words(long minor) {
    return "%s%d.%02d"
        .formatted(minor < 0 ? "-" : "", Math.abs(minor) / 100, Math.abs(minor) % 100);
  }

  private Findings listening() {
    return new Findings() {
      @Override
      public void match(Match match) {
        matches.add(match);
      }

      @Override
      public void exception(ExceptionItem item) {
        assertThat(item.lines()).containsExactly(lines.get(5).line().key());
      }

      @Override
      public void line(int file, int number, LineFate fate) {
        fates.add(fate);
      }

      @Override
      public void refundOnTheWay(String feeId) {}

      @Override
      public void payout(OpenPayout payout) {}
    };
  }

  private static FeeFact fee(String id, long minor, long position) {
    var amount = Money.of(minor, "USD");
    return new FeeFact(
        id,
        "plan-" + id,
        "case-" + id,
        position,
        amount,
        DAY.minusDays(1),
        Optional.of(new FeeFact.Captured(amount, DAY, "pay-" + id, position + 1)),
        List.of(),
        false);
  }

  private void processor(LineType type, long gross, long kept, String id, String fee) {
    add(type, gross, kept, id, Optional.of(fee).filter(text -> !text.isEmpty()), Optional.empty());
  }

  private void bank(LineType type, long minor, String text) {
    add(type, minor, 0, "bank-" + lines.size(), Optional.empty(), Optional.of(text));
  }

  private void add(
      LineType type,
      long gross,
      long kept,
      String id,
      Optional<String> fee,
      Optional<String> text) {
    lines.add(
        LineFact.of(
            1,
            new SettlementLine(
                lines.size() + 1,
                keys.ofId(id),
                type,
                DAY,
                Optional.empty(),
                Money.of(gross, "USD"),
                kept,
                Money.of(gross - kept, "USD"),
                Optional.empty(),
                Optional.of(id),
                fee,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text.isPresent() ? Optional.empty() : Optional.of("po_1"),
                Optional.empty(),
                text,
                "")));
  }
}
