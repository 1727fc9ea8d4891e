package org.planledger.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.terms.PlanType;
import org.planledger.projections.fold.RowSession;
import org.planledger.projections.plans.PlanView;
import org.planledger.projections.plans.PlansProjection;
import org.planledger.projections.plans.PlansQueries;
import org.planledger.projections.testing.Customer;
import org.planledger.projections.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase(migrations = Views.MIGRATIONS)
class ParkingWhatCannotBeDigestedTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LedgerDatabase database;
  private final TestLedger ledger;
  private final WatchedProjection projection = new WatchedProjection("fragile_1");
  private ViewProcessors views;

  ParkingWhatCannotBeDigestedTest(LedgerDatabase database) {
    this.database = database;
    this.ledger = new TestLedger(database);
  }

  @BeforeEach
  void follow() {
    RowSession.clear(new PlansProjection(), new JdbcTemplate(database.application()));
    views =
        ledger.follow(
            List.of(projection), new ProcessingSettings(4, 100, 4, Duration.ofSeconds(2)));
    views.start();
    seen();
    views.retryDeadLetters("fragile_1");
  }

  @AfterEach
  void close() {
    views.close();
    ledger.close();
  }

  @Test
  void only_the_stream_of_the_event_is_parked_and_all_others_go_on() {
    var poisoned = customer(1);
    projection.cannotDigest(poisoned.plan());
    ledger.accept(poisoned.buy(true));
    var other = customer(2);
    ledger.accept(other.buy(true));
    ledger.accept(poisoned.link(LinkKind.ACCOUNT));
    ledger.accept(other.link(LinkKind.ACCOUNT));
    seen();
    assertThat(plan(other)).isNotNull();
    assertThat(plan(poisoned)).isNull();
    assertThat(views.deadLetters("fragile_1")).isEqualTo(3);
  }

  @Test
  void what_is_parked_is_digested_in_order_when_it_is_tried_again() {
    var poisoned = customer(3);
    projection.cannotDigest(poisoned.plan());
    ledger.accept(poisoned.buy(false));
    ledger.accept(poisoned.bind());
    seen();
    assertThat(views.retryDeadLetters("fragile_1")).isEqualTo(2);
    assertThat(plan(poisoned)).isNull();
    projection.canDigestAll();
    assertThat(views.retryDeadLetters("fragile_1")).isZero();
    assertThat(plan(poisoned).deviceId()).contains(poisoned.device());
    ledger.accept(poisoned.link(LinkKind.ACCOUNT));
    seen();
    assertThat(views.deadLetters("fragile_1")).isZero();
  }

  @Test
  void a_handler_that_fails_half_way_leaves_nothing_behind() {
    // It fails after it has put its row.
    var poisoned = customer(4);
    ledger.accept(poisoned.buy(false));
    seen();
    var before = plan(poisoned);
    projection.cannotDigest(poisoned.plan());
    ledger.accept(poisoned.bind());
    seen();
    assertThat(plan(poisoned)).isEqualTo(before);
    projection.canDigestAll();
    views.retryDeadLetters("fragile_1");
    assertThat(plan(poisoned).deviceId()).isPresent();
  }

  @Test
  void any_of_many_parked_streams_can_be_tried_again() {
    var poisoned = new ArrayList<Customer>();
    for (int i = 0; i < 25; i++) {
      var customer = customer(100 + i);
      poisoned.add(customer);
      projection.cannotDigest(customer.plan());
      ledger.accept(customer.buy(true));
    }
    seen();
    assertThat(views.deadLetters("fragile_1")).isEqualTo(50);
    projection.canDigestAll();
    for (var customer : poisoned.reversed()) {
      assertThat(views.retryDeadLetters("fragile_1", customer.plan().toString())).isTrue();
      assertThat(plan(customer)).isNotNull();
    }
    assertThat(views.deadLetters("fragile_1")).isZero();
    assertThat(views.retryDeadLetters("fragile_1", "nobody's")).isFalse();
  }

  /// As one that builds it anew holds it, longer than a database lets anybody wait.
  @Test
  void nothing_is_parked_because_the_view_is_held_for_long() throws Exception {
    var customers = List.of(customer(200), customer(201), customer(202), customer(203));
    try (var connection = database.application().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (database.vendor() == DatabaseVendor.POSTGRESQL) {
        statement.execute(
            "select pg_advisory_xact_lock(hashtextextended('view_set fragile_1', 0))");
      }
      statement.execute("select live from view_set where view_name = 'fragile_1' for update");
      customers.forEach(customer -> ledger.accept(customer.buy(true)));
      assertThat(views.position("fragile_1").await(ledger.head(), Duration.ofSeconds(5))).isFalse();
      connection.rollback();
    }
    seen();
    assertThat(views.deadLetters("fragile_1")).isZero();
    assertThat(customers).allSatisfy(customer -> assertThat(plan(customer)).isNotNull());
  }

  private void seen() {
    assertThat(views.position("fragile_1").await(ledger.head(), PATIENCE)).isTrue();
  }

  private Customer customer(long seed) {
    return new Customer(new Random(seed * 31 + ledger.head()), PlanType.ONE_YEAR, "US", "MAVIC_3");
  }

  private PlanView plan(Customer customer) {
    return new PlansQueries(JdbcClient.create(database.application()), ledger::head)
        .plan(customer.plan(), LocalDate.of(2024, 1, 1))
        .orElse(null);
  }
}
