package org.planledger.core.plan;

import static org.planledger.core.plan.NaiveGrounds.only;
import static org.planledger.core.plan.NaiveGrounds.unless;
import static org.planledger.core.rule.RefusalCode.*;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Terms;

/// What the clerk answers about repairs, maintenance, refunds and the ends of a plan.
record NaiveServices(NaiveGrounds grounds, NaiveLedger books) {

  private static final Set<String> THE_CUSTOMERS =
      Set.of("X-G-03", "X-G-05", "X-G-06", "X-G-07", "X-G-08");

  /// The price of a repair order.
  record Order(long total, boolean anyDiscount, boolean rightMoney) {}

  static boolean outlives(PlanCommand command) {
    return command instanceof RefundFee
        || command instanceof ReportRecovered
        || command instanceof RecordRecoveredReturn;
  }

  static boolean possibleAfterwards(NaiveCase theCase, CaseCommand command) {
    if (outlives(command)
        || command instanceof CorrectReceipt
        || command instanceof CorrectAssessment) {
      return true;
    }
    boolean told = command instanceof RecordShipmentIn || command instanceof RecordReceipt;
    boolean waived =
        command instanceof WaiveRefusal waiver && waiver.codes().contains(SEND_BACK_OVERDUE);
    return theCase.lapsedUnsent && (told || waived);
  }

  static boolean touchedThePlan(NaiveCase c) {
    boolean served = !c.settledAs.isEmpty() && !c.settledAs.equals("FULL");
    return c.chosen() || c.maintained || served;
  }

  static boolean theCustomers(RefuseService c) {
    return c.codes().contains(COMPONENTS_MISSING)
        || c.codes().contains(PROCESS_NOT_FOLLOWED)
        || c.findings().stream().anyMatch(f -> THE_CUSTOMERS.contains(f.exclusion()));
  }

  static String settlement(NaivePlan plan, NaiveCase theCase, CompleteRepair c) {
    if (c.fullPrice()) {
      return "FULL";
    }
    if (theCase.maintenance) {
      return theCase.maintained ? "MAINTENANCE" : "";
    }
    return theCase.discount ? "DISCOUNT" : plan.freeUnder(theCase);
  }

  void discount(Set<RefusalCode> no, NaivePlan plan, NaiveCase theCase, ClaimRepairDiscount c) {
    if (!only(no, !theCase.lost && !theCase.maintenance && !theCase.express && !theCase.chosen())) {
      return;
    }
    grounds.whereItStands(no, plan, theCase);
    var model = plan.covering(theCase.device).model();
    discountAvailable(no, plan, theCase.edition, model, theCase.region, theCase.appliedOn);
    unless(no, theCase.assessed, NOT_ASSESSED);
    if (theCase.assessed) {
      unless(no, theCase.cause != Cause.FLYAWAY, CAUSE_NOT_COVERED);
      unless(no, !bars(theCase), EXCLUDED);
      boolean told = c.acknowledgesFreeAlternative() || !plan.free(theCase);
      unless(no, told, FREE_ALTERNATIVE_NOT_ACKNOWLEDGED);
    }
    var terms = books.terms(theCase);
    var rate = terms.repairDiscount(Named.region(theCase.region), Named.model(model));
    if (rate.isPresent()) {
      var order = discounted(terms, plan, theCase, c);
      unless(no, order.anyDiscount(), PART_NOT_COVERED);
      unless(no, order.rightMoney(), AMOUNT_NOT_AS_QUOTED);
    }
  }

  /// What a discounted repair needs before anything is assessed.
  void discountAvailable(
      Set<RefusalCode> no,
      NaivePlan plan,
      String edition,
      String model,
      String where,
      LocalDate appliedOn) {
    boolean offered = NaiveWorld.MAINTAINED.contains(model);
    unless(no, offered, SERVICE_NOT_OFFERED_FOR_PRODUCT);
    unless(no, plan.inPlan(appliedOn), OUTSIDE_VALIDITY);
    int held = plan.discountsUsed() + plan.discountsReserved();
    unless(no, held < plan.discountTotal(), QUOTA_EXHAUSTED);
    var rate = books.terms(edition).repairDiscount(Named.region(where), Named.model(model));
    unless(no, !offered || rate.isPresent(), FEE_NOT_CONFIGURED);
  }

  static Order discounted(Terms terms, NaivePlan plan, NaiveCase theCase, ClaimRepairDiscount c) {
    var currency = NaiveMoney.currency(terms, theCase.region);
    var rate =
        terms
            .repairDiscount(
                Named.region(theCase.region), Named.model(plan.covering(theCase.device).model()))
            .orElseThrow();
    var served = NaiveWorld.discounted(plan.covering(theCase.device).model());
    for (var finding : theCase.findings) {
      if (NaiveWorld.TAKES_PART_OF_REPAIR.contains(finding.exclusion())) {
        if (finding.part().isEmpty()) {
          served.clear();
        } else {
          served.removeAll(NaiveMoney.realNames(finding.part().get().code()));
        }
      }
    }
    served.retainAll(theCase.firstParcel == null ? Set.of() : theCase.firstParcel);
    long total = 0;
    boolean any = false;
    boolean right = true;
    for (var line : c.lines()) {
      boolean yes = served.containsAll(NaiveMoney.realNames(line.part().code()));
      any |= yes;
      right &= in(line.material(), currency) && in(line.labour(), currency);
      total += yes ? less(line.material(), rate.materialPercent()) : line.material().minor();
      total += yes ? less(line.labour(), rate.labourPercent()) : line.labour().minor();
    }
    return new Order(total, any, right);
  }

  private static boolean in(Money money, Currency currency) {
    return money.currency().equals(currency);
  }

