package org.planledger.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.terms.PlanType;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.RowSession;
import org.planledger.projections.plans.PlanView;
import org.planledger.projections.plans.PlansProjection;
import org.planledger.projections.plans.PlansQueries;
import org.planledger.projections.testing.Customer;
import org.planledger.projections.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase(migrations = Views.MIGRATIONS)
class FollowingTheLedgerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LAG = Duration.ofMillis(50);

  private final LedgerDatabase database;
  private final TestLedger ledger;
  private final Random random = new Random(4711);
  private final ProcessingSettings settings =
      new ProcessingSettings(4, 100, 4, Duration.ofSeconds(2));

  FollowingTheLedgerTest(LedgerDatabase database) {
    this.database = database;
    this.ledger = new TestLedger(database);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void what_is_stored_is_seen_within_fifty_milliseconds() {
    try (var views = ledger.follow(Views.all(), settings)) {
      views.start();
      var seen = views.position(views.names().toArray(String[]::new));
      buy();
      assertThat(seen.await(ledger.head(), PATIENCE)).isTrue();
      // The machine may be busy with other things now and then, but not in every round.
      var medians = new ArrayList<Duration>();
      do {
        medians.add(medianLag(views));
      } while (medians.size() < 10 && medians.getLast().compareTo(LAG) >= 0);
      System.out.printf("lag of eight views on %s, median of 15: %s%n", database, medians);
      assertThat(medians.getLast()).isLessThan(LAG);
    }
  }

  private Duration medianLag(ViewProcessors views) {
    var seen = views.position(views.names().toArray(String[]::new));
    var lags = new ArrayList<Duration>();
    for (int i = 0; i < 15; i++) {
      buy();
      long stored = System.nanoTime();
      assertThat(seen.await(ledger.head(), PATIENCE)).isTrue();
      lags.add(Duration.ofNanos(System.nanoTime() - stored));
    }
    return lags.stream().sorted().toList().get(lags.size() / 2);
  }

  @Test
  void a_view_goes_on_where_it_stopped_and_handles_nothing_again() {
    var projection = new WatchedProjection("watched_1");
    var before = buy();
    follow(projection);
    assertThat(projection.handled()).doesNotHaveDuplicates().hasSize(plansAndBindings());
    var after = buy();
    follow(projection);
    assertThat(projection.handled()).doesNotHaveDuplicates().hasSize(plansAndBindings());
    assertThat(plan(before)).isNotNull();
    assertThat(plan(after)).isNotNull();
  }

  @Test
  void a_view_is_folded_again_from_the_first_event_after_a_reset() {
    var projection = new WatchedProjection("reset_1");
    var plan = buy();
    projection.cannotDigest(plan);
    try (var views = ledger.follow(List.of(projection), settings)) {
      views.start();
      assertThat(views.position("reset_1").await(ledger.head(), PATIENCE)).isTrue();
      assertThat(views.deadLetters("reset_1")).isEqualTo(2);
      int handledBefore = projection.handled().size();
      projection.canDigestAll();
      views.reset("reset_1");
      assertThat(views.position("reset_1").await(ledger.head(), PATIENCE)).isTrue();
      assertThat(views.deadLetters("reset_1")).isZero();
      // The second event of the plan had gone to the dead letters unseen.
      assertThat(projection.handled()).hasSize(2 * handledBefore + 1);
      assertThat(plan(plan)).isNotNull();
    }
  }

  @Test
  void a_view_that_was_folded_apart_goes_on_from_there() {
    buy();
    var projection = new WatchedProjection("adopted_1");
    long position = ledger.rebuild(projection, 3).run(_ -> {});
    int folded = projection.handled().size();
    var after = buy();
    try (var views = ledger.follow(List.of(projection), settings)) {
      views.adopt("adopted_1", position);
      assertThat(views.position("adopted_1").seen()).isEqualTo(position);
      views.start();
      assertThat(views.position("adopted_1").await(ledger.head(), PATIENCE)).isTrue();
    }
    assertThat(projection.handled()).doesNotHaveDuplicates().hasSize(folded + 2);
    assertThat(plan(after)).isNotNull();
  }

  @Test
  void an_interrupted_fold_goes_on_after_the_last_page_that_was_stored() {
    buy();
    var plan = buy();
    var rebuild = ledger.rebuild(new WatchedProjection("interrupted_1"), 2);
    var stored = new ArrayList<Long>();
    assertThatIllegalStateException()
        .isThrownBy(() -> rebuild.run(position -> reached(position, stored)))
        .withMessage("somebody pulled the plug");
    assertThat(stored).containsExactly(0L, 2L);
    var again = new WatchedProjection("interrupted_1");
    assertThat(ledger.rebuild(again, 2).resume(2, _ -> {})).isEqualTo(ledger.head());
    assertThat(again.handled()).allMatch(position -> position > 2);
    assertThat(plan(plan)).isNotNull();
  }

  private static void reached(long position, List<Long> stored) {
    if (position >= 4) {
      throw new IllegalStateException("somebody pulled the plug");
    }
    stored.add(position);
  }

  @Test
  void a_process_without_segments_of_its_own_knows_how_far_the_others_have_come() {
    var projection = new WatchedProjection("shared_1");
    buy();
    try (var one = ledger.follow(List.of(projection), settings);
        var other = ledger.follow(List.of(projection), settings, "another-node")) {
      one.start();
      assertThat(one.position("shared_1").await(ledger.head(), PATIENCE)).isTrue();
      assertThat(other.position("shared_1").await(ledger.head(), PATIENCE)).isTrue();
      assertThat(other.processor("shared_1").processingStatus()).isEmpty();
    }
  }

  @Test
  void waiting_for_a_position_that_does_not_come_ends_with_the_time() {
    try (var views = ledger.follow(List.of(new WatchedProjection("waiting_1")), settings)) {
      assertThat(views.position("waiting_1").seen()).isZero();
      assertThat(views.position("waiting_1").await(1_000_000, Duration.ofMillis(20))).isFalse();
    }
  }

  @Test
  void a_view_that_does_not_exist_is_named() {
    try (var views = ledger.follow(List.of(new WatchedProjection("known_1")), settings)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> views.position("unknown_1"))
          .withMessage("there is no view unknown_1 but [known_1]");
    }
  }

  @Test
  void rows_and_place_are_stored_in_one_transaction_or_not_at_all() {
    var projection = new WatchedProjection("atomic_1");
    clearPlans();
    var plan = buy();
    var watched = new WatchedDataSource(database.application());
    watched.lose(
        1, statements -> statements.stream().anyMatch(FollowingTheLedgerTest::writesPlans));
    try (var views = ledger.follow(List.of(projection), settings, watched)) {
      views.start();
      assertThat(views.position("atomic_1").await(ledger.head(), PATIENCE)).isTrue();
    }
    assertThat(watched.stillToLose()).isZero();
    assertThat(plan(plan)).isNotNull();
    assertThat(watched.committed())
        .filteredOn(statements -> statements.stream().anyMatch(FollowingTheLedgerTest::writesPlans))
        .isNotEmpty()
        .allMatch(statements -> statements.stream().anyMatch(FollowingTheLedgerTest::storesToken));
    // What was lost at the commit was handled again, because the place was lost with the rows.
    assertThat(projection.handled().size())
        .isGreaterThan((int) projection.handled().stream().distinct().count());
  }

  private static boolean writesPlans(String statement) {
    return statement.startsWith("insert into plans_1") || statement.startsWith("update plans_1");
  }

  private static boolean storesToken(String statement) {
    return statement.startsWith("UPDATE view_token SET token");
  }

  private void follow(Projection projection) {
    try (var views = ledger.follow(List.of(projection), settings)) {
      views.start();
      assertThat(views.position(projection.name()).await(ledger.head(), PATIENCE)).isTrue();
      assertThat(views.deadLetters(projection.name())).isZero();
    }
  }

  /// Sells a plan with a device: two events of the plan, one of the device.
  private PlanId buy() {
    var customer =
        new Customer(
            new Random(random.nextLong() + ledger.head()), PlanType.ONE_YEAR, "US", "MAVIC_3");
    ledger.accept(customer.buy(true));
    return customer.plan();
  }

  private int plansAndBindings() {
    return (int)
        LongStream.rangeClosed(1, ledger.head()).filter(position -> position % 3 != 1).count();
  }

  private PlanView plan(PlanId plan) {
    return new PlansQueries(JdbcClient.create(database.application()), ledger::head)
        .plan(plan, LocalDate.of(2024, 1, 1))
        .orElse(null);
  }

  private void clearPlans() {
    RowSession.clear(new PlansProjection(), new JdbcTemplate(database.application()));
  }
}
