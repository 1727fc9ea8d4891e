package org.planledger.core.plan;

import static org.planledger.core.plan.Named.A;
import static org.planledger.core.plan.Named.P1;
import static org.planledger.core.plan.Named.said;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.CaseSteps.AnAssessment;
import org.planledger.core.plan.PlanCommand.CorrectAssessment;
import org.planledger.core.plan.PlanCommand.CorrectLink;
import org.planledger.core.plan.PlanCommand.CorrectReceipt;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.plan.PlanEvent.ComponentsReceived;
import org.planledger.core.plan.SendingSteps.AReceipt;
import org.planledger.core.reference.CaseId;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.RefusalCode;

/// How a story tells of corrections of links, receipts and assessments. What is corrected never
/// was, unless the story says what holds instead; `clerk` asks and `lead` approves.
final class CorrectionSteps {

  private CorrectionSteps() {}

  static ALinkCorrection correctLink(LinkKind kind, String linkedAt) {
    return new ALinkCorrection(kind, Instant.parse(linkedAt));
  }

  /// Corrects the last receipt of a case.
  static AReceiptCorrection correctReceipt(CaseId id) {
    return new AReceiptCorrection(id);
  }

  static AnAssessmentCorrection correctAssessment(CaseId id, AnAssessment instead) {
    return new AnAssessmentCorrection(id, instead);
  }

  /// The trace of a correction after which these decisions would be refused.
  static Inputs refusedNow(Inputs... steps) {
    return Inputs.of("refusedNow", List.of(steps));
  }

  /// A decision of the case A, by the event that came of it, with the ground on which it would be
  /// refused.
  static <E extends CaseEvent> Inputs step(
      Story story, Class<E> event, String command, RefusalCode code) {
    return Inputs.of("step", command)
        .and("caseId", A)
        .and("at", story.theCase(A).last(event).orElseThrow().at())
        .and("codes", List.of(code));
  }

  static final class ALinkCorrection implements Step {
    private final LinkKind kind;
    private final Instant linkedAt;
    private Optional<LinkFacts> instead = Optional.empty();
    private String approver = "lead";

    private ALinkCorrection(LinkKind kind, Instant linkedAt) {
      this.kind = kind;
      this.linkedAt = linkedAt;
    }

    ALinkCorrection to(LinkKind right, String moment) {
      instead = Optional.of(new LinkFacts(right, Instant.parse(moment), said("the right one")));
      return this;
    }

    ALinkCorrection approvedBy(String person) {
      approver = person;
      return this;
    }

    @Override
    public CorrectLink in(StoryLedger ledger) {
      return new CorrectLink(
          P1, ledger.next(), kind, linkedAt, instead, said("why"), approver, "clerk");
    }
  }

  static final class AReceiptCorrection implements Step {
    private final CaseId id;
    private Optional<AReceipt> instead = Optional.empty();
    private Optional<Instant> receivedAt = Optional.empty();
    private String approver = "lead";

    private AReceiptCorrection(CaseId id) {
      this.id = id;
    }

    AReceiptCorrection of(Instant moment) {
      receivedAt = Optional.of(moment);
      return this;
    }

    AReceiptCorrection to(AReceipt right) {
      instead = Optional.of(right);
      return this;
    }

    AReceiptCorrection approvedBy(String person) {
      approver = person;
      return this;
    }

    @Override
    public CorrectReceipt in(StoryLedger ledger) {
      var meant =
          receivedAt
              .or(() -> ledger.theCase(id).last(ComponentsReceived.class).map(PlanEvent::at))
              .orElseGet(ledger::next);
      return new CorrectReceipt(
          ledger.planIdOf(id),
          id,
          ledger.next(),
          meant,
          instead.map(
              right -> {
                var told = right.in(ledger);
                return new ReceiptFacts(
                    told.receivedAt(), told.components(), told.controllerLinked());
              }),
          said("why"),
          approver,
          "clerk");
    }
  }

  static final class AnAssessmentCorrection implements Step {
    private final CaseId id;
    private final AnAssessment instead;
    private String approver = "lead";

    private AnAssessmentCorrection(CaseId id, AnAssessment instead) {
      this.id = id;
      this.instead = instead;
    }

    AnAssessmentCorrection approvedBy(String person) {
      approver = person;
      return this;
    }

    @Override
    public CorrectAssessment in(StoryLedger ledger) {
      var told = instead.in(ledger);
      return new CorrectAssessment(
          ledger.planIdOf(id),
          id,
          ledger.next(),
          new AssessmentFacts(
              told.assessedAt(),
              told.cause(),
              told.damagedParts(),
              told.inOfficialWarrantyScope(),
              told.findings(),
              told.remark()),
          said("why"),
          approver,
          "clerk");
    }
  }
}
