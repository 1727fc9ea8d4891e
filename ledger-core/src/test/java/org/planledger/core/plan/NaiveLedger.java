package org.planledger.core.plan;

import static org.planledger.core.rule.RefusalCode.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Terms;

/// What a clerk with the terms on the desk would answer: every ground against a command, none for
/// one that is fine. Written from the terms and not from the ledger; only amounts of money and the
/// months of a warranty are looked up where the ledger looks them up.
final class NaiveLedger {
  final Map<PlanId, NaivePlan> plans = new HashMap<>();
  final Map<DeviceId, NaiveWorld.Unit> units = NaiveWorld.noUnits();
  private final Terms terms;

  NaiveLedger(Terms terms) {
    this.terms = terms;
  }

  NaiveWorld.Unit unit(DeviceId id) {
    return units.getOrDefault(id, new NaiveWorld.Unit());
  }

  /// The grounds against a command, in the order of the catalogue.
  List<RefusalCode> grounds(PlanCommand command) {
    var grounds = new TreeSet<RefusalCode>();
    var plan = plans.get(command.planId());
    switch (command) {
      case PurchasePlan c -> purchase(grounds, c);
      case BindDevice c -> binding(grounds, plan, c.device(), boundAt(plan, c));
      case RecordLink _ -> unless(grounds, plan.head() != null, SERIAL_NOT_REGISTERED);
      case RecordUnlink c -> unless(grounds, linkedAt(plan, c), LINK_MISSING);
      case OpenCase c -> opening(grounds, plan, c);
      case CaseCommand c -> {
        var theCase = plan.cases.get(c.caseId());
        if (!theCase.open && !(c instanceof ReportRecovered)) {
          grounds.add(CASE_CLOSED);
        } else {
          inCase(grounds, plan, theCase, c);
        }
      }
    }
    return List.copyOf(grounds);
  }

  private void inCase(
      Set<RefusalCode> grounds, NaivePlan plan, NaiveCase theCase, CaseCommand command) {
    switch (command) {
      case OpenCase _ -> throw new IllegalStateException("judged elsewhere");
      case RecordShipmentIn c -> {
        if (only(grounds, !theCase.lost)) {
          unless(grounds, inTime(theCase, c.dispatchedAt()), SEND_BACK_OVERDUE);
          boolean agreed =
              c.crossBorderConsent().isPresent()
                  && !c.crossBorderConsent().get().givenAt().isAfter(c.dispatchedAt());
          boolean home = c.fromRegion().code().equals(theCase.region);
          unless(grounds, home || agreed, CROSS_BORDER_WITHOUT_CONSENT);
        }
      }
      case RecordReceipt c -> {
        if (only(grounds, !theCase.lost)) {
          unless(grounds, inTime(theCase, c.receivedAt()), SEND_BACK_OVERDUE);
        }
      }
      case RecordAssessment _ -> {
        if (only(grounds, !theCase.express && !theCase.claimed())) {
          if (theCase.lost) {
            unless(grounds, theCase.lastContact != null, AWAITING_SUPPORT);
          } else {
            unless(grounds, theCase.received, ORIGINAL_NOT_RECEIVED);
          }
        }
      }
      case UploadFlightRecord _ -> only(grounds, theCase.lost && !theCase.reported);
      case ClaimReplacement c ->
          claim(grounds, plan, theCase, c.mode(), c.acknowledgesFreeAlternative());
      case FileFlyawayReport _ -> report(grounds, plan, theCase);
      case CancelFlyawayReport _ -> {
        if (only(grounds, theCase.lost)) {
          unless(grounds, theCase.reported, FLYAWAY_REPORT_MISSING);
          unless(grounds, !theCase.feePaid, CANCEL_AFTER_PAYMENT);
        }
      }
      case PayServiceFee c -> payment(grounds, plan, theCase, c);
      case ShipReplacement c -> shipment(grounds, plan, theCase, c);
      case ReportRecovered _ -> {
        if (only(grounds, theCase.lost && !theCase.found)) {
          unless(grounds, theCase.feePaid, OWNERSHIP_NOT_TRANSFERRED);
        }
      }
      case WithdrawCase _ ->
          unless(grounds, !(theCase.lost && theCase.feePaid), CANCEL_AFTER_PAYMENT);
      case LapseCase c -> {
        boolean underWay = theCase.dispatched || theCase.received;
        if (theCase.lost || underWay) {
          boolean owed = theCase.feePaid && (theCase.lost || theCase.received);
          unless(grounds, !owed, SERVICE_DUE);
        } else {
          unless(
              grounds,
              LocalDate.ofInstant(c.lapsedAt(), theCase.zoneToSendFrom)
                  .isAfter(theCase.lastDayToSend),
              SERVICE_NOT_APPLICABLE);
        }
      }
    }
  }

