package org.planledger.core.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an SQL error means for the units that met it, by the SQL states of all errors behind it.
final class SqlErrors {

  /// PostgreSQL's server going down (57P01 to 57P03), and H2's connection or database being
  /// closed or broken under the statement.
  private static final Set<String> CONNECTION_LOST =
      Set.of(
          "57P01", "57P02", "57P03", "90007", "90028", "90030", "90031", "90067", "90098", "90121");

  /// Serialisation failure, deadlock, and H2's time-out on a lock: the same may well succeed now.
  private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01", "HYT00");

  private static final String CONNECTION_EXCEPTION = "08";
  private static final String DATA_EXCEPTION = "22";
  private static final String CONSTRAINT_VIOLATION = "23";

  private SqlErrors() {}

  /// Whether the connection broke, after which nobody knows what the database did. After any
  /// other error it did nothing.
  static boolean isConnectionLost(SQLException error) {
    return behind(error)
        .anyMatch(
            cause -> isOfClass(cause, CONNECTION_EXCEPTION) || isOneOf(cause, CONNECTION_LOST));
  }

  /// Whether the error is in what was to be stored, so that leaving a unit out may cure it, and
  /// not in the state of the database.
  static boolean isInTheRows(SQLException error) {
    return !isConnectionLost(error)
        && behind(error)
            .anyMatch(
                cause ->
                    isOfClass(cause, DATA_EXCEPTION) || isOfClass(cause, CONSTRAINT_VIOLATION));
  }

  /// Whether two transactions stood in each other's way.
  static boolean isWorthRepeating(Throwable error) {
    return behind(error).anyMatch(cause -> isOneOf(cause, WORTH_REPEATING));
  }

  /// All SQL errors behind an exception: its causes, and what each of them is chained to, which
  /// is where drivers put the rows of a failed batch.
  static Stream<SQLException> behind(Throwable exception) {
    List<SQLException> found = new ArrayList<>();
    collect(exception, Collections.newSetFromMap(new IdentityHashMap<>()), found);
    return found.stream();
  }

  private static void collect(
      @Nullable Throwable exception, Set<Throwable> seen, List<SQLException> found) {
    if (exception == null || !seen.add(exception)) {
      return;
    }
    if (exception instanceof SQLException sqlException) {
      found.add(sqlException);
      collect(sqlException.getNextException(), seen, found);
    }
    collect(exception.getCause(), seen, found);
  }

  private static boolean isOfClass(SQLException error, String stateClass) {
    return error.getSQLState() != null && error.getSQLState().startsWith(stateClass);
  }

  private static boolean isOneOf(SQLException error, Set<String> states) {
    return error.getSQLState() != null && states.contains(error.getSQLState());
  }
}
