package org.planledger.core.plan;

import static org.planledger.core.plan.Differing.holds;
import static org.planledger.core.plan.Differing.same;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.planledger.core.device.Device;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.TermsBook;

/// What the ledger says in advance against what it does: the offers of a case and the commands that
/// are possible. What it offers is accepted, what it blocks is refused on the same grounds, and
/// nothing that it accepts was kept from whoever asked.
///
/// @param said what is told of every answer, for the catalogue of rules
record AskedInAdvance(
    TermsBook book, NaiveLedger clerk, Map<DeviceId, Device> devices, RulesMet said) {

  /// What is offered in a case against what would be answered in it.
  void offers(Plan plan, Case c, Instant now) {
    var rehearsal = new Rehearsal(plan, devices, book);
    var offers = Offer.of(rehearsal.seen(), c);
    var sheet = clerk.plans.get(plan.id());
    var theCase = sheet.cases.get(c.id());
    // A case of a binding that was corrected is closed; the sheet forgot the warranty it had.
    boolean remembered = sheet.covering(theCase.device) != null;
    for (var offer : offers) {
      rehearsal = new Rehearsal(plan, devices, book);
      said.answered(offer.conditions());
      same("an open offer", offer.codes().isEmpty(), offer.open());
      switch (offer.service()) {
        case REPLACEMENT -> replacement(rehearsal, c, theCase, offer, now);
        case REPAIR_DISCOUNT -> discount(rehearsal, c, theCase, offer, now);
        case OFFICIAL_WARRANTY, EXTENDED_WARRANTY, SAFE_FLIGHT_REWARD -> {
          if (remembered) {
            same("the warranty", sheet.freeUnder(theCase), sheetName(offer.service()));
          }
          free(rehearsal, c, offer, now);
        }
        case MAINTENANCE -> throw new AssertionError("maintenance is not chosen in a case");
      }
    }
    boolean free = FreeService.WARRANTIES.contains(offers.getFirst().service());
    if (remembered) {
      same("whether something is free", sheet.free(theCase), free);
    }
    for (var denied : Offer.denied(rehearsal.seen(), c)) {
      said.answered(denied.conditions());
      holds("a warranty that is denied says why", !denied.codes().isEmpty());
      holds("what is denied is not offered", !open(offers, denied.service()));
    }
  }

  private static boolean open(List<Offer> offers, Service service) {
    return offers.stream().anyMatch(offer -> offer.service() == service);
  }

  private static String sheetName(Service service) {
    return service == Service.OFFICIAL_WARRANTY ? "OFFICIAL" : "PLAN";
  }

  private void replacement(
      Rehearsal rehearsal, Case c, NaiveCase theCase, Offer offer, Instant now) {
    var plan = rehearsal.plan();
    var claim = new ClaimReplacement(plan.id(), c.id(), now, offer.mode().orElseThrow(), true);
    var expected = new TreeSet<>(clerk.grounds(claim));
    var decided = new TreeSet<>(Plan.decide(rehearsal.met(claim), claim).codes());
    if (c.flyaway() && !c.stage().closed() && c.claimed().isEmpty()) {
      var sheet = clerk.plans.get(plan.id());
      var report = new TreeSet<RefusalCode>();
      new NaiveGrounds(clerk).beforeTheReport(report, sheet, theCase);
      expected.addAll(report);
      decided.addAll(report);
    }
    same("the grounds against an offer", List.copyOf(expected), offer.codes());
    same("what the claim says", List.copyOf(decided), offer.codes());
  }

  /// An offered discount against a claim for everything that came in; what is on its lines is the
  /// matter of the claim alone.
  private void discount(Rehearsal rehearsal, Case c, NaiveCase theCase, Offer offer, Instant now) {
    var plan = rehearsal.plan();
    var nothing = new Money(0, NaiveMoney.currency(book.latest(), theCase.region));
    var lines =
        theCase.arrived.keySet().stream()
            .sorted()
            .map(part -> new RepairLine(Part.of(part), nothing, nothing))
            .toList();
    var claim = new ClaimRepairDiscount(plan.id(), c.id(), now, lines, true);
    same("the grounds against a discount", butLines(clerk.grounds(claim)), offer.codes());
    var decided = Plan.decide(rehearsal.met(claim), claim);
    same("what the discount's claim says", butLines(decided.codes()), offer.codes());
  }

  private static List<RefusalCode> butLines(List<RefusalCode> codes) {
    return codes.stream().filter(code -> code != RefusalCode.PART_NOT_COVERED).toList();
  }

  /// What is free needs no claim: it is given by a repair, or by a shipment. Where something else
  /// was chosen, the step that does not fit the choice says so.
  private void free(Rehearsal rehearsal, Case c, Offer offer, Instant now) {
    var plan = rehearsal.plan();
    boolean ships = c.flyaway() || c.discount().isPresent();
    if (c.flyaway() && c.claimed().isPresent()) {
      same("a loss is claimed once", c.stage().closed(), !fits(offer));
      return;
    }
    PlanCommand step =
        ships
            ? ship(plan, c, now)
            : new CompleteRepair(plan.id(), c.id(), now, Optional.empty(), Optional.empty(), false);
    var decision = rehearsal.put(step);
    same("what is free is given", offer.codes(), decision.codes());
    if (offer.open()) {
      var settled = rehearsal.plan().theCase(c.id()).settledUnder();
      same("under the warranty that was offered", Optional.of(offer.service()), settled);
    }
  }

  private static boolean fits(Offer offer) {
    return offer.codes().equals(List.of(RefusalCode.SERVICE_NOT_APPLICABLE));
  }

  private static ShipReplacement ship(Plan plan, Case c, Instant now) {
    return new ShipReplacement(
        plan.id(),
        c.id(),
        now,
        Named.device("on the shelf"),
        plan.deviceOf(c).model(),
        Optional.empty());
  }

  /// Every command that is shown as possible or blocked, against the clerk and against the same
  /// command put in earnest.
  void possibilities(Plan plan, Instant now) {
    var rehearsal = new Rehearsal(plan, devices, book);
    Possibility.of(rehearsal.seen(), now).forEach(shown -> possibility(plan, shown));
    for (var c : plan.cases().values()) {
      Possibility.of(rehearsal.seen(), c, now).forEach(shown -> possibility(plan, shown));
    }
  }

  private void possibility(Plan plan, Possibility shown) {
    said.answered(shown.decision().conditions());
    var name = shown.name();
    same(name + " as shown", clerk.grounds(shown.command()), shown.decision().codes());
    same(name + " is allowed", shown.decision().codes().isEmpty(), shown.allowed());
    var decision = new Rehearsal(plan, devices, book).put(shown.command());
    same(name + " put in earnest", shown.decision().conditions(), decision.conditions());
  }

  /// Whether a command that was accepted had been shown as possible to whoever looked before.
  void shown(Plan before, PlanCommand accepted) {
    if (!askedFor(accepted)) {
      return;
    }
    var rehearsal = new Rehearsal(before, devices, book);
    var possible = new HashMap<String, Possibility>();
    var shown =
        accepted instanceof CaseCommand c && !(accepted instanceof OpenCase)
            ? Possibility.of(rehearsal.seen(), before.theCase(c.caseId()), accepted.at())
            : Possibility.of(rehearsal.seen(), accepted.at());
    shown.stream().filter(Possibility::allowed).forEach(p -> possible.put(p.name(), p));
    holds(
        accepted.getClass().getSimpleName() + " was shown as possible",
        possible.containsKey(accepted.getClass().getSimpleName()));
  }

  /// Commands that somebody who does everything right would send. Not among them are the records
  /// of the sweep, what is done for the customer beyond the terms, and a way to serve that the
  /// customer prefers to the one that is due.
  private static boolean askedFor(PlanCommand command) {
    return switch (command) {
      case ExpireService _, GrantReward _ -> false;
      case RefundFee c -> c.approvedBy().isEmpty();
      case CompleteRepair c -> !c.fullPrice();
      case OpenCase c -> c.waiver().isEmpty();
      case BindDevice c -> c.waiver().isEmpty();
      default -> true;
    };
  }
}