  // --------------------------------------------------------------------------- sale and binding

  private void purchase(Set<RefusalCode> grounds, PurchasePlan c) {
    unless(grounds, c.acceptedTerms().equals(terms.edition()), TERMS_NOT_ACCEPTED);
    c.device().ifPresent(facts -> binding(grounds, sold(c), facts, c.purchasedAt()));
  }

  private void binding(
      Set<RefusalCode> grounds, NaivePlan plan, DeviceFacts facts, Instant boundAt) {
    var unit = unit(facts.deviceId());
    unless(grounds, facts.purchase().region().code().equals(plan.region), REGION_MISMATCH);
    unless(grounds, unit.plans.isEmpty(), ALREADY_BOUND_ONCE);
    unless(grounds, unit.coveredBy == null, SERIAL_ALREADY_COVERED);
    unless(grounds, NaiveWorld.MODELS.contains(facts.model().code()), PRODUCT_UNKNOWN);
    unless(grounds, plan.chain.isEmpty(), PLAN_ALREADY_BOUND);
    unless(grounds, plan.day(boundAt).isBefore(plan.end), OUTSIDE_VALIDITY);
  }

  private static Instant boundAt(NaivePlan plan, BindDevice c) {
    if (c.boundAt().isPresent()) {
      return c.boundAt().get();
    }
    var activated = c.device().activatedAt();
    return activated.isPresent() && activated.get().isAfter(plan.soldAt)
        ? activated.get()
        : plan.soldAt;
  }

  private static boolean linkedAt(NaivePlan plan, RecordUnlink c) {
    var device = plan.coveredAt(c.unlinkedAt());
    return device != null && plan.linked(device, c.kind(), c.unlinkedAt());
  }

  // -------------------------------------------------------------------------------- application

  private void opening(Set<RefusalCode> grounds, NaivePlan plan, OpenCase c) {
    boolean express = c.process() == Channel.EXPRESS;
    var where = c.region().code();
    var covered = plan.covering(c.deviceId());
    unless(grounds, c.account().equals(plan.holder), NOT_TRANSFERABLE);
    unless(
        grounds,
        !c.privacyConsent().acceptedAt().isAfter(c.submittedAt()),
        PRIVACY_CONSENT_MISSING);
    unless(grounds, !express || c.type() == CaseType.REPAIR, EXPRESS_ONLY_REPLACEMENT);
    boolean known = NaiveWorld.REGIONS.contains(where);
    unless(
        grounds,
        !express || !known || NaiveWorld.EXPRESS_REGIONS.contains(where),
        CHANNEL_NOT_AVAILABLE);
    if (covered == null) {
      grounds.add(SERIAL_NOT_REGISTERED);
      return;
    }
    unless(grounds, !covered.from().isAfter(c.submittedAt()), SERIAL_NOT_REGISTERED);
    unless(grounds, covered.equals(plan.head()), SERIAL_SUPERSEDED);
    unless(grounds, !reportedElsewhere(plan, c.deviceId(), null), DEVICE_RESTRICTED);
    area(grounds, plan, covered, where, known, c.proofOfPurchase().isPresent());
    var day = plan.day(c.submittedAt());
    if (express) {
      express(grounds, plan, covered, c, day);
    } else {
      unless(grounds, plan.anyService(day), OUTSIDE_VALIDITY);
    }
  }

  private static void area(
      Set<RefusalCode> grounds,
      NaivePlan plan,
      NaivePlan.Covered covered,
      String where,
      boolean known,
      boolean proofWithRequest) {
    unless(grounds, plan.boughtIn.equals(plan.region), REGION_MISMATCH);
    unless(grounds, plan.shop != SalesChannel.OTHER, RefusalCode.CHANNEL_NOT_AUTHORISED);
    if (!where.equals(plan.region)) {
      if (known && NaiveWorld.INTERNATIONAL.contains(covered.model())) {
        unless(grounds, plan.proof || proofWithRequest, RefusalCode.PROOF_OF_PURCHASE_MISSING);
      } else {
        grounds.add(OUTSIDE_COVERAGE_AREA);
      }
    }
  }

