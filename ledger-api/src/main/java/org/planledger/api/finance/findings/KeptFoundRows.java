package org.planledger.api.finance.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.planledger.api.finance.findings.LinePlaces.Place;
import org.planledger.api.job.JobFailedException;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.Findings;
import org.planledger.core.finance.matching.LineFate;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.OpenPayout;
import org.planledger.core.finance.matching.WorkingDays;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.json.LedgerJson;

/// Writes what a run finds into its tables, many rows at a time.
public final class KeptFoundRows implements Findings {

  private static final int BATCH = 1000;

  private static final String MATCH =
      """
      insert into finance_match (run, ordinal, match_id, state, rule_id, fee_id, line_key, file,
        line, currency, amount_minor, explained_minor, score, content)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String EXCEPTION =
      """
      insert into finance_exception (run, ordinal, exception_id, kind, severity, fee_id, line_key,
        file, line, currency, amount_minor, since, content)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String ARRIVAL =
      """
      insert into finance_arrival (run, ordinal, payout_id, batch_file, match_id)
      values (?, ?, ?, ?, ?)
      """;

  private final KeptRowWriter writer;
  private final long run;
  private final RunInputs inputs;
  private final MatchingRules rules;
  private final WorkingDays days;
  private final LinePlaces places;
  private final Set<String> settledBefore;
  private final BooleanSupplier ending;
  private final List<@Nullable Object[]> matches = new ArrayList<>();
  private final List<@Nullable Object[]> exceptions = new ArrayList<>();
  private final Map<String, Long> byKind = new HashMap<>();
  private long matchRows;
  private long exceptionRows;
  private long matchCount;
  private long arrivalRows;

  /// @param settledBefore the ids of matches that a closed month has made and that stand in its run
  KeptFoundRows(
      KeptRowWriter writer,
      long run,
      RunInputs inputs,
      MatchingRules rules,
      LinePlaces places,
      Set<String> settledBefore,
      BooleanSupplier ending) {
    this.writer = writer;
    this.run = run;
    this.inputs = inputs;
    this.rules = rules;
    this.days = rules.workingDays();
    this.places = places;
    this.settledBefore = settledBefore;
    this.ending = ending;
  }

  @Override
  public void match(Match match) {
    if (Settled.isAmong(settledBefore, match)) {
      return;
    }
    matchCount++;
    var shares = match.shares();
    var explained = match.explained();
    for (int i = 0; i < shares.size(); i++) {
      Optional<LineKey> line = at(match.lines(), i);
      Optional<Place> place = line.flatMap(places::of);
      matches.add(
          new @Nullable Object[] {
            run,
            ++matchRows,
            match.matchId(),
            match.state().name(),
            match.ruleId(),
            at(match.feeIds(), i).orElse(null),
            line.map(LineKey::bytes).orElse(null),
            place.map(Place::file).orElse(null),
            place.map(Place::number).orElse(null),
            match.matched().currency().getCurrencyCode(),
            shares.get(i),
            explained.get(i),
            match.score(),
            i == 0 ? LedgerJson.write(match) : null
          });
    }
    match
        .group()
        .ifPresent(
            name ->
                writer.add(
                    ARRIVAL,
                    new @Nullable Object[] {
                      run, ++arrivalRows, name.id(), name.file().orElse(null), match.matchId()
                    }));
    if (matches.size() >= BATCH) {
      flush(MATCH, matches);
    }
  }

  /// The one at an index; of a single one, that for all.
  private static <T> Optional<T> at(List<T> list, int index) {
    if (index < list.size()) {
      return Optional.of(list.get(index));
    }
    return list.size() == 1 ? Optional.of(list.getFirst()) : Optional.empty();
  }

  @Override
  public void exception(ExceptionItem item) {
    byKind.merge(item.kind().name(), 1L, Long::sum);
    Optional<LineKey> line = item.lines().stream().findFirst();
    Optional<Place> place = line.flatMap(places::of);
    exceptions.add(
        new @Nullable Object[] {
          run,
          ++exceptionRows,
          item.exceptionId(),
          item.kind().name(),
          rules.severity(item, days.between(item.since(), inputs.asOf())).name(),
          item.feeId().orElse(null),
          line.map(LineKey::bytes).orElse(null),
          place.map(Place::file).orElse(null),
          place.map(Place::number).orElse(null),
          item.amount().currency().getCurrencyCode(),
          item.amount().minor(),
          item.since(),
          LedgerJson.write(item)
        });
    if (exceptions.size() >= BATCH) {
      flush(EXCEPTION, exceptions);
    }
  }

  /// Lines stay where they are.
  @Override
  public void line(int file, int number, LineFate fate) {}

  /// What goes over into the next month is kept by whoever hands on the lines.
  @Override
  public void refundOnTheWay(String feeId) {}

  @Override
  public void payout(OpenPayout payout) {}

  /// Writes what is left.
  public void finish() {
    flush(MATCH, matches);
    flush(EXCEPTION, exceptions);
  }

  /// How many matches were found so far.
  public long matches() {
    return matchCount;
  }

  /// How many exceptions there are of each kind.
  public Map<String, Long> exceptions() {
    return Map.copyOf(byKind);
  }

  private void flush(String sql, List<@Nullable Object[]> rows) {
    if (ending.getAsBoolean()) {
      throw new JobFailedException("The program ended before the run did.");
    }
    rows.forEach(row -> writer.add(sql, row));
    rows.clear();
  }
}
