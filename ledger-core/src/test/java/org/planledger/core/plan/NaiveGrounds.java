package org.planledger.core.plan;

import static org.planledger.core.rule.RefusalCode.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.ReplacementMode;

/// What a clerk with the terms on the desk would answer: every ground against a command, none for
/// one that is fine.
final class NaiveGrounds {
  private final NaiveLedger books;

  NaiveGrounds(NaiveLedger books) {
    this.books = books;
  }

  /// The grounds against a command, in the order of the catalogue.
  List<RefusalCode> against(PlanCommand command) {
    var grounds = new TreeSet<RefusalCode>();
    var plan = books.plans.get(command.planId());
    if (plan != null && plan.ended && !NaiveServices.outlives(command)) {
      return List.of(PLAN_ENDED);
    }
    switch (command) {
      case PurchasePlan c -> purchase(grounds, c);
      case BindDevice c -> {
        binding(grounds, plan, c.device(), NaiveLedger.boundAt(plan, c));
        c.waiver().ifPresent(w -> lifted(grounds, w));
      }
      case RecordLink _ -> unless(grounds, plan.head() != null, SERIAL_NOT_REGISTERED);
      case RecordUnlink c -> unless(grounds, linkedAt(plan, c), LINK_MISSING);
      case OpenCase c -> {
        opening(grounds, plan, c);
        boolean nowhere =
            grounds.contains(OUTSIDE_COVERAGE_AREA)
                && !NaiveWorld.REGIONS.contains(c.region().code());
        c.waiver().ifPresent(w -> lifted(grounds, w));
        unless(grounds, !nowhere, OUTSIDE_COVERAGE_AREA);
      }
      case CaseCommand c -> {
        var theCase = plan.cases.get(c.caseId());
        if (!theCase.open && !NaiveServices.possibleAfterwards(theCase, c)) {
          grounds.add(CASE_CLOSED);
        } else {
          inCase(grounds, plan, theCase, c);
          grounds.removeAll(theCase.waived);
          alone(grounds, c);
        }
      }
      case CorrectLink c -> {
        together(grounds, c.approvedBy(), c.actor());
        unless(grounds, plan.link(c.kind(), c.linkedAt()) != null, LINK_MISSING);
      }
      case CorrectBinding c -> correction(grounds, plan, c);
      case RecordProductReturn _, RequestExit _ -> {}
      case ReturnPlan _ -> services().planReturn(grounds, plan);
      case ConfirmExit _ -> {
        unless(grounds, plan.exitAskedFor, EXIT_NOT_REQUESTED);
        unless(grounds, !plan.anyOpen(), CASE_OPEN);
      }
      case UpgradeTerms c -> {
        var to = c.edition().id();
        boolean newer = to.compareTo(plan.edition) > 0;
        unless(grounds, newer && books.onSale(to, plan.day(c.upgradedAt())), TERMS_NOT_ACCEPTED);
      }
      case ExpireService c -> services().expiry(grounds, plan, c);
      case GrantReward c -> services().reward(grounds, plan, c);
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
          revival(grounds, plan, theCase);
        }
      }
      case RecordReceipt c -> {
        if (only(grounds, !theCase.lost)) {
          unless(grounds, inTime(theCase, c.receivedAt()), SEND_BACK_OVERDUE);
          revival(grounds, plan, theCase);
        }
      }
      case CorrectReceipt c -> {
        int place = theCase.parcelOf(c.receivedAt());
        unless(grounds, place >= 0, ORIGINAL_NOT_RECEIVED);
        boolean alone = !theCase.dispatched && theCase.parcels.size() == 1;
        if (place >= 0 && c.instead().isPresent() && alone && !theCase.maintenance) {
          var sent = c.instead().get().receivedAt();
          boolean late =
              LocalDate.ofInstant(sent, theCase.zoneToSendFrom).isAfter(theCase.lastDayToSend);
          unless(grounds, !late, SEND_BACK_OVERDUE);
        }
      }
      case CorrectAssessment _ -> unless(grounds, theCase.assessed, NOT_ASSESSED);
      case RecordAssessment _ -> {
        if (only(grounds, !theCase.express && !theCase.chosen())) {
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
        if (!theCase.awaited()) {
          boolean owed = theCase.feePaid && (theCase.lost || theCase.received);
          unless(grounds, !owed, SERVICE_DUE);
        } else {
          unless(
              grounds,
              !theCase.waived.contains(SEND_BACK_OVERDUE)
                  && LocalDate.ofInstant(c.lapsedAt(), theCase.zoneToSendFrom)
                      .isAfter(theCase.lastDayToSend),
              SERVICE_NOT_APPLICABLE);
        }
      }
      case ClaimRepairDiscount c -> services().discount(grounds, plan, theCase, c);
      case ConfirmMaintenance _ -> services().maintenance(grounds, plan, theCase);
      case CompleteRepair c -> services().completion(grounds, plan, theCase, c);
      case RefuseService _ -> unless(grounds, !(theCase.lost && theCase.feePaid), SERVICE_DUE);
      case WaiveRefusal c -> {
        waiver(grounds, c.codes(), c.approvedBy(), c.actor());
        revival(grounds, plan, theCase);
      }
      case RefundFee c -> services().refund(grounds, plan, theCase, c);
      case RecordRecoveredReturn _ -> only(grounds, theCase.found && !theCase.backAtTheProvider);
    }
  }

  /// What takes two persons in a case, whatever was waived in it.
  private static void alone(Set<RefusalCode> grounds, CaseCommand command) {
    if (command instanceof CorrectReceipt c) {
      together(grounds, c.approvedBy(), c.actor());
    }
    if (command instanceof CorrectAssessment c) {
      together(grounds, c.approvedBy(), c.actor());
    }
  }

  private static void together(Set<RefusalCode> grounds, String approver, String actor) {
    unless(grounds, !approver.equals(actor), PROCESS_NOT_FOLLOWED);
  }

  NaiveServices services() {
    return new NaiveServices(this, books);
  }

  /// A waiver that is in order lifts what it names.
  private static void lifted(Set<RefusalCode> grounds, Waiver w) {
    var wrong = new TreeSet<RefusalCode>();
    waiver(wrong, w.codes(), w.approvedBy(), w.actor());
    if (wrong.isEmpty()) {
      grounds.removeAll(w.codes());
    }
    grounds.addAll(wrong);
  }

  static void waiver(
      Set<RefusalCode> grounds, Set<RefusalCode> codes, String approver, String actor) {
    boolean right = !codes.isEmpty() && NaiveWorld.WAIVABLE.containsAll(codes);
    unless(grounds, right && !approver.equals(actor), NOT_WAIVABLE);
  }

  /// What a lapsed case needs to go on.
  private void revival(Set<RefusalCode> grounds, NaivePlan plan, NaiveCase theCase) {
    if (theCase.lapsedUnsent) {
      whereItStands(grounds, plan, theCase);
      unless(grounds, !theCase.claimed() || plan.held() < plan.total(), QUOTA_EXHAUSTED);
      unless(grounds, theCase.feeRefunded == 0, FEE_NOT_PAID);
    }
  }

  /// Whether the device of a case is still the plan's, and free of somebody's report.
  void whereItStands(Set<RefusalCode> grounds, NaivePlan plan, NaiveCase theCase) {
    unless(grounds, theCase.device.equals(plan.head().device()), SERIAL_SUPERSEDED);
    unless(grounds, !reportedElsewhere(plan, theCase.device, theCase), DEVICE_RESTRICTED);
  }

  /// Whether a unit can be the next device of a plan.
  void unitFree(Set<RefusalCode> grounds, NaivePlan plan, DeviceId id) {
    var unit = books.unit(id);
    boolean free =
        unit.providers
            && !unit.restricted
            && unit.coveredBy == null
            && !unit.plans.contains(plan.id);
    unless(grounds, unit.plans.isEmpty() || free, REPLACEMENT_SERIAL_NOT_AVAILABLE);
  }

  private void correction(Set<RefusalCode> grounds, NaivePlan plan, CorrectBinding c) {
    together(grounds, c.approvedBy(), c.actor());
    boolean bound = plan.head() != null && plan.head().device().equals(c.wrongDevice());
    unless(grounds, bound, SERIAL_NOT_REGISTERED);
    unless(
        grounds,
        plan.cases.values().stream().noneMatch(NaiveServices::touchedThePlan),
        SERVICE_ALREADY_USED);
    unless(grounds, !plan.anyOpen(), CASE_OPEN);
    if (bound) {
      binding(grounds, plan, c.device(), c.boundAt().orElse(plan.head().from()));
      if (plan.chain.size() == 1) {
        grounds.remove(PLAN_ALREADY_BOUND);
      }
    }
  }

  // --------------------------------------------------------------------------- sale and binding

  private void purchase(Set<RefusalCode> grounds, PurchasePlan c) {
    var day = LocalDate.ofInstant(c.purchasedAt(), NaiveWorld.ZONES.get(c.region().code()));
    unless(grounds, books.onSale(c.acceptedTerms().id(), day), TERMS_NOT_ACCEPTED);
    c.device().ifPresent(facts -> binding(grounds, NaiveLedger.sold(c), facts, c.purchasedAt()));
  }

  private void binding(
      Set<RefusalCode> grounds, NaivePlan plan, DeviceFacts facts, Instant boundAt) {
    var unit = books.unit(facts.deviceId());
    unless(grounds, facts.purchase().region().code().equals(plan.region), REGION_MISMATCH);
    unless(grounds, unit.plans.isEmpty(), ALREADY_BOUND_ONCE);
    unless(grounds, unit.coveredBy == null, SERIAL_ALREADY_COVERED);
    unless(grounds, NaiveWorld.MODELS.contains(facts.model().code()), PRODUCT_UNKNOWN);
    unless(grounds, plan.chain.isEmpty(), PLAN_ALREADY_BOUND);
    unless(grounds, plan.day(boundAt).isBefore(plan.end), OUTSIDE_VALIDITY);
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
    boolean listed = where.equals(NaiveWorld.LISTING) && books.listsCentres(plan.edition);
    unless(grounds, !listed || c.centreId().equals(NaiveWorld.ITS_CENTRE), CENTRE_NOT_AUTHORISED);
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
      if (c.type() == CaseType.MAINTENANCE) {
        boolean agreed = NaiveWorld.MAINTAINED.contains(covered.model());
        unless(grounds, agreed, PRODUCT_NOT_IN_AGREEMENT);
      }
      boolean inTime = c.type() == CaseType.MAINTENANCE ? plan.inPlan(day) : plan.anyService(day);
      unless(grounds, inTime, OUTSIDE_VALIDITY);
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
    var where = c.region().code();
    replacement(grounds, plan, plan.edition, covered.model(), where, false, day);
    var fee = books.fee(plan, plan.edition, covered.model(), where, false);
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

  void replacement(
      Set<RefusalCode> grounds,
      NaivePlan plan,
      String edition,
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
      unless(
          grounds, books.fee(plan, edition, model, where, asLost).isPresent(), FEE_NOT_CONFIGURED);
    }
  }

  private void claim(
      Set<RefusalCode> grounds,
      NaivePlan plan,
      NaiveCase theCase,
      ReplacementMode mode,
      boolean knowsOfFree) {
    if (!only(grounds, !theCase.express && !theCase.chosen())) {
      return;
    }
    boolean asLost = mode == ReplacementMode.FLYAWAY;
    var covered = plan.covering(theCase.device);
    unless(grounds, asLost == theCase.lost, SERVICE_NOT_APPLICABLE);
    unless(grounds, covered.equals(plan.head()), SERIAL_SUPERSEDED);
    unless(grounds, !reportedElsewhere(plan, theCase.device, theCase), DEVICE_RESTRICTED);
    replacement(
        grounds, plan, theCase.edition, covered.model(), theCase.region, asLost, theCase.appliedOn);
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
    beforeTheReport(grounds, plan, theCase);
  }

  /// What stands against a report that has not been filed yet: a device that is at the centre, and
  /// links that are missing.
  void beforeTheReport(Set<RefusalCode> grounds, NaivePlan plan, NaiveCase theCase) {
    unless(grounds, !plan.holdsElsewhere(theCase.device, theCase), DEVICE_IN_SERVICE);
    links(grounds, plan, theCase);
  }

  private void links(Set<RefusalCode> grounds, NaivePlan plan, NaiveCase theCase) {
    if (theCase.lastContact != null) {
      links(grounds, plan, theCase.device, theCase.lastContact);
    }
  }

  /// The links of an aircraft whose last contact was at a moment.
  void links(Set<RefusalCode> grounds, NaivePlan plan, DeviceId device, Instant lastContact) {
    if (!NaiveWorld.FLOWN.contains(plan.covering(device).model())) {
      return;
    }
    for (var kind : LinkKind.values()) {
      if (!plan.everLinked(device, kind, lastContact)) {
        grounds.add(LINK_MISSING);
      } else if (!plan.linked(device, kind, lastContact)) {
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
    var currency = NaiveMoney.currency(books.terms(theCase), theCase.region);
    if (c.purpose() == FeePurpose.SERVICE_FEE) {
      if (!only(grounds, !theCase.express)) {
        return;
      }
      if (theCase.lost) {
        unless(grounds, theCase.lastContact != null, FLIGHT_RECORD_MISSING);
        unless(grounds, theCase.reported, FLYAWAY_REPORT_MISSING);
      }
      unless(grounds, theCase.chosen(), NOT_CONFIRMED);
      if (theCase.chosen()) {
        boolean exact =
            !theCase.feePaid && theCase.fee > 0 && amount.equals(new Money(theCase.fee, currency));
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
    unless(grounds, books.bodyArrived(plan, theCase), COMPONENTS_MISSING);
    long due = books.materialDue(plan, theCase);
    unless(grounds, due > 0 && amount.equals(new Money(due, currency)), AMOUNT_NOT_AS_QUOTED);
  }

  private void shipment(
      Set<RefusalCode> grounds, NaivePlan plan, NaiveCase theCase, ShipReplacement c) {
    if (!only(grounds, !theCase.discount)) {
      return;
    }
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
        boolean complete =
            books.bodyArrived(plan, theCase) && books.materialDue(plan, theCase) == 0;
        unless(grounds, complete, COMPONENTS_MISSING);
      }
    } else {
      unless(grounds, theCase.lost || theCase.received, ORIGINAL_NOT_RECEIVED);
    }
    unless(grounds, covered.equals(plan.head()), SERIAL_SUPERSEDED);
    unless(grounds, !reportedElsewhere(plan, theCase.device, theCase), DEVICE_RESTRICTED);
    unless(
        grounds,
        c.model().code().equals(covered.model()) || c.equivalenceRecord().isPresent(),
        MODEL_NOT_EQUIVALENT);
    unless(grounds, NaiveWorld.MODELS.contains(c.model().code()), PRODUCT_UNKNOWN);
    unitFree(grounds, plan, c.replacement());
  }

  private static boolean inTime(NaiveCase theCase, Instant sent) {
    return !theCase.awaited()
        || !LocalDate.ofInstant(sent, theCase.zoneToSendFrom).isAfter(theCase.lastDayToSend);
  }

  // ------------------------------------------------------------------------------------ helpers

  static void unless(Set<RefusalCode> grounds, boolean fine, RefusalCode code) {
    if (!fine) {
      grounds.add(code);
    }
  }

  /// A step that does not belong to the case has this one ground and no other.
  static boolean only(Set<RefusalCode> grounds, boolean fits) {
    unless(grounds, fits, SERVICE_NOT_APPLICABLE);
    return fits;
  }
}
