package org.planledger.core.plan;

import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.PlanCommand.CorrectAssessment;
import org.planledger.core.plan.PlanCommand.CorrectLink;
import org.planledger.core.plan.PlanCommand.CorrectReceipt;
import org.planledger.core.plan.PlanEvent.AssessmentCorrected;
import org.planledger.core.plan.PlanEvent.ComponentsReceived;
import org.planledger.core.plan.PlanEvent.DamageAssessed;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.LinkCorrected;
import org.planledger.core.plan.PlanEvent.LinkRecorded;
import org.planledger.core.plan.PlanEvent.ReceiptCorrected;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Terms;

/// Decides corrections of what was recorded wrongly: a link, a receipt, an assessment (decisions
/// A correction changes what is held from now on, and all that follows from it; what
/// was decided upon the mistake stands, and what of it would be refused now is told. It takes two
/// persons, and none of the grounds that were waived in a case spares the second.
final class CorrectingAFact {

  private CorrectingAFact() {}

  /// Whether somebody else than the actor agreed.
  static void twoPersons(Deliberation d, String approvedBy, String actor) {
    boolean two = !approvedBy.equals(actor);
    d.insist(Rule.PROCESS_KEPT, two, Inputs.of("twoPersons", two));
  }

  static Decision decide(Situation situation, CorrectLink command) {
    var plan = situation.sold();
    var d = new Deliberation(plan.terms());
    twoPersons(d, command.approvedBy(), command.actor());
    var correction =
        plan.facts()
            .last(
                LinkRecorded.class,
                link -> link.kind() == command.kind() && link.at().equals(command.linkedAt()))
            .map(fact -> correction(plan, fact, command));
    d.require(
        Rule.LINK_TO_CORRECT,
        correction.isPresent(),
        Inputs.of("kind", command.kind()).and("linkedAt", command.linkedAt()));
    correction.ifPresent(
        event -> {
          event.holdsOn().ifPresent(device -> Linking.noticeLate(d, plan, device));
          stands(d, Reconsidering.ofLinks(situation, event));
        });
    return d.conclude(() -> Changes.of(correction.orElseThrow()));
  }

  private static LinkCorrected correction(Plan plan, Fact fact, CorrectLink command) {
    var was = (LinkRecorded) fact.held();
    return new LinkCorrected(
        plan.id(),
        command.correctedAt(),
        fact.sequence(),
        was.deviceId(),
        new LinkFacts(was.kind(), was.at(), was.reference()),
        command
            .instead()
            .flatMap(link -> Linking.coveredAt(plan, link.linkedAt()))
            .map(DeviceBound::deviceId),
        command.instead(),
        command.reason(),
        command.approvedBy(),
        command.actor());
  }

  /// What is told instead has to be what could have been recorded: a first parcel that was sent in
  /// time.
  static Decision decide(Situation situation, CorrectReceipt command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    twoPersons(d, command.approvedBy(), command.actor());
    var correction =
        plan.facts()
            .last(
                ComponentsReceived.class,
                receipt ->
                    receipt.caseId().equals(c.id()) && receipt.at().equals(command.receivedAt()))
            .map(fact -> correction(plan, c, terms, fact, command));
    d.require(
        Rule.RECEIPT_TO_CORRECT,
        correction.isPresent(),
        Inputs.of("receivedAt", command.receivedAt()));
    correction.ifPresent(
        event -> {
          var was = event.was().receipt(plan.id(), c.id());
          event
              .receipt()
              .ifPresent(
                  receipt -> SendingIn.inTime(d, c.holding(was, Optional.empty()), receipt.at()));
          stands(d, Reconsidering.of(situation, c, before -> before.holding(was, event.receipt())));
        });
    return d.conclude(() -> Changes.of(correction.orElseThrow()));
  }

  private static ReceiptCorrected correction(
      Plan plan, Case c, Terms terms, Fact fact, CorrectReceipt command) {
    var was = (ComponentsReceived) fact.held();
    var holds =
        command
            .instead()
            .map(
                told ->
                    new ReceiptFacts(
                        told.receivedAt(),
                        SendingIn.canonical(terms, told.components()),
                        told.controllerLinked()));
    var receipt = holds.map(facts -> facts.receipt(plan.id(), c.id()));
    return new ReceiptCorrected(
        plan.id(),
        command.correctedAt(),
        c.id(),
        fact.sequence(),
        ReceiptFacts.of(was),
        holds,
        c.holding(was, receipt).stage(),
        command.reason(),
        command.approvedBy(),
        command.actor());
  }

  static Decision decide(Situation situation, CorrectAssessment command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    twoPersons(d, command.approvedBy(), command.actor());
    var correction =
        plan.facts()
            .last(DamageAssessed.class, assessed -> assessed.caseId().equals(c.id()))
            .map(fact -> correction(plan, c, terms, fact, command));
    d.require(
        Rule.ASSESSMENT_TO_CORRECT,
        correction.isPresent(),
        Inputs.of("assessed", correction.isPresent()));
    correction.ifPresent(
        event -> {
          var was = event.was().assessment(plan.id(), c.id());
          var holds = Optional.of(event.assessment());
          stands(d, Reconsidering.of(situation, c, before -> before.holding(was, holds)));
        });
    return d.conclude(() -> Changes.of(correction.orElseThrow()));
  }

  private static AssessmentCorrected correction(
      Plan plan, Case c, Terms terms, Fact fact, CorrectAssessment command) {
    var told = command.instead();
    return new AssessmentCorrected(
        plan.id(),
        command.correctedAt(),
        c.id(),
        fact.sequence(),
        AssessmentFacts.of((DamageAssessed) fact.held()),
        new AssessmentFacts(
            told.assessedAt(),
            told.cause(),
            Assessing.canonical(terms, told.damagedParts()),
            told.inOfficialWarrantyScope(),
            told.findings(),
            told.remark()),
        command.reason(),
        command.approvedBy(),
        command.actor());
  }

  /// Nothing is decided again; what would be refused now is told.
  private static void stands(Deliberation d, List<Inputs> refusedNow) {
    d.apply(Rule.DECIDED_STANDS, Inputs.of("refusedNow", refusedNow));
    if (!refusedNow.isEmpty()) {
      d.notice(Notice.DECIDED_UPON_A_MISTAKE);
    }
  }
}
