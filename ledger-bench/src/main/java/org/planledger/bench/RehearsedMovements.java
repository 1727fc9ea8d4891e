package org.planledger.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.planledger.core.axon.LedgerSerializer;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.rehearsal.Rehearsal;
import org.planledger.core.terms.Money;

/// Puts the fees of a rehearsal into the view of movements as its projection would have written
/// them, and sets the views and the ledger's head to the last position. There are no events behind
/// them: a run of matching reads the view, and nothing else of the ledger.
final class RehearsedMovements implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 1_000;

  private static final String INSERT =
      """
      insert into movements_1 (plan_id, position, number, event_id, recorded_at, posted_on,
        posted_month, effective_at, kind, fee_id, fee_position, case_id, purpose, service, mode,
        ordinal, region, centre_id, currency, amount_minor, payment_reference, clause, sample)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SERVICE_FEE', 'REPLACEMENT', 'DAMAGE', 1, 'US',
        'LAX', ?, ?, ?, '2.5.1', false)
      """;

  private final Connection connection;
  private final PreparedStatement insert;
  private long lastPosition;
  private int batched;

  private RehearsedMovements(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.insert = connection.prepareStatement(INSERT);
  }

  /// Fills the view of a ledger whose server has ended.
  ///
  /// @return the last position
  static long fill(DataSource owner, Rehearsal rehearsal) {
    try (var filling = new RehearsedMovements(owner.getConnection())) {
      rehearsal.fees(filling::add);
      filling.flush();
      filling.move();
      filling.connection.commit();
      return filling.lastPosition;
    } catch (SQLException e) {
      throw new IllegalStateException("the view could not be filled: " + e.getMessage(), e);
    }
  }

  private void add(FeeFact fee) {
    try {
      row(fee, fee.position(), 1, fee.feeId(), fee.quotedOn(), "QUOTED", fee.quoted(), "");
      if (fee.captured().isPresent()) {
        var paid = fee.captured().get();
        row(
            fee,
            paid.position(),
            1,
            fee.feeId(),
            paid.on(),
            "CAPTURED",
            paid.amount(),
            paid.reference());
      } else if (fee.cancelled()) {
        row(
            fee,
            fee.position() + 1,
            1,
            fee.caseId(),
            fee.quotedOn(),
            "CANCELLED",
            fee.quoted(),
            "");
      }
      int number = 1;
      for (var back : fee.refunds()) {
        number++;
        row(fee, back.position(), number, back.eventId(), back.on(), "REFUNDED", back.amount(), "");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a movement could not be written: " + e.getMessage(), e);
    }
  }

  private void row(
      FeeFact fee,
      long position,
      int number,
      String eventId,
      LocalDate day,
      String kind,
      Money amount,
      String reference)
      throws SQLException {
    var at = OffsetDateTime.of(day, LocalTime.NOON, ZoneOffset.UTC);
    insert.setObject(1, UUID.fromString(fee.planId()));
    insert.setLong(2, position);
    insert.setInt(3, number);
    insert.setString(4, eventId);
    insert.setObject(5, at);
    insert.setObject(6, day);
    insert.setString(7, YearMonth.from(day).toString());
    insert.setObject(8, at);
    insert.setString(9, kind);
    insert.setString(10, fee.feeId());
    insert.setLong(11, fee.position());
    insert.setObject(12, UUID.fromString(fee.caseId()));
    insert.setString(13, amount.currency().getCurrencyCode());
    insert.setLong(14, amount.minor());
    insert.setString(15, Optional.of(reference).filter(text -> !text.isEmpty()).orElse(null));
    insert.addBatch();
    lastPosition = Math.max(lastPosition, position);
    if (++batched == ROWS_AT_ONCE) {
      flush();
    }
  }

  private void flush() throws SQLException {
    insert.executeBatch();
    connection.commit();
    batched = 0;
  }

  /// All views have seen the last position.
  private void move() throws SQLException {
    var token =
        LedgerSerializer.general()
            .serialize(GapAwareTrackingToken.newInstance(lastPosition, List.of()), byte[].class);
    try (var views =
        connection.prepareStatement("update view_token set token = ?, token_type = ?")) {
      views.setBytes(1, token.getData());
      views.setString(2, token.getType().getName());
      views.executeUpdate();
    }
    try (var head = connection.prepareStatement("update ledger_head set position = ?")) {
      head.setLong(1, lastPosition);
      head.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    connection.close();
  }
}
