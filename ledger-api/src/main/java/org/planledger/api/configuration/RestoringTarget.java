package org.planledger.api.configuration;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// The empty database that a backup is put back into. Unless it is kept, an embedded one is thrown
/// away again: the folder was empty before.
final class RestoringTarget implements AutoCloseable {

  /// Names the file with the keys of an embedded ledger.
  static final String SECRETS = "ledger.restore.secrets";

  private final ConfigurableApplicationContext context;
  private final Installation installation;
  private boolean kept;

  RestoringTarget(ConfigurableApplicationContext context) {
    this.context = context;
    this.installation = context.getBean(Installation.class);
  }

  /// The few parts of the server that it takes. It is no part of the server itself.
  @EnableConfigurationProperties({
    DatabaseSettings.class,
    DataSettings.class,
    SerialSettings.class,
    EvidenceSettings.class
  })
  static class Parts {

    @Bean
    Installation installation(
        DatabaseSettings database,
        DataSettings data,
        SerialSettings serial,
        Environment environment) {
      if (database.embedded()) {
        DataFolder folder = DataFolder.openForRestore(data.folder());
        String secrets = environment.getProperty(SECRETS, "");
        if (!secrets.isEmpty()) {
          EmbeddedSecrets.take(folder, Path.of(secrets));
        }
        return Installation.embedded(folder, database, serial);
      }
      return Installation.of(database, data, serial, false);
    }

    @Bean
    OwnerConnections ownerConnections(Installation installation) {
      return OwnerConnections.open(installation.database());
    }
  }

  Installation installation() {
    return installation;
  }

  OwnerConnections owner() {
    return context.getBean(OwnerConnections.class);
  }

  DatabaseSettings settings() {
    return context.getBean(DatabaseSettings.class);
  }

  /// Where its checkpoints are kept outside of the database, or will be.
  Path checkpoints() {
    return context
        .getBean(EvidenceSettings.class)
        .folder(installation.database(), context.getBean(DataSettings.class));
  }

  /// Whether the key for serials was given and not drawn anew.
  boolean hasGivenKeys(Restoring.Wish wish) {
    return wish.secrets().isPresent()
        || context.getBean(SerialSettings.class).given()
        || installation.database() instanceof DatabaseAccess.Server;
  }

  /// What was put back has proved itself.
  void keep() {
    kept = true;
  }

  @Override
  public void close() {
    context.close();
    if (installation.database() instanceof DatabaseAccess.Embedded embedded) {
      if (kept) {
        embedded.folder().restored();
      } else {
        embedded.folder().discard();
      }
    }
  }
}
