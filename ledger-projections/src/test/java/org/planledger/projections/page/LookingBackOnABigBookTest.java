package org.planledger.projections.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.plans.PlanView;
import org.planledger.projections.plans.PlansQueries;
import org.planledger.projections.plans.PlansQueries.Filter;
import org.planledger.projections.processing.Views;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A page of the past does not look at the whole past, whenever it is of: the databases themselves
/// say how many rows they went through.
@OnEachDatabase(migrations = Views.MIGRATIONS)
class LookingBackOnABigBookTest {

  private static final int PLANS = 20_000;

  /// Each plan is sold, bound and changed once more, by events that follow each other.
  private static final int EVENTS = 3;

  private static final long HEAD = (long) PLANS * EVENTS;

  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  /// Of 60,000. A late page goes through some hundred; the dearest is of a moment at which one plan
  /// in thirty was there, so that a page of fifty has to pass by 1,500 others.
  private static final long MOST_ROWS = 8_000;

  private final LedgerDatabase database;
  private final List<String> plans = new ArrayList<>();
  private final PlansQueries queries;

  LookingBackOnABigBookTest(LedgerDatabase database) {
    this.database = database;
    this.queries = new PlansQueries(JdbcClient.create(new Explaining()), () -> HEAD);
    fill();
  }

  @Test
  void a_page_of_any_moment_goes_through_some_rows_only() {
    for (long position : List.of(1L, 10L, 1_000L, 1_700L, 1_800L, HEAD / 2, HEAD - 100, HEAD)) {
      var page = list(Filter.any(), position, Optional.empty());
      assertLooksAtSome("the first page at " + position);
      assertThat(page.rows()).hasSize((int) Math.min(50, (position + EVENTS - 1) / EVENTS));
      if (page.after().isPresent()) {
        list(Filter.any(), position, page.after());
        assertLooksAtSome("the second page at " + position);
      }
    }
  }

  @Test
  void a_filter_that_has_an_index_has_one_for_the_past_too() {
    var rare = filter(Optional.of(new RegionCode("NZ")), Optional.empty());
    assertThat(list(rare, HEAD, Optional.empty()).rows()).hasSize(PLANS / 1_000);
    assertLooksAtSome("a rare region");
  }

  @Test
  void what_had_been_left_of_a_service_is_looked_up_plan_by_plan() {
    var left = filter(Optional.empty(), Optional.of("REPLACEMENT"));
    assertThat(list(left, HEAD / 2, Optional.empty()).rows()).hasSize(50);
    assertLooksAtSome("plans with something left");
  }

  private Page<PlanView> list(Filter filter, long position, Optional<String> after) {
    plans.clear();
    return queries.list(filter, DAY, AsOf.position(position), new PageRequest(after, 50));
  }

  private void assertLooksAtSome(String what) {
    var told = String.join("\n", plans);
    assertThat(told)
        .as(what)
        .isNotEmpty()
        .doesNotContain("Seq Scan on plans_1_past", "Seq Scan on entitlement_1_past")
        .doesNotContain("_PAST.tableScan");
    assertThat(rows(told)).as("%s:%n%s", what, told).isBetween(1L, MOST_ROWS);
  }

  /// How many rows all scans together went through: on H2 each tells a count, on PostgreSQL what it
  /// found and what it threw away.
  private static long rows(String told) {
    return sum(told, "scanCount: (\\d+)()")
        + sum(told, "Scan .*rows=(\\d+)[.\\d]* loops=(\\d+)")
        + sum(told, "Rows Removed by Filter: (\\d+)()");
  }

  private static long sum(String told, String form) {
    return Pattern.compile(form)
        .matcher(told)
        .results()
        .mapToLong(
            found ->
                Long.parseLong(found.group(1))
                    * (found.group(2).isEmpty() ? 1 : Long.parseLong(found.group(2))))
        .sum();
  }

  private static Filter filter(Optional<RegionCode> region, Optional<String> service) {
    return new Filter(
        Optional.empty(),
        region,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        service,
        Optional.empty());
  }

  /// The tests share one database, and one book in it.
  private void fill() {
    var jdbc = new JdbcTemplate(database.application());
    if (Boolean.TRUE.equals(
        jdbc.queryForObject("select exists (select 1 from plans_1_past)", Boolean.class))) {
      return;
    }
    // Ids in no order at all: the plans of any time lie everywhere in the list.
    var random = new Random(20_220_101);
    var ids =
        LongStream.range(0, PLANS)
            .mapToObj(_ -> new UUID(random.nextLong(), random.nextLong()))
            .toList();
    for (int event = 0; event < EVENTS; event++) {
      int nth = event;
      jdbc.batchUpdate(
          """
          insert into plans_1_past (plan_id, plan_type, region, zone, edition, from_on, until_on,
            purchased_at, open_cases, replacements_total, replacements_used, discounts_total,
            discounts_used, maintenance_total, maintenance_used, extended_warranty, position,
            until_position)
          values (?, 'ONE_YEAR', ?, 'UTC', '2022-10', date '2024-01-01', date '2025-01-01',
            timestamp with time zone '2024-01-01 00:00:00+00:00', 0, 2, 0, 2, 0, 1, 0, true, ?, ?)
          """,
          LongStream.range(0, PLANS).boxed().toList(),
          1000,
          (insert, number) -> bind(insert, number, ids.get(number.intValue()), nth));
    }
    jdbc.batchUpdate(
        """
        insert into entitlement_1_past (plan_id, service, total, used, reserved, available, ended,
          position, until_position)
        values (?, 'REPLACEMENT', 2, 0, 0, 2, false, ?, ?)
        """,
        LongStream.range(0, PLANS).boxed().toList(),
        1000,
        (insert, number) -> {
          insert.setObject(1, ids.get(number.intValue()));
          insert.setLong(2, number * EVENTS + 1);
          insert.setLong(3, Long.MAX_VALUE);
        });
    var owner = new JdbcTemplate(database.owner());
    owner.execute(
        switch (database.vendor()) {
          case H2 -> "analyze";
          case POSTGRESQL -> "analyze plans_1_past, entitlement_1_past";
        });
  }

  private static void bind(PreparedStatement insert, long number, UUID id, int event)
      throws java.sql.SQLException {
    long position = number * EVENTS + event + 1;
    insert.setObject(1, id);
    insert.setString(2, number % 1_000 == 0 ? "NZ" : "US");
    insert.setLong(3, position);
    insert.setLong(4, event == EVENTS - 1 ? Long.MAX_VALUE : position + 1);
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
      plans.addAll(super.query(explain + sql, (row, _) -> row.getString(1), values));
      return super.query(sql, mapper, values);
    }
  }
}
