package org.planledger.core.plan;

import static org.planledger.core.plan.Differing.holds;
import static org.planledger.core.plan.Differing.same;
import static org.planledger.core.plan.NaiveGrounds.unless;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.planledger.core.device.Device;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.TermsBook;

/// What the counter says of a device against what becomes of it: each row is judged by the clerk,
/// and the way that it opens is gone to its end, with exactly the parts that are asked for.
record AtTheCounter(
    TermsBook book, NaiveLedger clerk, Map<DeviceId, Device> devices, RulesMet said) {
  private static final DeviceId ON_THE_SHELF = Named.device("on the shelf");
  private static final Part REMOTE_CONTROLLER = Part.of("REMOTE_CONTROLLER");

  void compare(Plan plan, Instant now) {
    var day = plan.day(now);
    for (var bound : plan.chain()) {
      compare(plan, bound, day, plan.sold().region().code());
    }
    plan.head()
        .ifPresent(bound -> compare(plan, bound, day, day.getDayOfMonth() % 2 == 0 ? "JP" : "AQ"));
  }

  private void compare(Plan plan, DeviceBound bound, LocalDate day, String where) {
    var region = Named.region(where);
    var seen = new Rehearsal(plan, devices, book).seen();
    for (var row : Eligibility.of(seen, bound.deviceId(), day, region, true)) {
      said.answered(row.offer().conditions());
      var way = new Way(plan, bound, day, where, row);
      same("an open row", row.offer().codes().isEmpty(), row.offer().open());
      same("a row at the counter", way.expected(), row.offer().codes());
      way.go();
    }
  }

  /// One row and the case that it leads to.
  private final class Way {
    private final Rehearsal rehearsal;
    private final NaivePlan sheet;
    private final DeviceBound bound;
    private final LocalDate day;
    private final String where;
    private final Eligibility row;
    private final Instant at;
    private final OpenCase opening;
    private final Map<Part, Integer> required;

    Way(Plan plan, DeviceBound bound, LocalDate day, String where, Eligibility row) {
      this.rehearsal = new Rehearsal(plan, devices, book);
      this.sheet = clerk.plans.get(plan.id());
      this.bound = bound;
      this.day = day;
      this.where = where;
      this.row = row;
      this.at = day.atTime(LocalTime.MAX).atZone(plan.sold().zone()).toInstant();
      this.opening =
          new Hypothetical(rehearsal.seen(), at)
              .openCase(
                  type(),
                  row.process().orElse(Channel.ONLINE_REPAIR),
                  bound.deviceId(),
                  Named.region(where),
                  true);
      this.required = clerk.terms(sheet.edition).requiredParts(bound.model());
    }

    private CaseType type() {
      return switch (row.offer().service()) {
        case MAINTENANCE -> CaseType.MAINTENANCE;
        case REPLACEMENT -> lost() ? CaseType.FLYAWAY : CaseType.REPAIR;
        default -> CaseType.REPAIR;
      };
    }

    private boolean lost() {
      return row.offer().mode().equals(Optional.of(ReplacementMode.FLYAWAY));
    }

    /// The grounds against the application and against the service that it is for.
    List<RefusalCode> expected() {
      var no = new TreeSet<>(clerk.grounds(opening));
      if (sheet.ended) {
        return List.copyOf(no);
      }
      var grounds = new NaiveGrounds(clerk);
      var model = bound.model().code();
      switch (row.offer().service()) {
        case REPLACEMENT -> {
          grounds.replacement(no, sheet, sheet.edition, model, where, lost(), day);
          if (lost()) {
            reportable(no);
          }
        }
        case REPAIR_DISCOUNT ->
            grounds.services().discountAvailable(no, sheet, sheet.edition, model, where, day);
        case MAINTENANCE ->
            unless(no, sheet.maintained() < sheet.years, RefusalCode.QUOTA_EXHAUSTED);
        case OFFICIAL_WARRANTY ->
            unless(
                no,
                sheet.official(sheet.warrantyMonths.keySet(), day),
                RefusalCode.OUTSIDE_VALIDITY);
        case EXTENDED_WARRANTY -> {
          unless(no, sheet.years == 2, RefusalCode.SERVICE_NOT_IN_PLAN);
          boolean runs = sheet.extended(NaiveWorld.extended(sheet.firstModel), day);
          unless(no, sheet.years != 2 || runs, RefusalCode.OUTSIDE_VALIDITY);
        }
        case SAFE_FLIGHT_REWARD -> reward(no);
      }
      return List.copyOf(no);
    }

    private void reportable(Set<RefusalCode> no) {
      unless(no, !sheet.holdsElsewhere(bound.deviceId(), null), RefusalCode.DEVICE_IN_SERVICE);
      new NaiveGrounds(clerk).links(no, sheet, bound.deviceId(), at);
    }

    private void reward(Set<RefusalCode> no) {
      var reward = sheet.reward(day);
      boolean may = reward == Reward.ON_TRACK || reward == Reward.EARNED;
      unless(no, may, RefusalCode.SERVICE_NOT_APPLICABLE);
      boolean runs = sheet.rewardWindow(NaiveWorld.extended(sheet.firstModel), day);
      boolean has = !NaiveWorld.WITHOUT_REWARD.contains(sheet.firstModel);
      unless(no, has && runs, RefusalCode.OUTSIDE_VALIDITY);
    }

    /// Goes the way of the row in a rehearsal. Where the case can be opened although the service is
    /// blocked, the step that asks for the service is refused on the same grounds.
    void go() {
      var decision = rehearsal.put(opening);
      if (!(decision instanceof Accepted)) {
        holds(
            "a blocked row says at least this", row.offer().codes().containsAll(decision.codes()));
        return;
      }
      if (row.process().equals(Optional.of(Channel.EXPRESS))) {
        sentIn(required);
        ships();
        return;
      }
      switch (row.offer().service()) {
        case REPLACEMENT -> {
          if (lost()) {
            lostAndReplaced();
          } else {
            replaced();
          }
        }
        case REPAIR_DISCOUNT -> discounted();
        case MAINTENANCE -> maintained();
        case OFFICIAL_WARRANTY, EXTENDED_WARRANTY, SAFE_FLIGHT_REWARD -> served();
      }
    }

    private void replaced() {
      sentIn(required);
      assessed(Cause.ACCIDENT, Set.of(), false);
      if (asked(new ClaimReplacement(id(), c(), at, ReplacementMode.DAMAGE, true))) {
        paid();
        ships();
      }
    }

    private void lostAndReplaced() {
      done(new UploadFlightRecord(id(), c(), at, Named.sha256("flight"), Named.said("flight")));
      assessed(Cause.FLYAWAY, Set.of(), false);
      var claim = rehearsal.put(new ClaimReplacement(id(), c(), at, ReplacementMode.FLYAWAY, true));
      if (!(claim instanceof Accepted)) {
        holds("the claim of a loss", row.offer().codes().containsAll(claim.codes()));
      } else if (asked(new FileFlyawayReport(id(), c(), at, Named.said("lost")))) {
        paid();
        done(shipment());
      }
    }

    private void discounted() {
      sentIn(required);
      assessed(Cause.ACCIDENT, Set.of(), false);
      var nothing = new Money(0, NaiveMoney.currency(book.latest(), where));
      var lines =
          required.keySet().stream().map(part -> new RepairLine(part, nothing, nothing)).toList();
      if (asked(new ClaimRepairDiscount(id(), c(), at, lines, true))) {
        done(completion());
      }
    }

    private void maintained() {
      var sent = new TreeMap<>(required);
      sent.put(REMOTE_CONTROLLER, 1);
      sentIn(sent);
      if (asked(new ConfirmMaintenance(id(), c(), at, Set.of()))) {
        done(completion());
      }
    }

    /// Under a warranty that runs at all there is a part whose failure is repaired for nothing.
    private void served() {
      if (!row.offer().open()) {
        return;
      }
      var service = row.offer().service();
      sentIn(required);
      var parts = new HashSet<Part>();
      parts.addAll(bound.cover().officialWarranty().keySet());
      parts.addAll(bound.cover().extendedWarranty().keySet());
      parts.addAll(bound.cover().reward().keySet());
      holds("some part under " + service, parts.stream().anyMatch(part -> free(part, service)));
    }

    private boolean free(Part part, Service service) {
      boolean official = service == Service.OFFICIAL_WARRANTY;
      assessed(Cause.QUALITY_FAULT, Set.of(part), official);
      var first = Offer.of(rehearsal.seen(), rehearsal.plan().theCase(c())).getFirst();
      if (first.service() != service || !first.open()) {
        return false;
      }
      done(completion());
      same("settled under", Optional.of(service), rehearsal.plan().theCase(c()).settledUnder());
      return true;
    }

    // ------------------------------------------------------------------------------ the steps

    private PlanId id() {
      return rehearsal.plan().id();
    }

    private CaseId c() {
      return opening.caseId();
    }

    private void sentIn(Map<Part, Integer> parts) {
      done(new RecordReceipt(id(), c(), at, parts, Optional.empty()));
    }

    private void assessed(Cause cause, Set<Part> damaged, boolean inScope) {
      done(
          new RecordAssessment(
              id(), c(), at, cause, damaged, inScope, List.of(), Optional.empty()));
    }

    private void paid() {
      var fee = rehearsal.plan().theCase(c()).claimed().orElseThrow().fee().amount();
      same("the fee that was shown", row.offer().fee().orElseThrow().amount(), fee);
      done(new PayServiceFee(id(), c(), FeePurpose.SERVICE_FEE, new FeePayment(fee, at, "")));
    }

    private CompleteRepair completion() {
      return new CompleteRepair(id(), c(), at, Optional.empty(), Optional.empty(), false);
    }

    private ShipReplacement shipment() {
      return new ShipReplacement(id(), c(), at, ON_THE_SHELF, bound.model(), Optional.empty());
    }

    /// The parts that are asked for are enough.
    private void ships() {
      done(shipment());
    }

    private void done(PlanCommand command) {
      same("on the way of an open row: " + command, List.of(), rehearsal.put(command).codes());
    }

    /// Puts the step that asks for the service, which answers as the row did.
    private boolean asked(PlanCommand command) {
      var decision = rehearsal.put(command);
      same("the row against " + command, decision.codes(), row.offer().codes());
      return decision instanceof Accepted;
    }
  }
}
