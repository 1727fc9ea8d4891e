package org.planledger.api.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerProcess;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;
import org.planledger.projections.plans.PlanView;
import org.planledger.projections.plans.PlansQueries;

/// The program is killed while many clients write, and started again. What it had acknowledged is
/// there, once; what it had not is either there or not, and can be sent again.
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseVendor.class)
class SurvivingAKillTest {

  private static final int CLIENTS = 8;
  private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 200;
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private final DatabaseVendor vendor;

  @TempDir private Path folder;

  SurvivingAKillTest(DatabaseVendor vendor) {
    this.vendor = vendor;
  }

  /// A command as a client keeps it until it is answered.
  private record Sent(String key, String path, String body) {

    Answer to(LedgerHttp ledger) {
      return ledger
          .to("POST", path)
          .key(key)
          .header("Ledger-Client", "client-of-a-kill")
          .json(body)
          .send();
    }
  }

  private final Map<Sent, Answer> acknowledged = new ConcurrentHashMap<>();
  private final Set<Sent> unanswered = ConcurrentHashMap.newKeySet();

  @Test
  void every_acknowledged_command_is_there_once_after_a_kill() throws Exception {
    List<String> database = LedgerServer.settings(vendor);
    try (LedgerProcess ledger = LedgerProcess.start(folder, database, "--server.port=0")) {
      killWhileClientsWrite(ledger);
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
    assertThat(unanswered).isNotEmpty();
    try (LedgerServer again = LedgerServer.start(vendor, database)) {
      assertAnsweredAsBefore(again);
      sendAgainWhatWasNotAnswered(again);
      assertKeptOnce(again);
      assertGapless(again);
      again.awaitViews();
      assertViewsShowWhatTheHistoriesSay(again);
    }
  }

  private void killWhileClientsWrite(LedgerProcess ledger) throws InterruptedException {
    LedgerHttp http = ledger.http();
    CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    for (int client = 0; client < CLIENTS; client++) {
      int number = client;
      clients.execute(() -> write(http, number, enough));
    }
    assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
    ledger.kill();
    clients.shutdown();
    assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
  }

  /// Sells plans with a device each, and links it, until nobody answers any more.
  private void write(LedgerHttp http, int client, CountDownLatch enough) {
    boolean answers = true;
    for (int plan = 0; answers; plan++) {
      answers =
          send(http, purchase(client, plan), enough)
              .flatMap(sold -> send(http, link(sold.text("/planId")), enough))
              .isPresent();
    }
  }

  /// @return none if the command was not answered
  private Optional<Answer> send(LedgerHttp http, Sent command, CountDownLatch enough) {
    unanswered.add(command);
    try {
      Answer answer = command.to(http).expect(201);
      acknowledged.put(command, answer);
      unanswered.remove(command);
      enough.countDown();
      return Optional.of(answer);
    } catch (UncheckedIOException dead) {
      return Optional.empty();
    }
  }

  private static Sent purchase(int client, int plan) {
    return new Sent(
        LedgerHttp.newKey(),
        "/v1/plans",
        """
        {"planType": "ONE_YEAR", "region": "US", "effectiveOn": "2026-06-01",
         "purchasedAt": "2026-06-01T09:00:00-10:00", "acceptedTerms": "2022-10",
         "pricePaid": {"minor": 23900, "currency": "USD"},
         "holder": {"accountId": "customer-%1$d-%2$d"},
         "device": {"serialNumber": "KILL-%1$02d-%2$06d", "model": "MAVIC_3",
           "purchase": {"region": "US", "channel": "OFFICIAL", "purchasedOn": "2026-06-01"},
           "warranty": {"startsOn": "2026-06-01", "source": "INVOICE"}}}
        """
            .formatted(client, plan));
  }

  private static Sent link(String planId) {
    return new Sent(
        LedgerHttp.newKey(),
        "/v1/plans/" + planId + "/links",
        """
        {"kind": "ACCOUNT", "reference": "an account", "linkedAt": "2026-06-01T10:00:00-10:00"}
        """);
  }

  private void assertAnsweredAsBefore(LedgerServer again) {
    acknowledged.forEach(
        (command, before) -> {
          Answer now = command.to(again.http()).expect(201);
          assertThat(now.body()).isEqualTo(before.body());
          assertThat(now.header("Idempotency-Hit")).contains("true");
        });
  }

  private void sendAgainWhatWasNotAnswered(LedgerServer again) {
    for (Sent command : unanswered) {
      acknowledged.put(command, command.to(again.http()).expect(201));
    }
  }

  private void assertKeptOnce(LedgerServer again) {
    List<String> keys =
        again.part(Attempts.class).after(0, Integer.MAX_VALUE).stream()
            .map(AttemptRow::idempotencyKey)
            .toList();
    assertThat(keys)
        .containsExactlyInAnyOrderElementsOf(
            acknowledged.keySet().stream().map(Sent::key).toList());
  }

  /// A purchase with its device is three events, a link is one.
  private void assertGapless(LedgerServer again) {
    List<EventRow> events = again.part(LedgerEvents.class).after(0, Integer.MAX_VALUE);
    long purchases = acknowledged.keySet().stream().filter(SurvivingAKillTest::sells).count();
    assertThat(events).hasSize((int) (3 * purchases + (acknowledged.size() - purchases)));
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).position()).isEqualTo(i + 1L);
    }
    List<Long> numbers =
        again.part(Attempts.class).after(0, Integer.MAX_VALUE).stream()
            .map(AttemptRow::number)
            .toList();
    assertThat(numbers.getLast()).isEqualTo(numbers.size());
    assertThat(new HashSet<>(numbers)).hasSameSizeAs(numbers);
  }

  private void assertViewsShowWhatTheHistoriesSay(LedgerServer again) {
    PlansQueries view = again.part(PlansQueries.class);
    PlanLedger ledger = again.part(PlanLedger.class);
    List<PlanId> plans = new ArrayList<>();
    acknowledged.forEach(
        (command, answer) -> {
          if (sells(command)) {
            plans.add(PlanId.of(answer.text("/planId")));
          }
        });
    assertThat(plans).doesNotHaveDuplicates();
    for (PlanId plan : plans) {
      PlanHistory history = ledger.history(plan).orElseThrow();
      PlanView shown = view.plan(plan, TODAY).orElseThrow();
      assertThat(shown.deviceId()).isEqualTo(history.plan().head().map(head -> head.deviceId()));
      assertThat(shown.region()).isEqualTo(history.plan().sold().region());
    }
  }

  private static boolean sells(Sent command) {
    return command.path.equals("/v1/plans");
  }
}
