package org.planledger.api.finance.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.book.FinanceEvent.RunTotals;
import org.planledger.core.json.LedgerJson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The runs in the database. What a run has found is removed when a newer one of its month has
/// ended, unless it closed the month: it can be found again from the inputs, which stay.
@Component
public final class KeptRuns {

  private static final String COLUMNS = "number, dry, started_at, inputs, ended_at, totals, report";

  /// The tables of what runs have found, whose rows are numbered.
  private static final List<String> FOUND =
      List.of(
          "finance_match",
          "finance_exception",
          "finance_carried",
          "finance_undone",
          "finance_arrival");

  /// Those that have few rows.
  private static final List<String> POSTED = List.of("finance_posted", "finance_line_standing");

  private static final long REMOVED_AT_ONCE = 20_000;

  private final JdbcClient jdbc;

  KeptRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Begins a run; none if another process has just taken its number.
  public Optional<Long> begin(RunInputs inputs, boolean dry, Instant at) {
    long number =
        jdbc.sql("select coalesce(max(number), 0) + 1 from finance_run").query(Long.class).single();
    try {
      jdbc.sql(
              "insert into finance_run (number, period, dry, started_at, inputs)"
                  + " values (?, ?, ?, ?, ?)")
          .params(number, inputs.period().toString(), dry, moment(at), LedgerJson.write(inputs))
          .update();
      return Optional.of(number);
    } catch (DuplicateKeyException e) {
      return Optional.empty();
    }
  }

  /// Ends a run.
  public void end(long number, RunTotals totals, String report, Instant at) {
    jdbc.sql("update finance_run set ended_at = ?, totals = ?, report = ? where number = ?")
        .params(moment(at), LedgerJson.write(totals), report, number)
        .update();
  }

  /// The run of a number, ended or not.
  public Optional<RunRow> find(long number) {
    return jdbc.sql("select %s from finance_run where number = ?".formatted(COLUMNS))
        .param(number)
        .query(KeptRuns::row)
        .optional();
  }

  /// Runs, the newest first.
  public List<RunRow> before(long number, Optional<YearMonth> period, int limit) {
    var sql =
        "select %s from finance_run where number < ?%s order by number desc fetch first %d rows only"
            .formatted(COLUMNS, period.isPresent() ? " and period = ?" : "", limit);
    var query = jdbc.sql(sql).param(number);
    return period
        .map(month -> query.param(month.toString()))
        .orElse(query)
        .query(KeptRuns::row)
        .list();
  }

  /// Removes what runs have found that are not among these.
  public void keepOnly(Collection<Long> runs) {
    var all = jdbc.sql("select number from finance_run").query(Long.class).list();
    for (long run : all) {
      if (!runs.contains(run)) {
        FOUND.forEach(table -> remove(table, run));
        POSTED.forEach(
            table -> jdbc.sql("delete from %s where run = ?".formatted(table)).param(run).update());
      }
    }
  }

  /// Some thousand rows at a time: no statement may take longer than statements may.
  private void remove(String table, long run) {
    long last =
        jdbc.sql("select coalesce(max(ordinal), 0) from %s where run = ?".formatted(table))
            .param(run)
            .query(Long.class)
            .single();
    for (long from = 0; from < last; from += REMOVED_AT_ONCE) {
      jdbc.sql("delete from %s where run = ? and ordinal > ? and ordinal <= ?".formatted(table))
          .params(run, from, from + REMOVED_AT_ONCE)
          .update();
    }
  }

  private static RunRow row(ResultSet row, int number) throws SQLException {
    return new RunRow(
        row.getLong("number"),
        row.getBoolean("dry"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        LedgerJson.read(row.getBytes("inputs"), RunInputs.class),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        totals(row.getBytes("totals")),
        Optional.ofNullable(row.getString("report")));
  }

  private static Optional<RunTotals> totals(byte @Nullable [] json) {
    return Optional.ofNullable(json).map(bytes -> LedgerJson.read(bytes, RunTotals.class));
  }

  private static OffsetDateTime moment(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
