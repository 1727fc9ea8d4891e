package org.planledger.api.finance.findings;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.matching.PayoutName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The payouts that runs have found at the bank, as the database keeps them.
@Component
public final class KeptArrivals {

  private final JdbcClient jdbc;

  KeptArrivals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The match in which a payout reaches the bank, by one of these runs; none if it has not.
  public Optional<MatchRow> find(Collection<Long> runs, PayoutName name) {
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select m.run, m.ordinal, m.file, m.line, m.content
            from finance_arrival a
            join finance_match m on m.run = a.run and m.match_id = a.match_id
            where a.payout_id = :id and a.run in (:runs)
              and coalesce(a.batch_file, 0) = :file and m.content is not null
            order by m.run desc fetch first 1 rows only
            """)
        .param("id", name.id())
        .param("runs", List.copyOf(runs))
        .param("file", name.file().orElse(0))
        .query(KeptFindings::match)
        .optional();
  }
}
