package org.planledger.core.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.plan.PlanCommand.ConfirmMaintenance;
import org.planledger.core.plan.PlanEvent.MaintenancePerformed;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// Decides the record of maintenance (clauses 1.4, 2.4.1(4), 3.4). It is entered when it was
/// carried out, which uses it; nothing is held back for it before (decision A-75).
final class MaintainingADevice {

  private static final Part REMOTE_CONTROLLER = Part.of("REMOTE_CONTROLLER");

  private MaintainingADevice() {}

  static Decision decide(Situation situation, ConfirmMaintenance command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    boolean due = c.maintenance() && !c.usedMaintenance();
    if (Stages.open(d, c) && Stages.fits(d, c, due, "ConfirmMaintenance")) {
      conditions(d, plan, c, terms);
    }
    var model = plan.deviceOf(c).model();
    var replaced = new TreeSet<Part>();
    command.wornParts().forEach(part -> replaced.addAll(terms.canonical(part)));
    var worn = new TreeSet<>(replaced);
    worn.retainAll(terms.easilyWornParts(model));
    var others = new TreeSet<>(replaced);
    others.removeAll(worn);
    if (d.granted()) {
      shape(d, terms, plan, c, worn, others);
    }
    return d.conclude(
        () ->
            Changes.of(
                new MaintenancePerformed(plan.id(), command.confirmedAt(), c.id(), worn, others)));
  }

  private static void conditions(Deliberation d, Plan plan, Case c, Terms terms) {
    Stages.headOnly(d, plan, c);
    Stages.notRestricted(d, plan, c);
    Validity.ofReplacement(d, plan, c.opened().appliedOn());
    var left = Entitlements.of(plan).maintenance();
    d.require(Rule.MAINTENANCE_QUOTA, !left.spent(), Replacing.figures(left));
    if (d.require(
        Rule.RECEIVED_FOR_ASSESSMENT, c.received(), Inputs.of("received", c.received()))) {
      complete(d, c, PinnedTerms.model(terms, plan.deviceOf(c).model()));
    }
    c.assessed().ifPresent(found -> Exclusions.ofTheCase(d, terms, Service.MAINTENANCE, found));
  }

  /// The device and, where it is flown with one, its remote controller.
  private static void complete(Deliberation d, Case c, Model model) {
    var needed = new TreeSet<Part>();
    needed.add(model.body());
    if (model.remoteController()) {
      needed.add(REMOTE_CONTROLLER);
    }
    needed.removeAll(c.components().keySet());
    d.require(
        Rule.DEVICE_AND_CONTROLLER_SENT_IN,
        needed.isEmpty(),
        Inputs.of("missing", needed.stream().map(Part::code).toList()));
  }

  private static void shape(
      Deliberation d, Terms terms, Plan plan, Case c, Set<Part> worn, Set<Part> others) {
    var model = plan.deviceOf(c).model();
    var left = Entitlements.of(plan).maintenance();
    d.apply(Rule.TASKS_OF_MAINTENANCE, Inputs.of("parts", codes(c.components().keySet())));
    Rows.apply(d, terms, Service.MAINTENANCE, model);
    d.apply(Rule.EASILY_WORN, Inputs.of("free", codes(worn)));
    d.apply(Rule.MAINTENANCE_COSTS_NOTHING, Inputs.of("chargeable", !others.isEmpty()));
    if (!others.isEmpty()) {
      d.apply(Rule.DAMAGED_PART_IN_MAINTENANCE, Inputs.of("parts", codes(others)));
    }
    d.apply(Rule.MAINTENANCE_PERFORMED, Inputs.of("availableBefore", left.available()));
  }

  private static List<String> codes(Set<Part> parts) {
    return parts.stream().map(Part::code).sorted().toList();
  }
}
