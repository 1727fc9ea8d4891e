package org.planledger.api.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.planledger.core.axon.Caller;
import org.planledger.core.axon.Outcome;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.axon.Submission;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.PlanCommand.LapseCase;
import org.planledger.core.privacy.Commitments;
import org.planledger.core.privacy.PrivateRows;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.Bytes;
import org.planledger.core.terms.TermsBook;

/// Records for one plan what is due, one fact after the other. Each is submitted for the state it
/// was found due in, so whatever happens to the plan in the meantime comes first.
final class SweepingAPlan {

  /// Who asks, as it stands beside every event.
  static final Caller CALLER = new Caller("ledger-sweep", "ledger-sweep", Optional.empty());

  /// How often a plan is looked at again because something else happened to it.
  private static final int ATTEMPTS = 5;

  /// The kind of the private value, the same as for a lapse by hand.
  private static final String REASON = "case.lapse";

  private final PlanLedger ledger;
  private final TermsBook terms;
  private final InstantSource clock;
  private final Commitments commitments = new Commitments();

  SweepingAPlan(PlanLedger ledger, TermsBook terms, InstantSource clock) {
    this.ledger = ledger;
    this.terms = terms;
    this.clock = clock;
  }

  /// Records all that is due.
  ///
  /// @return what was recorded
  /// @throws NotRecordedException if the ledger could not take a fact, which stays due
  Records sweep(PlanId plan, SweepDay day) {
    var recorded = Records.NONE;
    int left = ATTEMPTS;
    while (true) {
      var history = ledger.history(plan);
      var due = history.flatMap(found -> Due.next(found.plan(), terms, day));
      if (due.isEmpty()) {
        return recorded;
      }
      var outcome = ledger.submit(submission(due.get(), history.orElseThrow()));
      if (outcome instanceof Outcome.Decided(var attempt, var replayed)
          && attempt.decision() instanceof Accepted
          && !replayed) {
        recorded = recorded.plus(Records.of(due.get().event()));
      } else if (--left == 0) {
        throw new NotRecordedException(recorded, reason(outcome));
      }
    }
  }

  private Submission submission(Due.Command due, PlanHistory history) {
    var command = due.command();
    var privateRows = PrivateRows.none();
    if (command instanceof LapseCase lapse) {
      var reason = commitments.commit(lapse.planId().toString(), REASON, Due.LAPSE_REASON);
      command =
          new LapseCase(lapse.planId(), lapse.caseId(), lapse.lapsedAt(), reason.commitment());
      privateRows = new PrivateRows(List.of(reason.row()), List.of());
    }
    return new Submission(
        command,
        CALLER,
        due.key(),
        sha256(due.key()),
        OptionalLong.of(history.sequence()),
        now(),
        privateRows);
  }

  private Instant now() {
    return clock.instant();
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Decided decided ->
          decided.replayed()
              ? "its key stands for attempt " + decided.attempt().number()
              : "it was refused: " + decided.attempt().decision().codes();
      case Outcome.KeyReused reused -> "its key stands for attempt " + reused.attempt();
      case Outcome.UnknownPlan _ -> "the plan is gone";
      case Outcome.UnknownCase _ -> "the case is gone";
      case Outcome.SequenceMismatch _, Outcome.Conflict _ -> "the plan kept changing";
      case Outcome.Busy _ -> "the ledger was busy";
      case Outcome.Unsure _ -> "the connection to the database was lost";
    };
  }

  /// The fact and its day are the whole request, and the key names both.
  private static Bytes sha256(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Bytes.of(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
