package org.planledger.core.plan;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanCommand.RecordReceipt;
import org.planledger.core.plan.PlanCommand.RecordShipmentIn;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.plan.PlanEvent.ComponentsReceived;
import org.planledger.core.plan.PlanEvent.ShipmentDispatched;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Terms;

/// Decides what concerns the way of the device to the centre: the last day to send it, parcels
/// across borders, and what arrived (clauses 3.2.1(2), 3.2.2(2), fn. 3).
final class SendingIn {
  /// Names the calendar of a deadline that counts every day.
  private static final String CALENDAR_DAYS = "CALENDAR_DAYS";

  private SendingIn() {}

  /// The last day to send the device in: counted in the region of the request, whose carriers and
  /// holidays count (decisions ).
  static Optional<SendBackDeadline> deadline(Terms terms, OpenCase command) {
    if (command.type() != CaseType.REPAIR) {
      return Optional.empty();
    }
    if (command.process() == Channel.EXPRESS) {
      return Optional.of(
          command
              .workingDeadline()
              .orElseThrow(
                  () -> new IllegalArgumentException("an express request needs its deadline")));
    }
    var zone = terms.region(command.region()).orElseThrow().zone();
    var submittedOn = command.submittedAt().atZone(zone).toLocalDate();
    return Optional.of(
        new SendBackDeadline(
            submittedOn.plusDays(terms.onlineSendBackDays()), zone, CALENDAR_DAYS));
  }

  static Decision decide(Situation situation, RecordShipmentIn command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    if (expected(d, c) && Stages.fits(d, c, !c.flyaway(), "RecordShipmentIn")) {
      inTime(d, c, command.dispatchedAt());
      border(d, c, terms, command);
      revived(d, plan, c);
    }
    var dispatched =
        new ShipmentDispatched(
            plan.id(),
            command.dispatchedAt(),
            command.caseId(),
            command.fromRegion(),
            command.crossBorderConsent(),
            command.carrierReference());
    return d.conclude(() -> changes(plan, c, dispatched, ReinstatementCause.DISPATCHED_IN_TIME));
  }

  static Decision decide(Situation situation, RecordReceipt command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    if (expected(d, c) && Stages.fits(d, c, !c.flyaway(), "RecordReceipt")) {
      // A parcel whose dispatch nobody recorded was dispatched, at the latest, when it arrived.
      inTime(d, c, command.receivedAt());
      d.apply(
          Rule.CONTROLLER_UNLINKED_FOR_SERVICE,
          Inputs.of("controllerLinked", command.controllerLinked()));
      d.apply(Rule.ACCOUNT_STAYS_LINKED, Inputs.of("gate", false));
      revived(d, plan, c);
    }
    var received =
        new ComponentsReceived(
            plan.id(),
            command.receivedAt(),
            command.caseId(),
            canonical(terms, command.components()),
            command.controllerLinked());
    return d.conclude(() -> changes(plan, c, received, ReinstatementCause.RECEIVED_IN_TIME));
  }

  /// Whether a parcel of the case can still be told of: it is open, or it lapsed because nobody had
  /// told of one (decision A-68).
  private static boolean expected(Deliberation d, Case c) {
    return c.lapsedUnsent() || Stages.open(d, c);
  }

  private static void revived(Deliberation d, Plan plan, Case c) {
    if (c.lapsedUnsent()) {
      Reinstating.conditions(d, plan, c);
    }
  }

  private static Changes changes(Plan plan, Case c, CaseEvent told, ReinstatementCause cause) {
    return c.lapsedUnsent()
        ? Reinstating.changes(plan, c, told.at(), cause, told)
        : Changes.of(told);
  }

  /// The first parcel has to be sent in time; what is sent after it was only missing from it.
  static void inTime(Deliberation d, Case c, Instant dispatchedAt) {
    // Nobody waits for a device that is only to be maintained (decision A-75).
    c.opened().sendBack().ifPresent(deadline -> inTime(d, c, dispatchedAt, deadline));
  }

  private static void inTime(
      Deliberation d, Case c, Instant dispatchedAt, SendBackDeadline deadline) {
    var dispatchedOn = dispatchedAt.atZone(deadline.zone()).toLocalDate();
    boolean underWay = c.dispatched() || c.received();
    d.apply(
        Rule.DISPATCH_COUNTS, Inputs.of("dispatchedOn", dispatchedOn).and("underWay", underWay));
    d.require(
        c.express() ? Rule.SENT_BACK_IN_THREE_WORKING_DAYS : Rule.SENT_BACK_IN_SEVEN_DAYS,
        underWay || !dispatchedOn.isAfter(deadline.lastDay()),
        Inputs.of("dispatchedOn", dispatchedOn)
            .and("lastDay", deadline.lastDay())
            .and("calendar", deadline.calendar()));
  }

  /// A request abroad that was accepted makes its region the one that parcels stay inside
  /// (decision A-86).
  private static void border(Deliberation d, Case c, Terms terms, RecordShipmentIn command) {
    var to = c.opened().region();
    boolean crosses = !Regions.joined(terms, command.fromRegion(), to);
    var agreed =
        command
            .crossBorderConsent()
            .filter(consent -> !consent.givenAt().isAfter(command.dispatchedAt()));
    d.require(
        Rule.SHIPPING_ACROSS_BORDERS,
        !crosses || agreed.isPresent(),
        Inputs.of("from", command.fromRegion().code())
            .and("to", to.code())
            .and("consentGivenAt", command.crossBorderConsent().map(CrossBorderConsent::givenAt)));
    d.apply(
        crosses ? Rule.COSTS_OF_A_BORDER : Rule.SHIPPING_AT_HOME,
        Inputs.of("from", command.fromRegion().code()).and("to", to.code()));
  }

  /// The components of a parcel under the names of the terms.
  static Map<Part, Integer> canonical(Terms terms, Map<Part, Integer> components) {
    var all = new TreeMap<Part, Integer>();
    components.forEach(
        (part, quantity) ->
            terms.canonical(part).forEach(same -> all.merge(same, quantity, Integer::sum)));
    return all;
  }
}
