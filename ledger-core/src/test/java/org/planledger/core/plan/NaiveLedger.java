package org.planledger.core.plan;

import static org.planledger.core.rule.RefusalCode.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// The books of a clerk with the terms on the desk: plans, cases and devices on paper, and what is
/// ticked off there when a command was accepted. [NaiveGrounds] says what speaks against one. Both
/// are written from the terms and not from the ledger; only amounts of money and the months of a
/// warranty are looked up where the ledger looks them up.
class NaiveLedger {
  final Map<PlanId, NaivePlan> plans = new HashMap<>();
  final Map<DeviceId, NaiveWorld.Unit> units = NaiveWorld.noUnits();
  private final TermsBook book;

  NaiveLedger(TermsBook book) {
    this.book = book;
  }

  /// The tariff of an edition; of the latest, where there is none of the name.
  Terms terms(String edition) {
    return book.edition(new Edition(edition)).orElseGet(book::latest);
  }

  /// Whether an edition lies on the desk, and its day has come.
  boolean onSale(String edition, LocalDate day) {
    return book.edition(new Edition(edition)).isPresent() && NaiveWorld.onSale(edition, day);
  }

  /// Whether an edition says which centres may serve.
  boolean listsCentres(String edition) {
    return !terms(edition)
        .region(Named.region(NaiveWorld.LISTING))
        .orElseThrow()
        .centres()
        .isEmpty();
  }

  Terms terms(NaiveCase theCase) {
    return terms(theCase.edition);
  }

  /// The grounds against a command, in the order of the catalogue.
  List<RefusalCode> grounds(PlanCommand command) {
    return new NaiveGrounds(this).against(command);
  }

  NaiveWorld.Unit unit(DeviceId id) {
    return units.getOrDefault(id, new NaiveWorld.Unit());
  }

  /// The amount on the next rung of the ladder.
  Optional<Money> fee(NaivePlan plan, String edition, String model, String where, boolean asLost) {
    return terms(edition)
        .replacementFee(
            Named.region(where),
            plan.years == 1 ? PlanType.ONE_YEAR : PlanType.TWO_YEAR,
            Named.model(model),
            asLost ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE,
            plan.nextRung())
        .map(Fee::amount);
  }

  boolean bodyArrived(NaivePlan plan, NaiveCase theCase) {
    var body = NaiveWorld.body(plan.covering(theCase.device).model());
    return theCase.arrived.getOrDefault(body, 0) > 0;
  }

  /// What is still to be paid for parts that are missing, in minor units; nothing for a device
  /// whose binding was corrected.
  long materialDue(NaivePlan plan, NaiveCase theCase) {
    var covered = plan.covering(theCase.device);
    if (covered == null) {
      return 0;
    }
    var model = covered.model();
    long due = -theCase.materialPaid;
    for (var needed : NaiveWorld.SENT_IN.get(model).entrySet()) {
      if (needed.getKey().equals(NaiveWorld.body(model))) {
        continue;
      }
      int missing = needed.getValue() - theCase.arrived.getOrDefault(needed.getKey(), 0);
      if (missing > 0) {
        due +=
            missing
                * terms(theCase)
                    .materialPrice(
                        Named.region(theCase.region), Named.model(model), Part.of(needed.getKey()))
                    .orElseThrow()
                    .amount()
                    .minor();
      }
    }
    return Math.max(due, 0);
  }

  /// Ticks off what an accepted command did.
  void happened(PlanCommand command) {
    var plan = plans.get(command.planId());
    switch (command) {
      case PurchasePlan c -> {
        plans.put(c.planId(), sold(c));
        c.device().ifPresent(facts -> bound(plans.get(c.planId()), facts, c.purchasedAt()));
      }
      case BindDevice c -> bound(plan, c.device(), boundAt(plan, c));
      case RecordLink c -> linkFact(plan, plan.coveredAt(c.linkedAt()), c.kind(), c.at(), true);
      case RecordUnlink c ->
          linkFact(plan, plan.coveredAt(c.unlinkedAt()), c.kind(), c.at(), false);
      case OpenCase c -> opened(plan, c);
      case CaseCommand c -> happenedIn(plan, plan.cases.get(c.caseId()), c);
      case CorrectBinding c -> corrected(plan, c);
      case CorrectLink c -> corrected(plan, c);
      case RecordProductReturn _ -> plan.productReturned = true;
      case ReturnPlan _, ConfirmExit _ -> plan.ended = true;
      case RequestExit _ -> plan.exitAskedFor = true;
      case UpgradeTerms c -> plan.upgraded(c.edition().id());
      case ExpireService c -> {
        boolean over =
            plan.endOf(c.service()) != null && !plan.day(c.at()).isBefore(plan.endOf(c.service()));
        (over ? plan.expired : plan.exhausted).add(c.service());
      }
      case GrantReward c -> plan.rewardLost = plan.reward(plan.day(c.at())) == Reward.FORFEITED;
    }
  }

