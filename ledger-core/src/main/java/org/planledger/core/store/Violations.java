package org.planledger.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.store.UnitRow.NewAttempt;

/// Says in the ledger's own terms why a unit could not be stored: the one place where the names
/// of constraints mean something.
///
/// Both drivers report a duplicate as SQL state 23505 and name the constraint in the message, H2
/// as the first part of its index's name and in upper case. Which row it was is not taken from
/// the message but looked up, in the transaction that could not store it.
final class Violations {

  private static final String UNIQUE_VIOLATION = "23505";

  private enum Constraint {
    STREAM_SEQUENCE("ledger_event_stream_sequence"),
    EVENT_ID("ledger_event_event_id"),
    CLIENT_KEY("ledger_attempt_client_key");

    private final String constraintName;

    Constraint(String constraintName) {
      this.constraintName = constraintName;
    }

    /// Looks no further than the name: PostgreSQL's second line and H2's text after `ON` hold
    /// values that came from outside.
    boolean isNamedIn(String message) {
      String head = message.lines().findFirst().orElse("").split(" ON ", 2)[0];
      return head.toLowerCase(Locale.ROOT).contains(constraintName);
    }
  }

  private final Connection connection;

  Violations(Connection connection) {
    this.connection = connection;
  }

  /// The exception that the unit's caller gets for the error that storing it alone brought.
  ///
  /// A unit that repeats another often loses on the key and on the stream at once. Then the key
  /// is named, whatever the database noticed first: the client is owed the kept answer.
  RuntimeException explain(SQLException error, Unit unit) throws SQLException {
    Optional<Constraint> violated = violated(error);
    if (violated.isEmpty()) {
      return LedgerStoreException.nothingStored(error);
    }
    for (NewAttempt attempt : unit.attempts()) {
      if (isTaken(attempt)) {
        return new DuplicateIdempotencyKeyException(
            attempt.client(), attempt.idempotencyKey(), error);
      }
    }
    return switch (violated.get()) {
      case CLIENT_KEY -> LedgerStoreException.nothingStored(error);
      case STREAM_SEQUENCE -> conflict(error, unit);
      case EVENT_ID -> duplicateEvent(error, unit);
    };
  }

  private static Optional<Constraint> violated(SQLException error) {
    return SqlErrors.behind(error)
        .filter(cause -> UNIQUE_VIOLATION.equals(cause.getSQLState()))
        .flatMap(
            cause ->
                Arrays.stream(Constraint.values())
                    .filter(constraint -> constraint.isNamedIn(String.valueOf(cause.getMessage()))))
        .findFirst();
  }

  private RuntimeException conflict(SQLException error, Unit unit) throws SQLException {
    Set<String> seen = new HashSet<>();
    for (StagedEvent event : unit.events()) {
      if (seen.add(event.streamId()) && isTaken(event)) {
        return new StreamConflictException(
            event.streamType(), event.streamId(), event.sequence(), error);
      }
    }
    return LedgerStoreException.nothingStored(error);
  }

  private RuntimeException duplicateEvent(SQLException error, Unit unit) throws SQLException {
    for (StagedEvent event : unit.events()) {
      if (exists("select 1 from ledger_event where event_id = ?", event.eventId())) {
        return new DuplicateEventIdException(event.eventId(), error);
      }
    }
    return LedgerStoreException.nothingStored(error);
  }

  private boolean isTaken(NewAttempt attempt) throws SQLException {
    return exists(
        "select 1 from ledger_attempt where client = ? and idempotency_key = ?",
        attempt.client(),
        attempt.idempotencyKey());
  }

  private boolean isTaken(StagedEvent event) throws SQLException {
    return exists(
        "select 1 from ledger_event where stream_id = ? and sequence = ?",
        event.streamId(),
        event.sequence());
  }

  private boolean exists(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        Query.bind(statement, i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }
}
