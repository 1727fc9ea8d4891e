package org.planledger.api.finance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
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
import org.planledger.api.finance.accounts.SettledEntries;
import org.planledger.api.finance.accounts.WriteOffs;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.books.FinanceSettings;
import org.planledger.api.finance.findings.ExceptionFilter;
import org.planledger.api.finance.findings.KeptCarried;
import org.planledger.api.finance.findings.KeptClosedMatches;
import org.planledger.api.finance.findings.KeptFindings;
import org.planledger.api.finance.findings.KeptPostings;
import org.planledger.api.finance.findings.KeptRuns;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.moment.Moments;
import org.planledger.api.statements.Settlements;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.axon.Caller;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.JournalLine.Side;
import org.planledger.core.finance.accounts.TrialBalance;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.FinanceEvent;
import org.planledger.core.finance.book.FinanceEvent.FeesReconciled;
import org.planledger.core.finance.book.FinanceEvent.PeriodClosed;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.book.FinanceEvent.RunTotals;
import org.planledger.core.finance.book.Verdict;
import org.planledger.core.finance.posting.LineStanding;
import org.planledger.core.finance.posting.LineStandings;
import org.planledger.core.finance.rehearsal.Rehearsal;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerEvents;
import org.planledger.projections.movements.MovementsQueries.Span;

/// A made-up book of fees in two months that are closed one after the other, and a third one in
/// which nothing happens: whatever is posted is posted once, and every account comes to what it
/// stands for.
class PostingMonthsTest {

  private static final int FEES = 1_500;
  private static final LocalDate SPLIT = LocalDate.of(2026, 6, 30);

  private final Map<String, Long> clearing = new HashMap<>();
  private final List<RunTotals> totals = new ArrayList<>();

  @Test
  void on_h2() {
    months(DatabaseVendor.H2, false);
  }

  @Test
  void on_postgresql() {
    months(DatabaseVendor.POSTGRESQL, false);
  }

  @Test
  void where_the_files_of_the_second_month_say_again_all_of_the_first_on_h2() {
    months(DatabaseVendor.H2, true);
  }

  @Test
  void where_the_files_of_the_second_month_say_again_all_of_the_first_on_postgresql() {
    months(DatabaseVendor.POSTGRESQL, true);
  }

  @Test
  void what_a_file_says_again_leads_to_no_other_fees_and_matches() {
    long seed = seed();
    var once = months(DatabaseVendor.H2, seed, false);
    var again = months(DatabaseVendor.H2, seed, true);
    for (int month = 0; month < once.size(); month++) {
      assertThat(again.get(month).fees()).isEqualTo(once.get(month).fees());
      assertThat(again.get(month).matches()).isEqualTo(once.get(month).matches());
      assertThat(withoutDuplicates(again.get(month))).isEqualTo(withoutDuplicates(once.get(month)));
    }
  }

  private static Map<String, Long> withoutDuplicates(RunTotals totals) {
    var exceptions = new TreeMap<>(totals.exceptions());
    exceptions.remove("DUPLICATE");
    return exceptions;
  }

  private static void months(DatabaseVendor vendor, boolean repeating) {
    months(vendor, seed(), repeating);
  }

