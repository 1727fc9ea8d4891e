package org.planledger.core.plan;

import org.planledger.core.plan.PlanCommand.RefuseService;
import org.planledger.core.plan.PlanEvent.CaseRefused;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;

/// Decides the refusal of a case by a named person (clauses 2.5.1 fn. 3, 2.5.2, 4, decision A-58).
/// It ends the case and is no use of anything; only a lost aircraft that is paid for, and with that
/// the provider's, has to be answered.
final class RefusingService {

  private RefusingService() {}

  static Decision decide(Situation situation, RefuseService command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var d = Deliberation.in(c);
    if (Stages.open(d, c)) {
      d.require(
          Rule.REFUSED_BY_A_PERSON,
          !FlyingAway.paid(c),
          Inputs.of("feePaid", FlyingAway.paid(c))
              .and("codes", command.codes())
              .and("exclusions", command.findings().stream().map(Finding::exclusion).toList()));
    }
    if (d.granted()) {
      clauses(d, command);
    }
    return d.conclude(
        () ->
            ClosingACase.ended(
                plan,
                c,
                new CaseRefused(
                    plan.id(),
                    command.refusedAt(),
                    c.id(),
                    command.codes(),
                    command.findings(),
                    command.reason()),
                command.reason()));
  }

  /// What the clauses say of the grounds that only a person can state.
  private static void clauses(Deliberation d, RefuseService command) {
    if (command.codes().contains(RefusalCode.CROSS_BORDER_WITHOUT_CONSENT)) {
      d.apply(Rule.REFUSED_FOR_A_BORDER, Inputs.none());
    }
    if (command.codes().contains(RefusalCode.THIRD_PARTY_NOT_AUTHORISED)) {
      d.apply(Rule.NO_THIRD_PARTY, Inputs.none());
      d.apply(Rule.NO_LATER_LOSSES, Inputs.none());
    }
  }
}
