package org.planledger.api.configuration;

import java.sql.SQLException;
import org.planledger.api.configuration.DatabaseSettings.Login;
import org.planledger.api.start.StartRefusedException;
import org.planledger.core.store.DatabaseVendor;

/// Where the ledger's database is and how to come in: the settings, with all that they leave open
/// filled in.
sealed interface DatabaseAccess {

  DatabaseVendor vendor();

  String url();

  /// How people call the place. It shows no secret.
  String place();

  Login owner();

  Login application();

  /// What helps where the ledger in it is of another version.
  String otherVersion();

  /// Says in one line why the database does not open.
  StartRefusedException refusal(Login user, SQLException reason);

  /// A file of the ledger's own.
  record Embedded(DataFolder folder, Login owner, Login application) implements DatabaseAccess {

    /// H2's own number for a file that another process has open.
    private static final int FILE_IN_USE = 90020;

    static Embedded in(DataFolder folder, EmbeddedSecrets secrets, DatabaseSettings settings) {
      return new Embedded(
          folder,
          settings.owner().withPassword(secrets.ownerPassword()),
          settings.application().withPassword(secrets.applicationPassword()));
    }

    @Override
    public DatabaseVendor vendor() {
      return DatabaseVendor.H2;
    }

    @Override
    public String url() {
      return folder.url();
    }

    @Override
    public String place() {
      return "H2 in " + folder.path();
    }

    @Override
    public String otherVersion() {
      return "start that version, or throw the ledger away and begin anew with --ledger.reset=true";
    }

    @Override
    public StartRefusedException refusal(Login user, SQLException reason) {
      return reason.getErrorCode() == FILE_IN_USE
          ? folder.inUse(reason)
          : new StartRefusedException(
              "The ledger in " + folder.path() + " does not open: " + firstLine(reason), reason);
    }
  }

  /// A database on a PostgreSQL server.
  record Server(String url, Login owner, Login application) implements DatabaseAccess {

    private static final String SCHEME = "jdbc:postgresql:";

    @Override
    public DatabaseVendor vendor() {
      return DatabaseVendor.POSTGRESQL;
    }

    @Override
    public String place() {
      // What follows a question mark may be a password.
      return "PostgreSQL at "
          + url.substring(SCHEME.length()).replaceFirst("\\?.*", "").replaceFirst("^//", "");
    }

    @Override
    public String otherVersion() {
      return "start that version, or name an empty database with ledger.database.url";
    }

    @Override
    public StartRefusedException refusal(Login user, SQLException reason) {
      return new StartRefusedException(
          place() + " does not let " + user + " in: " + firstLine(reason), reason);
    }
  }

  private static String firstLine(SQLException reason) {
    String message = reason.getMessage();
    return message == null ? reason.getSQLState() : message.lines().findFirst().orElse("");
  }
}