  private static long seed() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    return seed;
  }

  private static List<RunTotals> months(DatabaseVendor vendor, long seed, boolean repeating) {
    try (var server = LedgerServer.start(vendor)) {
      var test = new PostingMonthsTest();
      test.run(server, new RehearsedMonths(new Rehearsal(seed, FEES), SPLIT, repeating));
      return test.totals;
    }
  }

  private void run(LedgerServer server, RehearsedMonths book) {
    var reconciler =
        new Reconciler(
            server.part(Books.class),
            server.part(Decisions.class),
            server.part(KeptFindings.class),
            server.part(KeptPostings.class),
            server.part(KeptCarried.class),
            server.part(KeptClosedMatches.class),
            server.part(HikariDataSource.class),
            book,
            book,
            server.part(LedgerEvents.class),
            server.part(Moments.class),
            server.part(FinanceSettings.class));
    var entries =
        new SettledEntries(
            server.part(Runs.class),
            server.part(KeptRuns.class),
            server.part(KeptFindings.class),
            server.part(KeptPostings.class),
            book,
            server.part(WriteOffs.class));

    var first =
        inputs(server, reconciler, YearMonth.of(2026, 6), 0, book.positionAtSplit(), 0, 3, SPLIT);
    close(server, reconciler, first);
    check(server, book, entries);

    var asOf = book.asOf();
    var second =
        inputs(
            server,
            reconciler,
            YearMonth.of(2026, 12),
            book.positionAtSplit(),
            book.lastPosition(),
            3,
            6,
            asOf);
    close(server, reconciler, second);
    check(server, book, entries);
    checkClearing(server, book);

    var third =
        inputs(
            server,
            reconciler,
            YearMonth.of(2027, 3),
            book.lastPosition(),
            book.lastPosition() + 1,
            6,
            6,
            asOf);
    var before = balances(posted(entries).lines());
    close(server, reconciler, third);
    check(server, book, entries);
    var after = balances(posted(entries).lines());
    after.values().removeIf(minor -> minor == 0);
    before.values().removeIf(minor -> minor == 0);
    assertThat(after).isEqualTo(before);
    checkPayouts(server);
  }

  private static RunInputs inputs(
      LedgerServer server,
      Reconciler reconciler,
      YearMonth period,
      long from,
      long cutOff,
      long fromFile,
      long toFile,
      LocalDate asOf) {
    return new RunInputs(
        period,
        server.part(Books.class).read(FinanceBook::lastClosed).map(PeriodClosed::run).orElse(0L),
        from,
        cutOff,
        fromFile,
        toFile,
        server.part(Books.class).read(FinanceBook::lastAct),
        asOf,
        reconciler.rules().version());
  }

  private void close(LedgerServer server, Reconciler reconciler, RunInputs inputs) {
    var runs = server.part(KeptRuns.class);
    long run = runs.begin(inputs, false, Instant.parse("2027-04-02T10:00:00Z")).orElseThrow();
    var progress = new RunProgress(server.part(Moments.class)::now);
    var made = reconciler.keep(run, inputs, progress, () -> false);
    totals.add(made.totals());
    runs.end(run, made.totals(), made.report(), Instant.parse("2027-04-02T10:01:00Z"));
    act(server, new FeesReconciled(run, inputs, made.totals(), made.report()));
    act(server, new PeriodClosed(inputs.period(), run, inputs, made.report(), 0));
    assertThat(reconciler.repeat(inputs, (_, _, _) -> {})).isEqualTo(made.report());
  }

  private static void act(LedgerServer server, FinanceEvent event) {
    var wish =
        new Books.Wish(
            new Caller("test", "test", Optional.empty()), "key-" + System.nanoTime(), Bytes.EMPTY);
    server.part(Books.class).act(wish, _ -> new Verdict.Accepted(event));
  }

  private static TrialBalance posted(SettledEntries entries) {
    var balance = new TrialBalance();
    entries.addTo(balance, Span.upTo(Long.MAX_VALUE));
    return balance;
  }

  private static Map<String, Long> balances(List<TrialBalance.Line> lines) {
    var balances = new TreeMap<String, Long>();
    lines.forEach(
        line ->
            add(
                balances,
                line.account() + " " + line.currency().getCurrencyCode(),
                line.balanceMinor()));
    return balances;
  }

  private void check(LedgerServer server, RehearsedMonths book, SettledEntries entries) {
    var streamed = new TrialBalance();
    var ids = new ArrayList<String>();
    var atTheBank = new ArrayList<String>();
    clearing.clear();
    try (var all = entries.within(Span.upTo(Long.MAX_VALUE))) {
      all.iterator()
          .forEachRemaining(
              entry -> {
                streamed.add(entry);
                ids.add(entry.journalId());
                clear(entry);
                entry.lines().stream()
                    .filter(line -> line.account() == Account.BANK)
                    .forEach(line -> atTheBank.add(line.about().sourceRef().orElseThrow()));
              });
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(atTheBank).doesNotHaveDuplicates();
    assertThat(posted(entries).lines()).isEqualTo(streamed.lines());
    checkFees(server);
    var sums = new TreeMap<String, Long>();
    streamed
        .lines()
        .forEach(line -> add(sums, line.currency().getCurrencyCode(), line.balanceMinor()));
    assertThat(sums.values()).containsOnly(0L);
    assertThat(nonZero(streamed)).containsAllEntriesOf(expected(server, book));
    assertThat(expected(server, book))
        .containsAllEntriesOf(
            nonZero(streamed, Set.of(Account.BANK, Account.UNALLOCATED, Account.NOT_FEES)));
  }

  /// What is told of a fee is what was taken from clearing for it.
  private void checkFees(LedgerServer server) {
    var fees = server.part(Settlements.class).upTo(Long.MAX_VALUE);
    assertThat(clearing).isNotEmpty();
    clearing.forEach(
        (feeId, minor) -> assertThat(fees.apply(feeId).minor()).as(feeId).isEqualTo(-minor));
  }

  private void clear(JournalEntry entry) {
    for (var line : entry.lines()) {
      if (line.account() == Account.CASH_CLEARING) {
        add(
            clearing,
            line.about().feeId().orElseThrow(),
            line.minorOn(Side.DEBIT) - line.minorOn(Side.CREDIT));
      }
    }
  }

  private static Map<String, Long> nonZero(TrialBalance balance) {
    return nonZero(balance, Set.of(Account.values()));
  }

  private static Map<String, Long> nonZero(TrialBalance balance, Set<Account> of) {
    var found =
        new TreeMap<>(
            balances(
                balance.lines().stream().filter(line -> of.contains(line.account())).toList()));
    found.values().removeIf(minor -> minor == 0);
    return found;
  }

  /// What the accounts of lines have to come to, by how the runs have left each line.
  private static Map<String, Long> expected(LedgerServer server, RehearsedMonths book) {
    var runs = server.part(Runs.class).standing();
    var expected = new TreeMap<String, Long>();
    for (int file = 1; file <= 6; file++) {
      LineStandings left = server.part(KeptPostings.class).leftBy(runs, file);
      book.lines(
          file,
          line -> {
            var standing = left.at(line.number());
            if (standing.isEmpty() || standing.get() == LineStanding.DUPLICATE) {
              return;
            }
            var ofBank = line.type() == LineType.BANK_CREDIT || line.type() == LineType.BANK_DEBIT;
            var net = line.net();
            add(
                expected,
                (ofBank ? Account.BANK : Account.PROCESSOR_BALANCE) + " " + net.currency(),
                net.minor());
            var gross = line.gross();
            switch (standing.get()) {
              case QUESTIONED ->
                  add(expected, Account.UNALLOCATED + " " + gross.currency(), -gross.minor());
              case ASIDE ->
                  add(expected, Account.NOT_FEES + " " + gross.currency(), -gross.minor());
              case FROM_BALANCE ->
                  add(expected, Account.PROCESSOR_BALANCE + " " + net.currency(), -net.minor());
              case SETTLED, UNSETTLED, EXPLAINED, DUPLICATE -> {}
            }
          });
    }
    expected.values().removeIf(minor -> minor == 0);
    return expected;
  }

  /// Captured less refunded less settled is nothing, unless an exception tells of the fee, it is on
  /// its way, or its payment is not recorded.
  private void checkClearing(LedgerServer server, RehearsedMonths book) {
    var settled = new HashSet<String>();
    var found = server.part(KeptFindings.class);
    var runs = server.part(Runs.class).standing();
    found.allMatches(runs).forEach(row -> settled.addAll(row.match().feeIds()));
    var questioned = new HashSet<String>();
    runs.forEach(run -> questioned.addAll(questionedFees(found, run)));
    book.fees(
        fee -> {
          long left = RehearsedMonths.recorded(fee) + clearing.getOrDefault(fee.feeId(), 0L);
          if (fee.captured().isEmpty()) {
            assertThat(left).isIn(0L, -fee.due().minor());
          } else if (settled.contains(fee.feeId()) && !questioned.contains(fee.feeId())) {
            assertThat(left).as("%s", fee).isZero();
          }
        });
  }

  /// Every payout of the book reaches the bank: none is looked for again, and none found twice.
  private static void checkPayouts(LedgerServer server) {
    var found = server.part(KeptFindings.class);
    var arrived = new ArrayList<String>();
    for (long run : server.part(Runs.class).standing()) {
      assertThat(found.exceptions(run, ExceptionFilter.ANY, 0, 100_000))
          .extracting(row -> row.item().reason())
          .noneMatch(reason -> reason.contains("has not been found in any bank statement"));
      found
          .allMatches(List.of(run))
          .filter(row -> row.match().feeIds().isEmpty())
          .forEach(row -> arrived.add(row.match().group().orElseThrow().id()));
    }
    assertThat(arrived).isNotEmpty().doesNotHaveDuplicates();
  }

  private static Set<String> questionedFees(KeptFindings found, long run) {
    var fees = new HashSet<String>();
    found
        .exceptions(run, ExceptionFilter.ANY, 0, 100_000)
        .forEach(row -> row.item().feeId().ifPresent(fees::add));
    return fees;
  }

  private static void add(Map<String, Long> sums, String of, long minor) {
    sums.merge(of, minor, Long::sum);
  }
}
