package org.planledger.projections.fold;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.store.StreamType;

/// Whose events write a row. Every row is written by the events of one stream only, and a stream
/// is always handled in order, so rows stay right however many segments work side by side.
public enum Scope {
  /// The events of one plan; the table has a column `plan_id`.
  PLAN("plan_id", "uuid"),
  /// The events of one device; the table has a column `device_id`.
  DEVICE("device_id", "varchar"),
  /// One single event, of either kind; the table's key is the column `position`.
  EVENT("position", "bigint");

  private final String column;
  private final String arrayType;

  Scope(String column, String arrayType) {
    this.column = column;
    this.arrayType = arrayType;
  }

  String column() {
    return column;
  }

  /// What both databases call the type of the column's elements in an array.
  String arrayType() {
    return arrayType;
  }

  /// The value of [#column] in every row that an event at this place may write; none if it may
  /// write no row of this scope.
  Optional<Object> of(EventPlace place) {
    return Optional.ofNullable(
        switch (this) {
          case PLAN ->
              place.streamType() == StreamType.PLAN ? UUID.fromString(place.streamId()) : null;
          case DEVICE -> place.streamType() == StreamType.DEVICE ? place.streamId() : null;
          case EVENT -> place.position();
        });
  }

  /// The value of [#column] in every row that the event may write.
  Object of(RecordedEvent<?> recorded) {
    Object value = value(recorded);
    if (value == null) {
      throw new IllegalStateException(
          "a row of scope " + this + " cannot be written by " + recorded.type());
    }
    return value;
  }

  private @Nullable Object value(RecordedEvent<?> recorded) {
    return switch (this) {
      case PLAN -> recorded.event() instanceof PlanEvent event ? event.planId().value() : null;
      case DEVICE ->
          recorded.event() instanceof DeviceEvent event ? event.deviceId().value() : null;
      case EVENT -> recorded.position();
    };
  }
}
