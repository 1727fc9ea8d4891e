package org.planledger.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.terms.PlanType;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.ViewPosition;
import org.planledger.projections.plans.PlansQueries;
import org.planledger.projections.processing.ProcessingSettings;
import org.planledger.projections.processing.StoredPositions;
import org.planledger.projections.processing.ViewProcessors;
import org.planledger.projections.processing.Views;
import org.planledger.projections.rebuild.Difference.Kind;
import org.planledger.projections.sets.LiveSets;
import org.planledger.projections.sets.TableSet;
import org.planledger.projections.testing.ChanceHistory;
import org.planledger.projections.testing.Customer;
import org.planledger.projections.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase(migrations = Views.MIGRATIONS)
class BuildingBesideTest {

  private static final String SEED = "planledger.seed";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final RebuildProgress UNWATCHED = watched(new TreeSet<>(), () -> false);

  private final LedgerDatabase database;
  private final TestLedger ledger;
  private final JdbcTemplate jdbc;
  private final Random random;
  private ViewProcessors processors;
  private ViewRebuilds rebuilds;

  BuildingBesideTest(LedgerDatabase database) {
    this.database = database;
    this.ledger = new TestLedger(database);
    this.jdbc = new JdbcTemplate(database.application());
    long seed = Long.getLong(SEED, System.nanoTime());
    System.out.println("rebuilding beside on " + database + ": seed " + seed);
    this.random = new Random(seed);
  }

  @BeforeEach
  void follow() {
    ChanceHistory.write(ledger, random.nextLong(), 10, 150);
    processors =
        ledger.follow(Views.all(), new ProcessingSettings(4, 25, 4, Duration.ofMillis(600)));
    processors.start();
    rebuilds = ledger.beside(Views.all(), "node-of-a-test", 100);
    catchUp();
  }

  @AfterEach
  void close() {
    processors.close();
    ledger.close();
  }

  @Test
  void a_view_that_is_as_the_ledger_says_has_no_difference_and_stays_live() {
    for (Projection view : Views.all()) {
      var before = rebuilds.standings();
      var phases = new TreeSet<RebuildProgress.Phase>();
      var outcome =
          rebuilds.run(view.name(), UUID.randomUUID(), false, true, watched(phases, () -> false));
      var live = standing(before, view.name()).live();
      assertThat(outcome)
          .isEqualTo(
              new RebuildOutcome(
                  ledger.head(), outcome.rows(), 0, Optional.empty(), false, live, 0));
      // Both sides, and what each row was before.
      assertThat(outcome.rows()).isEven();
      assertThat(outcome.rows()).isGreaterThanOrEqualTo(2 * standing(before, view.name()).rows());
      assertThat(phases)
          .containsExactly(RebuildProgress.Phase.FOLDING, RebuildProgress.Phase.COMPARING);
      assertThat(standing(view.name()))
          .isEqualTo(
              new ViewStanding(
                  view.name(),
                  live,
                  standing(before, view.name()).switches(),
                  Spare.REBUILT,
                  ledger.head(),
                  standing(before, view.name()).rows()));
      assertThat(rows(view, live)).isEqualTo(rows(view, live.other()));
    }
  }

  @Test
  void a_switched_view_follows_the_ledger_in_its_other_set() {
    for (int times = 0; times < 2; times++) {
      for (Projection view : Views.all()) {
        var before = standing(view.name());
        var outcome = rebuilds.run(view.name(), UUID.randomUUID(), true, true, UNWATCHED);
        assertThat(outcome.differences()).isZero();
        assertThat(outcome.switched()).isTrue();
        var now = standing(view.name());
        assertThat(now.live()).isEqualTo(before.live().other()).isEqualTo(outcome.live());
        assertThat(now.switches()).isEqualTo(before.switches() + 1);
        assertThat(now.spare()).isEqualTo(Spare.REPLACED);
      }
      ChanceHistory.write(ledger, random.nextLong(), 3, 30);
      catchUp();
      // What was live before stands where it was left.
      var live = standing("plans_1").live();
      assertThat(rows(view("plans_1"), live)).isNotEqualTo(rows(view("plans_1"), live.other()));
      for (Projection view : Views.all()) {
        assertThat(rebuilds.run(view.name(), UUID.randomUUID(), false, true, UNWATCHED))
            .extracting(RebuildOutcome::differences, RebuildOutcome::position)
            .containsExactly(0L, ledger.head());
      }
    }
  }

