package org.planledger.core.plan;

import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.plan.PlanCommand.RecordAssessment;
import org.planledger.core.plan.PlanEvent.DamageAssessed;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Terms;

/// Decides the recording of an assessment (clauses 3.2.1(3), 3.3(2)). What was found is a fact: it
/// can bar a service later, but it never makes the recording fail (decision A-64).
final class Assessing {

  private Assessing() {}

  static Decision decide(Situation situation, RecordAssessment command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    boolean assessable = !c.express() && !c.chosen();
    if (Stages.open(d, c) && Stages.fits(d, c, assessable, "RecordAssessment")) {
      if (c.flyaway()) {
        d.require(
            Rule.FLIGHT_RECORD_FOR_ASSESSMENT,
            c.flightRecord().isPresent(),
            Inputs.of("flightRecord", c.flightRecord().isPresent()));
      } else {
        d.require(Rule.RECEIVED_FOR_ASSESSMENT, c.received(), Inputs.of("received", c.received()));
      }
    }
    if (d.granted() && !Regions.joined(terms, plan.sold().region(), c.opened().region())) {
      d.apply(Rule.CONFIRMED_ABROAD, Inputs.of("region", c.opened().region().code()));
    }
    return d.conclude(
        () ->
            Changes.of(
                new DamageAssessed(
                    plan.id(),
                    command.assessedAt(),
                    command.caseId(),
                    command.cause(),
                    canonical(terms, command.damagedParts()),
                    command.inOfficialWarrantyScope(),
                    command.findings(),
                    command.remark())));
  }

  /// The damaged parts under the names of the terms.
  static Set<Part> canonical(Terms terms, Set<Part> named) {
    var parts = new TreeSet<Part>();
    named.forEach(part -> parts.addAll(terms.canonical(part)));
    return parts;
  }
}
