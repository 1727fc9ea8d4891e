package org.planledger.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/// Pools of connections, the same kind for every contender.
final class Pools {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Pools() {}

  /// A pool of so many connections, which are opened when they are first needed.
  static HikariDataSource of(DataSource connections, int size, boolean autoCommit) {
    var config = new HikariConfig();
    config.setDataSource(connections);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setAutoCommit(autoCommit);
    config.setConnectionTimeout(PATIENCE.toMillis());
    return new HikariDataSource(config);
  }
}
