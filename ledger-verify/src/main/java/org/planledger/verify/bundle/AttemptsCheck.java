package org.planledger.verify.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.planledger.verify.checkpoint.LogHead;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.LogTree;
import org.planledger.verify.proof.RecordHash;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Findings;
import org.planledger.verify.report.Place;

/// Checks that each attempt is in the log of attempts under its number, and is of this plan. That
/// none is left out can only be said of those that led to an event.
final class AttemptsCheck {

  private final Bundle bundle;
  private final Findings findings;
  private final Map<Key, Attempt> byKey = new LinkedHashMap<>();

  /// What names an attempt in the metadata of the events that follow from it.
  private record Key(String client, String idempotencyKey) {}

  AttemptsCheck(Bundle bundle, Findings findings) {
    this.bundle = bundle;
    this.findings = findings;
  }

  void check() {
    var record = new RecordHash();
    LogHead head = bundle.checkpoint().attempts();
    long previous = 0;
    for (Attempt attempt : bundle.attempts()) {
      if (attempt.number() <= previous) {
        add(attempt, "it stands after number %d".formatted(previous));
      }
      previous = attempt.number();
      Optional<Hash> root =
          LogTree.rootOfInclusion(
              attempt.leaf(record), attempt.number() - 1, head.size(), attempt.inclusion());
      if (attempt.number() > head.size()) {
        add(
            attempt,
            "the checkpoint is older than this attempt: it covers %d".formatted(head.size()));
      } else if (!root.equals(Optional.of(head.root()))) {
        add(
            attempt,
            "the log has no such attempt under this number: something in it was changed, or its"
                + " proof");
      } else if (!bundle.planId().equals(attempt.planId())) {
        add(attempt, "it is of another plan");
      } else if (byKey.put(new Key(attempt.client(), attempt.idempotencyKey()), attempt) != null) {
        add(attempt, "its client has used its key before");
      }
    }
  }

  /// The attempt with this key, if it is in the bundle and was right.
  Optional<Attempt> find(String client, String idempotencyKey) {
    return Optional.ofNullable(byKey.get(new Key(client, idempotencyKey)));
  }

  Iterable<Attempt> verified() {
    return byKey.values();
  }

  private void add(Attempt attempt, String message) {
    findings.add(Check.ATTEMPT, Place.attempt(attempt.number()), message);
  }
}
