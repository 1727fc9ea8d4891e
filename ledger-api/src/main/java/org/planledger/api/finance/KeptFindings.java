package org.planledger.api.finance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planledger.api.finance.RunSources.Carried;
import org.planledger.api.finance.RunSources.Placed;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.MatchState;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.Severity;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.json.LedgerJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What runs have found, as the database keeps it.
@Component
final class KeptFindings {

  private static final int ASKED_AT_ONCE = 500;
  private static final int FETCHED = 1000;

  /// What a run has to look at once more in the next month, although lines were found for it.
  private static final Set<MatchState> UNSETTLED =
      Set.of(MatchState.UNDERPAID, MatchState.OVERPAID);

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  KeptFindings(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /// Takes what a run finds.
  ///
  /// @param settledBefore the matches that a closed month has made and that stand in its run
  /// @param ending whether the program is ending
  KeptFoundRows rows(
      long run,
      RunInputs inputs,
      MatchingRules rules,
      LinePlaces places,
      Set<String> settledBefore,
      BooleanSupplier ending) {
    return new KeptFoundRows(template, run, inputs, rules, places, settledBefore, ending);
  }

  /// Keeps what a run hands over.
  void carry(long run, Carried carried) {
    var rows = new ArrayList<@Nullable Object[]>();
    long ordinal = 0;
    for (var fee : new TreeSet<>(carried.fees())) {
      rows.add(new @Nullable Object[] {run, ++ordinal, fee, null, null});
    }
    for (var file : new TreeSet<>(carried.lines().keySet())) {
      for (var line : carried.lines().getOrDefault(file, Set.of())) {
        rows.add(new @Nullable Object[] {run, ++ordinal, null, file, line});
      }
    }
    for (int from = 0; from < rows.size(); from += FETCHED) {
      template.batchUpdate(
          "insert into finance_carried (run, ordinal, fee_id, file, line) values (?, ?, ?, ?, ?)",
          rows.subList(from, Math.min(rows.size(), from + FETCHED)));
    }
  }

  /// What a run has handed over.
  Carried carried(long run) {
    var fees = new HashSet<String>();
    var lines = new HashMap<Integer, Set<Integer>>();
    jdbc.sql("select fee_id, file, line from finance_carried where run = ? order by ordinal")
        .param(run)
        .query(
            row -> {
              var fee = row.getString("fee_id");
              if (fee == null) {
                lines
                    .computeIfAbsent(row.getInt("file"), _ -> new TreeSet<>())
                    .add(row.getInt("line"));
              } else {
                fees.add(fee);
              }
            });
    return new Carried(fees, lines);
  }

  /// The fees and lines that a run has settled.
  void settled(long run, Set<String> fees, Set<LineKey> lines) {
    jdbc.sql("select state, fee_id, line_key from finance_match where run = ? order by ordinal")
        .param(run)
        .query(
            row -> {
              if (UNSETTLED.contains(MatchState.valueOf(row.getString("state")))) {
                return;
              }
              Optional.ofNullable(row.getString("fee_id")).ifPresent(fees::add);
              Optional.ofNullable(row.getBytes("line_key")).map(LineKey::of).ifPresent(lines::add);
            });
  }

  /// The fees that exceptions of a run are about.
  Set<String> questionedFees(long run) {
    return Set.copyOf(
        jdbc.sql(
                "select distinct fee_id from finance_exception where run = ? and fee_id is not null")
            .param(run)
            .query(String.class)
            .list());
  }

  /// The lines that exceptions of a run are about, and those of matches that are not settled.
  Set<LineKey> questioned(long run) {
    var lines = new HashSet<LineKey>();
    jdbc.sql("select content from finance_exception where run = ? order by ordinal")
        .param(run)
        .query(
            row -> {
              lines.addAll(LedgerJson.read(row.getBytes("content"), ExceptionItem.class).lines());
            });
    jdbc.sql(
            "select line_key from finance_match where run = ? and state in ('UNDERPAID', 'OVERPAID')"
                + " and line_key is not null")
        .param(run)
        .query(
            row -> {
              lines.add(LineKey.of(row.getBytes("line_key")));
            });
    return lines;
  }

  /// The settled matches of these runs in which one of the fees or lines stands.
  List<Placed> closedMatches(
      Collection<Long> runs, Set<String> fees, Map<Integer, Set<Integer>> lines) {
    if (runs.isEmpty()) {
      return List.of();
    }
    var found = new LinkedHashSet<MatchKey>();
    var asked = new ArrayList<>(new TreeSet<>(fees));
    for (int from = 0; from < asked.size(); from += ASKED_AT_ONCE) {
      jdbc.sql(
              "select distinct run, match_id from finance_match where run in (:runs)"
                  + " and fee_id in (:fees) and state not in ('UNDERPAID', 'OVERPAID')"
                  + " order by run, match_id")
          .param("runs", List.copyOf(runs))
          .param("fees", asked.subList(from, Math.min(asked.size(), from + ASKED_AT_ONCE)))
          .query(
              row -> {
                found.add(new MatchKey(row.getLong("run"), row.getString("match_id")));
              });
    }
    lines.forEach(
        (file, numbers) ->
            jdbc.sql(
                    "select distinct run, match_id, line from finance_match where run in (:runs)"
                        + " and file = :file and state not in ('UNDERPAID', 'OVERPAID')"
                        + " order by run, match_id")
                .param("runs", List.copyOf(runs))
                .param("file", file)
                .query(
                    row -> {
                      if (numbers.contains(row.getInt("line"))) {
                        found.add(new MatchKey(row.getLong("run"), row.getString("match_id")));
                      }
                    }));
    return found.stream().map(this::placed).toList();
  }

  private record MatchKey(long run, String matchId) {}

  private Placed placed(MatchKey key) {
    var match =
        jdbc.sql(
                "select content from finance_match where run = ? and match_id = ?"
                    + " and content is not null")
            .params(key.run(), key.matchId())
            .query((row, _) -> LedgerJson.read(row.getBytes("content"), Match.class))
            .single();
    return new Placed(match, places(key.run(), key.matchId()));
  }

  /// Where the lines of a match stand.
  List<LinePlaces.Place> places(long run, String matchId) {
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

  /// Matches of some runs in their order; only those that fit.
  List<MatchRow> matches(
      Collection<Long> runs, MatchFilter filter, long afterRun, long after, int limit) {
    var sql =
        new StringBuilder(
            """
            select run, ordinal, file, line, content from finance_match
            where run in (:runs) and (run > :afterRun or (run = :afterRun and ordinal > :after))
            """);
    var parameters = new HashMap<String, Object>();
    parameters.put("runs", runs.isEmpty() ? List.of(0L) : List.copyOf(runs));
    parameters.put("afterRun", afterRun);
    parameters.put("after", after);
    filter.into(sql, parameters);
    sql.append(" order by run, ordinal fetch first ").append(limit).append(" rows only");
    return jdbc.sql(sql.toString()).params(parameters).query(KeptFindings::match).list();
  }

  /// Every match of some runs in their order, a page at a time. It is read as it is consumed.
  Stream<MatchRow> allMatches(Collection<Long> runs) {
    var filter = MatchFilter.ANY;
    return Stream.iterate(
            matches(runs, filter, 0, 0, FETCHED),
            page -> !page.isEmpty(),
            page ->
                page.size() < FETCHED
                    ? List.of()
                    : matches(
                        runs, filter, page.getLast().run(), page.getLast().ordinal(), FETCHED))
        .flatMap(List::stream);
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
  List<ExceptionRow> exceptions(long run, ExceptionFilter filter, long after, int limit) {
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
