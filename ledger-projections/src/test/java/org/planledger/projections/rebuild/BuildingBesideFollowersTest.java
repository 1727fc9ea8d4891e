package org.planledger.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.terms.PlanType;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.page.ViewPosition;
import org.planledger.projections.processing.ProcessingSettings;
import org.planledger.projections.processing.StoredPositions;
import org.planledger.projections.processing.ViewProcessors;
import org.planledger.projections.processing.Views;
import org.planledger.projections.testing.ChanceHistory;
import org.planledger.projections.testing.Customer;
import org.planledger.projections.testing.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two processes share the segments of the views, and neither is told when the other has built a
/// view anew.
@OnEachDatabase(migrations = Views.MIGRATIONS)
class BuildingBesideFollowersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ProcessingSettings SETTINGS =
      new ProcessingSettings(4, 25, 4, Duration.ofMillis(600));
  private static final RebuildProgress UNWATCHED =
      new RebuildProgress() {
        @Override
        public void reached(Phase phase, long done, long total) {}

        @Override
        public boolean ending() {
          return false;
        }
      };

  private final LedgerDatabase database;
  private final Random random;

  BuildingBesideFollowersTest(LedgerDatabase database) {
    this.database = database;
    long seed = Long.getLong("planledger.seed", System.nanoTime());
    System.out.println("rebuilding beside followers on " + database + ": seed " + seed);
    this.random = new Random(seed);
  }

  @Test
  void both_follow_whatever_set_either_has_switched_to() throws Exception {
    var going = new AtomicBoolean(true);
    var failure = new AtomicReference<Throwable>();
    try (var ledger = new TestLedger(database);
        var one = ledger.follow(Views.all(), SETTINGS, "one");
        var other = ledger.follow(Views.all(), SETTINGS, "other")) {
      ChanceHistory.write(ledger, random.nextLong(), 10, 150);
      one.start();
      other.start();
      catchUp(ledger, one);
      var clerk = Thread.ofPlatform().start(() -> sellOn(ledger, going, failure));
      for (String node : List.of("one", "other", "one")) {
        var rebuilds = ledger.beside(Views.all(), node, 100);
        for (Projection view : Views.all()) {
          var outcome = rebuilds.run(view.name(), UUID.randomUUID(), true, false, UNWATCHED);
          assertThat(outcome.first()).as("%s by %s", view.name(), node).isEmpty();
          assertThat(outcome.switched()).isTrue();
        }
      }
      going.set(false);
      clerk.join();
      assertThat(failure).hasNullValue();
      catchUp(ledger, one);
      for (Projection view : Views.all()) {
        var outcome =
            ledger
                .beside(Views.all(), "one", 100)
                .run(view.name(), UUID.randomUUID(), false, true, UNWATCHED);
        assertThat(outcome.first()).as(view.name()).isEmpty();
        assertThat(outcome.position()).isEqualTo(ledger.head());
      }
    }
  }

  private void sellOn(TestLedger ledger, AtomicBoolean going, AtomicReference<Throwable> failure) {
    try {
      while (going.get()) {
        ledger.accept(
            new Customer(new Random(random.nextLong()), PlanType.ONE_YEAR, "US", "MAVIC_3")
                .buy(true));
      }
    } catch (Throwable e) {
      failure.set(e);
    }
  }

  private void catchUp(TestLedger ledger, ViewProcessors processors) {
    var stored = new StoredPositions(JdbcClient.create(database.application()));
    for (String view : processors.names()) {
      assertThat(
              ((ViewPosition) () -> stored.reachOf(view).lowest()).await(ledger.head(), PATIENCE))
          .as(view)
          .isTrue();
    }
  }
}
