package org.planledger.api.configuration;

import java.util.HexFormat;
import org.planledger.api.start.StartRefusedException;
import org.planledger.core.store.Bytes;

/// What makes this installation this one: its database and its secret key.
record Installation(DatabaseAccess database, Bytes serialKey) {

  /// Takes the settings, and for what they leave open the embedded default.
  ///
  /// @param reset whether to throw an embedded ledger away first
  /// @throws StartRefusedException if the settings do not go together, or the embedded default
  ///     cannot be used
  static Installation of(
      DatabaseSettings database, DataSettings data, SerialSettings serial, boolean reset) {
    if (database.owner().user().equals(database.application().user())) {
      throw new StartRefusedException(
          "The ledger works as another user than the owner of its tables: let"
              + " ledger.database.owner.user and ledger.database.application.user differ");
    }
    if (!database.embedded()) {
      return onServer(database, serial, reset);
    }
    DataFolder folder = DataFolder.open(data.folder());
    if (reset) {
      folder.reset();
    }
    return embedded(folder, database, serial);
  }

  /// An embedded ledger in a folder that has been looked at already.
  static Installation embedded(
      DataFolder folder, DatabaseSettings database, SerialSettings serial) {
    EmbeddedSecrets secrets = EmbeddedSecrets.in(folder);
    return new Installation(
        DatabaseAccess.Embedded.in(folder, secrets, database),
        key(serial.given() ? String.valueOf(serial.key()) : secrets.serialKey()));
  }

  private static Installation onServer(
      DatabaseSettings database, SerialSettings serial, boolean reset) {
    if (reset) {
      throw new StartRefusedException(
          "Only the embedded ledger can be reset, and this one is in PostgreSQL: start without"
              + " --ledger.reset");
    }
    if (!serial.given()) {
      throw new StartRefusedException(
          "On PostgreSQL the installation needs its own key for serials: set LEDGER_SERIAL_KEY to"
              + " the output of: openssl rand -hex 32");
    }
    return new Installation(
        new DatabaseAccess.Server(
            String.valueOf(database.url()), database.owner(), database.application()),
        key(String.valueOf(serial.key())));
  }

  private static Bytes key(String hexadecimal) {
    return Bytes.of(HexFormat.of().parseHex(hexadecimal));
  }

  /// Secrets are never shown.
  @Override
  public String toString() {
    return "Installation";
  }
}
