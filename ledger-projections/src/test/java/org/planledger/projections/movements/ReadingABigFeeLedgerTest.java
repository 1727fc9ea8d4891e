package org.planledger.projections.movements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.projections.movements.MovementsQueries.Filter;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.planledger.projections.movements.MovementsQueries.StatementOf;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.processing.Views;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// No page looks at the whole fee ledger, and a stream does not begin anew with each of its pages:
/// the databases themselves say how many rows they went through. How long it takes is printed; with
/// another number of fees it is a measurement.
@OnEachDatabase(migrations = Views.MIGRATIONS)
class ReadingABigFeeLedgerTest {

  private static final int FEES = Integer.getInteger("planledger.fees", 20_000);
  private static final long HEAD = 2L * FEES;
  private static final long MINOR = 15_900;

  /// A page of fifty plans is read from the movements of some hundred.
  private static final long MOST_ROWS = 2_000;

  private final LedgerDatabase database;
  private final List<String> told = new ArrayList<>();
  private final MovementsQueries explained;
  private final MovementsQueries queries;

  ReadingABigFeeLedgerTest(LedgerDatabase database) {
    this.database = database;
    this.explained = new MovementsQueries(JdbcClient.create(new Explaining()), () -> HEAD);
    this.queries = new MovementsQueries(JdbcClient.create(database.application()), () -> HEAD);
    fill();
  }

  @Test
  void a_page_of_statements_looks_at_the_movements_of_its_keys_only() {
    for (var by : List.of(StatementBy.PLAN, StatementBy.CASE)) {
      told.clear();
      var first =
          explained.statements(
              StatementOf.of(by, Span.upTo(HEAD)), List.of(), PageRequest.first(50));
      assertThat(first.rows()).hasSize(50);
      assertLooksAtSome("the first page by " + by);
      told.clear();
      var second =
          explained.statements(
              StatementOf.of(by, new Span(HEAD / 2, HEAD)),
              List.of(),
              new PageRequest(first.after(), 50));
      assertThat(second.rows()).hasSize(50);
      assertLooksAtSome("the second page by " + by);
    }
  }

  @Test
  void what_happened_to_a_fee_or_a_plan_is_looked_up() {
    var some = queries.find(HEAD / 2 + ".1").orElseThrow();
    told.clear();
    assertThat(explained.ofFee(some.feeId())).hasSize(2);
    assertThat(explained.ofPlan(some.planId())).hasSize(2);
    assertThat(explained.find(some.movementId())).contains(some);
    assertThat(explained.list(plan(some.planId()), Span.upTo(HEAD), PageRequest.first(50)).rows())
        .hasSize(2);
    assertLooksAtSome("a fee");
  }

  /// When little is left a database may rather sort it; going through all that is left for every
  /// page would be four times as much.
  @Test
  void a_stream_goes_on_where_its_last_page_ended() {
    told.clear();
    assertThat(explained.fees(Span.upTo(HEAD)).count()).isEqualTo(FEES);
    assertThat(rows()).isBetween(HEAD, HEAD * 5 / 2);
    assertThat(queries.all(new Span(HEAD / 2, HEAD)).count()).isEqualTo(HEAD / 2);
  }

  @Test
  void it_takes_so_long() {
    timed("all fees", () -> assertThat(queries.fees(Span.upTo(HEAD)).count()).isEqualTo(FEES));
    timed("all movements", () -> assertThat(queries.all(Span.upTo(HEAD)).count()).isEqualTo(HEAD));
    timed(
        "the trial balance",
        () ->
            assertThat(queries.trialBalance(Span.upTo(HEAD)).lines())
                .filteredOn(line -> line.account() == Account.CASH_CLEARING)
                .extracting(line -> line.balanceMinor())
                .containsExactly(FEES * MINOR));
    for (var by : StatementBy.values()) {
      timed(
          "a page of statements by " + by,
          () ->
              assertThat(
                      queries
                          .statements(
                              StatementOf.of(by, Span.upTo(HEAD)), List.of(), PageRequest.first(50))
                          .rows())
                  .isNotEmpty());
    }
  }

