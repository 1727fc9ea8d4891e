package org.planledger.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.planledger.api.LedgerApplication;
import org.planledger.api.start.StartRefusedException;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.axon.LedgerShell;
import org.planledger.projections.processing.ViewProcessors;
import org.springframework.boot.SpringApplication;

/// What the check at the start says of the parts that a running ledger has, and of the stand-ins
/// it must not have.
@OnEachServer
class CheckingTheWiringTest {

  private final LedgerServer server;

  CheckingTheWiringTest(LedgerServer server) {
    this.server = server;
  }

  @Test
  void the_running_ledger_has_the_intended_parts() {
    LedgerShell shell = server.part(LedgerShell.class);
    ViewProcessors views = server.part(ViewProcessors.class);
    WiringCheck check =
        new WiringCheck().commandBus(shell.commandBus()).eventStore(shell.eventStore());
    views.names().forEach(view -> check.processor(view, views.processor(view)));
    check.require();
    assertThat(views.names()).hasSizeGreaterThan(5);
  }

  @Test
  void a_command_bus_without_the_stores_transactions_is_refused() {
    WiringCheck check =
        new WiringCheck()
            .commandBus(
                SimpleCommandBus.builder()
                    .transactionManager(NoTransactionManager.INSTANCE)
                    .build());
    assertThatThrownBy(check::require)
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("the TransactionManager of the command bus is a ")
        .hasMessageContaining("NoTransactionManager and not a org.planledger.core.store.");
  }

  @Test
  void an_event_store_in_memory_is_refused() {
    WiringCheck check =
        new WiringCheck()
            .eventStore(
                EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine())
                    .build());
    assertThatThrownBy(check::require)
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("the event store is a ")
        .hasMessageContaining("the EventStorageEngine of the event store is a ");
  }

  @Test
  void a_view_that_forgets_its_place_and_swallows_errors_is_refused() {
    ScheduledExecutorService idle = Executors.newSingleThreadScheduledExecutor();
    PooledStreamingEventProcessor processor =
        PooledStreamingEventProcessor.builder()
            .name("plans")
            .eventHandlerInvoker(
                SimpleEventHandlerInvoker.builder().eventHandlers(new Object()).build())
            .errorHandler(context -> {})
            .messageSource(server.part(LedgerShell.class).eventStore())
            .tokenStore(new InMemoryTokenStore())
            .transactionManager(NoTransactionManager.INSTANCE)
            .coordinatorExecutor(idle)
            .workerExecutor(idle)
            .build();
    idle.shutdown();
    assertThatThrownBy(() -> new WiringCheck().processor("plans", processor).require())
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("the TransactionManager of plans is a ")
        .hasMessageContaining("the TokenStore of plans is a ")
        .hasMessageContaining("the ErrorHandler of plans is a ");
  }

  @Test
  void a_ledger_does_not_start_with_a_part_that_auto_configuration_brought_in() {
    SpringApplication program =
        new SpringApplication(LedgerApplication.class, NoOpTransactionAutoConfiguration.class);
    List<String> settings = new ArrayList<>(LedgerServer.settings(server.vendor()));
    settings.add("--server.port=0");
    assertThatThrownBy(() -> program.run(settings.toArray(String[]::new)))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("autoconfig.NoOpTransactionAutoConfiguration was brought in by");
  }
}
