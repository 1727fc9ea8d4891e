package org.planledger.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.planledger.core.axon.Submission;
import org.planledger.core.json.CommandCatalogue;
import org.planledger.core.json.DecisionJson;
import org.planledger.core.json.KeptDecision;

/// What a command needs beside its events so that it can be repeated safely: its key and its
/// decision, inserted in the transaction of the unit of work.
final class StockAttempts {

  static final String TABLE = "stock_attempt";

  private static final String CREATE =
      """
      create table stock_attempt (
        client varchar(255) not null,
        idempotency_key varchar(255) not null,
        fingerprint bytea not null,
        plan_id varchar(80) not null,
        command_type varchar(80) not null,
        command bytea not null,
        outcome varchar(8) not null,
        decision bytea not null,
        actor varchar(255) not null,
        recorded_at timestamp(6) with time zone not null,
        primary key (client, idempotency_key))
      """;

  private static final String INSERT =
      """
      insert into stock_attempt (client, idempotency_key, fingerprint, plan_id, command_type,
             command, outcome, decision, actor, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final ConnectionProvider connections;

  StockAttempts(ConnectionProvider connections) {
    this.connections = connections;
  }

  static void createTable(DataSource owner) throws SQLException {
    try (Connection connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
  }

  void keep(Submission submission, KeptDecision kept) throws SQLException {
    // The connection belongs to the unit of work, which commits and closes it.
    try (PreparedStatement insert = connections.getConnection().prepareStatement(INSERT)) {
      insert.setString(1, submission.caller().client());
      insert.setString(2, submission.idempotencyKey());
      insert.setBytes(3, submission.fingerprint().toArray());
      insert.setString(4, submission.command().planId().toString());
      insert.setString(5, CommandCatalogue.name(submission.command()));
      insert.setBytes(6, CommandCatalogue.write(submission.command()));
      insert.setString(7, kept.decision().codes().isEmpty() ? "ACCEPTED" : "REFUSED");
      insert.setBytes(8, DecisionJson.write(kept));
      insert.setString(9, submission.caller().actor());
      insert.setTimestamp(10, Timestamp.from(submission.recordedAt()));
      insert.executeUpdate();
    }
  }
}
