package org.planledger.core.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.instanceOf;
import static org.planledger.core.axon.testing.Scenarios.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.testing.Commands;
import org.planledger.core.axon.testing.Scenarios;
import org.planledger.core.json.CommandCatalogue;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.LinkRecorded;
import org.planledger.core.plan.PlanEvent.LinkRemoved;
import org.planledger.core.plan.Situation;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.Unit;
import org.planledger.core.terms.PlanType;

/// The handler with Axon's own fixture, for commands that touch one stream.
class HandlingCommandsTest {

  private static final PlanId PLAN = Commands.newPlan();
  private static final DeviceId DEVICE = Commands.newDevice();

  private final List<Unit> units = new ArrayList<>();
  private AggregateTestFixture<PlanAggregate> fixture;

  @BeforeEach
  void register() {
    fixture = new AggregateTestFixture<>(PlanAggregate.class);
    var handler =
        new PlanCommandHandler(
            fixture.getRepository(),
            new NoDevices(),
            Scenarios.TERMS,
            (_, _) -> Optional.empty(),
            () -> {
              units.add(new Unit());
              return units.getLast();
            });
    CommandCatalogue.commands()
        .forEach(command -> fixture.registerCommandHandler(command.getName(), handler));
  }

  @Test
  void a_purchase_begins_the_history_of_a_plan() {
    var purchase = Commands.purchase(PLAN, PlanType.ONE_YEAR);

    fixture
        .givenNoPriorActivity()
        .when(message(purchase))
        .expectEvents(decided(purchase).toArray())
        .expectResultMessagePayloadMatching(instanceOf(Handled.Decided.class));
    assertThat(units).hasSize(1);
  }

  @Test
  void an_accepted_command_adds_to_the_history_what_was_decided() {
    var link = Commands.link(PLAN, LinkKind.ACCOUNT);

    fixture
        .given(history())
        .when(message(link))
        .expectEvents(
            new LinkRecorded(PLAN, link.linkedAt(), DEVICE, link.kind(), link.reference()));
  }

  @Test
  void the_state_follows_from_the_events() {
    var link = Commands.link(PLAN, LinkKind.ACCOUNT);
    var unlink = Commands.unlink(PLAN, LinkKind.ACCOUNT);
    var history = new ArrayList<>(history());
    history.add(new LinkRecorded(PLAN, link.linkedAt(), DEVICE, link.kind(), link.reference()));

    fixture
        .given(history)
        .when(message(unlink))
        .expectEvents(new LinkRemoved(PLAN, unlink.unlinkedAt(), DEVICE, unlink.kind()))
        .expectState(
            plan ->
                assertThat(plan.plan().orElseThrow().links())
                    .singleElement()
                    .satisfies(l -> assertThat(l.until()).contains(unlink.unlinkedAt())));
  }

  @Test
  void a_refused_command_adds_nothing_and_is_no_exception() {
    fixture
        .given(history())
        .when(message(Commands.unlink(PLAN, LinkKind.CONTROLLER)))
        .expectNoEvents()
        .expectResultMessagePayloadMatching(
            new CustomTypeSafeMatcher<Handled.Decided>("a refusal") {
              @Override
              protected boolean matchesSafely(Handled.Decided handled) {
                return handled.decision().decision() instanceof Refused;
              }
            });
  }

  @Test
  void what_is_not_there_is_no_exception_either() {
    fixture
        .givenNoPriorActivity()
        .when(message(Commands.link(PLAN, LinkKind.ACCOUNT)))
        .expectNoEvents()
        .expectResultMessagePayload(new Handled.Undecided(new Outcome.UnknownPlan(PLAN)));
    assertThat(units).isEmpty();
  }

  /// As the handler would have made it: sold, and bound to its device.
  private static List<PlanEvent> history() {
    return decided(Commands.purchase(PLAN, PlanType.ONE_YEAR, DEVICE));
  }

  private static List<PlanEvent> decided(PlanCommand command) {
    var situation = new Situation(Optional.empty(), Map.of(), Scenarios.TERMS);
    return ((Accepted) Plan.decide(situation, command)).changes().plan();
  }

  private static CommandMessage<Submission> message(PlanCommand command) {
    return new GenericCommandMessage<>(
        new GenericMessage<>(submission(command)), command.getClass().getName());
  }

  /// The fixture knows one aggregate only; a command that asks for a second one fails.
  private static final class NoDevices implements Repository<DeviceAggregate> {
    @Override
    public Aggregate<DeviceAggregate> load(String id, Long expectedVersion) {
      return load(id);
    }

    @Override
    public Aggregate<DeviceAggregate> load(String id) {
      throw new AssertionError("no device is touched");
    }

    @Override
    public Aggregate<DeviceAggregate> newInstance(Callable<DeviceAggregate> factory) {
      throw new AssertionError("no device is touched");
    }

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) {
      throw new AssertionError("no device is touched");
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
      return false;
    }
  }
}
