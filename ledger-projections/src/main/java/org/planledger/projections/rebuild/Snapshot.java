package org.planledger.projections.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.projections.fold.StoredTable;
import org.planledger.projections.sets.TableSet;
import org.springframework.dao.DataAccessResourceFailureException;

/// Both sets of a view's tables as they are at one moment, however much is written meanwhile.
final class Snapshot implements AutoCloseable {

  private final Connection connection;
  private final boolean autoCommit;
  private final int isolation;
  private final List<StoredTable> tables;
  private final TableSet live;
  private final long rows;

  /// Takes it.
  Snapshot(DataSource dataSource, List<StoredTable> tables, TableSet live) {
    this.tables = tables;
    this.live = live;
    try {
      connection = dataSource.getConnection();
      autoCommit = connection.getAutoCommit();
      isolation = connection.getTransactionIsolation();
    } catch (SQLException e) {
      throw failed(e);
    }
    try {
      connection.setTransactionIsolation(
          switch (DatabaseVendor.of(dataSource)) {
            // H2 takes the moment for the tables of a statement only, unless it is this.
            case H2 -> Connection.TRANSACTION_SERIALIZABLE;
            case POSTGRESQL -> Connection.TRANSACTION_REPEATABLE_READ;
          });
      connection.setAutoCommit(false);
      // The first statement is the moment.
      rows = count();
    } catch (SQLException e) {
      close();
      throw failed(e);
    }
  }

  /// How many rows both sides have together.
  long rows() {
    return rows;
  }

  /// Compares every row.
  ///
  /// @param read told how many more rows were read; it may throw to end
  TableComparison.Result compare(LongConsumer read) {
    long differences = 0;
    Optional<Difference> first = Optional.empty();
    try {
      for (StoredTable table : tables) {
        var result = new TableComparison(table).run(connection, live, read);
        differences += result.differences();
        first = first.or(result::first);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return new TableComparison.Result(differences, first);
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
      connection.setTransactionIsolation(isolation);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private long count() throws SQLException {
    long counted = 0;
    for (StoredTable table : tables) {
      for (TableSet set : TableSet.values()) {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from " + set.nameOf(table.name()));
            ResultSet count = select.executeQuery()) {
          count.next();
          counted += count.getLong(1);
        }
      }
    }
    return counted;
  }

  private static DataAccessResourceFailureException failed(SQLException e) {
    return new DataAccessResourceFailureException("The views cannot be compared", e);
  }
}
