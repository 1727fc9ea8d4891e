package org.planledger.api.finance.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.finance.settlement.LineKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The matches of a run that people have decided about since.
@Component
public final class KeptTouched {

  private static final int ASKED_AT_ONCE = 500;

  private final JdbcClient jdbc;

  KeptTouched(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those of one run that fit, in their order.
  ///
  /// @param after only those behind this place
  public List<MatchRow> matches(
      long run, Touched touched, MatchFilter filter, long after, int limit) {
    var ordinals = new ArrayList<Long>(ordinals(run, touched).tailSet(after, false));
    var rows = new ArrayList<MatchRow>();
    for (var some : parts(ordinals)) {
      if (rows.size() < limit) {
        rows.addAll(rows(run, some, filter, limit - rows.size()));
      }
    }
    return rows;
  }

  private List<MatchRow> rows(long run, List<Long> ordinals, MatchFilter filter, int limit) {
    var sql =
        new StringBuilder(
            """
            select run, ordinal, file, line, content from finance_match
            where run = :run and ordinal in (:ordinals)
            """);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("run", run);
    parameters.put("ordinals", ordinals);
    filter.into(sql, parameters);
    sql.append(" order by ordinal fetch first ").append(limit).append(" rows only");
    return jdbc.sql(sql.toString()).params(parameters).query(KeptFindings::match).list();
  }

  /// Of each match the row that has all of it, which is its first.
  private NavigableSet<Long> ordinals(long run, Touched touched) {
    var found = new TreeSet<Long>();
    collect(found, run, "match_id", touched.matchIds());
    collect(found, run, "fee_id", touched.feeIds());
    collect(found, run, "line_key", touched.lineKeys().stream().map(LineKey::bytes).toList());
    return found;
  }

  private void collect(Set<Long> found, long run, String column, Collection<?> values) {
    for (var some : parts(List.copyOf(values))) {
      found.addAll(
          jdbc.sql(
                  """
                  select ordinal from finance_match
                  where run = :run and content is not null and match_id in
                    (select match_id from finance_match where run = :run and %s in (:values))
                  """
                      .formatted(column))
              .param("run", run)
              .param("values", some)
              .query(Long.class)
              .list());
    }
  }

  private static <T> List<List<T>> parts(List<T> all) {
    var parts = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
      parts.add(all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE)));
    }
    return parts;
  }
}
