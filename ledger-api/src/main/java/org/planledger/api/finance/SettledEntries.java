package org.planledger.api.finance;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planledger.api.statements.FurtherEntries;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.JournalLine;
import org.planledger.core.finance.accounts.JournalLine.About;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.Remainder;
import org.planledger.core.finance.matching.RemainderAccount;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.springframework.stereotype.Component;

/// What the runs that count, and the write-offs, are in the accounts: money that was captured has
/// arrived at the bank or with the processor, and what is left of it is booked where it was
/// explained. They are posted on the last day of their month.
@Component
final class SettledEntries implements FurtherEntries {

  private final Books books;
  private final Runs runs;
  private final KeptRuns runStore;
  private final KeptFindings found;

  SettledEntries(Books books, Runs runs, KeptRuns runStore, KeptFindings found) {
    this.books = books;
    this.runs = runs;
    this.runStore = runStore;
    this.found = found;
  }

  @Override
  public Stream<JournalEntry> within(Span span) {
    Set<String> withdrawn = books.read(FinanceBook::withdrawnMatches);
    return runs.standing().stream()
        .flatMap(run -> runStore.find(run).stream())
        .filter(run -> run.inputs().cutOff() > span.after())
        .filter(run -> run.inputs().cutOff() <= span.upTo())
        .flatMap(
            run ->
                found
                    .allMatches(Set.of(run.number()))
                    .map(MatchRow::match)
                    .filter(match -> !withdrawn.contains(match.matchId()))
                    .filter(match -> !match.feeIds().isEmpty())
                    .flatMap(match -> entry(run, match).stream()));
  }

  private static Optional<JournalEntry> entry(RunRow run, Match match) {
    var about =
        new About(
            Optional.empty(),
            match.feeIds().stream().findFirst(),
            Optional.empty(),
            match.lines().stream().findFirst().map(LineKey::hex));
    long arrived = match.matched().minor();
    long left =
        match
            .remainder()
            .filter(rest -> rest.amount().currency().equals(match.matched().currency()))
            .map(rest -> rest.amount().minor())
            .orElse(0L);
    if (arrived == 0 && left == 0) {
      return Optional.empty();
    }
    List<JournalLine> lines = new ArrayList<>();
    lines.add(posted(Account.BANK, arrived, about));
    if (left != 0) {
      lines.add(posted(account(match.remainder().orElseThrow()), left, about));
    }
    lines.add(posted(Account.CASH_CLEARING, -(arrived + left), about));
    var day = run.inputs().period().atEndOfMonth();
    return Optional.of(
        new JournalEntry(
            "run-" + run.number() + "-" + match.matchId(),
            run.inputs().period().toString(),
            day.isBefore(run.startedAt().atZone(ZoneOffset.UTC).toLocalDate())
                ? day
                : run.startedAt().atZone(ZoneOffset.UTC).toLocalDate(),
            match.matched().currency(),
            "settled by rule " + match.ruleId(),
            lines));
  }

  /// Above zero it is a debit, below a credit.
  private static JournalLine posted(Account account, long minor, About about) {
    return minor >= 0
        ? JournalLine.debit(account, minor, about)
        : JournalLine.credit(account, -minor, about);
  }

  private static Account account(Remainder rest) {
    return account(rest.account());
  }

  private static Account account(RemainderAccount account) {
    return switch (account) {
      case PROCESSOR_COSTS -> Account.PROCESSOR_COSTS;
      case EXCHANGE_DIFFERENCES -> Account.EXCHANGE_DIFFERENCES;
      case SMALL_DIFFERENCES -> Account.SMALL_DIFFERENCES;
      case WRITE_OFFS -> Account.WRITE_OFFS;
    };
  }
}
