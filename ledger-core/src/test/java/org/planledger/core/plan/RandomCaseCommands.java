package org.planledger.core.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.ReplacementMode;

/// Random commands in a case: what would come next in it, or anything at all.
final class RandomCaseCommands {
  private static final List<String> ANY_PARTS =
      List.of(
          "GIMBAL",
          "CAMERA_UNIT",
          "MAIN_CONTROLLER",
          "BUILT_IN_BATTERY",
          "BG21_GRIP",
          "AIRCRAFT",
          "MAGNETIC_PHONE_CLAMP",
          "POWER_MODULE");

  /// Grounds that a person states when refusing a case.
  private static final List<RefusalCode> STATED =
      List.of(
          RefusalCode.PROCESS_NOT_FOLLOWED,
          RefusalCode.COMPONENTS_MISSING,
          RefusalCode.CROSS_BORDER_WITHOUT_CONSENT,
          RefusalCode.THIRD_PARTY_NOT_AUTHORISED);

  private final Chance chance;
  private final NaiveLedger clerk;

  RandomCaseCommands(Chance chance, NaiveLedger clerk) {
    this.chance = chance;
    this.clerk = clerk;
  }

  /// What would come next, if all went well.
  PlanCommand natural(NaivePlan plan, NaiveCase c) {
    if (chance.oneIn(25)) {
      return chance.oneIn(2) ? withdraw(plan, c) : lapse(plan, c);
    }
    if (c.found && !c.backAtTheProvider && chance.heads()) {
      return new RecordRecoveredReturn(plan.id, c.id, chance.moment());
    }
    if (!c.open && chance.oneIn(3)) {
      return afterwards(plan, c);
    }
    if (c.open && barred(c) && chance.below(6) < (c.cause == Cause.QUALITY_FAULT ? 4 : 1)) {
      return new WaiveRefusal(
          plan.id,
          c.id,
          chance.moment(),
          Set.of(RefusalCode.EXCLUDED),
          Named.said("goodwill"),
          approver(),
          "clerk");
    }
    if (c.maintenance && c.open) {
      return maintenance(plan, c);
    }
    if (c.discount && c.open) {
      return c.feePaid ? complete(plan, c) : pay(plan, c, FeePurpose.SERVICE_FEE);
    }
    if (!c.open) {
      return c.lost && chance.oneIn(2) ? recover(plan, c) : anything(plan, c);
    }
    if (c.lost) {
      if (c.lastContact == null) {
        return flightRecord(plan, c);
      }
      if (!c.assessed) {
        return assess(plan, c);
      }
      if (!c.claimed()) {
        return plan.free(c) && chance.oneIn(2) ? ship(plan, c) : claim(plan, c);
      }
      if (!c.reported) {
        return report(plan, c);
      }
      if (!c.feePaid) {
        return chance.oneIn(6) ? cancel(plan, c) : pay(plan, c, FeePurpose.SERVICE_FEE);
      }
      return chance.oneIn(5) ? recover(plan, c) : ship(plan, c);
    }
    if (!c.received) {
      return c.dispatched || chance.oneIn(4) ? receive(plan, c) : send(plan, c);
    }
    if (!c.express && !c.assessed) {
      return assess(plan, c);
    }
    if (!c.claimed()) {
      if (plan.free(c) && (chance.gentle() || chance.heads())) {
        return chance.heads() ? ship(plan, c) : complete(plan, c);
      }
      if (chance.gentle()) {
        return withdraw(plan, c);
      }
      return chance.oneIn(3) ? discount(plan, c) : claim(plan, c);
    }
    if (!c.feePaid) {
      return pay(plan, c, FeePurpose.SERVICE_FEE);
    }
    if (!clerk.bodyArrived(plan, c)) {
      return receive(plan, c);
    }
    if (clerk.materialDue(plan, c) > 0) {
      return chance.oneIn(3) ? receive(plan, c) : pay(plan, c, FeePurpose.MISSING_MATERIAL);
    }
    return ship(plan, c);
  }

  private static boolean barred(NaiveCase c) {
    return !c.waived.contains(RefusalCode.EXCLUDED)
        && c.findings.stream().anyMatch(f -> NaiveWorld.BARS_WARRANTY.contains(f.exclusion()));
  }

