package org.planledger.api.finance.matches;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.books.KeptEntries;
import org.planledger.api.finance.findings.ExceptionRow;
import org.planledger.api.finance.findings.KeptRuns;
import org.planledger.api.finance.findings.MatchRow;
import org.planledger.api.finance.findings.Touched;
import org.planledger.core.finance.book.FinanceEvent.FeesReconciled;
import org.planledger.core.finance.book.HandAct;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.Match;
import org.springframework.stereotype.Component;

/// What people have decided since a run. What it found does not show that yet.
@Component
public final class LaterActs {

  private final Books books;
  private final KeptRuns runs;
  private final KeptEntries entries;

  LaterActs(Books books, KeptRuns runs, KeptEntries entries) {
    this.books = books;
    this.runs = runs;
    this.entries = entries;
  }

  /// The books as they are now, to be asked about several findings.
  public View view() {
    return books.read(
        book ->
            new View(
                book.acts(Long.MAX_VALUE),
                book.newestRun().map(FeesReconciled::inputs).map(of -> of.acts()).orElse(0L)));
  }

  /// One look at the books.
  public final class View {
    private final List<HandAct> acts;
    private final long counted;
    private final Map<Long, Touched> since = new HashMap<>();

    /// @param counted the last act that the newest run has gone by
    private View(List<HandAct> acts, long counted) {
      this.acts = acts;
      this.counted = counted;
    }

    /// What has been touched since a run.
    Touched since(long run) {
      return since.computeIfAbsent(
          run,
          number -> {
            long seen = runs.find(number).map(row -> row.inputs().acts()).orElse(Long.MAX_VALUE);
            return new Touched(acts.stream().filter(act -> act.number() > seen).toList());
          });
    }

    /// What was decided about a match.
    public List<DecidedAnswer> about(MatchRow row) {
      Match match = row.match();
      return answers(since(row.run()).by(match.matchId(), match.feeIds(), match.lines()));
    }

    /// What was decided about an exception.
    public List<DecidedAnswer> about(ExceptionRow row) {
      return answers(touching(row));
    }

    /// Whether anything was decided about an exception.
    public boolean isTouched(ExceptionRow row) {
      return !touching(row).isEmpty();
    }

    private List<HandAct> touching(ExceptionRow row) {
      ExceptionItem item = row.item();
      return since(row.run()).by("", item.feeId().stream().toList(), item.lines());
    }

    /// What was decided about a fee.
    public List<DecidedAnswer> aboutFee(long run, String feeId) {
      return answers(since(run).by("", List.of(feeId), List.of()));
    }

    /// The write-off of a fee that nobody has taken back.
    public Optional<DecidedAnswer> writeOff(String feeId) {
      return books.read(book -> book.writeOff(feeId)).map(act -> answers(List.of(act)).getFirst());
    }

    private List<DecidedAnswer> answers(List<HandAct> found) {
      return found.stream()
          .flatMap(
              act ->
                  entries.after(act.number() - 1, 1).stream()
                      .map(
                          stored ->
                              DecidedAnswer.of(
                                  act, stored.entry().recordedAt(), act.number() <= counted)))
          .toList();
    }
  }
}