  private void express(
      Set<RefusalCode> grounds,
      NaivePlan plan,
      NaivePlan.Covered covered,
      OpenCase c,
      LocalDate day) {
    unless(grounds, c.agreesToNoAssessment(), AGREEMENT_MISSING);
    replacement(grounds, plan, covered.model(), c.region().code(), false, day);
    var fee = fee(plan, covered.model(), c.region().code(), false);
    var payment = c.feePayment();
    unless(
        grounds,
        payment.isPresent() && !payment.get().capturedAt().isAfter(c.submittedAt()),
        FEE_NOT_PAID);
    if (payment.isPresent() && fee.isPresent()) {
      unless(grounds, payment.get().amount().equals(fee.get()), AMOUNT_NOT_AS_QUOTED);
    }
  }

  // ------------------------------------------------------------------------------ the replacement

  private void replacement(
      Set<RefusalCode> grounds,
      NaivePlan plan,
      String model,
      String where,
      boolean asLost,
      LocalDate appliedOn) {
    boolean offered = !asLost || NaiveWorld.CAN_BE_LOST.contains(model);
    unless(grounds, offered, FLYAWAY_NOT_OFFERED);
    unless(grounds, plan.inPlan(appliedOn), OUTSIDE_VALIDITY);
    unless(grounds, plan.held() < plan.total(), QUOTA_EXHAUSTED);
    unless(grounds, !asLost || plan.lossesHeld() < plan.lossLimit(), FLYAWAY_LIMIT_REACHED);
    if (offered && plan.held() < plan.total()) {
      unless(grounds, fee(plan, model, where, asLost).isPresent(), FEE_NOT_CONFIGURED);
    }
  }

  /// The amount on the next rung of the ladder.
  Optional<Money> fee(NaivePlan plan, String model, String where, boolean asLost) {
    return terms
        .replacementFee(
            Named.region(where),
            plan.years == 1 ? PlanType.ONE_YEAR : PlanType.TWO_YEAR,
            Named.model(model),
            asLost ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE,
            plan.nextRung())
        .map(Fee::amount);
  }

  private void claim(
      Set<RefusalCode> grounds,
      NaivePlan plan,
      NaiveCase theCase,
      ReplacementMode mode,
      boolean knowsOfFree) {
    if (!only(grounds, !theCase.express && !theCase.claimed())) {
      return;
    }
    boolean asLost = mode == ReplacementMode.FLYAWAY;
    var covered = plan.covering(theCase.device);
    unless(grounds, asLost == theCase.lost, SERVICE_NOT_APPLICABLE);
    unless(grounds, covered.equals(plan.head()), SERIAL_SUPERSEDED);
    unless(grounds, !reportedElsewhere(plan, theCase.device, theCase), DEVICE_RESTRICTED);
    replacement(grounds, plan, covered.model(), theCase.region, asLost, theCase.appliedOn);
    if (!theCase.assessed) {
      grounds.add(NOT_ASSESSED);
      return;
    }
    boolean covers =
        theCase.cause == Cause.QUALITY_FAULT || (theCase.cause == Cause.FLYAWAY) == asLost;
    unless(grounds, covers, CAUSE_NOT_COVERED);
    for (var finding : theCase.findings) {
      unless(grounds, !NaiveWorld.BARS_REPLACEMENT.contains(finding.exclusion()), EXCLUDED);
      unless(grounds, !(asLost && finding.exclusion().equals("X-R-02")), LINK_MISSING);
    }
    unless(grounds, knowsOfFree || !plan.free(theCase), FREE_ALTERNATIVE_NOT_ACKNOWLEDGED);
  }

  private void report(Set<RefusalCode> grounds, NaivePlan plan, NaiveCase theCase) {
    if (!only(grounds, theCase.lost && !theCase.reported)) {
      return;
    }
    unless(grounds, theCase.claimed(), NOT_CONFIRMED);
    unless(grounds, theCase.lastContact != null, FLIGHT_RECORD_MISSING);
    unless(grounds, plan.covering(theCase.device).equals(plan.head()), SERIAL_SUPERSEDED);
    unless(grounds, !reportedElsewhere(plan, theCase.device, theCase), DEVICE_RESTRICTED);
    unless(
        grounds,
        plan.cases.values().stream()
            .noneMatch(
                other ->
                    other != theCase
                        && other.open
                        && other.received
                        && other.device.equals(theCase.device)),
        DEVICE_IN_SERVICE);
    links(grounds, plan, theCase);
  }

  void links(Set<RefusalCode> grounds, NaivePlan plan, NaiveCase theCase) {
    if (theCase.lastContact == null
        || !NaiveWorld.FLOWN.contains(plan.covering(theCase.device).model())) {
      return;
    }
    for (var kind : LinkKind.values()) {
      if (!plan.everLinked(theCase.device, kind, theCase.lastContact)) {
        grounds.add(LINK_MISSING);
      } else if (!plan.linked(theCase.device, kind, theCase.lastContact)) {
        grounds.add(LINK_REMOVED_BEFORE_FLYAWAY);
      }
    }
  }

