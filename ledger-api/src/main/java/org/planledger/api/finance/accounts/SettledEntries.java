package org.planledger.api.finance.accounts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.planledger.api.finance.findings.KeptFindings;
import org.planledger.api.finance.findings.KeptPostings;
import org.planledger.api.finance.findings.KeptRuns;
import org.planledger.api.finance.findings.RunRow;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.finance.sources.OneByOne;
import org.planledger.api.finance.sources.SettlementFiles;
import org.planledger.api.statements.FurtherEntries;
import org.planledger.core.finance.accounts.GivenUp;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.TrialBalance;
import org.planledger.core.finance.posting.Posting;
import org.planledger.core.finance.posting.RunPosting;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.springframework.stereotype.Component;

/// What the runs that count and the write-offs are in the accounts. A run stands as it was made
/// until there is a newer one of its month, whatever was withdrawn since.
@Component
public final class SettledEntries implements FurtherEntries {

  private final Runs runs;
  private final KeptRuns runStore;
  private final KeptFindings found;
  private final KeptPostings postings;
  private final SettlementFiles files;
  private final WriteOffs writeOffs;

  /// Reads them from what runs have left and from the acts of people.
  public SettledEntries(
      Runs runs,
      KeptRuns runStore,
      KeptFindings found,
      KeptPostings postings,
      SettlementFiles files,
      WriteOffs writeOffs) {
    this.runs = runs;
    this.runStore = runStore;
    this.found = found;
    this.postings = postings;
    this.files = files;
    this.writeOffs = writeOffs;
  }

  @Override
  public Stream<JournalEntry> within(Span span) {
    List<Supplier<Iterator<JournalEntry>>> parts =
        List.of(
            () -> OneByOne.of(standing(span).iterator(), this::entries),
            () -> writeOffs.within(span).iterator());
    return OneByOne.stream(OneByOne.of(parts.iterator(), Supplier::get));
  }

  @Override
  public void addTo(TrialBalance balance, Span span) {
    for (var run : standing(span)) {
      postings.sums(run.number()).forEach(balance::add);
    }
    writeOffs.within(span).forEach(balance::add);
  }

  @Override
  public List<GivenUp> givenUp(Span span) {
    return writeOffs.givenUp(span);
  }

  private List<RunRow> standing(Span span) {
    return runs.standing().stream()
        .flatMap(run -> runStore.find(run).stream())
        .filter(run -> run.inputs().cutOff() > span.after())
        .filter(run -> run.inputs().cutOff() <= span.upTo())
        .toList();
  }

  /// What a run is: what it looks at anew, its lines in the order of their files, its matches.
  private Iterator<JournalEntry> entries(RunRow run) {
    var posting =
        new RunPosting(
            run.number(),
            Posting.of(
                run.inputs().period(), LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC)));
    List<Supplier<Iterator<JournalEntry>>> parts =
        List.of(
            () ->
                postings.undone(run.number()).stream()
                    .flatMap(match -> posting.undone(match).stream())
                    .iterator(),
            () ->
                OneByOne.of(
                    postings.files(run.number()).iterator(),
                    file -> linesOf(run.number(), file, posting)),
            () ->
                OneByOne.of(
                    found.allMatches(Set.of(run.number())).iterator(),
                    row -> posting.match(row.match()).iterator()));
    return OneByOne.of(parts.iterator(), Supplier::get);
  }

  private Iterator<JournalEntry> linesOf(long run, int file, RunPosting posting) {
    var standings = postings.standings(run, file);
    return OneByOne.of(
        files.pages(file),
        page ->
            page.stream()
                .flatMap(
                    line ->
                        standings.now().at(line.number()).stream()
                            .flatMap(
                                now ->
                                    posting
                                        .line(
                                            file,
                                            line,
                                            standings
                                                .before()
                                                .flatMap(then -> then.at(line.number())),
                                            now)
                                        .stream()))
                .iterator());
  }
}
