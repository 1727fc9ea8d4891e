package org.planledger.core.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.PlanCommand.CorrectAssessment;
import org.planledger.core.plan.PlanCommand.CorrectLink;
import org.planledger.core.plan.PlanCommand.CorrectReceipt;

/// Random corrections of what was told of a plan, most of them of something that was told.
final class RandomCorrections {
  private final Chance chance;
  private final RandomCaseCommands inCase;

  RandomCorrections(Chance chance, RandomCaseCommands inCase) {
    this.chance = chance;
    this.inCase = inCase;
  }

  PlanCommand ofAFact(NaivePlan plan) {
    if (plan.cases.isEmpty() || chance.oneIn(3)) {
      return ofALink(plan);
    }
    var all = List.copyOf(plan.cases.values());
    var received = all.stream().filter(c -> c.received).toList();
    var assessed = all.stream().filter(c -> c.assessed).toList();
    return chance.heads()
        ? ofAReceipt(
            plan, received.isEmpty() || chance.oneIn(6) ? chance.pick(all) : received.getLast())
        : ofAnAssessment(
            plan, assessed.isEmpty() || chance.oneIn(6) ? chance.pick(all) : assessed.getLast());
  }

  private CorrectLink ofALink(NaivePlan plan) {
    var made = plan.links.stream().filter(NaivePlan.LinkFact::made).toList();
    boolean told = !made.isEmpty() && !chance.oneIn(6);
    var link = told ? chance.pick(made) : null;
    var kind = link == null ? chance.pick(List.of(LinkKind.values())) : link.kind();
    var at = link == null ? chance.moment() : link.at();
    return new CorrectLink(
        plan.id,
        chance.moment(),
        kind,
        at,
        chance.oneIn(4) ? Optional.empty() : Optional.of(right(kind, at)),
        Named.said("mistyped"),
        inCase.approver(),
        "clerk");
  }

  private LinkFacts right(LinkKind kind, Instant at) {
    return new LinkFacts(
        chance.oneIn(3) ? chance.pick(List.of(LinkKind.values())) : kind,
        chance.heads() ? at.minusSeconds(chance.below(1_000_000)) : chance.moment(),
        Named.said("the right one"));
  }

  private CorrectReceipt ofAReceipt(NaivePlan plan, NaiveCase c) {
    var told = inCase.receive(plan, c);
    boolean known = !c.parcels.isEmpty() && !chance.oneIn(8);
    var receivedAt = known ? chance.pick(c.parcels).receivedAt() : chance.moment();
    var instead =
        new ReceiptFacts(
            chance.heads() ? receivedAt : told.receivedAt(),
            told.components(),
            told.controllerLinked());
    return new CorrectReceipt(
        plan.id,
        c.id,
        chance.moment(),
        receivedAt,
        chance.oneIn(4) ? Optional.empty() : Optional.of(instead),
        Named.said("another parcel"),
        inCase.approver(),
        "clerk");
  }

  private CorrectAssessment ofAnAssessment(NaivePlan plan, NaiveCase c) {
    var told = inCase.assess(plan, c);
    return new CorrectAssessment(
        plan.id,
        c.id,
        chance.moment(),
        new AssessmentFacts(
            told.assessedAt(),
            told.cause(),
            told.damagedParts(),
            told.inOfficialWarrantyScope(),
            told.findings(),
            told.remark()),
        Named.said("looked at again"),
        inCase.approver(),
        "clerk");
  }
}
