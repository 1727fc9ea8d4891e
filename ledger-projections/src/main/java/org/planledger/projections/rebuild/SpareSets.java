package org.planledger.projections.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.planledger.projections.sets.TableSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who builds in the set of a view that is not live, and how far that is. One at a time: whoever
/// begins claims the set, shows a sign of life while it works, and finds out when it has lost it.
final class SpareSets {

  /// A process that has given no sign of life for so long counts as ended.
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final String node;
  private final InstantSource clock;

  SpareSets(JdbcClient jdbc, String node, InstantSource clock) {
    this.jdbc = jdbc;
    this.node = node;
    this.clock = clock;
  }

  /// Claims the set of a view. A claim of this process is one of its past: it has one at a time.
  ///
  /// @throws RebuildRefusedException if another process builds there
  void claim(String view, UUID rebuild) {
    Instant now = clock.instant();
    int claimed =
        jdbc.sql(
                """
                update view_set set rebuild_id = :id, rebuild_node = :node, rebuild_seen_at = :now
                where view_name = :view and (rebuild_id is null or rebuild_node = :node
                  or rebuild_seen_at < :silent)
                """)
            .param("id", rebuild)
            .param("node", node)
            .param("now", moment(now))
            .param("view", view)
            .param("silent", moment(now.minus(SILENCE)))
            .update();
    if (claimed == 0) {
      throw new RebuildRefusedException(
          "Another process builds %s anew; ask again when it is through.".formatted(view));
    }
  }

  /// Notes what lies in the set, as a sign of life too.
  ///
  /// @throws RebuildRefusedException if the claim is lost
  void note(String view, UUID rebuild, Spare spare, long position) {
    requireMine(
        jdbc.sql(
                """
                update view_set set spare = :spare, spare_position = :position,
                  rebuild_seen_at = :now
                where view_name = :view and rebuild_id = :id
                """)
            .param("spare", spare.name())
            .param("position", position)
            .param("now", moment(clock.instant()))
            .param("view", view)
            .param("id", rebuild)
            .update(),
        view);
  }

  /// Makes the set the live one, and what was live the spare.
  ///
  /// @param position up to which both go
  /// @throws RebuildRefusedException if the claim is lost
  void switchTo(TableSet set, String view, UUID rebuild, long position) {
    requireMine(
        jdbc.sql(
                """
                update view_set set live = :set, switches = switches + 1, spare = 'REPLACED',
                  spare_position = :position, rebuild_seen_at = :now
                where view_name = :view and rebuild_id = :id
                """)
            .param("set", set.name())
            .param("position", position)
            .param("now", moment(clock.instant()))
            .param("view", view)
            .param("id", rebuild)
            .update(),
        view);
  }

  /// Gives the claim up, if it is still there.
  void release(String view, UUID rebuild) {
    jdbc.sql(
            """
            update view_set set rebuild_id = null, rebuild_node = null, rebuild_seen_at = null
            where view_name = ? and rebuild_id = ?
            """)
        .params(view, rebuild)
        .update();
  }

  /// How a view stands, but for its rows.
  ViewStanding standing(String view) {
    return jdbc.sql(
            "select live, switches, spare, spare_position from view_set where view_name = ?")
        .param(view)
        .query(
            (row, _) ->
                new ViewStanding(
                    view,
                    TableSet.valueOf(row.getString("live")),
                    row.getLong("switches"),
                    Spare.valueOf(row.getString("spare")),
                    row.getLong("spare_position"),
                    0))
        .single();
  }

  private static void requireMine(int rows, String view) {
    if (rows == 0) {
      throw new RebuildRefusedException(
          "Another process has taken over the building of %s.".formatted(view));
    }
  }

  private static OffsetDateTime moment(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
