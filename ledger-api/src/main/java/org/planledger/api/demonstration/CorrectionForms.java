package org.planledger.api.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.core.plan.AssessmentFacts;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.PlanCommand.CorrectAssessment;
import org.planledger.core.plan.PlanCommand.CorrectReceipt;
import org.planledger.core.plan.PlanEvent.ComponentsReceived;
import org.planledger.core.plan.ReceiptFacts;
import org.planledger.core.reference.CaseId;
import org.planledger.core.terms.Part;

/// Fills in the commands that correct what was told of one case.
record CorrectionForms(PlanStory plan, CaseId id) {

  /// The last parcel, without a part that was told to be in it.
  CorrectReceipt receipt(Sheet sheet, String missing) {
    var wrong = plan.plan().theCase(id).last(ComponentsReceived.class).orElseThrow();
    var parts = new TreeMap<>(wrong.components());
    parts.remove(new Part(missing));
    return new CorrectReceipt(
        plan.id(),
        id,
        at(),
        wrong.at(),
        Optional.of(new ReceiptFacts(wrong.at(), parts, wrong.controllerLinked())),
        sheet.commitment("receipt.correction", "It belonged to another parcel."),
        plan.manager(),
        plan.actor());
  }

  CorrectAssessment assessment(Sheet sheet, Cause cause, Set<Part> damagedParts) {
    return new CorrectAssessment(
        plan.id(),
        id,
        at(),
        new AssessmentFacts(at(), cause, damagedParts, false, List.of(), Optional.empty()),
        sheet.commitment("assessment.correction", "The centre looked at it again."),
        plan.manager(),
        plan.actor());
  }

  private Instant at() {
    return plan.at();
  }
}
