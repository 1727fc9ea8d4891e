package org.planledger.api.finance;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What runs hand over to the next month, as the database keeps it.
@Component
final class KeptCarried {

  private static final String INSERT =
      "insert into finance_carried (run, ordinal, fee_id, file, line) values (?, ?, ?, ?, ?)";

  private final JdbcClient jdbc;

  KeptCarried(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What a closed month has handed over.
  ///
  /// @param lines their numbers, by the number of the file
  record Carried(Set<String> fees, Map<Integer, BitSet> lines) {
    static final Carried NOTHING = new Carried(Set.of(), Map.of());
  }

  /// Keeps what a run hands over: the fees that are open, and the lines that are or that are young.
  void keep(long run, ToldFees fees, LinePlaces lines, KeptRowWriter writer) {
    var rows =
        new Object() {
          private long ordinal;

          void add(@Nullable String fee, @Nullable Integer file, @Nullable Integer line) {
            writer.add(INSERT, new @Nullable Object[] {run, ++ordinal, fee, file, line});
          }
        };
    fees.forEachOpen(fee -> rows.add(fee, null, null));
    lines.forEachOpen((file, line) -> rows.add(null, file, line));
  }

  /// What a run has handed over.
  Carried of(long run) {
    Set<String> fees = new HashSet<>();
    Map<Integer, BitSet> lines = new TreeMap<>();
    jdbc.sql("select fee_id, file, line from finance_carried where run = ? order by ordinal")
        .param(run)
        .query(
            row -> {
              var fee = row.getString("fee_id");
              if (fee == null) {
                lines
                    .computeIfAbsent(row.getInt("file"), _ -> new BitSet())
                    .set(row.getInt("line"));
              } else {
                fees.add(fee);
              }
            });
    return new Carried(fees, lines);
  }
}
