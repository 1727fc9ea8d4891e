package org.planledger.api.command;

import org.planledger.api.answer.AnswerJson;
import org.planledger.api.decision.DecisionAnswer;
import org.planledger.api.decision.Grounds;
import org.planledger.api.problem.Explanation;
import org.planledger.api.problem.Problem;
import org.planledger.api.problem.ProblemAnswers;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.problem.Traces;
import org.planledger.core.axon.Attempt;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.PlanCommand.*;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers a command from the attempt that was kept of it and from nothing else. A repeated command
/// finds the same, so it gets the same bytes.
@Component
final class AttemptAnswers {
  /// Says that the answer is that of an earlier request with the same key.
  static final String IDEMPOTENCY_HIT = "Idempotency-Hit";

  private static final int CREATED = 201;
  private static final int REFUSED = 422;

  ResponseEntity<byte[]> of(Attempt attempt, boolean replayed) {
    var answer =
        switch (attempt.decision()) {
          case Decision.Accepted _ ->
              ResponseEntity.status(CREATED)
                  .header("Location", location(attempt))
                  .contentType(MediaType.APPLICATION_JSON)
                  .cacheControl(CacheControl.noStore());
          case Decision.Refused _ -> ProblemAnswers.start(REFUSED);
        };
    attempt.sequence().ifPresent(sequence -> answer.eTag("\"" + sequence + "\""));
    if (replayed) {
      answer.header(IDEMPOTENCY_HIT, "true");
    }
    return answer.body(body(attempt));
  }

  /// The address of the decision on a command.
  static String decisionOf(Attempt attempt) {
    return "/v1/plans/%s/decisions/%d".formatted(attempt.planId(), attempt.number());
  }

  private byte[] body(Attempt attempt) {
    return switch (attempt.decision()) {
      case Decision.Accepted _ -> AnswerJson.MAPPER.writeValueAsBytes(CommandAnswer.of(attempt));
      case Decision.Refused refused -> ProblemAnswers.bytes(refusal(attempt, refused));
    };
  }

  private Problem refusal(Attempt attempt, Decision.Refused refused) {
    var codes = refused.codes();
    var first = codes.getFirst();
    return new Problem(
        ProblemType.address(first.name()),
        Explanation.of(first).title(),
        REFUSED,
        Grounds.inWords(refused.conditions()),
        decisionOf(attempt),
        first.name(),
        codes.stream().map(Enum::name).toList(),
        DecisionAnswer.of(refused, attempt.remedies()),
        RefusedFields.of(attempt.command(), refused),
        attempt.traceparent().map(Traces::idIn).orElse(null));
  }

  /// What a command has made: a plan, a case, a binding, or else the decision itself.
  private static String location(Attempt attempt) {
    return switch (attempt.command()) {
      case PurchasePlan c -> "/v1/plans/" + c.planId();
      case OpenCase c -> "/v1/plans/%s/cases/%s".formatted(c.planId(), c.caseId());
      case BindDevice c -> "/v1/devices/" + c.device().deviceId();
      case CorrectBinding c -> "/v1/devices/" + c.device().deviceId();
      case RecordLink _, RecordUnlink _, RecordShipmentIn _, RecordReceipt _ -> decisionOf(attempt);
      case RecordAssessment _, UploadFlightRecord _, FileFlyawayReport _ -> decisionOf(attempt);
      case CancelFlyawayReport _, ClaimReplacement _, PayServiceFee _ -> decisionOf(attempt);
      case ShipReplacement _, ReportRecovered _, WithdrawCase _ -> decisionOf(attempt);
      case LapseCase _, RefuseService _, WaiveRefusal _, RefundFee _ -> decisionOf(attempt);
      case ClaimRepairDiscount _, ConfirmMaintenance _ -> decisionOf(attempt);
      case CompleteRepair _, RecordRecoveredReturn _ -> decisionOf(attempt);
      case RecordProductReturn _, ReturnPlan _, RequestExit _, ConfirmExit _ -> decisionOf(attempt);
      case UpgradeTerms _, ExpireService _, GrantReward _ -> decisionOf(attempt);
      case CorrectLink _, CorrectReceipt _, CorrectAssessment _ -> decisionOf(attempt);
    };
  }
}
