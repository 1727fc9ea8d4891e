package org.planledger.api.finance.findings;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.matching.OpenPayout;
import org.planledger.core.json.LedgerJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What runs hand over to the next month, as the database keeps it.
@Component
public final class KeptCarried {

  private static final String INSERT =
      "insert into finance_carried (run, ordinal, fee_id, file, line, payout)"
          + " values (?, ?, ?, ?, ?, ?)";

  private final JdbcClient jdbc;

  KeptCarried(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What a closed month has handed over.
  ///
  /// @param lines their numbers, by the number of the file
  /// @param payouts those that are not over
  public record Carried(Set<String> fees, Map<Integer, BitSet> lines, List<OpenPayout> payouts) {
    public static final Carried NOTHING = new Carried(Set.of(), Map.of(), List.of());
  }

  /// Keeps what a run hands over: fees and lines that are open, and payouts that are not over with
  /// the lines of them that have to be looked at again.
  public void keep(
      long run, ToldFees fees, LinePlaces lines, List<OpenPayout> payouts, KeptRowWriter writer) {
    var rows =
        new Object() {
          private long ordinal;

          void add(
              @Nullable String fee,
              @Nullable Integer file,
              @Nullable Integer line,
              byte @Nullable [] payout) {
            writer.add(INSERT, new @Nullable Object[] {run, ++ordinal, fee, file, line, payout});
          }

          void addLine(int file, int line) {
            add(null, file, line, null);
          }
        };
    fees.forEachOpen(fee -> rows.add(fee, null, null, null));
    lines.forEachOpen(rows::addLine);
    for (var payout : payouts) {
      rows.add(null, null, null, LedgerJson.write(payout));
      payout.again().stream()
          .flatMap(key -> lines.of(key).stream())
          .forEach(place -> rows.addLine(place.file(), place.number()));
    }
  }

  /// What a run has handed over.
  public Carried of(long run) {
    Set<String> fees = new HashSet<>();
    Map<Integer, BitSet> lines = new TreeMap<>();
    List<OpenPayout> payouts = new ArrayList<>();
    jdbc.sql(
            "select fee_id, file, line, payout from finance_carried where run = ? order by ordinal")
        .param(run)
        .query(
            row -> {
              var fee = row.getString("fee_id");
              byte[] payout = row.getBytes("payout");
              if (payout != null) {
                payouts.add(LedgerJson.read(payout, OpenPayout.class));
              } else if (fee == null) {
                lines
                    .computeIfAbsent(row.getInt("file"), _ -> new BitSet())
                    .set(row.getInt("line"));
              } else {
                fees.add(fee);
              }
            });
    return new Carried(fees, lines, payouts);
  }
}