  @Test
  void what_was_replaced_can_be_thrown_away_at_once() {
    var before = standing("fees_1").live();
    rebuilds.run("fees_1", UUID.randomUUID(), true, false, UNWATCHED);
    var fees = view("fees_1");
    assertThat(rows(fees, before)).isEmpty();
    assertThat(rows(fees, before.other())).isNotEmpty();
    assertThat(standing("fees_1").spare()).isEqualTo(Spare.EMPTY);
  }

  @Test
  void a_wrong_value_is_named_and_gone_with_the_switch() {
    var table = live("plans_1", "plans_1");
    var plan =
        jdbc.queryForMap(
            "select plan_id, region, position from "
                + table
                + " order by plan_id limit 1 offset 1");
    jdbc.update("update " + table + " set region = 'XX' where plan_id = ?", plan.get("plan_id"));
    var expected =
        new Difference(
            Kind.VALUE,
            "plans_1",
            Map.of("plan_id", plan.get("plan_id").toString()),
            Optional.of("region"),
            Optional.of("XX"),
            Optional.of((String) plan.get("region")),
            (Long) plan.get("position"));
    assertNamedAndHealed("plans_1", 1, expected);
  }

  @Test
  void a_lost_row_is_named_and_back_after_the_switch() {
    var table = live("entitlement_1", "entitlement_1");
    var row =
        jdbc.queryForMap(
            "select plan_id, service, position from "
                + table
                + " order by plan_id, service limit 1");
    jdbc.update(
        "delete from " + table + " where plan_id = ? and service = ?",
        row.get("plan_id"),
        row.get("service"));
    var expected =
        new Difference(
            Kind.MISSING,
            "entitlement_1",
            Map.of(
                "plan_id", row.get("plan_id").toString(), "service", (String) row.get("service")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            (Long) row.get("position"));
    assertNamedAndHealed("entitlement_1", 1, expected);
  }

  @Test
  void a_row_that_no_event_made_is_named_and_gone_with_the_switch() {
    var plan = UUID.randomUUID();
    jdbc.update(
        "insert into %s (plan_id, zone, position) values (?, 'UTC', 7)"
            .formatted(live("coverage_1", "coverage_plan_1")),
        plan);
    var expected =
        new Difference(
            Kind.SURPLUS,
            "coverage_plan_1",
            Map.of("plan_id", plan.toString()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            7);
    assertNamedAndHealed("coverage_1", 1, expected);
  }

  @Test
  void of_many_differences_the_first_is_named_and_all_are_counted() {
    var table = live("history_1", "history_1");
    jdbc.update("update " + table + " set actor = 'nobody' where position between 5 and 9");
    var outcome = rebuilds.run("history_1", UUID.randomUUID(), true, true, UNWATCHED);
    assertThat(outcome.differences()).isEqualTo(5);
    assertThat(outcome.first().orElseThrow().key()).isEqualTo(Map.of("position", "5"));
    assertThat(outcome.first().orElseThrow().live()).isEqualTo(Optional.of("nobody"));
  }

  private void assertNamedAndHealed(String view, long differences, Difference first) {
    var seen = rebuilds.run(view, UUID.randomUUID(), false, true, UNWATCHED);
    assertThat(seen.differences()).isEqualTo(differences);
    assertThat(seen.first()).isEqualTo(Optional.of(first));
    assertThat(seen.switched()).isFalse();
    var healed = rebuilds.run(view, UUID.randomUUID(), true, true, UNWATCHED);
    assertThat(healed.first()).isEqualTo(Optional.of(first));
    assertThat(healed.switched()).isTrue();
    assertThat(rebuilds.run(view, UUID.randomUUID(), false, true, UNWATCHED).first()).isEmpty();
  }

  @Test
  void commands_views_and_readers_go_on_while_views_are_built_and_switched() throws Exception {
    var going = new AtomicBoolean(true);
    var failure = new AtomicReference<Throwable>();
    var sold = new AtomicInteger(planCount());
    var queries =
        new PlansQueries(
            new LiveSets(database.application(), Views.all()).reader(),
            processors.position("plans_1", "entitlement_1"));
    var clerk = thread(going, failure, () -> sell(sold));
    var reader =
        thread(
            going,
            failure,
            () -> {
              int before = sold.get();
              long head = ledger.head();
              assertThat(queries.position().await(head, PATIENCE)).isTrue();
              assertThat(listed(queries)).isGreaterThanOrEqualTo(before);
            });
    for (int times = 0; times < 3; times++) {
      for (Projection view : Views.all()) {
        var outcome = rebuilds.run(view.name(), UUID.randomUUID(), true, false, UNWATCHED);
        assertThat(outcome.first()).as(view.name()).isEmpty();
      }
    }
    going.set(false);
    clerk.join();
    reader.join();
    assertThat(failure.get()).isNull();
    catchUp();
    assertThat(listed(queries)).isEqualTo(sold.get());
    for (Projection view : Views.all()) {
      var outcome = rebuilds.run(view.name(), UUID.randomUUID(), false, true, UNWATCHED);
      assertThat(outcome.first()).as(view.name()).isEmpty();
      assertThat(processors.deadLetters(view.name())).isZero();
    }
  }

  @Test
  void a_building_that_was_cut_short_leaves_the_live_view_and_the_next_one_begins_anew() {
    var before = standing("lineage_1");
    var asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                rebuilds.run(
                    "lineage_1",
                    UUID.randomUUID(),
                    true,
                    true,
                    watched(new TreeSet<>(), () -> asked.incrementAndGet() > 1)))
        .isInstanceOf(RebuildRefusedException.class)
        .hasMessage("The program ended before lineage_1 was built; begin again.");
    assertThat(standing("lineage_1"))
        .isEqualTo(
            new ViewStanding(
                "lineage_1", before.live(), before.switches(), Spare.PARTIAL, 100, before.rows()));
    assertThat(rebuilds.run("lineage_1", UUID.randomUUID(), true, true, UNWATCHED).first())
        .isEmpty();
  }

  @Test
  void what_another_process_is_building_is_left_to_it_until_it_falls_silent() {
    jdbc.update(
        """
        update view_set set rebuild_id = ?, rebuild_node = 'another', rebuild_seen_at = ?
        where view_name = 'plans_1'
        """,
        UUID.randomUUID(),
        OffsetDateTime.now(ZoneOffset.UTC));
    assertThatThrownBy(() -> rebuilds.run("plans_1", UUID.randomUUID(), true, true, UNWATCHED))
        .isInstanceOf(RebuildRefusedException.class)
        .hasMessage("Another process builds plans_1 anew; ask again when it is through.");
    jdbc.update(
        "update view_set set rebuild_seen_at = ? where view_name = 'plans_1'",
        OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(2));
    assertThat(rebuilds.run("plans_1", UUID.randomUUID(), true, true, UNWATCHED).first()).isEmpty();
  }

  @Test
  void who_has_lost_the_claim_stops_before_it_can_do_harm() {
    var before = standing("casework_1");
    var taken = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                rebuilds.run(
                    "casework_1",
                    UUID.randomUUID(),
                    true,
                    true,
                    watched(
                        new TreeSet<>(),
                        () -> {
                          if (taken.compareAndSet(false, true)) {
                            jdbc.update(
                                "update view_set set rebuild_id = ? where view_name = 'casework_1'",
                                UUID.randomUUID());
                          }
                          return false;
                        })))
        .isInstanceOf(RebuildRefusedException.class)
        .hasMessage("Another process has taken over the building of casework_1.");
    assertThat(standing("casework_1").live()).isEqualTo(before.live());
    jdbc.update("update view_set set rebuild_id = null where view_name = 'casework_1'");
  }

