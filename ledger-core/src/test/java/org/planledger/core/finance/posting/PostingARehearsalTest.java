package org.planledger.core.finance.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.JournalLine.Side;
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
import org.planledger.core.finance.rehearsal.Origin;
import org.planledger.core.finance.rehearsal.Rehearsal;
import org.planledger.core.finance.settlement.SettlementLine;

/// A made-up book of fees and all that is reported for it, in the accounts: each account comes to
/// what it stands for.
class PostingARehearsalTest {

  private static final int FEES = 3_000;
  private static final RunPosting RUN =
      new RunPosting(1, Posting.of(YearMonth.of(2026, 12), YearMonth.of(2026, 12).atEndOfMonth()));

  private final List<Match> matches = new ArrayList<>();
  private final Set<String> questionedFees = new HashSet<>();
  private final List<LineFact> lines = new ArrayList<>();
  private final List<LineFate> fates = new ArrayList<>();
  private final TrialBalance balance = new TrialBalance();
  private final Map<String, Long> clearing = new HashMap<>();

  @Test
  void every_account_comes_to_what_it_stands_for() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    for (int i = 0; i < 4; i++) {
      new PostingARehearsalTest().check(new Rehearsal(seed + i, FEES));
    }
  }

  private void check(Rehearsal rehearsal) {
    match(rehearsal);
    for (int i = 0; i < lines.size(); i++) {
      var fact = lines.get(i);
      RUN.line(fact.fileNumber(), fact.line(), Optional.empty(), LineStanding.of(fates.get(i)))
          .forEach(this::post);
    }
    matches.forEach(match -> RUN.match(match).forEach(this::post));

    var sums = new TreeMap<String, Long>();
    balance
        .lines()
        .forEach(line -> add(sums, line.currency().getCurrencyCode(), line.balanceMinor()));
    assertThat(sums.values()).as("seed %d", rehearsal.seed()).containsOnly(0L);
    assertThat(of(Account.BANK)).isEqualTo(nets(true));
    assertThat(of(Account.PROCESSOR_BALANCE)).isEqualTo(processor());
    assertThat(of(Account.UNALLOCATED)).isEqualTo(grosses(LineFate.EXCEPTION));
    assertThat(of(Account.NOT_FEES)).isEqualTo(grosses(LineFate.ASIDE));
    assertThatClearingIsExplained(rehearsal);
  }

  private void post(JournalEntry entry) {
    balance.add(entry);
    for (var line : entry.lines()) {
      if (line.account() == Account.CASH_CLEARING) {
        clearing.merge(
            line.about().feeId().orElseThrow(),
            line.minorOn(Side.DEBIT) - line.minorOn(Side.CREDIT),
            Long::sum);
      }
    }
  }

  /// Captured less refunded less settled is nothing, unless the fee is in question, on its way, or
  /// its payment is not recorded.
  private void assertThatClearingIsExplained(Rehearsal rehearsal) {
    var settled = new HashSet<String>();
    matches.forEach(match -> settled.addAll(match.feeIds()));
    rehearsal.fees(
        fee -> {
          long left = recorded(fee) + clearing.getOrDefault(fee.feeId(), 0L);
          if (fee.captured().isEmpty()) {
            assertThat(left).isIn(0L, -fee.due().minor());
          } else if (settled.contains(fee.feeId()) && !questionedFees.contains(fee.feeId())) {
            assertThat(left).as("seed %d, %s", rehearsal.seed(), fee).isZero();
          } else if (!settled.contains(fee.feeId())) {
            assertThat(left).as("seed %d, %s", rehearsal.seed(), fee).isEqualTo(recorded(fee));
          }
        });
  }

  private static long recorded(FeeFact fee) {
    return fee.captured().map(captured -> captured.amount().minor()).orElse(0L)
        - fee.refunds().stream().mapToLong(refund -> refund.amount().minor()).sum();
  }

  private Map<String, Long> of(Account account) {
    var balances = new TreeMap<String, Long>();
    balance.lines().stream()
        .filter(line -> line.account() == account)
        .forEach(line -> add(balances, line.currency().getCurrencyCode(), line.balanceMinor()));
    return balances;
  }

  private static void add(Map<String, Long> sums, String currency, long minor) {
    sums.merge(currency, minor, Long::sum);
  }

  /// What the processor holds: what its lines come to, less what the bank says has come of payouts
  /// of which it has no line.
  private Map<String, Long> processor() {
    var sums = nets(false);
    matches.stream()
        .filter(match -> match.feeIds().isEmpty() && match.lines().size() == 1)
        .forEach(
            match ->
                add(sums, match.matched().currency().getCurrencyCode(), -match.matched().minor()));
    return sums;
  }

  private Map<String, Long> nets(boolean ofBank) {
    var sums = new TreeMap<String, Long>();
    for (int i = 0; i < lines.size(); i++) {
      SettlementLine line = lines.get(i).line();
      if (fates.get(i) != LineFate.DUPLICATE && LineStanding.isOfBank(line.type()) == ofBank) {
        add(sums, line.net().currency().getCurrencyCode(), line.net().minor());
      }
    }
    return sums;
  }

  /// The counterparts of lines of a fate, of currencies that have anything on such accounts.
  private Map<String, Long> grosses(LineFate fate) {
    var sums = new TreeMap<String, Long>();
    of(fate == LineFate.ASIDE ? Account.NOT_FEES : Account.UNALLOCATED)
        .keySet()
        .forEach(currency -> sums.put(currency, 0L));
    for (int i = 0; i < lines.size(); i++) {
      var gross = lines.get(i).line().gross();
      if (fates.get(i) == fate) {
        add(sums, gross.currency().getCurrencyCode(), -gross.minor());
      }
    }
    return sums;
  }

  private void match(Rehearsal rehearsal) {
    for (var origin : Origin.values()) {
      rehearsal.movements(
          origin,
          movement -> {
            if (!movement.broken()) {
              lines.add(LineFact.of(origin.fileNumber(), movement.line()));
            }
          });
    }
    Matching.run(
        new Inputs(rehearsal::fees, lines::forEach, _ -> {}, List.of(), rehearsal.asOf()),
        MatchingRules.standard(),
        new Findings() {
          @Override
          public void match(Match match) {
            matches.add(match);
          }

          @Override
          public void exception(ExceptionItem item) {
            item.feeId().ifPresent(questionedFees::add);
          }

          @Override
          public void line(int file, int number, LineFate fate) {
            fates.add(fate);
          }

          @Override
          public void refundOnTheWay(String feeId) {}

          @Override
          public void payout(OpenPayout payout) {}
        });
  }
}
