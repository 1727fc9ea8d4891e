package org.planledger.api.command;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.planledger.api.command.Draft.Target;
import org.planledger.api.json.RequestReader;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Ids;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.Outcome;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.axon.Submission;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.privacy.Commitments;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.NewerRecordException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;

/// The one way of a posted command: read strictly, translated, submitted, and answered from what
/// was kept of it.
@Component
final class CommandDesk {
  private final PlanLedger ledger;
  private final EarlierAttempts earlier;
  private final AttemptAnswers answers;
  private final RequestReader reader;
  private final InstallationKey key;
  private final Commitments commitments = new Commitments();
  private final InstantSource clock;

  CommandDesk(
      PlanLedger ledger,
      Attempts attempts,
      AttemptAnswers answers,
      RequestReader reader,
      InstallationKey key,
      InstantSource clock) {
    this.ledger = ledger;
    this.earlier = new EarlierAttempts(attempts, ledger);
    this.answers = answers;
    this.reader = reader;
    this.key = key;
    this.clock = clock;
  }

  /// Has the command decided, or answers what was decided when its key was used first.
  <R extends Record> ResponseEntity<byte[]> post(
      CommandEndpoint<R> endpoint, HttpServletRequest request) {
    var head = Head.ofCommand(request);
    var json = Body.json(request);
    var fingerprint = Fingerprint.of(request, json);
    try {
      var draft = draft(request, head);
      var command = translated(endpoint, json, draft);
      endpoint.guard(head.precondition());
      return submitted(head, fingerprint, command, draft);
    } catch (ProblemException | NewerRecordException problem) {
      return repeated(head, fingerprint).orElseThrow(() -> problem);
    }
  }

  /// Reads and translates a command without submitting it.
  <R extends Record> PlanCommand rehearsed(
      CommandEndpoint<R> endpoint, Head head, HttpServletRequest request) {
    return translated(endpoint, Body.json(request), draft(request, head));
  }

  private <R extends Record> PlanCommand translated(
      CommandEndpoint<R> endpoint, JsonNode json, Draft draft) {
    var command = endpoint.translation().translate(reader.read(json, endpoint.request()), draft);
    draft.refuseIfFlawed();
    return command;
  }

  private Draft draft(HttpServletRequest request, Head head) {
    @SuppressWarnings("unchecked") // Spring puts names and texts there
    var path =
        (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    var plan = path.get("planId");
    var caseOf = path.get("caseId");
    var target =
        new Target(
            plan == null ? new PlanId(UuidCreator.getTimeOrderedEpoch()) : Ids.plan(plan),
            caseOf == null ? new CaseId(UuidCreator.getTimeOrderedEpoch()) : Ids.caseOf(caseOf));
    return new Draft(target, clock.instant(), head.caller().actor(), key, commitments);
  }

  private ResponseEntity<byte[]> submitted(
      Head head, Bytes fingerprint, PlanCommand command, Draft draft) {
    var expected = head.precondition().expectedSequence();
    if (command instanceof PurchasePlan) {
      if (!head.precondition().holdsBeforeSale()) {
        throw ProblemException.of(
            ProblemType.PRECONDITION_FAILED, "A plan that is not sold yet has no ETag to match.");
      }
      expected = OptionalLong.empty();
    }
    var outcome =
        ledger.submit(
            new Submission(
                command,
                head.caller(),
                head.key().orElseThrow(),
                fingerprint,
                expected,
                draft.now(),
                draft.privateRows()));
    return answered(outcome);
  }

  private ResponseEntity<byte[]> answered(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Decided decided -> answers.of(decided.attempt(), decided.replayed());
      case Outcome.KeyReused _ -> throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
      case Outcome.UnknownPlan _ -> throw ProblemException.of(ProblemType.UNKNOWN_PLAN);
      case Outcome.UnknownCase _ -> throw ProblemException.of(ProblemType.UNKNOWN_CASE);
      case Outcome.SequenceMismatch mismatch ->
          throw ProblemException.of(
                  ProblemType.PRECONDITION_FAILED,
                  "The last event of the plan has the sequence %d.".formatted(mismatch.current()))
              .with("ETag", "\"" + mismatch.current() + "\"");
      case Outcome.Conflict _ -> throw again(ProblemType.CONCURRENT_CHANGE);
      case Outcome.Busy _ -> throw again(ProblemType.BUSY);
      case Outcome.Unsure _ -> throw again(ProblemType.OUTCOME_UNKNOWN);
    };
  }

  private static ProblemException again(ProblemType type) {
    return ProblemException.of(type).with("Retry-After", "1");
  }

  /// What the key stands for, if it was used before.
  private Optional<ResponseEntity<byte[]>> repeated(Head head, Bytes fingerprint) {
    return earlier
        .byKey(head.caller().client(), head.key().orElseThrow())
        .map(attempt -> repeated(attempt, fingerprint));
  }

  private ResponseEntity<byte[]> repeated(Attempt attempt, Bytes fingerprint) {
    if (!attempt.fingerprint().equals(fingerprint)) {
      throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }
    return answers.of(attempt, true);
  }
}
