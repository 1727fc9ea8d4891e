package org.planledger.api.finance.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.Severity;
import org.planledger.core.json.LedgerJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What runs have found, as the database keeps it.
@Component
public final class KeptFindings {

  private static final int FETCHED = 1000;

  /// In a query: the next month looks at the match anew.
  static final String UNSETTLED =
      Match.UNSETTLED_RULES.stream()
          .sorted()
          .map(rule -> "'" + rule + "'")
          .collect(Collectors.joining(", ", "rule_id in (", ")"));

  private final JdbcClient jdbc;

  KeptFindings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Takes what a run finds.
  ///
  /// @param settledBefore the matches that a closed month has made and that stand in its run
  /// @param ending whether the program is ending
  public KeptFoundRows rows(
      KeptRowWriter writer,
      long run,
      RunInputs inputs,
      MatchingRules rules,
      LinePlaces places,
      Set<String> settledBefore,
      BooleanSupplier ending) {
    return new KeptFoundRows(writer, run, inputs, rules, places, settledBefore, ending);
  }

  /// Where the lines of a match stand.
  public List<LinePlaces.Place> places(long run, String matchId) {
    return jdbc
        .sql(
            "select file, line from finance_match where run = ? and match_id = ? and file is not null"
                + " order by ordinal")
        .params(run, matchId)
        .query((row, _) -> new LinePlaces.Place(row.getInt("file"), row.getInt("line")))
        .list()
        .stream()
        .distinct()
        .toList();
  }

  /// Matches of a run in their order; only those that fit.
  public List<MatchRow> matches(long run, MatchFilter filter, long after, int limit) {
    var sql =
        new StringBuilder(
            """
            select run, ordinal, file, line, content from finance_match
            where run = :run and ordinal > :after
            """);
    var parameters = new HashMap<String, Object>();
    parameters.put("run", run);
    parameters.put("after", after);
    filter.into(sql, parameters);
    sql.append(" order by ordinal fetch first ").append(limit).append(" rows only");
    return jdbc.sql(sql.toString()).params(parameters).query(KeptFindings::match).list();
  }

  /// Every match of some runs in their order, a page at a time. It is read as it is consumed.
  public Stream<MatchRow> allMatches(Collection<Long> runs) {
    return runs.stream().sorted().flatMap(this::allMatches);
  }

  private Stream<MatchRow> allMatches(long run) {
    return Stream.iterate(
            page(run, 0),
            page -> !page.isEmpty(),
            page -> page.size() < FETCHED ? List.of() : page(run, page.getLast().ordinal()))
        .flatMap(List::stream);
  }

  private List<MatchRow> page(long run, long after) {
    return jdbc.sql(
            """
            select run, ordinal, file, line, content from finance_match
            where run = ? and ordinal > ? and content is not null
            order by run, ordinal fetch first %d rows only
            """
                .formatted(FETCHED))
        .params(run, after)
        .query(KeptFindings::match)
        .list();
  }

  static MatchRow match(ResultSet row, int number) throws SQLException {
    return new MatchRow(
        row.getLong("run"),
        row.getLong("ordinal"),
        LedgerJson.read(row.getBytes("content"), Match.class),
        number(row, "file"),
        number(row, "line").map(Math::toIntExact));
  }

  /// Exceptions of a run in their order; only those that fit.
  public List<ExceptionRow> exceptions(long run, ExceptionFilter filter, long after, int limit) {
    var sql =
        new StringBuilder(
            """
            select run, ordinal, severity, file, line, content from finance_exception
            where run = :run and ordinal > :after
            """);
    var parameters = new HashMap<String, Object>();
    parameters.put("run", run);
    parameters.put("after", after);
    filter.into(sql, parameters);
    sql.append(" order by ordinal fetch first ").append(limit).append(" rows only");
    return jdbc.sql(sql.toString()).params(parameters).query(KeptFindings::exception).list();
  }

  private static ExceptionRow exception(ResultSet row, int number) throws SQLException {
    return new ExceptionRow(
        row.getLong("run"),
        row.getLong("ordinal"),
        LedgerJson.read(row.getBytes("content"), ExceptionItem.class),
        Severity.valueOf(row.getString("severity")),
        number(row, "file"),
        number(row, "line").map(Math::toIntExact));
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
