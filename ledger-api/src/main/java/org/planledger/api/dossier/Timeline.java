package org.planledger.api.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.reference.CaseId;

/// Everything that happened to a plan and everything that was refused on it, in the order in which
/// it was recorded.
final class Timeline {
  private final PlanHistory history;
  private final List<Attempt> attempts;
  private final Facts facts;
  private final Map<Key, Attempt> behind = new HashMap<>();

  private Timeline(PlanHistory history, List<Attempt> attempts, Facts facts) {
    this.history = history;
    this.attempts = attempts;
    this.facts = facts;
    attempts.forEach(a -> behind.put(new Key(a.client(), a.idempotencyKey()), a));
  }

  static List<Entry> of(PlanHistory history, List<Attempt> attempts, Facts facts) {
    return new Timeline(history, attempts, facts).entries();
  }

  /// By what its events say of the command they follow from.
  private record Key(String client, String idempotencyKey) {}

  /// An entry with the number of the decision that it goes by.
  private record Placed(long decision, Entry entry) {}

  private List<Entry> entries() {
    var placed = new ArrayList<Placed>();
    long last = 0;
    for (var recorded : history.events()) {
      var decided =
          Optional.ofNullable(behind.get(new Key(recorded.client(), recorded.idempotencyKey())));
      last = decided.map(Attempt::number).orElse(last);
      placed.add(new Placed(last, event(recorded, decided.orElse(null))));
    }
    attempts.stream()
        .filter(attempt -> attempt.decision() instanceof Decision.Refused)
        .forEach(attempt -> placed.add(new Placed(attempt.number(), refusal(attempt))));
    placed.sort(Comparator.comparingLong(Placed::decision));
    var entries = new ArrayList<Entry>(placed.size());
    placed.forEach(each -> entries.add(each.entry().at(entries.size() + 1)));
    return entries;
  }

  private Entry event(RecordedEvent<PlanEvent> recorded, @Nullable Attempt decided) {
    var event = recorded.event();
    var plan = history.plan();
    return new Entry(
        0,
        Entry.Kind.EVENT,
        recorded.recordedAt(),
        event.at(),
        plan.day(event.at()),
        plan.day(event.at()).isBefore(plan.day(recorded.recordedAt())),
        recorded.type(),
        event instanceof CaseEvent inCase ? inCase.caseId().value() : null,
        recorded.sequence(),
        recorded.position(),
        decided == null ? null : decided.number(),
        recorded.client(),
        recorded.actor(),
        decided == null ? null : decided.decision().terms().edition().id(),
        List.of(),
        decided == null ? List.of() : reasons(decided),
        facts.of(event));
  }

  private Entry refusal(Attempt attempt) {
    Plan plan = history.plan();
    var at = attempt.businessMoment();
    return new Entry(
        0,
        Entry.Kind.REFUSAL,
        attempt.recordedAt(),
        at,
        plan.day(at),
        plan.day(at).isBefore(plan.day(attempt.recordedAt())),
        attempt.commandType(),
        caseId(attempt),
        null,
        null,
        attempt.number(),
        attempt.client(),
        attempt.actor(),
        attempt.decision().terms().edition().id(),
        attempt.decision().codes(),
        reasons(attempt),
        facts.of(attempt.command()));
  }

  private static @Nullable UUID caseId(Attempt attempt) {
    return attempt.caseId().map(CaseId::value).orElse(null);
  }

  private static List<Reason> reasons(Attempt attempt) {
    return attempt.decision().conditions().stream().map(Reason::of).toList();
  }
}
