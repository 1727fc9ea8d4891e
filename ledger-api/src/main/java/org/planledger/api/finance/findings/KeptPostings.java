package org.planledger.api.finance.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.TrialBalance;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.posting.LineStandings;
import org.planledger.core.json.LedgerJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What runs are in the accounts, as the database keeps it.
@Component
public final class KeptPostings {

  private static final int FETCHED = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  KeptPostings(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /// How the lines of a file were left.
  ///
  /// @param before by closed months; none if they are of the run's own month
  public record FileStandings(int file, Optional<LineStandings> before, LineStandings now) {}

  /// Keeps what a run comes to.
  public void keepSums(long run, TrialBalance balance) {
    template.batchUpdate(
        "insert into finance_posted (run, currency, account, debit_minor, credit_minor)"
            + " values (?, ?, ?, ?, ?)",
        balance.lines().stream()
            .map(
                line ->
                    new Object[] {
                      run,
                      line.currency().getCurrencyCode(),
                      line.account().name(),
                      line.debitMinor(),
                      line.creditMinor()
                    })
            .toList());
  }

  /// What a run comes to.
  public List<TrialBalance.Line> sums(long run) {
    return jdbc.sql(
            "select currency, account, debit_minor, credit_minor from finance_posted where run = ?"
                + " order by currency, account")
        .param(run)
        .query(
            (row, _) ->
                new TrialBalance.Line(
                    Account.valueOf(row.getString("account")),
                    Currency.getInstance(row.getString("currency")),
                    row.getLong("debit_minor"),
                    row.getLong("credit_minor")))
        .list();
  }

  /// Keeps how a run has left the lines of its files.
  public void keepStandings(long run, Collection<FileStandings> files) {
    for (var file : files) {
      jdbc.sql(
              "insert into finance_line_standing (run, file, before_run, standing)"
                  + " values (?, ?, ?, ?)")
          .param(run)
          .param(file.file())
          .param(file.before().map(LineStandings::deflated).orElse(null))
          .param(file.now().deflated())
          .update();
    }
  }

  /// The files of which a run has looked at lines, in their order.
  public List<Integer> files(long run) {
    return jdbc.sql("select file from finance_line_standing where run = ? order by file")
        .param(run)
        .query(Integer.class)
        .list();
  }

  /// How a run has left the lines of a file.
  public FileStandings standings(long run, int file) {
    return jdbc.sql(
            "select before_run, standing from finance_line_standing where run = ? and file = ?")
        .params(run, file)
        .query(
            (row, _) ->
                new FileStandings(
                    file,
                    Optional.ofNullable(row.getBytes("before_run")).map(LineStandings::of),
                    LineStandings.of(row.getBytes("standing"))))
        .single();
  }

  /// How closed months have left the lines of a file: each line as the last of them that has looked
  /// at it did.
  ///
  /// @param closedRuns in the order of their months
  public LineStandings leftBy(List<Long> closedRuns, int file) {
    var left = new LineStandings();
    if (closedRuns.isEmpty()) {
      return left;
    }
    Map<Long, LineStandings> ofRun = new HashMap<>();
    jdbc.sql(
            "select run, standing from finance_line_standing where run in (:runs) and file = :file")
        .param("runs", closedRuns)
        .param("file", file)
        .query(
            row -> {
              ofRun.put(row.getLong("run"), LineStandings.of(row.getBytes("standing")));
            });
    closedRuns.forEach(run -> Optional.ofNullable(ofRun.get(run)).ifPresent(left::overlay));
    return left;
  }

  /// The matches of a run that the next month looks at anew.
  public List<Match> unsettled(long run) {
    return matches(
        "select content from finance_match where run = ? and "
            + KeptFindings.UNSETTLED
            + " and content is not null order by ordinal",
        run);
  }

  /// Keeps the matches that a run looks at anew.
  public void keepUndone(long run, List<Match> matches) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      rows.add(new Object[] {run, i + 1L, LedgerJson.write(matches.get(i))});
    }
    for (int from = 0; from < rows.size(); from += FETCHED) {
      template.batchUpdate(
          "insert into finance_undone (run, ordinal, content) values (?, ?, ?)",
          rows.subList(from, Math.min(rows.size(), from + FETCHED)));
    }
  }

  /// The matches that a run has looked at anew.
  public List<Match> undone(long run) {
    return matches("select content from finance_undone where run = ? order by ordinal", run);
  }

  private List<Match> matches(String sql, long run) {
    return jdbc.sql(sql)
        .param(run)
        .query((row, _) -> LedgerJson.read(row.getBytes("content"), Match.class))
        .list();
  }

  /// Takes what a fee has of a match.
  @FunctionalInterface
  public interface ShareTaker {

    /// Takes one row of it.
    ///
    /// @param matchedMinor what lines have brought of it, less what went back
    /// @param explainedMinor what was booked to accounts of their own instead
    void accept(String feeId, long matchedMinor, long explainedMinor);
  }

  /// Tells what each fee has of each match of a run, a page at a time.
  public void shares(long run, ShareTaker taker) {
    List<Long> page;
    long after = 0;
    do {
      page =
          jdbc.sql(
                  """
                  select ordinal, fee_id, amount_minor, explained_minor from finance_match
                  where run = ? and ordinal > ? and fee_id is not null
                  order by ordinal fetch first %d rows only
                  """
                      .formatted(FETCHED))
              .params(run, after)
              .query(
                  (row, _) -> {
                    taker.accept(
                        row.getString("fee_id"),
                        row.getLong("amount_minor"),
                        row.getLong("explained_minor"));
                    return row.getLong("ordinal");
                  })
              .list();
      after = page.isEmpty() ? after : page.getLast();
    } while (page.size() == FETCHED);
  }
}
