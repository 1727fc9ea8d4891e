package org.planledger.api.finance.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.planledger.api.finance.findings.LinePlaces.Place;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.json.LedgerJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds the matches that the runs of closed months have made of some fees and lines. In what it
/// asks a sum stands for the run, or a database would go through all its rows instead.
@Component
public final class KeptClosedMatches {

  private static final int ASKED_AT_ONCE = 500;

  private static final String SETTLED = " and not " + KeptFindings.UNSETTLED;

  private final JdbcClient jdbc;

  KeptClosedMatches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A match with the places of its lines.
  public record Placed(Match match, List<Place> places) {}

  private record Key(long run, String matchId) {
    static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::run).thenComparing(Key::matchId);
  }

  /// Tells each settled match of these runs in which one of the fees or lines stands, once, in the
  /// order of the runs and of the ids of the matches.
  ///
  /// @param keys of the lines
  /// @param isThere whether one of the lines stands at a place
  public void tell(
      Collection<Long> runs,
      Collection<String> fees,
      Collection<LineKey> keys,
      Predicate<Place> isThere,
      Consumer<Placed> taker) {
    if (runs.isEmpty()) {
      return;
    }
    SortedSet<Key> found = new TreeSet<>(Key.ORDER);
    pieces(List.copyOf(fees)).forEach(some -> ofFees(runs, some, found));
    pieces(List.copyOf(keys)).forEach(some -> ofLines(runs, some, isThere, found));
    pieces(List.copyOf(found)).forEach(some -> placed(some).forEach(taker));
  }

  private void ofFees(Collection<Long> runs, List<String> fees, SortedSet<Key> found) {
    jdbc.sql(
            "select distinct run, match_id from finance_match"
                + " where run + 0 in (:runs) and fee_id in (:fees)"
                + SETTLED)
        .param("runs", List.copyOf(runs))
        .param("fees", fees)
        .query(
            row -> {
              found.add(new Key(row.getLong("run"), row.getString("match_id")));
            });
  }

  /// A line may stand in several places, and only one of them is that of its match.
  private void ofLines(
      Collection<Long> runs, List<LineKey> keys, Predicate<Place> isThere, SortedSet<Key> found) {
    jdbc.sql(
            "select run, match_id, file, line from finance_match"
                + " where run + 0 in (:runs) and line_key in (:keys) and file is not null"
                + SETTLED)
        .param("runs", List.copyOf(runs))
        .param("keys", keys.stream().map(LineKey::bytes).toList())
        .query(
            row -> {
              if (isThere.test(new Place(row.getInt("file"), row.getInt("line")))) {
                found.add(new Key(row.getLong("run"), row.getString("match_id")));
              }
            });
  }

  private List<Placed> placed(List<Key> keys) {
    Map<Key, @Nullable Match> matches = new LinkedHashMap<>();
    keys.forEach(key -> matches.put(key, null));
    Map<Key, List<Place>> places = new HashMap<>();
    jdbc.sql(
            """
            select run, match_id, file, line, content from finance_match
            where run + 0 in (:runs) and match_id in (:ids) order by ordinal + 0
            """)
        .param("runs", keys.stream().map(Key::run).distinct().toList())
        .param("ids", keys.stream().map(Key::matchId).distinct().toList())
        .query(
            row -> {
              var key = new Key(row.getLong("run"), row.getString("match_id"));
              if (!matches.containsKey(key)) {
                return;
              }
              byte[] content = row.getBytes("content");
              if (content != null) {
                matches.put(key, LedgerJson.read(content, Match.class));
              }
              int file = row.getInt("file");
              if (!row.wasNull()) {
                var place = new Place(file, row.getInt("line"));
                var others = places.computeIfAbsent(key, _ -> new ArrayList<>());
                if (!others.contains(place)) {
                  others.add(place);
                }
              }
            });
    List<Placed> placed = new ArrayList<>();
    matches.forEach(
        (key, match) -> {
          if (match == null) {
            throw new IllegalStateException("the match " + key + " has lost what it says");
          }
          placed.add(new Placed(match, places.getOrDefault(key, List.of())));
        });
    return placed;
  }

  private static <T> List<List<T>> pieces(List<T> all) {
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
      pieces.add(all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE)));
    }
    return pieces;
  }
}