  private void timed(String what, Runnable work) {
    long begun = System.nanoTime();
    work.run();
    System.out.printf(
        "%,d fees on %s: %s in %,d ms%n",
        FEES, database.vendor(), what, (System.nanoTime() - begun) / 1_000_000);
  }

  private static Filter plan(PlanId plan) {
    return new Filter(
        Optional.empty(), Optional.of(plan), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private void assertLooksAtSome(String what) {
    assertThat(rows()).as("%s:%n%s", what, told).isBetween(1L, MOST_ROWS);
  }

  /// How many rows all scans together went through: on H2 each tells a count, on PostgreSQL what it
  /// found and what it threw away.
  private long rows() {
    var all = String.join("\n", told);
    return sum(all, "scanCount: (\\d+)()")
        + sum(all, "Scan .*rows=(\\d+)[.\\d]* loops=(\\d+)")
        + sum(all, "Rows Removed by Filter: (\\d+)()");
  }

  private static long sum(String text, String form) {
    return Pattern.compile(form)
        .matcher(text)
        .results()
        .mapToLong(
            found ->
                Long.parseLong(found.group(1))
                    * (found.group(2).isEmpty() ? 1 : Long.parseLong(found.group(2))))
        .sum();
  }

  /// Each fee is quoted by one event and captured by the next; plans lie everywhere in the list.
  private void fill() {
    var jdbc = new JdbcTemplate(database.application());
    if (Boolean.TRUE.equals(
        jdbc.queryForObject("select exists (select 1 from movements_1)", Boolean.class))) {
      return;
    }
    var numbers =
        switch (database.vendor()) {
          case H2 -> "random_uuid(), x as n from system_range(1, %d)";
          case POSTGRESQL -> "gen_random_uuid(), n from generate_series(1, %d) as n";
        };
    jdbc.update(
        """
        insert into movements_1 (plan_id, position, number, event_id, recorded_at, posted_on,
          posted_month, effective_at, kind, fee_id, fee_position, case_id, purpose, service,
          region, centre_id, currency, amount_minor, clause, sample)
        select id, 2 * n - 1, 1, 'event-' || n, timestamp with time zone '2026-03-01 00:00:00+00:00',
          date '2026-03-01', '2026-03', timestamp with time zone '2026-03-01 00:00:00+00:00',
          'QUOTED', 'event-' || n, 2 * n - 1, id, 'SERVICE_FEE', 'REPLACEMENT', 'US',
          'CENTRE-' || mod(n, 40), 'USD', 15900, '2.5.1', true
        from (select %s) as fees (id, n)
        """
            .formatted(numbers.formatted(FEES)));
    jdbc.update(
        """
        insert into movements_1 (plan_id, position, number, event_id, recorded_at, posted_on,
          posted_month, effective_at, kind, fee_id, fee_position, case_id, purpose, service,
          region, centre_id, currency, amount_minor, payment_reference, clause, sample)
        select plan_id, position + 1, 1, 'paid-' || fee_id, recorded_at, posted_on,
          posted_month, effective_at, 'CAPTURED', fee_id, fee_position, case_id, purpose, service,
          region, centre_id, currency, amount_minor, 'pay-' || fee_id, clause, sample
        from movements_1
        """);
    var owner = new JdbcTemplate(database.owner());
    switch (database.vendor()) {
      case H2 -> owner.execute("analyze");
      case POSTGRESQL -> {
        // Movements lie where they were posted: those of a fee mostly near each other.
        owner.execute("cluster movements_1 using movements_1_by_position");
        owner.execute("vacuum analyze movements_1");
      }
    }
  }

  /// Has the database tell how it goes about every query, and then answers it.
  private final class Explaining extends JdbcTemplate {

    private Explaining() {
      super(database.application());
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... values) {
      var explain =
          switch (database.vendor()) {
            case H2 -> "explain analyze ";
            case POSTGRESQL -> "explain (analyze, timing off) ";
          };
      told.addAll(super.query(explain + sql, (row, _) -> row.getString(1), values));
      return super.query(sql, mapper, values);
    }
  }
}