  @Test
  void a_view_of_that_name_has_to_exist() {
    assertThatThrownBy(() -> rebuilds.run("none_1", UUID.randomUUID(), true, true, UNWATCHED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no view none_1 but [plans_1, ");
  }

  @Test
  void both_sets_have_the_same_columns_and_indexes() {
    for (Projection view : Views.all()) {
      for (var table : view.tables()) {
        assertThat(form(TableSet.B.nameOf(table.name())))
            .as(table.name())
            .isEqualTo(form(table.name()));
        assertThat(form(table.name())).isNotEmpty();
      }
    }
  }

  private List<Map<String, Object>> form(String table) {
    return jdbc.queryForList(
        """
        select lower(column_name) as name, data_type, is_nullable, character_maximum_length,
          ordinal_position
        from information_schema.columns where lower(table_name) = ? order by ordinal_position
        """,
        table);
  }

  private void catchUp() {
    for (String view : processors.names()) {
      assertThat(processors.position(view).await(ledger.head(), PATIENCE)).as(view).isTrue();
    }
    // The places in the database may be behind those in memory while nothing happens.
    var stored = new StoredPositions(JdbcClient.create(jdbc));
    for (String view : processors.names()) {
      assertThat(
              ((ViewPosition) () -> stored.reachOf(view).lowest()).await(ledger.head(), PATIENCE))
          .as(view)
          .isTrue();
    }
  }

  private int planCount() {
    return (int)
        ledger.events().stream().filter(event -> event.type().equals("PlanPurchased")).count();
  }

  private void sell(AtomicInteger sold) {
    ledger.accept(
        new Customer(new Random(random.nextLong()), PlanType.ONE_YEAR, "US", "MAVIC_3").buy(true));
    sold.incrementAndGet();
  }

  private static int listed(PlansQueries queries) {
    var day = LocalDate.of(2024, 1, 1);
    var any = PlansQueries.Filter.any();
    var page = queries.list(any, day, PageRequest.first(1000));
    int rows = page.rows().size();
    while (page.after().isPresent()) {
      page = queries.list(any, day, new PageRequest(page.after(), 1000));
      rows += page.rows().size();
    }
    return rows;
  }

  private static Thread thread(
      AtomicBoolean going, AtomicReference<Throwable> failure, Runnable again) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                while (going.get()) {
                  again.run();
                }
              } catch (Throwable e) {
                failure.set(e);
              }
            });
  }

  private static RebuildProgress watched(
      Set<RebuildProgress.Phase> phases, BooleanSupplier ending) {
    return new RebuildProgress() {
      @Override
      public void reached(Phase phase, long done, long total) {
        assertThat(done).isBetween(0L, total);
        phases.add(phase);
      }

      @Override
      public boolean ending() {
        return ending.getAsBoolean();
      }
    };
  }

  private String live(String view, String table) {
    return standing(view).live().nameOf(table);
  }

  private ViewStanding standing(String view) {
    return standing(rebuilds.standings(), view);
  }

  private static ViewStanding standing(List<ViewStanding> standings, String view) {
    return standings.stream().filter(each -> each.name().equals(view)).findFirst().orElseThrow();
  }

  private static Projection view(String name) {
    return Views.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private List<String> rows(Projection view, TableSet set) {
    var rows = new ArrayList<String>();
    for (var table : view.tables()) {
      jdbc.queryForList("select " + table.columnNames() + " from " + set.nameOf(table.name()))
          .forEach(row -> rows.add(table.name() + row));
    }
    rows.sort(null);
    return rows;
  }
}
