package org.planledger.api.configuration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.planledger.api.start.Announcing;
import org.planledger.core.store.LedgerEvents;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database, up to date before anybody has a connection of the application's user.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  private static final String RESET = "ledger.reset";

  /// A reset is asked for on the command line each time. In an environment it would be forgotten,
  /// and throw the ledger away at every start.
  @Bean
  Installation installation(
      DatabaseSettings database,
      DataSettings data,
      SerialSettings serial,
      ApplicationArguments arguments) {
    List<String> reset = arguments.getOptionValues(RESET);
    return Installation.of(database, data, serial, reset != null && !reset.contains("false"));
  }

  @Bean
  OwnerConnections ownerConnections(Installation installation) {
    return OwnerConnections.open(installation.database());
  }

  /// The one data source that everybody but the migrations works with.
  @Bean
  HikariDataSource applicationDataSource(
      Installation installation, OwnerConnections migrated, DatabaseSettings settings) {
    DatabaseAccess access = installation.database();
    Rights.require(access);
    return new HikariDataSource(pool(access, settings));
  }

  @Bean
  Announcing announcing(Installation installation, LedgerEvents events, JdbcClient jdbc) {
    return new Announcing(installation.database().place(), new Holdings(events, jdbc)::words);
  }

  static HikariConfig pool(DatabaseAccess access, DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("ledger");
    config.setJdbcUrl(access.url());
    config.setUsername(access.application().user());
    config.setPassword(access.application().password());
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(Math.min(4, settings.connections()));
    long timeoutMillis = settings.statementTimeout().toMillis();
    switch (access) {
      case DatabaseAccess.Embedded embedded ->
          config.setConnectionInitSql("set query_timeout " + timeoutMillis);
      case DatabaseAccess.Server server -> {
        config.setConnectionInitSql("set statement_timeout = " + timeoutMillis);
        config.addDataSourceProperty("ApplicationName", "plan-ledger");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The views write many rows with one statement each; the driver makes one of them.
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
      }
    }
    return config;
  }
}