  PlanCommand anything(NaivePlan plan, NaiveCase c) {
    return switch (chance.below(22)) {
      case 0 -> send(plan, c);
      case 1 -> receive(plan, c);
      case 2 -> assess(plan, c);
      case 3 -> flightRecord(plan, c);
      case 4, 5 -> claim(plan, c);
      case 6 -> report(plan, c);
      case 7 -> cancel(plan, c);
      case 8 -> pay(plan, c, FeePurpose.SERVICE_FEE);
      case 9 -> pay(plan, c, FeePurpose.MISSING_MATERIAL);
      case 10, 11 -> ship(plan, c);
      case 12 -> recover(plan, c);
      case 13, 14 -> discount(plan, c);
      case 15 -> confirm(plan, c);
      case 16, 17 -> complete(plan, c);
      case 18 -> chance.oneIn(3) ? refuse(plan, c) : waive(plan, c);
      case 19, 20 -> afterwards(plan, c);
      default -> chance.oneIn(3) ? withdraw(plan, c) : lapse(plan, c);
    };
  }

  private PlanCommand maintenance(NaivePlan plan, NaiveCase c) {
    if (!c.received) {
      return receive(plan, c);
    }
    if (c.claimed()) {
      return c.feePaid ? ship(plan, c) : pay(plan, c, FeePurpose.SERVICE_FEE);
    }
    if (chance.oneIn(5)) {
      return c.assessed ? claim(plan, c) : assess(plan, c);
    }
    return c.maintained ? complete(plan, c) : confirm(plan, c);
  }

  /// What can still be asked for when a case is over.
  private PlanCommand afterwards(NaivePlan plan, NaiveCase c) {
    if (c.lapsedUnsent && chance.oneIn(2)) {
      return chance.oneIn(3) ? waive(plan, c) : chance.heads() ? sendOn(plan, c) : receive(plan, c);
    }
    return c.found && chance.oneIn(2)
        ? new RecordRecoveredReturn(plan.id, c.id, chance.moment())
        : refund(plan, c);
  }

  /// Sent on the last day, and told later.
  private PlanCommand sendOn(NaivePlan plan, NaiveCase c) {
    return new RecordShipmentIn(
        plan.id,
        c.id,
        c.lastDayToSend.atTime(12, 0).atZone(c.zoneToSendFrom).toInstant(),
        Named.region(c.region),
        Optional.empty(),
        Optional.empty());
  }

  private PlanCommand refund(NaivePlan plan, NaiveCase c) {
    boolean fee = !chance.oneIn(4);
    long kept = fee ? c.feePaidAmount - c.feeRefunded : c.materialPaid - c.materialRefunded;
    var amount = new Money(Math.max(kept, 0), NaiveMoney.currency(clerk.terms(c), c.region));
    return new RefundFee(
        plan.id,
        c.id,
        chance.moment(),
        fee ? FeePurpose.SERVICE_FEE : FeePurpose.MISSING_MATERIAL,
        chance.nearly(amount),
        Named.said("why"),
        chance.oneIn(3) ? Optional.of(approver()) : Optional.empty(),
        "clerk");
  }

  String approver() {
    return chance.oneIn(6) ? "clerk" : "lead";
  }

  private PlanCommand discount(NaivePlan plan, NaiveCase c) {
    var lines = new ArrayList<RepairLine>();
    var currency = NaiveMoney.currency(clerk.terms(c), c.region);
    var names = List.of("GIMBAL", "CAMERA_UNIT", "BATTERY", "AIRCRAFT", "MOTORS", "SHELL");
    for (var name : names) {
      if (chance.oneIn(2)) {
        lines.add(
            new RepairLine(
                Part.of(name),
                new Money(chance.below(10_000), currency),
                chance.oneIn(40)
                    ? Named.money("NOK 7")
                    : new Money(chance.below(10_000), currency)));
      }
    }
    return new ClaimRepairDiscount(plan.id, c.id, chance.moment(), lines, !chance.oneIn(3));
  }

  private PlanCommand confirm(NaivePlan plan, NaiveCase c) {
    var worn =
        chance.oneIn(3)
            ? Set.<Part>of()
            : Set.of(Part.of("PROPELLERS"), Part.of(chance.heads() ? "MOTORS" : "LENS_PROTECTOR"));
    return new ConfirmMaintenance(plan.id, c.id, chance.moment(), worn);
  }