  private static boolean reportedElsewhere(NaivePlan plan, DeviceId device, NaiveCase but) {
    return plan.cases.values().stream()
        .anyMatch(c -> c != but && c.open && c.reported && c.device.equals(device));
  }

  // ------------------------------------------------------------------------- money and shipment

  private void payment(
      Set<RefusalCode> grounds, NaivePlan plan, NaiveCase theCase, PayServiceFee c) {
    var amount = c.payment().amount();
    var currency = NaiveMoney.currency(terms, theCase.region);
    if (c.purpose() == FeePurpose.SERVICE_FEE) {
      if (!only(grounds, !theCase.express)) {
        return;
      }
      if (theCase.lost) {
        unless(grounds, theCase.lastContact != null, FLIGHT_RECORD_MISSING);
        unless(grounds, theCase.reported, FLYAWAY_REPORT_MISSING);
      }
      unless(grounds, theCase.claimed(), NOT_CONFIRMED);
      if (theCase.claimed()) {
        boolean exact = !theCase.feePaid && amount.equals(new Money(theCase.fee, currency));
        unless(grounds, exact, AMOUNT_NOT_AS_QUOTED);
      }
      return;
    }
    if (!only(grounds, !theCase.lost)) {
      return;
    }
    unless(grounds, theCase.claimed(), NOT_CONFIRMED);
    if (!theCase.received) {
      grounds.add(ORIGINAL_NOT_RECEIVED);
      return;
    }
    unless(grounds, bodyArrived(plan, theCase), COMPONENTS_MISSING);
    long due = materialDue(plan, theCase);
    unless(grounds, due > 0 && amount.equals(new Money(due, currency)), AMOUNT_NOT_AS_QUOTED);
  }

  boolean bodyArrived(NaivePlan plan, NaiveCase theCase) {
    var body = NaiveWorld.BODY.get(plan.covering(theCase.device).model());
    return theCase.arrived.getOrDefault(body, 0) > 0;
  }

  /// What is still to be paid for parts that are missing, in minor units.
  long materialDue(NaivePlan plan, NaiveCase theCase) {
    var model = plan.covering(theCase.device).model();
    long due = -theCase.materialPaid;
    for (var needed : NaiveWorld.SENT_IN.get(model).entrySet()) {
      if (needed.getKey().equals(NaiveWorld.BODY.get(model))) {
        continue;
      }
      int missing = needed.getValue() - theCase.arrived.getOrDefault(needed.getKey(), 0);
      if (missing > 0) {
        due +=
            missing
                * terms
                    .materialPrice(
                        Named.region(theCase.region), Named.model(model), Part.of(needed.getKey()))
                    .orElseThrow()
                    .amount()
                    .minor();
      }
    }
    return Math.max(due, 0);
  }

  private void shipment(
      Set<RefusalCode> grounds, NaivePlan plan, NaiveCase theCase, ShipReplacement c) {
    var covered = plan.covering(theCase.device);
    if (theCase.express || theCase.claimed() || !plan.free(theCase)) {
      unless(grounds, theCase.claimed(), NOT_CONFIRMED);
      unless(grounds, !theCase.claimed() || theCase.feePaid, FEE_NOT_PAID);
      if (theCase.lost) {
        unless(grounds, theCase.lastContact != null, FLIGHT_RECORD_MISSING);
        unless(grounds, theCase.reported, FLYAWAY_REPORT_MISSING);
      } else if (!theCase.received) {
        grounds.add(ORIGINAL_NOT_RECEIVED);
      } else {
        boolean complete = bodyArrived(plan, theCase) && materialDue(plan, theCase) == 0;
        unless(grounds, complete, COMPONENTS_MISSING);
      }
    }
    unless(grounds, covered.equals(plan.head()), SERIAL_SUPERSEDED);
    unless(grounds, !reportedElsewhere(plan, theCase.device, theCase), DEVICE_RESTRICTED);
    unless(
        grounds,
        c.model().code().equals(covered.model()) || c.equivalenceRecord().isPresent(),
        MODEL_NOT_EQUIVALENT);
    unless(grounds, NaiveWorld.MODELS.contains(c.model().code()), PRODUCT_UNKNOWN);
    var unit = unit(c.replacement());
    boolean free =
        unit.providers
            && !unit.restricted
            && unit.coveredBy == null
            && !unit.plans.contains(plan.id);
    unless(grounds, unit.plans.isEmpty() || free, REPLACEMENT_SERIAL_NOT_AVAILABLE);
  }

