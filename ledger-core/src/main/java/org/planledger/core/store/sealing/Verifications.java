package org.planledger.core.store.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.core.store.sealing.VerificationResult.Extent;

/// The record of verifications, in one transaction.
final class Verifications {

  private static final int LONGEST_FINDING = 2_000;

  private static final String SELECT =
      "select number, extent, checkpoint, started_at, ended_at, finding from log_verification ";

  private final Work work;

  Verifications(Work work) {
    this.work = work;
  }

  Optional<PastVerification> last() throws SQLException {
    return work.first(SELECT + "order by number desc limit 1", Verifications::row);
  }

  /// The last one, if it found all to be well: after damage, only a look at everything tells that
  /// all is well again.
  Optional<PastVerification> lastGood() throws SQLException {
    return last().filter(past -> past.finding() == null);
  }

  VerificationResult add(
      Extent extent, long checkpoint, Instant startedAt, Instant endedAt, List<Finding> findings)
      throws SQLException {
    long number = last().map(PastVerification::number).orElse(0L) + 1;
    String finding =
        findings.isEmpty()
            ? null
            : findings.getFirst().toString()
                + (findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)");
    work.update(
        "insert into log_verification (number, extent, checkpoint, started_at, ended_at, finding)"
            + " values (?, ?, ?, ?, ?, ?)",
        number,
        extent.name(),
        checkpoint,
        startedAt,
        endedAt,
        finding == null ? null : finding.substring(0, Math.min(LONGEST_FINDING, finding.length())));
    return new VerificationResult(number, extent, checkpoint, startedAt, endedAt, findings);
  }

  private static PastVerification row(ResultSet row) throws SQLException {
    return new PastVerification(
        row.getLong("number"),
        Extent.valueOf(row.getString("extent")),
        row.getLong("checkpoint"),
        Work.instant(row, "started_at"),
        Work.instant(row, "ended_at"),
        row.getString("finding"));
  }
}
