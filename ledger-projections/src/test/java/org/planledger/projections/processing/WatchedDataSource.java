package org.planledger.projections.processing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Remembers which statements each committed transaction was made of, and can lose transactions at
/// the moment of their commit, as a crash would.
final class WatchedDataSource extends DelegatingDataSource {

  private final Queue<List<String>> committed = new ConcurrentLinkedQueue<>();
  private final AtomicInteger toLose = new AtomicInteger();
  private volatile Predicate<List<String>> losing = _ -> false;

  WatchedDataSource(DataSource target) {
    super(target);
  }

  /// The statements of every transaction that was committed.
  List<List<String>> committed() {
    return List.copyOf(committed);
  }

  /// Loses the next transactions that are of this kind.
  void lose(int transactions, Predicate<List<String>> which) {
    losing = which;
    toLose.set(transactions);
  }

  /// How many are still to be lost.
  int stillToLose() {
    return toLose.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    List<String> statements = new ArrayList<>();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> invoke(connection, statements, method, arguments));
  }

  private Object invoke(
      Connection connection, List<String> statements, Method method, Object[] arguments)
      throws Throwable {
    if (method.getName().equals("prepareStatement")) {
      statements.add((String) arguments[0]);
    }
    if (method.getName().equals("commit")) {
      commit(connection, statements);
    }
    if (method.getName().equals("rollback")) {
      statements.clear();
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void commit(Connection connection, List<String> statements) throws SQLException {
    if (losing.test(statements) && toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      statements.clear();
      connection.rollback();
      throw new SQLException("the connection was lost at the commit", "08006");
    }
    committed.add(List.copyOf(statements));
    statements.clear();
  }
}
