package org.planledger.projections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.planledger.core.axon.Caller;
import org.planledger.core.axon.LedgerShell;
import org.planledger.core.axon.Moment;
import org.planledger.core.axon.Outcome;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.axon.Submission;
import org.planledger.core.device.Device;
import org.planledger.core.json.TermsFile;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.privacy.PrivateRows;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.terms.TermsBook;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.processing.ProcessingSettings;
import org.planledger.projections.processing.Rebuild;
import org.planledger.projections.processing.ViewProcessors;
import org.planledger.projections.rebuild.ViewRebuilds;

/// A whole ledger on a test's database: real commands go in, and views follow it.
public final class TestLedger implements AutoCloseable {

  /// The terms that every test sells plans under.
  public static final TermsBook TERMS = new TermsBook(TermsFile.released(), Map.of());

  private static final AtomicLong KEYS = new AtomicLong();

  private final LedgerDatabase database;
  private final LedgerStore store;
  private final LedgerShell shell;
  private final AtomicLong seconds = new AtomicLong();

  public TestLedger(LedgerDatabase database) {
    this.database = database;
    this.store = database.openStore();
    this.shell = LedgerShell.configure(store, TERMS).start();
  }

  /// Has a command decided, as anybody's.
  public Decision submit(PlanCommand command) {
    return submit(command, "clerk-" + (KEYS.get() % 3));
  }

  /// Has a command decided that this actor sends.
  public Decision submit(PlanCommand command, String actor) {
    long number = KEYS.incrementAndGet();
    String key = "a-key-of-a-test-" + number;
    // Four commands in a row come in with one trace.
    String trace = "00-%032x-%016x-01".formatted(number / 4 + 1, number);
    var outcome =
        shell
            .ledger()
            .submit(
                new Submission(
                    command,
                    new Caller(number % 5 == 0 ? "app" : "desk", actor, Optional.of(trace)),
                    key,
                    Bytes.of(key.getBytes(StandardCharsets.UTF_8)),
                    OptionalLong.empty(),
                    Instant.parse("2024-06-01T08:00:00Z").plusSeconds(seconds.incrementAndGet()),
                    PrivateRows.none()));
    assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    return ((Outcome.Decided) outcome).attempt().decision();
  }

  /// Has a command decided that cannot be refused.
  public void accept(PlanCommand command) {
    assertThat(submit(command)).as("%s", command).isInstanceOf(Accepted.class);
  }

  public Optional<Plan> plan(PlanId id) {
    return shell.ledger().history(id).map(PlanHistory::plan);
  }

  /// Every plan there is, folded from its own stream alone.
  public List<PlanHistory> plans() {
    return events().stream()
        .filter(event -> event.type().equals("PlanPurchased"))
        .map(event -> ((org.planledger.core.plan.PlanEvent) event.event()).planId())
        .map(id -> shell.ledger().history(id).orElseThrow())
        .toList();
  }

  /// Every plan there was when an event was the last, folded from its own stream until then.
  public List<PlanHistory> plansAt(long position) {
    return plans().stream()
        .map(history -> history.plan().id())
        .flatMap(id -> shell.ledger().history(id, Moment.asOfPosition(position)).stream())
        .toList();
  }

  /// Every device there is, folded from its own stream alone.
  public Map<DeviceId, Device> devices() {
    var devices = new HashMap<DeviceId, Device>();
    for (var recorded : events()) {
      if (recorded.event() instanceof org.planledger.core.device.DeviceEvent event) {
        var id = event.deviceId();
        devices.put(id, Device.evolve(devices.getOrDefault(id, Device.unseen(id)), event));
      }
    }
    return devices;
  }

  /// The whole ledger in the order of its positions.
  public List<? extends RecordedEvent<?>> events() {
    return store.events().after(0, Integer.MAX_VALUE).stream()
        .map(row -> shell.decoder().event(row))
        .toList();
  }

  public long head() {
    return store.events().head();
  }

  public LedgerDatabase database() {
    return database;
  }

  /// Processors of these views; the caller starts and closes them.
  public ViewProcessors follow(List<Projection> projections, ProcessingSettings settings) {
    return follow(projections, settings, "node-of-a-test");
  }

  /// Processors of these views in a process of that name.
  public ViewProcessors follow(
      List<Projection> projections, ProcessingSettings settings, String nodeId) {
    return follow(projections, settings, nodeId, database.application());
  }

  /// Processors of these views that store through other connections.
  public ViewProcessors follow(
      List<Projection> projections, ProcessingSettings settings, DataSource connections) {
    return follow(projections, settings, "node-of-a-test", connections);
  }

  private ViewProcessors follow(
      List<Projection> projections,
      ProcessingSettings settings,
      String nodeId,
      DataSource connections) {
    return new ViewProcessors(
        projections, shell.eventStore(), shell.serializer(), connections, nodeId, settings);
  }

  public Rebuild rebuild(Projection projection, int pageEvents) {
    return rebuild(List.of(projection), pageEvents);
  }

  public Rebuild rebuild(List<Projection> projections, int pageEvents) {
    return new Rebuild(
        projections, store.events(), shell.decoder(), database.application(), pageEvents);
  }

  /// What builds these views anew beside the live ones, in a process of that name.
  public ViewRebuilds beside(List<Projection> projections, String nodeId, int pageEvents) {
    return new ViewRebuilds(
        projections,
        store.events(),
        shell.decoder(),
        database.application(),
        nodeId,
        pageEvents,
        InstantSource.system());
  }

  @Override
  public void close() {
    shell.close();
    store.close();
  }
}
