package org.planledger.core.store.sealing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.json.StoredJsonException;
import org.planledger.core.store.AttemptOutcome;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStoreException;
import org.planledger.core.store.PositionSpan;

/// Looks at what joins events and attempts: an attempt's span of positions and an event's number of
/// an attempt. They stand in no record, because nobody knows them before the commit; but both
/// logs are in the order of commits, so the spans follow one another, and the client and the key
/// that stand in the metadata of an event name the attempt it follows from.
final class CauseCheck {

  /// More events than any one unit of work has.
  private static final long LARGEST_SPAN = 100_000;

  /// An event as far as it matters here.
  private record Effect(@Nullable Long attempt, Bytes metadata) {}

  /// Who sent a command, and under which key; both are missing where nobody asked.
  private record Key(@Nullable String client, @Nullable String idempotencyKey) {
    boolean isOfNobody() {
      return client == null || idempotencyKey == null;
    }
  }

  /// The attempts of one unit of work, of which the first is the cause of all its events.
  private record Unit(long cause, Key key, PositionSpan span) {}

  private final Work work;
  private final Findings findings;

  /// Attempts that were found already: their events need not be named as well.
  private final Set<Long> misplaced = new HashSet<>();

  private @Nullable Unit last;
  private long taken;

  /// @param from the number of the attempt up to which all is known to be well
  CauseCheck(Work work, long from, Findings findings) throws SQLException {
    this.work = work;
    this.findings = findings;
    this.taken = from;
    this.last =
        work.first(
                "select number, client, idempotency_key, first_position, last_position"
                    + " from ledger_attempt where number <= ? and last_position is not null"
                    + " order by number desc limit 1",
                row ->
                    new Unit(
                        row.getLong(1),
                        new Key(row.getString(2), row.getString(3)),
                        new PositionSpan(row.getLong(4), row.getLong(5))),
                from)
            .orElse(null);
  }

  private long covered() {
    Unit unit = last;
    return unit == null ? 0 : unit.span().last();
  }

  /// Takes the next attempts, in the order of their numbers.
  void next(List<AttemptRow> page) {
    long from = covered() + 1;
    List<Unit> units = units(page);
    try {
      Map<Long, Effect> effects = effects(from, covered());
      for (Unit unit : units) {
        for (long at = unit.span().first(); at <= unit.span().last(); at++) {
          compare(at, effects.remove(at), unit);
        }
      }
      // Between the spans is what nobody asked for: such an event names no attempt.
      for (var other : effects.entrySet()) {
        Long attempt = other.getValue().attempt();
        if (attempt != null && !misplaced.contains(attempt) && !isMissing(attempt)) {
          misnamed(other.getKey());
        }
      }
    } catch (SQLException e) {
      throw new LedgerStoreException("The events could not be read: " + e.getMessage(), e);
    }
  }

  /// All attempts have been taken: what comes after the last span follows from none of them.
  void end() throws SQLException {
    work.list(
            "select position from ledger_event where position > ? and attempt <= ?"
                + " order by position limit 20",
            row -> row.getLong(1),
            covered(),
            taken)
        .forEach(this::misnamed);
  }

  private List<Unit> units(List<AttemptRow> page) {
    List<Unit> units = new ArrayList<>();
    for (AttemptRow attempt : page) {
      taken = attempt.number();
      PositionSpan span = attempt.positions();
      if (span != null && !goesOn(attempt, span)) {
        if (attempt.outcome() == AttemptOutcome.REFUSED
            || span.first() <= covered()
            || span.count() > LARGEST_SPAN) {
          misplaced(attempt);
        } else {
          var key = new Key(attempt.client(), attempt.idempotencyKey());
          Unit unit = new Unit(attempt.number(), key, span);
          units.add(unit);
          last = unit;
        }
      }
    }
    return units;
  }

  /// Whether an attempt shares the unit of work of the one before it.
  private boolean goesOn(AttemptRow attempt, PositionSpan span) {
    Unit unit = last;
    return unit != null && attempt.outcome() == AttemptOutcome.ACCEPTED && span.equals(unit.span());
  }

  /// An event that is missing is found where the events are looked at.
  private void compare(long position, @Nullable Effect effect, Unit unit) throws SQLException {
    if (effect != null) {
      Long cause = effect.attempt();
      if (cause == null || cause != unit.cause() || !follows(effect, unit)) {
        misnamed(position);
      }
    }
  }

  /// Whether the event's metadata, which its hash covers, name an attempt of the unit.
  private boolean follows(Effect effect, Unit unit) throws SQLException {
    Key key;
    try {
      key = LedgerJson.read(effect.metadata().toArray(), Key.class);
    } catch (StoredJsonException e) {
      // Its hash tells whether the ledger has written that.
      return true;
    }
    return key.isOfNobody() || key.equals(unit.key()) || isInTheSpan(key, unit.span());
  }

  private boolean isInTheSpan(Key key, PositionSpan span) throws SQLException {
    return work.first(
            "select number from ledger_attempt where client = ? and idempotency_key = ?"
                + " and first_position = ? and last_position = ?",
            row -> row.getLong(1),
            key.client(),
            key.idempotencyKey(),
            span.first(),
            span.last())
        .isPresent();
  }

  /// That an attempt is missing is found where the attempts are looked at.
  private boolean isMissing(long attempt) throws SQLException {
    return attempt >= 1
        && attempt <= taken
        && work.first(
                "select number from ledger_attempt where number = ?",
                row -> row.getLong(1),
                attempt)
            .isEmpty();
  }

  private Map<Long, Effect> effects(long first, long last) throws SQLException {
    Map<Long, Effect> effects = new TreeMap<>();
    work.list(
        "select position, attempt, metadata from ledger_event where position between ? and ?",
        row -> {
          long attempt = row.getLong(2);
          Long cause = row.wasNull() ? null : attempt;
          return effects.put(row.getLong(1), new Effect(cause, Bytes.of(row.getBytes(3))));
        },
        first,
        last);
    return effects;
  }

  private void misnamed(long position) {
    findings.add(
        "ledger_event position " + position, "the attempt it names is not the one it follows from");
  }

  private void misplaced(AttemptRow attempt) {
    misplaced.add(attempt.number());
    findings.add(
        "ledger_attempt number " + attempt.number(), "its positions are not those of its events");
  }
}
