package org.planledger.api.moment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.core.axon.Attempt;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
import org.springframework.stereotype.Component;

/// Finds the points of the past that requests name. A moment stands for the last position up to
/// which everything had been recorded by then, so that what is shown is always a beginning of the
/// ledger; it is a moment of recording, not of what happened.
@Component
public final class Moments {
  private final LedgerEvents events;
  private final Attempts attempts;
  private final InstantSource clock;

  Moments(LedgerStore store, InstantSource clock) {
    this.events = store.events();
    this.attempts = store.attempts();
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /// The point that is named by a moment or a position; none if neither is. Throws
  /// [ProblemException] if it has not come yet, or lies before the first event.
  public Optional<Past> past(Asked asked) {
    return asked
        .moment()
        .value()
        .map(moment -> byMoment(asked.moment().name(), moment))
        .or(() -> asked.position().value().map(position -> at(asked.position().name(), position)));
  }

  /// The ledger as it stands.
  public Past head() {
    return new Past(events.head(), now(), true);
  }

  /// Tells whether a command had been decided by then. What was refused has no position: it counts
  /// until the next event, or by its own time if a moment was asked for.
  public Predicate<Attempt> decidedBy(Past past) {
    long next =
        attempts.accepting(past.position() + 1).map(AttemptRow::number).orElse(Long.MAX_VALUE);
    return attempt ->
        attempt.number() < next && !(past.byMoment() && attempt.recordedAt().isAfter(past.at()));
  }

  private Past byMoment(String name, Instant moment) {
    var now = now();
    if (moment.isAfter(now)) {
      throw flaw(
          name,
          FlawCode.IN_THE_FUTURE,
          "this moment has not come yet; the server's clock says "
              + now.truncatedTo(ChronoUnit.MILLIS));
    }
    long position = events.positionAsOf(moment);
    if (position == 0) {
      throw flaw(
          name,
          FlawCode.TOO_FAR_BACK,
          events
              .at(1)
              .map(first -> "the first event of this ledger was recorded at " + first.recordedAt())
              .orElse("nothing has been recorded in this ledger yet"));
    }
    return new Past(position, moment, true);
  }

  private Past at(String name, long position) {
    return events
        .at(position)
        .map(EventRow::ledgerTime)
        .map(time -> new Past(position, time, false))
        .orElseThrow(
            () ->
                flaw(
                    name,
                    FlawCode.OUT_OF_RANGE,
                    "the last event of the ledger has the position " + events.head()));
  }

  private static ProblemException flaw(String name, FlawCode code, String detail) {
    return ProblemException.malformed(Flaw.inQuery(name, code, detail));
  }
}
