package org.planledger.api.finance.findings;

import java.util.Map;
import java.util.Optional;
import org.planledger.core.finance.matching.MatchState;
import org.planledger.core.finance.settlement.LineKey;

/// Which matches are asked for; what is left out does not matter.
///
/// @param settled whether only those that no later month has looked at anew
public record MatchFilter(
    Optional<String> matchId,
    Optional<MatchState> state,
    Optional<String> rule,
    Optional<String> feeId,
    Optional<LineKey> lineKey,
    boolean settled) {

  static final MatchFilter ANY =
      new MatchFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  /// The one of an id.
  public static MatchFilter ofMatch(String matchId) {
    return new MatchFilter(
        Optional.of(matchId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// Those that a fee belongs to.
  public static MatchFilter ofFee(String feeId) {
    return new MatchFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(feeId),
        Optional.empty(),
        false);
  }

  /// Those that a line belongs to.
  public static MatchFilter ofLine(LineKey key) {
    return new MatchFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(key),
        false);
  }

  /// The same, without those that a later month looks at anew.
  MatchFilter onlySettled() {
    return new MatchFilter(matchId, state, rule, feeId, lineKey, true);
  }

  /// A match stands in several rows: the first of them, which has all of it, is taken for any.
  void into(StringBuilder sql, Map<String, Object> parameters) {
    sql.append(" and content is not null");
    if (settled) {
      sql.append(" and not ").append(KeptFindings.UNSETTLED);
    }
    matchId.ifPresent(id -> add(sql, parameters, "match_id = :matchId", "matchId", id));
    state.ifPresent(value -> add(sql, parameters, "state = :state", "state", value.name()));
    rule.ifPresent(value -> add(sql, parameters, "rule_id = :rule", "rule", value));
    feeId.ifPresent(
        id ->
            add(
                sql,
                parameters,
                "(run, match_id) in"
                    + " (select run, match_id from finance_match where fee_id = :feeId)",
                "feeId",
                id));
    lineKey.ifPresent(
        key ->
            add(
                sql,
                parameters,
                "(run, match_id) in"
                    + " (select run, match_id from finance_match where line_key = :lineKey)",
                "lineKey",
                key.bytes()));
  }

  private static void add(
      StringBuilder sql, Map<String, Object> parameters, String where, String name, Object value) {
    sql.append(" and ").append(where);
    parameters.put(name, value);
  }
}