  private void happenedIn(NaivePlan plan, NaiveCase theCase, CaseCommand command) {
    switch (command) {
      case OpenCase _ -> throw new IllegalStateException("ticked off elsewhere");
      case RecordShipmentIn _ -> {
        reopened(plan, theCase);
        theCase.dispatched = true;
      }
      case RecordReceipt c -> {
        reopened(plan, theCase);
        theCase.parcels.add(new ReceiptFacts(c.receivedAt(), c.components(), c.controllerLinked()));
        theCase.countParcels();
      }
      case CorrectReceipt c -> {
        int place = theCase.parcelOf(c.receivedAt());
        theCase.parcels.remove(place);
        c.instead().ifPresent(parcel -> theCase.parcels.add(place, parcel));
        theCase.countParcels();
      }
      case RecordAssessment c ->
          theCase.found(
              new AssessmentFacts(
                  c.assessedAt(),
                  c.cause(),
                  c.damagedParts(),
                  c.inOfficialWarrantyScope(),
                  c.findings(),
                  c.remark()));
      case CorrectAssessment c -> theCase.found(c.instead());
      case UploadFlightRecord c -> theCase.lastContact = c.lastContactAt();
      case ClaimReplacement c -> {
        boolean asLost = c.mode() == ReplacementMode.FLYAWAY;
        claimed(plan, theCase, asLost);
      }
      case FileFlyawayReport _ -> {
        theCase.reported = true;
        units.get(theCase.device).restricted = true;
      }
      case CancelFlyawayReport _ -> close(plan, theCase, Stage.WITHDRAWN);
      case PayServiceFee c -> {
        if (c.purpose() == FeePurpose.SERVICE_FEE) {
          paid(theCase, c.payment());
          if (theCase.lost) {
            units.get(theCase.device).providers = true;
          }
        } else {
          theCase.materialPaid += c.payment().amount().minor();
        }
      }
      case ShipReplacement c -> shipped(plan, theCase, c);
      case ReportRecovered _ -> theCase.found = true;
      case WithdrawCase _ -> close(plan, theCase, Stage.WITHDRAWN);
      case LapseCase _ -> {
        theCase.lapsedUnsent = theCase.awaited();
        close(plan, theCase, Stage.LAPSED);
      }
      case ClaimRepairDiscount c -> {
        theCase.discount = true;
        theCase.fee = NaiveServices.discounted(terms(theCase), plan, theCase, c).total();
      }
      case ConfirmMaintenance _ -> theCase.maintained = true;
      case CompleteRepair c -> repaired(plan, theCase, c);
      case RefuseService c -> {
        theCase.refusedForTheCustomer = NaiveServices.theCustomers(c);
        close(plan, theCase, Stage.REFUSED);
      }
      case WaiveRefusal c -> {
        reopened(plan, theCase);
        theCase.waived.addAll(c.codes());
      }
      case RefundFee c -> {
        if (c.purpose() == FeePurpose.SERVICE_FEE) {
          theCase.feeRefunded += c.amount().minor();
        } else {
          theCase.materialRefunded += c.amount().minor();
        }
      }
      case RecordRecoveredReturn _ -> {
        theCase.backAtTheProvider = true;
        units.get(theCase.device).restricted = false;
        units.get(theCase.device).providers = true;
      }
    }
  }

  private static void paid(NaiveCase theCase, FeePayment payment) {
    theCase.feePaid = true;
    theCase.feePaidAt = payment.capturedAt();
    theCase.feePaidAmount += payment.amount().minor();
  }

  private static void reopened(NaivePlan plan, NaiveCase theCase) {
    if (theCase.lapsedUnsent) {
      theCase.reopen(plan);
    }
  }

  private void corrected(NaivePlan plan, CorrectBinding c) {
    var wrong = plan.chain.removeLast();
    units.get(wrong.device()).coveredBy = null;
    units.get(wrong.device()).plans.remove(plan.id);
    plan.links.replaceAll(
        f ->
            f.device().equals(wrong.device())
                ? new NaivePlan.LinkFact(
                    c.device().deviceId(), f.kind(), f.at(), f.made(), f.number())
                : f);
    bound(plan, c.device(), c.boundAt().orElse(wrong.from()));
  }

  private static void corrected(NaivePlan plan, CorrectLink c) {
    var wrong = plan.link(c.kind(), c.linkedAt());
    int place = plan.links.indexOf(wrong);
    plan.links.remove(place);
    c.instead()
        .ifPresent(
            right ->
                plan.links.add(
                    place,
                    new NaivePlan.LinkFact(
                        plan.coveredAt(right.linkedAt()),
                        right.kind(),
                        right.linkedAt(),
                        true,
                        wrong.number())));
  }

  private void close(NaivePlan plan, NaiveCase theCase, Stage how) {
    plan.somethingWasReleased |= theCase.claimed();
    if (theCase.reported) {
      units.get(theCase.device).restricted = false;
    }
    theCase.close(how);
  }

