package org.planledger.projections.sets;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;

/// Reads the views: a query names their tables, and gets the rows of those sets that are live. A
/// query that a switch overtakes is asked again, so that it never sees a set that was live no more.
final class LiveTables extends JdbcTemplate {

  private final LiveSets sets;

  LiveTables(LiveSets sets) {
    super(sets.dataSource());
    this.sets = sets;
  }

  @Override
  public <T extends @Nullable Object> T query(
      PreparedStatementCreator creator,
      @Nullable PreparedStatementSetter setter,
      ResultSetExtractor<T> extractor) {
    var live = sets.remembered();
    while (true) {
      var naming = live.naming();
      T answer =
          super.query(
              connection -> creator.createPreparedStatement(naming.on(connection)),
              setter,
              extractor);
      // Looked at afterwards: a set that is live now, and was before, was so all the while.
      var now = sets.live();
      if (now.equals(live)) {
        return answer;
      }
      live = now;
    }
  }
}
