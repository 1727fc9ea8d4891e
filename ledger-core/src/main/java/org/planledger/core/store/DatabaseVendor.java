package org.planledger.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// The databases the ledger runs on.
public enum DatabaseVendor {
  H2("h2"),
  POSTGRESQL("postgresql");

  private final String folder;

  DatabaseVendor(String folder) {
    this.folder = folder;
  }

  /// Asks the database what it is.
  ///
  /// @throws LedgerStoreException if it is neither, or cannot be reached
  public static DatabaseVendor of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return switch (product) {
        case "H2" -> H2;
        case "PostgreSQL" -> POSTGRESQL;
        default ->
            throw new LedgerStoreException(
                "The ledger runs on H2 and PostgreSQL, and this database is " + product);
      };
    } catch (SQLException e) {
      throw new LedgerStoreException("The database cannot be reached: " + e.getMessage(), e);
    }
  }

  /// Where Flyway finds the migrations below a folder: what is common to all, and what is this
  /// vendor's own. The store's folder is `db/migration`; views have folders of their own, and
  /// versions from 100 up.
  ///
  /// The placeholder `application_role` names the user that the application works as. On H2 the
  /// migrations create it, with the placeholder `application_password`; on PostgreSQL it exists
  /// before.
  public List<String> migrationLocations(String migrationFolder) {
    return List.of(
        "classpath:" + migrationFolder + "/common", "classpath:" + migrationFolder + "/" + folder);
  }
}