  private void bound(NaivePlan plan, DeviceFacts facts, Instant boundAt) {
    plan.chain.add(new NaivePlan.Covered(facts.deviceId(), facts.model().code(), boundAt));
    plan.firstModel = facts.model().code();
    plan.boughtIn = facts.purchase().region().code();
    plan.shop = facts.purchase().channel();
    plan.proof = facts.purchase().proofOfPurchase().isPresent();
    plan.warrantyStart = facts.warrantyStartsOn();
    plan.warrantyMonths = NaiveMoney.months(terms(plan.edition), plan.region, facts);
    nowCovers(plan, facts.deviceId());
  }

  private void nowCovers(NaivePlan plan, DeviceId device) {
    var unit = units.computeIfAbsent(device, _ -> new NaiveWorld.Unit());
    unit.coveredBy = plan.id;
    unit.plans.add(plan.id);
    unit.restricted = false;
    unit.providers = false;
    unit.replaced = false;
  }

  private static void linkFact(
      NaivePlan plan, DeviceId device, LinkKind kind, Instant at, boolean made) {
    int number = plan.links.isEmpty() ? 0 : plan.links.getLast().number() + 1;
    plan.links.add(new NaivePlan.LinkFact(device, kind, at, made, number));
  }

  private void opened(NaivePlan plan, OpenCase c) {
    boolean express = c.process() == Channel.EXPRESS;
    var where = c.region().code();
    var theCase =
        new NaiveCase(
            c.caseId(),
            c.deviceId(),
            c.type() == CaseType.FLYAWAY,
            c.type() == CaseType.MAINTENANCE,
            express,
            where,
            plan.day(c.submittedAt()),
            plan.edition);
    theCase.openedAt = c.submittedAt();
    c.waiver().ifPresent(waiver -> theCase.waived.addAll(waiver.codes()));
    theCase.zoneToSendFrom = NaiveWorld.ZONES.get(where);
    theCase.lastDayToSend =
        LocalDate.ofInstant(c.submittedAt(), theCase.zoneToSendFrom).plusDays(7);
    if (express) {
      c.workingDeadline()
          .ifPresent(
              deadline -> {
                theCase.lastDayToSend = deadline.lastDay();
                theCase.zoneToSendFrom = deadline.zone();
              });
      claimed(plan, theCase, false);
      paid(theCase, c.feePayment().orElseThrow());
    }
    plan.cases.put(c.caseId(), theCase);
  }

  private void claimed(NaivePlan plan, NaiveCase theCase, boolean asLost) {
    var model = plan.covering(theCase.device).model();
    theCase.fee = fee(plan, theCase.edition, model, theCase.region, asLost).orElseThrow().minor();
    theCase.rung = plan.nextRung();
    theCase.quotedRung = theCase.rung;
    theCase.claimedAsLost = asLost;
  }

  private void shipped(NaivePlan plan, NaiveCase theCase, ShipReplacement c) {
    theCase.settle(theCase.claimed() ? "REPLACEMENT" : plan.freeUnder(theCase));
    succeeded(plan, theCase, c.replacement(), c.model().code(), c.shippedAt());
  }

  private void repaired(NaivePlan plan, NaiveCase theCase, CompleteRepair c) {
    plan.somethingWasReleased |= theCase.claimed();
    var model = plan.covering(theCase.device).model();
    theCase.settle(NaiveServices.settlement(plan, theCase, c));
    if (c.newDevice().isPresent()) {
      var next = c.newModel().map(m -> m.code()).orElse(model);
      succeeded(plan, theCase, c.newDevice().get(), next, c.completedAt());
    } else if (theCase.cameLinked
        && plan.stillLinked(theCase.device, LinkKind.CONTROLLER, c.completedAt())) {
      linkFact(plan, theCase.device, LinkKind.CONTROLLER, c.completedAt(), false);
    }
  }

  private void succeeded(
      NaivePlan plan, NaiveCase theCase, DeviceId next, String model, Instant at) {
    var original = units.get(theCase.device);
    original.providers = true;
    original.replaced = true;
    original.coveredBy = null;
    plan.chain.add(new NaivePlan.Covered(next, model, at));
    nowCovers(plan, next);
    for (var other : plan.cases.values()) {
      if (other.open && other.device.equals(theCase.device)) {
        other.lapsedBySuccessor = true;
        close(plan, other, Stage.LAPSED);
      }
    }
  }

  static Instant boundAt(NaivePlan plan, BindDevice c) {
    if (c.boundAt().isPresent()) {
      return c.boundAt().get();
    }
    var activated = c.device().activatedAt();
    return activated.isPresent() && activated.get().isAfter(plan.soldAt)
        ? activated.get()
        : plan.soldAt;
  }

  static NaivePlan sold(PurchasePlan c) {
    return new NaivePlan(
        c.planId(),
        c.planType() == PlanType.ONE_YEAR ? 1 : 2,
        c.region().code(),
        c.effectiveOn(),
        c.purchasedAt(),
        c.account(),
        c.acceptedTerms().id());
  }
}
