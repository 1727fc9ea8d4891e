package org.planledger.projections.processing;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.planledger.core.axon.EventMetadata;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.json.EventCatalogue;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.store.StreamType;
import org.planledger.projections.fold.EventPlace;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.RowSession;
import org.planledger.projections.sets.LiveSets;
import org.springframework.jdbc.core.JdbcOperations;

/// Lets a projection take part in Axon's units of work. All events of a unit of work share one
/// session, whose rows are stored while the commit is prepared: in the transaction that stores the
/// token, so that neither is ever there without the other.
final class ProjectionHandler implements EventMessageHandler {

  private final Projection projection;
  private final LiveSets sets;
  private final String sessionKey;

  ProjectionHandler(Projection projection, LiveSets sets) {
    this.projection = projection;
    this.sets = sets;
    this.sessionKey = RowSession.class.getName() + "/" + projection.name();
  }

  /// Takes hold of the view for a unit of work, before any of its events is handled. What fails
  /// here fails for a reason that lies in no event, such as a lock that another process holds for
  /// long: it must not look as if the event could not be digested.
  void takeHold(EventMessage<?> message) {
    if (canHandle(message)) {
      session();
    }
  }

  @Override
  public Object handle(EventMessage<?> message) {
    session().handle(recorded(message));
    return Optional.empty();
  }

  @Override
  public boolean canHandle(EventMessage<?> message) {
    return canHandleType(message.getPayloadType());
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return PlanEvent.class.isAssignableFrom(payloadType)
        || (projection.followsDevices() && DeviceEvent.class.isAssignableFrom(payloadType));
  }

  /// Runs in the transaction that puts the tokens back to the start.
  @Override
  public void prepareReset() {
    RowSession.clear(projection, live());
  }

  private RowSession session() {
    UnitOfWork<?> root = CurrentUnitOfWork.get().root();
    return root.getOrComputeResource(sessionKey, _ -> begin(root));
  }

  private RowSession begin(UnitOfWork<?> root) {
    var session = new RowSession(projection, live());
    if (root instanceof BatchingUnitOfWork<?> batch) {
      List<EventPlace> places =
          batch.getMessages().stream().flatMap(message -> place(message).stream()).toList();
      session.expect(places, false);
    }
    root.onPrepareCommit(_ -> session.flush());
    return session;
  }

  /// The live tables, which stay live until the transaction of the events ends.
  private JdbcOperations live() {
    return sets.on(projection.name(), sets.heldLive(projection.name()));
  }

  private static Optional<EventPlace> place(Object message) {
    return message instanceof DomainEventMessage<?> event
        ? Optional.of(
            new EventPlace(
                StreamType.valueOf(event.getType()),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                position(event)))
        : Optional.empty();
  }

  private static RecordedEvent<?> recorded(EventMessage<?> message) {
    if (!(message instanceof DomainEventMessage<?> event)) {
      throw new IllegalArgumentException("an event of the ledger belongs to a stream");
    }
    var payload = event.getPayload();
    var stored = EventCatalogue.of(payload.getClass());
    var metadata = event.getMetaData();
    return new RecordedEvent<>(
        position(event),
        event.getSequenceNumber(),
        event.getIdentifier(),
        stored.name(),
        stored.revision(),
        event.getTimestamp(),
        text(metadata, EventMetadata.CLIENT),
        text(metadata, EventMetadata.ACTOR),
        Optional.ofNullable((String) metadata.get(EventMetadata.TRACEPARENT)),
        text(metadata, EventMetadata.IDEMPOTENCY_KEY),
        payload);
  }

  private static long position(EventMessage<?> message) {
    if (message instanceof TrackedEventMessage<?> tracked) {
      return tracked.trackingToken().position().orElseThrow();
    }
    throw new IllegalArgumentException("an event of the ledger has a position");
  }

  private static String text(MetaData metadata, String name) {
    if (metadata.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("the metadata of the event have no " + name);
  }
}
