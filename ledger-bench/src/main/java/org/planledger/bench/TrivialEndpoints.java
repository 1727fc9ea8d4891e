package org.planledger.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.DatabaseVendor;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// An echo, and an insert of one row that is durable before the answer.
@RestController
final class TrivialEndpoints implements AutoCloseable {

  /// Where the echo is.
  static final String ECHO = "/echo";

  /// Where the insert is.
  static final String INSERT = "/insert";

  /// The address of the database, as an argument.
  static final String URL = "trivial.url";

  /// The user of the database, as an argument.
  static final String USER = "trivial.user";

  private static final int CONNECTIONS = 32;
  private static final Bytes PAYLOAD = Bytes.of(new byte[600]);

  /// The body of a link, which is what both take.
  record Link(String kind, String reference, String linkedAt) {}

  /// What the insert answers.
  record Inserted(String id, long sequence, Link link) {}

  private final HikariDataSource pool;
  private final Disk disk;

  TrivialEndpoints(Environment environment) {
    var config = new HikariConfig();
    config.setJdbcUrl(environment.getRequiredProperty(URL));
    config.setUsername(environment.getRequiredProperty(USER));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setAutoCommit(false);
    this.pool = new HikariDataSource(config);
    this.disk = Disk.of(DatabaseVendor.of(pool));
  }

  @PostMapping(ECHO)
  Link echo(@RequestBody Link link) {
    return link;
  }

  @PostMapping(INSERT)
  @ResponseStatus(HttpStatus.CREATED)
  Inserted insert(@RequestBody Link link) throws SQLException {
    String id = UUID.randomUUID().toString();
    try (Connection connection = pool.getConnection()) {
      RawTable.insert(
          connection, List.of(new RawTable.Row(id, 0, UUID.randomUUID().toString(), PAYLOAD)));
      disk.commit(connection);
    }
    return new Inserted(id, 0, link);
  }

  @Override
  public void close() {
    pool.close();
  }
}