  private PlanCommand complete(NaivePlan plan, NaiveCase c) {
    Optional<DeviceId> serial = chance.oneIn(6) ? Optional.of(chance.device()) : Optional.empty();
    Optional<ModelCode> model =
        chance.oneIn(12)
            ? Optional.of(Named.model(chance.heads() ? "PAPER_PLANE" : coveredModel(plan, c)))
            : Optional.empty();
    return new CompleteRepair(plan.id, c.id, chance.moment(), serial, model, chance.oneIn(6));
  }

  private PlanCommand refuse(NaivePlan plan, NaiveCase c) {
    return new RefuseService(
        plan.id,
        c.id,
        chance.moment(),
        chance.heads() ? Set.of(chance.pick(STATED)) : Set.of(),
        chance.heads()
            ? List.of(new Finding(chance.pick(NaiveWorld.FINDINGS), Optional.empty()))
            : List.of(),
        Named.said("why"));
  }

  private PlanCommand waive(NaivePlan plan, NaiveCase c) {
    return new WaiveRefusal(
        plan.id, c.id, chance.moment(), codesToWaive(), Named.said("why"), approver(), "clerk");
  }

  Set<RefusalCode> codesToWaive() {
    var codes =
        List.of(
            RefusalCode.SEND_BACK_OVERDUE,
            RefusalCode.EXCLUDED,
            RefusalCode.OUTSIDE_VALIDITY,
            RefusalCode.REGION_MISMATCH,
            RefusalCode.OUTSIDE_COVERAGE_AREA,
            RefusalCode.CROSS_BORDER_WITHOUT_CONSENT);
    return chance.oneIn(20) ? Set.of(RefusalCode.QUOTA_EXHAUSTED) : Set.of(chance.pick(codes));
  }

  /// The model of the device of a case; where its binding was corrected, of the right device.
  private static String coveredModel(NaivePlan plan, NaiveCase c) {
    var covered = plan.covering(c.device);
    return covered == null ? plan.head().model() : covered.model();
  }

  private PlanCommand send(NaivePlan plan, NaiveCase c) {
    boolean abroad = chance.oneIn(8);
    var at = chance.moment();
    Optional<CrossBorderConsent> consent =
        chance.oneIn(abroad ? 2 : 10)
            ? Optional.of(
                new CrossBorderConsent(
                    Named.said("consent"),
                    chance.oneIn(4) ? at.plusSeconds(1) : at.minusSeconds(1)))
            : Optional.empty();
    return new RecordShipmentIn(
        plan.id,
        c.id,
        at,
        Named.region(abroad ? chance.pick(NaiveWorld.REGIONS) : c.region),
        consent,
        Optional.empty());
  }

  RecordReceipt receive(NaivePlan plan, NaiveCase c) {
    var parts = new TreeMap<Part, Integer>();
    // In an order of its own: that of the map is another one in every process, and so would be the
    // luck.
    new TreeMap<>(NaiveWorld.SENT_IN.get(coveredModel(plan, c)))
        .forEach(
            (name, number) -> {
              if (!chance.oneIn(12)) {
                parts.put(Part.of(name), chance.oneIn(12) ? 1 : number);
              }
            });
    if (chance.oneIn(10)) {
      parts.put(Part.of("GIMBAL_AND_CAMERA"), 1);
    }
    if (chance.oneIn(4)) {
      parts.put(Part.of("SHELL"), 1);
    }
    if (c.maintenance && !chance.oneIn(6)) {
      parts.put(Part.of("REMOTE_CONTROLLER"), 1);
    }
    return new RecordReceipt(plan.id, c.id, chance.moment(), parts, Optional.of(chance.heads()));
  }

  RecordAssessment assess(NaivePlan plan, NaiveCase c) {
    var causes = List.copyOf(EnumSet.allOf(Cause.class));
    var usual =
        c.lost && !chance.oneIn(4)
            ? Cause.FLYAWAY
            : chance.oneIn(chance.gentle() || c.lost ? 1 : 3)
                ? Cause.QUALITY_FAULT
                : Cause.ACCIDENT;
    var cause = chance.oneIn(10) ? chance.pick(causes) : usual;
    var parts = damaged(plan, c);
    return new RecordAssessment(
        plan.id,
        c.id,
        chance.moment(),
        cause,
        Set.copyOf(parts),
        chance.oneIn(4),
        findings(plan, c, cause, parts),
        Optional.empty());
  }

