package org.planledger.projections.processing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.serialization.Serializer;

/// Axon's statements for dead letters, with paging that is right. Axon takes the number of rows to
/// skip for the least index in a sequence, and so overlooks every sequence after the first page
/// (AxonFramework issue 4544), and shows the letters of a long sequence twice.
final class PagedDeadLetterStatements extends DefaultDeadLetterStatementFactory<EventMessage<?>> {

  private final DeadLetterSchema schema;
  private final int pageLetters;

  /// @param pageLetters how many letters of one sequence the queue reads at a time
  PagedDeadLetterStatements(
      DeadLetterSchema schema, Serializer general, Serializer events, int pageLetters) {
    super(
        DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
            .schema(schema)
            .genericSerializer(general)
            .eventSerializer(events));
    this.schema = schema;
    this.pageLetters = pageLetters;
  }

  /// The first letter of every sequence that nobody is processing.
  @Override
  public PreparedStatement claimableSequencesStatement(
      Connection connection,
      String processingGroup,
      Instant processingStartedLimit,
      int offset,
      int maxSize)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            """
            select * from %1$s dl where dl.%2$s = ?
              and dl.%4$s = (select min(other.%4$s) from %1$s other
                where other.%2$s = dl.%2$s and other.%3$s = dl.%3$s)
              and (dl.%5$s is null or dl.%5$s < ?)
            order by dl.%6$s, dl.%7$s limit ? offset ?
            """
                .formatted(
                    schema.deadLetterTable(),
                    schema.processingGroupColumn(),
                    schema.sequenceIdentifierColumn(),
                    schema.sequenceIndexColumn(),
                    schema.processingStartedColumn(),
                    schema.lastTouchedColumn(),
                    schema.deadLetterIdentifierColumn()));
    statement.setString(1, processingGroup);
    statement.setString(2, DateTimeUtils.formatInstant(processingStartedLimit));
    statement.setInt(3, maxSize);
    statement.setInt(4, offset);
    return statement;
  }

  /// The letters of one sequence in order.
  @Override
  public PreparedStatement letterSequenceStatement(
      Connection connection, String processingGroup, String sequenceId, int offset, int maxSize)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            "select * from %s where %s = ? and %s = ? order by %s limit ? offset ?"
                .formatted(
                    schema.deadLetterTable(),
                    schema.processingGroupColumn(),
                    schema.sequenceIdentifierColumn(),
                    schema.sequenceIndexColumn()));
    statement.setString(1, processingGroup);
    statement.setString(2, sequenceId);
    statement.setInt(3, Math.min(maxSize, pageLetters));
    statement.setInt(4, offset);
    return statement;
  }
}