  private static boolean inTime(NaiveCase theCase, Instant sent) {
    return theCase.dispatched
        || theCase.received
        || !LocalDate.ofInstant(sent, theCase.zoneToSendFrom).isAfter(theCase.lastDayToSend);
  }

  // ----------------------------------------------------------------------------- what happened

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
    }
  }

  private void happenedIn(NaivePlan plan, NaiveCase theCase, CaseCommand command) {
    switch (command) {
      case OpenCase _ -> throw new IllegalStateException("ticked off elsewhere");
      case RecordShipmentIn _ -> theCase.dispatched = true;
      case RecordReceipt c -> {
        theCase.received = true;
        c.components()
            .forEach(
                (part, number) ->
                    NaiveMoney.realNames(part.code())
                        .forEach(name -> theCase.arrived.merge(name, number, Integer::sum)));
      }
      case RecordAssessment c -> {
        theCase.assessed = true;
        theCase.cause = c.cause();
        theCase.damaged = NaiveMoney.codes(c.damagedParts());
        theCase.inWarrantyScope = c.inOfficialWarrantyScope();
        theCase.findings = c.findings();
      }
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
          theCase.feePaid = true;
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
      case LapseCase _ -> close(plan, theCase, Stage.LAPSED);
    }
  }

  private void close(NaivePlan plan, NaiveCase theCase, Stage how) {
    plan.somethingWasReleased |= theCase.claimed();
    if (theCase.reported) {
      units.get(theCase.device).restricted = false;
    }
    theCase.close(how);
  }

  private static NaivePlan sold(PurchasePlan c) {
    return new NaivePlan(
        c.planId(),
        c.planType() == PlanType.ONE_YEAR ? 1 : 2,
        c.region().code(),
        c.effectiveOn(),
        c.purchasedAt(),
        c.account());
  }

  private void bound(NaivePlan plan, DeviceFacts facts, Instant boundAt) {
    plan.chain.add(new NaivePlan.Covered(facts.deviceId(), facts.model().code(), boundAt));
    plan.firstModel = facts.model().code();
    plan.boughtIn = facts.purchase().region().code();
    plan.shop = facts.purchase().channel();
    plan.proof = facts.purchase().proofOfPurchase().isPresent();
    plan.warrantyStart = facts.warrantyStartsOn();
    plan.warrantyMonths = NaiveMoney.months(terms, plan.region, facts);
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
    plan.links.add(new NaivePlan.LinkFact(device, kind, at, made, plan.links.size()));
  }

  private void opened(NaivePlan plan, OpenCase c) {
    boolean express = c.process() == Channel.EXPRESS;
    var where = c.region().code();
    var theCase =
        new NaiveCase(
            c.caseId(),
            c.deviceId(),
            c.type() == CaseType.FLYAWAY,
            express,
            where,
            plan.day(c.submittedAt()));
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
      theCase.feePaid = true;
    }
    plan.cases.put(c.caseId(), theCase);
  }

  private void claimed(NaivePlan plan, NaiveCase theCase, boolean asLost) {
    var model = plan.covering(theCase.device).model();
    theCase.fee = fee(plan, model, theCase.region, asLost).orElseThrow().minor();
    theCase.rung = plan.nextRung();
    theCase.claimedAsLost = asLost;
  }

  private void shipped(NaivePlan plan, NaiveCase theCase, ShipReplacement c) {
    theCase.close(Stage.SETTLED);
    var original = units.get(theCase.device);
    original.providers = true;
    original.replaced = true;
    original.coveredBy = null;
    plan.chain.add(new NaivePlan.Covered(c.replacement(), c.model().code(), c.shippedAt()));
    nowCovers(plan, c.replacement());
    for (var other : plan.cases.values()) {
      if (other.open && other.device.equals(theCase.device)) {
        close(plan, other, Stage.LAPSED);
      }
    }
  }

  // ------------------------------------------------------------------------------------ helpers

  private static void unless(Set<RefusalCode> grounds, boolean fine, RefusalCode code) {
    if (!fine) {
      grounds.add(code);
    }
  }

  /// A step that does not belong to the case has this one ground and no other.
  private static boolean only(Set<RefusalCode> grounds, boolean fits) {
    unless(grounds, fits, SERVICE_NOT_APPLICABLE);
    return fits;
  }

  static ZoneId anyZone(String where) {
    return NaiveWorld.ZONES.getOrDefault(where, ZoneId.of("UTC"));
  }
}