  private static long less(Money price, int percent) {
    return Math.round(price.minor() * (100 - percent) / 100.0);
  }

  private static boolean bars(NaiveCase theCase) {
    return theCase.findings.stream().anyMatch(f -> NaiveWorld.BARS_REPAIR.contains(f.exclusion()));
  }

  void maintenance(Set<RefusalCode> no, NaivePlan plan, NaiveCase theCase) {
    if (!only(no, theCase.maintenance && !theCase.maintained)) {
      return;
    }
    grounds.whereItStands(no, plan, theCase);
    unless(no, plan.inPlan(theCase.appliedOn), OUTSIDE_VALIDITY);
    unless(no, plan.maintained() < plan.years, QUOTA_EXHAUSTED);
    unless(no, !theCase.assessed || !bars(theCase), EXCLUDED);
    if (!theCase.received) {
      no.add(ORIGINAL_NOT_RECEIVED);
      return;
    }
    var model = plan.covering(theCase.device).model();
    boolean controller =
        !NaiveWorld.FLOWN.contains(model) || theCase.arrived.containsKey("REMOTE_CONTROLLER");
    unless(no, books.bodyArrived(plan, theCase) && controller, COMPONENTS_MISSING);
  }

  void completion(Set<RefusalCode> no, NaivePlan plan, NaiveCase theCase, CompleteRepair c) {
    boolean givenUp = c.fullPrice() || theCase.maintained;
    boolean mine = !theCase.express && !theCase.lost && (!theCase.claimed() || givenUp);
    if (!only(no, mine)) {
      return;
    }
    unless(no, theCase.received, ORIGINAL_NOT_RECEIVED);
    if (c.fullPrice()) {
      unless(no, theCase.maintenance || theCase.assessed, NOT_ASSESSED);
    } else {
      var how = settlement(plan, theCase, c);
      unless(no, !how.isEmpty(), NOT_CONFIRMED);
      boolean paid = theCase.feePaid || theCase.fee == 0;
      unless(no, !how.equals("DISCOUNT") || paid, FEE_NOT_PAID);
    }
    grounds.whereItStands(no, plan, theCase);
    c.newDevice().ifPresent(id -> grounds.unitFree(no, plan, id));
    c.newModel().ifPresent(m -> unless(no, NaiveWorld.MODELS.contains(m.code()), PRODUCT_UNKNOWN));
  }

  void refund(Set<RefusalCode> no, NaivePlan plan, NaiveCase theCase, RefundFee c) {
    if (!only(no, !theCase.open)) {
      return;
    }
    boolean fee = c.purpose() == FeePurpose.SERVICE_FEE;
    long kept =
        fee
            ? theCase.feePaidAmount - theCase.feeRefunded
            : theCase.materialPaid - theCase.materialRefunded;
    boolean rightMoney =
        c.amount().currency().equals(NaiveMoney.currency(books.terms(theCase), theCase.region));
    long due = fee ? (stays(plan, theCase) ? 0 : kept) : materialUsed(theCase) ? 0 : kept;
    long asked = c.amount().minor();
    unless(no, asked > 0 && rightMoney && asked <= kept, AMOUNT_NOT_AS_QUOTED);
    boolean approved = c.approvedBy().filter(who -> !who.equals(c.actor())).isPresent();
    boolean nothingWasPaid = (fee ? theCase.feePaidAmount : theCase.materialPaid) == 0;
    boolean inDue = nothingWasPaid ? asked <= 0 : rightMoney && asked <= due;
    unless(no, inDue || approved, FEE_NOT_REFUNDABLE);
  }

  private static boolean materialUsed(NaiveCase theCase) {
    return theCase.settledAs.equals("REPLACEMENT");
  }

  private static boolean stays(NaivePlan plan, NaiveCase c) {
    boolean lapsed = c.stage() == Stage.LAPSED && !c.lapsedBySuccessor;
    boolean early = !c.express && c.feePaidAt != null && c.feePaidAt.isBefore(c.openedAt);
    return c.used()
        || lapsed
        || c.stage() == Stage.WITHDRAWN
        || (c.stage() == Stage.REFUSED && c.refusedForTheCustomer)
        || early
        || !plan.inPlan(c.appliedOn);
  }

  void planReturn(Set<RefusalCode> no, NaivePlan plan) {
    unless(no, plan.productReturned, PRODUCT_NOT_RETURNED);
    var uses = List.of("REPLACEMENT", "DISCOUNT", "PLAN", "MAINTENANCE");
    boolean used =
        plan.cases.values().stream().anyMatch(c -> c.maintained || uses.contains(c.settledAs));
    unless(no, !used, SERVICE_ALREADY_USED);
    unless(no, !plan.anyOpen(), CASE_OPEN);
  }

  void expiry(Set<RefusalCode> no, NaivePlan plan, ExpireService c) {
    var end = plan.endOf(c.service());
    boolean over = end != null && !plan.day(c.at()).isBefore(end);
    boolean spent = plan.spent(c.service());
    boolean known =
        plan.expired.contains(c.service()) || (spent && plan.exhausted.contains(c.service()));
    unless(no, (over || spent) && !known, SERVICE_NOT_APPLICABLE);
  }

  void reward(Set<RefusalCode> no, NaivePlan plan, GrantReward c) {
    var day = plan.day(c.at());
    boolean lost = plan.reward(day) == Reward.FORFEITED;
    boolean known = plan.rewardLost != null && plan.rewardLost == lost;
    unless(no, !day.isBefore(plan.end) && !known, SERVICE_NOT_APPLICABLE);
    unless(no, !plan.chain.isEmpty(), PLAN_ENDED);
    unless(no, lost || !plan.openUndecided(), CASE_OPEN);
  }
}
