package org.planledger.api.cases;

import java.util.List;
import java.util.Set;
import org.planledger.api.command.CommandEndpoint;
import org.planledger.api.command.CommandSource;
import org.planledger.api.command.Draft;
import org.planledger.core.plan.AssessmentFacts;
import org.planledger.core.plan.PlanCommand.CorrectAssessment;
import org.planledger.core.plan.PlanCommand.CorrectReceipt;
import org.planledger.core.plan.ReceiptFacts;
import org.springframework.stereotype.Component;

/// The commands that correct what was recorded in a case, by two persons who saw it.
@Component
final class CorrectionCommands implements CommandSource {

  @Override
  public List<CommandEndpoint<?>> endpoints() {
    return List.of(
        CaseCommands.step(
                CorrectReceipt.class,
                "/receipt-corrections",
                CorrectReceiptRequest.class,
                "Correct what was recorded to have arrived",
                CorrectionCommands::receipt)
            .onlyIfMatched(),
        CaseCommands.step(
                CorrectAssessment.class,
                "/assessment-corrections",
                CorrectAssessmentRequest.class,
                "Correct what was recorded to have been found out",
                CorrectionCommands::assessment)
            .onlyIfMatched());
  }

  private static CorrectReceipt receipt(CorrectReceiptRequest request, Draft draft) {
    return new CorrectReceipt(
        draft.planId(),
        draft.caseId(),
        request.correctedAt().orElse(draft.now()),
        request.receivedAt(),
        request
            .instead()
            .map(
                receipt ->
                    new ReceiptFacts(
                        receipt.receivedAt(),
                        CaseCommands.components(receipt, draft, "/instead"),
                        receipt.controllerLinked())),
        draft.commitment("receipt.correction", request.reason()),
        request.approvedBy(),
        draft.actor());
  }

  private static CorrectAssessment assessment(CorrectAssessmentRequest request, Draft draft) {
    var instead = request.instead();
    return new CorrectAssessment(
        draft.planId(),
        draft.caseId(),
        request.correctedAt().orElse(draft.now()),
        new AssessmentFacts(
            instead.assessedAt(),
            instead.cause(),
            Set.copyOf(instead.damagedParts()),
            instead.inOfficialWarrantyScope(),
            instead.findings().stream().map(FindingRequest::finding).toList(),
            draft.commitment("assessment.remark", instead.remark())),
        draft.commitment("assessment.correction", request.reason()),
        request.approvedBy(),
        draft.actor());
  }
}