  /// Parts of any kind, or some that the extended warranty of the device knows.
  private List<Part> damaged(NaivePlan plan, NaiveCase c) {
    boolean known = chance.heads();
    var names =
        known ? NaiveWorld.extended(coveredModel(plan, c)).stream().sorted().toList() : ANY_PARTS;
    var parts = new ArrayList<Part>();
    for (var name : names) {
      if (chance.oneIn(known ? 2 : 4)) {
        parts.add(Part.of(name));
      }
    }
    return parts;
  }

  private List<Finding> findings(NaivePlan plan, NaiveCase c, Cause cause, List<Part> parts) {
    var findings = new ArrayList<Finding>();
    while (chance.oneIn(cause == Cause.QUALITY_FAULT ? 3 : 7)) {
      Optional<Part> part =
          parts.isEmpty() || chance.oneIn(3) ? Optional.empty() : Optional.of(chance.pick(parts));
      var found =
          cause == Cause.QUALITY_FAULT && chance.heads()
              ? NaiveWorld.UNDER_WARRANTY
              : NaiveWorld.FINDINGS;
      findings.add(new Finding(chance.pick(found), part));
    }
    if (c.received && chance.oneIn(3) && clerk.materialDue(plan, c) > 0) {
      findings.add(new Finding("X-R-01", Optional.empty()));
    }
    if (c.received && cause == Cause.ACCIDENT && !parts.isEmpty() && chance.oneIn(8)) {
      findings.add(new Finding("X-D-01", Optional.of(chance.pick(parts))));
    }
    return findings;
  }

  private PlanCommand flightRecord(NaivePlan plan, NaiveCase c) {
    return new UploadFlightRecord(
        plan.id, c.id, chance.moment(), Named.sha256("flight"), Named.said("flight record"));
  }

  private PlanCommand claim(NaivePlan plan, NaiveCase c) {
    boolean asLost = c.lost != chance.oneIn(15);
    return new ClaimReplacement(
        plan.id,
        c.id,
        chance.moment(),
        asLost ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE,
        !chance.oneIn(3));
  }

  private PlanCommand report(NaivePlan plan, NaiveCase c) {
    return new FileFlyawayReport(plan.id, c.id, chance.moment(), Named.said("lost"));
  }

  private PlanCommand cancel(NaivePlan plan, NaiveCase c) {
    return new CancelFlyawayReport(plan.id, c.id, chance.moment(), Named.said("found"));
  }

  private PlanCommand pay(NaivePlan plan, NaiveCase c, FeePurpose purpose) {
    long due = purpose == FeePurpose.SERVICE_FEE ? c.fee : clerk.materialDue(plan, c);
    var amount = new Money(due, NaiveMoney.currency(clerk.terms(c), c.region));
    return new PayServiceFee(
        plan.id, c.id, purpose, new FeePayment(chance.nearly(amount), chance.moment(), "payment"));
  }

  private PlanCommand ship(NaivePlan plan, NaiveCase c) {
    boolean same = !chance.oneIn(8);
    return new ShipReplacement(
        plan.id,
        c.id,
        chance.moment(),
        chance.device(),
        Named.model(
            same
                ? coveredModel(plan, c)
                : chance.oneIn(6) ? "PAPER_PLANE" : chance.pick(NaiveWorld.MODELS)),
        chance.oneIn(same ? 20 : 2) ? Optional.of(Named.said("as good as new")) : Optional.empty());
  }

  private PlanCommand recover(NaivePlan plan, NaiveCase c) {
    return new ReportRecovered(plan.id, c.id, chance.moment());
  }

  PlanCommand withdraw(NaivePlan plan, NaiveCase c) {
    return new WithdrawCase(plan.id, c.id, chance.moment(), Named.said("reason"));
  }

  PlanCommand lapse(NaivePlan plan, NaiveCase c) {
    return new LapseCase(plan.id, c.id, chance.moment(), Named.said("reason"));
  }
}
