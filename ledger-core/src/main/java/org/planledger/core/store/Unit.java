package org.planledger.core.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.UnitRow.NewAttempt;

/// All that one unit of work stores: the events of its streams, its attempt and its side rows.
/// It is filled by one thread, stored whole by [Appender#append], and then holds the receipt.
///
/// The handler's result is fixed before the commit, so a handler that wants to tell its caller
/// the position returns the unit with its result, and the caller asks for [#receipt] after the
/// dispatch.
public final class Unit {

  private static final String RESOURCE = Unit.class.getName();

  private final List<StagedEvent> events = new ArrayList<>();
  private final List<UnitRow> rows = new ArrayList<>();
  private Map<String, Long> lastSequences = Map.of();
  private volatile boolean handedOver;
  private volatile @Nullable Receipt receipt;

  /// A unit outside any unit of work, for whoever calls the appender directly.
  public Unit() {}

  /// The unit of the unit of work this thread is in. All commands nested in it share the one of
  /// its root.
  ///
  /// @throws IllegalStateException if there is none: only a command on a bus with the
  ///     [LedgerTransactionManager] has one
  public static Unit current() {
    Unit unit = CurrentUnitOfWork.isStarted() ? of(CurrentUnitOfWork.get()) : null;
    if (unit == null) {
      throw new IllegalStateException(
          "There is no unit to store into: events and attempts are stored by commands only, on a"
              + " command bus with the ledger's own transaction manager");
    }
    return unit;
  }

  static @Nullable Unit of(UnitOfWork<?> unitOfWork) {
    return unitOfWork.root().getResource(RESOURCE);
  }

  static void attach(Unit unit, UnitOfWork<?> root) {
    root.resources().put(RESOURCE, unit);
  }

  /// Adds a row to be stored with the events. If it is added in a nested unit of work that is
  /// rolled back alone, the row goes with it.
  ///
  /// @throws IllegalStateException if the unit has been handed to the appender already
  public void add(UnitRow row) {
    requireOpen();
    rows.add(row);
    CurrentUnitOfWork.ifStarted(
        unitOfWork -> {
          if (!unitOfWork.isRoot()) {
            unitOfWork.onRollback(rolledBack -> remove(row));
          }
        });
  }

  /// What became of the unit.
  ///
  /// @throws IllegalStateException if it is not durable
  public Receipt receipt() {
    Receipt known = receipt;
    if (known == null) {
      throw new IllegalStateException("The unit has no receipt: it has not been stored");
    }
    return known;
  }

  void stage(StagedEvent event) {
    requireOpen();
    events.add(event);
  }

  /// The last event staged for a stream, if any.
  @Nullable StagedEvent lastOf(String streamId) {
    for (StagedEvent event : events.reversed()) {
      if (event.streamId().equals(streamId)) {
        return event;
      }
    }
    return null;
  }

  /// Closes the unit to further rows and puts its events in the order in which they are stored.
  void handOver() {
    requireOpen();
    handedOver = true;
    events.sort(Comparator.comparing(StagedEvent::streamType));
    Map<String, Long> last = HashMap.newHashMap(events.size());
    events.forEach(event -> last.merge(event.streamId(), event.sequence(), Math::max));
    lastSequences = Collections.unmodifiableMap(last);
  }

  void stored(Receipt given) {
    receipt = given;
  }

  List<StagedEvent> events() {
    return events;
  }

  List<UnitRow> rows() {
    return rows;
  }

  List<NewAttempt> attempts() {
    List<NewAttempt> attempts = new ArrayList<>(1);
    for (UnitRow row : rows) {
      if (row instanceof NewAttempt attempt) {
        attempts.add(attempt);
      }
    }
    return attempts;
  }

  boolean isEmpty() {
    return events.isEmpty() && rows.isEmpty();
  }

  /// The sequence of the last event of each stream, once the unit is handed over.
  Map<String, Long> lastSequences() {
    return lastSequences;
  }

  private void remove(UnitRow row) {
    rows.removeIf(candidate -> candidate == row);
  }

  private void requireOpen() {
    if (handedOver) {
      throw new IllegalStateException("The unit has been handed to the appender and is closed");
    }
  }
}
