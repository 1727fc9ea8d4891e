package org.planledger.projections.sets;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// How tables are called in a statement, which names them as the views do.
final class SetNaming {

  private static final Pattern WORD = Pattern.compile("\\b[a-z][a-z0-9_]*\\b");

  private final Map<String, String> names;

  /// @param sets the set of each table; those that are missing keep their names
  SetNaming(Map<String, TableSet> sets) {
    var other = new HashMap<String, String>();
    sets.forEach(
        (table, set) -> {
          if (!set.nameOf(table).equals(table)) {
            other.put(table, set.nameOf(table));
          }
        });
    this.names = Map.copyOf(other);
  }

  /// The statement with the names that hold.
  String in(String sql) {
    return names.isEmpty()
        ? sql
        : WORD.matcher(sql).replaceAll(word -> names.getOrDefault(word.group(), word.group()));
  }

  /// The connection, where statements are prepared with the names that hold.
  Connection on(Connection connection) {
    return names.isEmpty()
        ? connection
        : (Connection)
            Proxy.newProxyInstance(
                SetNaming.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("prepareStatement")
                      && arguments[0] instanceof String sql) {
                    arguments[0] = in(sql);
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }
}
