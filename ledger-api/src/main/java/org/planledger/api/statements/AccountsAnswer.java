package org.planledger.api.statements;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.TrialBalance;

/// What all that was posted comes to.
@Schema(name = "TrialBalance")
record AccountsAnswer(
    @Schema(description = "The position up to which it was posted.") long position,
    @Schema(description = "By currency and number; those of a currency together come to nothing.")
        List<BalanceAnswer> balances) {

  /// One account in one currency, in minor units.
  @Schema(name = "AccountBalance")
  record BalanceAnswer(
      Account account,
      @Schema(example = "1200") int number,
      String name,
      String currency,
      long debitMinor,
      long creditMinor,
      @Schema(description = "Debits less credits.") long balanceMinor) {

    private static BalanceAnswer of(TrialBalance.Line line) {
      return new BalanceAnswer(
          line.account(),
          line.account().number(),
          line.account().title(),
          line.currency().getCurrencyCode(),
          line.debitMinor(),
          line.creditMinor(),
          line.balanceMinor());
    }
  }

  static AccountsAnswer of(long position, TrialBalance balance) {
    return new AccountsAnswer(position, balance.lines().stream().map(BalanceAnswer::of).toList());
  }
}
