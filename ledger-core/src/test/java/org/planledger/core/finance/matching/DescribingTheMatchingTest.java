package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What finance reads about matching is what it does.
class DescribingTheMatchingTest {

  private static final Path PAGE = Path.of("..", "docs", "MATCHING.md");

  @Test
  void every_signal_is_described_with_its_weight() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(Arrays.stream(SignalKind.values()))
        .allMatch(kind -> page.contains("| `" + kind + "` | " + kind.weight() + " |"));
  }

  @Test
  void every_rule_state_kind_and_account_is_described() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(Arrays.stream(MatchRule.values())).allMatch(rule -> page.contains("`" + rule.id()));
    assertThat(Arrays.stream(MatchState.values())).allMatch(it -> page.contains("`" + it + "`"));
    assertThat(Arrays.stream(ExceptionKind.values())).allMatch(it -> page.contains("`" + it + "`"));
    assertThat(Arrays.stream(RemainderAccount.values()))
        .allMatch(it -> page.contains("`" + it + "`"));
  }

  @Test
  void the_standard_numbers_are_those_of_the_page() throws IOException {
    String page = Files.readString(PAGE);
    var rules = MatchingRules.standard();

    assertThat(page)
        .contains(
            "until " + rules.windowDays() + " working days after the payment was recorded",
            "until " + rules.openWindowDays() + " working days after |",
            "within " + rules.payoutDays() + " working days",
            "up to " + rules.costBasisPoints() / 100 + " percent of the amount, if",
            "up to " + rules.exchangeBasisPoints() / 100 + " percent of the amount |");
    assertThat(rules.earlyDays()).isEqualTo(1);
    assertThat(rules.groupSearch()).isEqualTo(new GroupSearch(4, 2_000, 2_000_000));
  }
}
