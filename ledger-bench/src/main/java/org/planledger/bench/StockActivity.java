package org.planledger.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.PlanPurchased;
import org.springframework.jdbc.core.JdbcTemplate;

/// The same view as [ActivityView], as handlers of the framework are written: a statement an event.
final class StockActivity {

  private final JdbcTemplate jdbc;
  private final String insert;
  private final String update;

  StockActivity(JdbcTemplate jdbc, String table) {
    this.jdbc = jdbc;
    this.insert =
        "insert into %s (events, last_at, position, plan_id) values (1, ?, ?, ?)".formatted(table);
    this.update =
        "update %s set events = events + 1, last_at = ?, position = ? where plan_id = ?"
            .formatted(table);
  }

  @EventHandler
  void on(PlanEvent event, TrackingToken token) {
    UUID plan = event.planId().value();
    Instant at = event.at();
    String sql = event instanceof PlanPurchased ? insert : update;
    jdbc.update(sql, at.atOffset(ZoneOffset.UTC), token.position().orElseThrow(), plan);
  }
}
