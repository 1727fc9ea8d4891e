package org.planledger.api.finance.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.api.finance.findings.KeptPostings;
import org.planledger.api.finance.findings.KeptPostings.FileStandings;
import org.planledger.api.finance.findings.LinePlaces;
import org.planledger.api.finance.findings.LinePlaces.Place;
import org.planledger.api.finance.findings.Settled;
import org.planledger.api.finance.sources.SettlementFiles;
import org.planledger.core.finance.accounts.TrialBalance;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.Findings;
import org.planledger.core.finance.matching.LineFate;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.OpenPayout;
import org.planledger.core.finance.posting.LineStanding;
import org.planledger.core.finance.posting.LineStandings;
import org.planledger.core.finance.posting.Posting;
import org.planledger.core.finance.posting.RunPosting;

/// Posts what a run finds, and hands it on. What a closed month has settled is neither posted again
/// nor handed on.
final class RunPostings implements Findings {

  private static final LineStandings NOT_BEFORE = new LineStandings();

  private final KeptPostings store;
  private final RunInputs inputs;
  private final LeftStandings left;
  private final LinePlaces places;
  private final Set<String> settledBefore;
  private final Findings next;
  private final RunPosting posting;
  private final TrialBalance balance = new TrialBalance();
  private final Map<Integer, LineStandings> now = new TreeMap<>();
  private final Map<Place, LineStanding> marked = new HashMap<>();

  /// @param left how closed months have left lines and matches
  /// @param settledBefore the matches that closed months have made and that stand
  /// @param next told all that is new
  RunPostings(
      KeptPostings store,
      long run,
      RunInputs inputs,
      LeftStandings left,
      LinePlaces places,
      Set<String> settledBefore,
      Findings next) {
    this.store = store;
    this.inputs = inputs;
    this.left = left;
    this.places = places;
    this.settledBefore = settledBefore;
    this.next = next;
    // On which day it is posted does not matter for what it comes to.
    this.posting = new RunPosting(run, Posting.of(inputs.period(), inputs.period().atEndOfMonth()));
  }

  @Override
  public void match(Match match) {
    if (Settled.isAmong(settledBefore, match)) {
      return;
    }
    if (match.feeIds().isEmpty() && match.lines().size() == 1) {
      mark(match, LineStanding.FROM_BALANCE);
    } else if (match.isUnsettled()) {
      mark(match, LineStanding.UNSETTLED);
    }
    posting.match(match).forEach(balance::add);
    next.match(match);
  }

  private void mark(Match match, LineStanding standing) {
    match.lines().forEach(line -> places.of(line).ifPresent(at -> marked.put(at, standing)));
  }

  @Override
  public void exception(ExceptionItem item) {
    next.exception(item);
  }

  @Override
  public void line(int file, int number, LineFate fate) {
    now.computeIfAbsent(file, _ -> new LineStandings()).put(number, standing(file, number, fate));
    next.line(file, number, fate);
  }

  private LineStanding standing(int file, int number, LineFate fate) {
    var mark = marked.isEmpty() ? null : marked.get(new Place(file, number));
    if (mark != null) {
      return mark;
    }
    return switch (fate) {
      // What a closed month has settled or explained is still so: nothing has looked for it again.
      case EXPLAINED, ASIDE ->
          before(file).at(number).filter(LineStanding::isOver).orElse(LineStanding.of(fate));
      case MATCHED, DUPLICATE, EXCEPTION -> LineStanding.of(fate);
    };
  }

  private LineStandings before(int file) {
    return file <= inputs.fromFile() ? left.of(file) : NOT_BEFORE;
  }

  @Override
  public void refundOnTheWay(String feeId) {
    next.refundOnTheWay(feeId);
  }

  @Override
  public void payout(OpenPayout payout) {
    next.payout(payout);
  }

  /// Posts the lines, when each has been told with its fate, and keeps what all of it comes to.
  void finish(SettlementFiles files) {
    var undone = left.unsettled();
    undone.forEach(match -> posting.undone(match).forEach(balance::add));
    store.keepUndone(posting.run(), undone);
    List<FileStandings> kept = new ArrayList<>();
    now.forEach(
        (file, standings) -> {
          post(files, file, standings);
          kept.add(
              new FileStandings(
                  file,
                  file <= inputs.fromFile() ? Optional.of(before(file)) : Optional.empty(),
                  standings));
        });
    store.keepStandings(posting.run(), kept);
    store.keepSums(posting.run(), balance);
  }

  private void post(SettlementFiles files, int file, LineStandings standings) {
    files.lines(
        file,
        standings.numbers(),
        line ->
            standings
                .at(line.number())
                .ifPresent(
                    standing ->
                        posting
                            .line(file, line, before(file).at(line.number()), standing)
                            .forEach(balance::add)));
  }
}
