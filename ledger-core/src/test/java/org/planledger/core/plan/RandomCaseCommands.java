package org.planledger.core.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Terms;

/// Random commands in a case: what would come next in it, or anything at all.
final class RandomCaseCommands {
  private final Chance chance;
  private final NaiveLedger clerk;
  private final Terms terms;

  RandomCaseCommands(Chance chance, NaiveLedger clerk, Terms terms) {
    this.chance = chance;
    this.clerk = clerk;
    this.terms = terms;
  }

  /// What would come next, if all went well.
  PlanCommand natural(NaivePlan plan, NaiveCase c) {
    if (chance.oneIn(25)) {
      return chance.oneIn(2) ? withdraw(plan, c) : lapse(plan, c);
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
      return plan.free(c) && chance.oneIn(2) ? ship(plan, c) : claim(plan, c);
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

  PlanCommand anything(NaivePlan plan, NaiveCase c) {
    return switch (chance.below(14)) {
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
      default -> chance.oneIn(3) ? withdraw(plan, c) : lapse(plan, c);
    };
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

  private PlanCommand receive(NaivePlan plan, NaiveCase c) {
    var parts = new TreeMap<Part, Integer>();
    var covered = plan.covering(c.device);
    NaiveWorld.SENT_IN
        .get(covered.model())
        .forEach(
            (name, number) -> {
              if (!chance.oneIn(12)) {
                parts.put(Part.of(name), chance.oneIn(12) ? 1 : number);
              }
            });
    if (chance.oneIn(10)) {
      parts.put(Part.of("GIMBAL_AND_CAMERA"), 1);
    }
    return new RecordReceipt(plan.id, c.id, chance.moment(), parts, Optional.of(chance.heads()));
  }

  private PlanCommand assess(NaivePlan plan, NaiveCase c) {
    var parts = new ArrayList<Part>();
    var names =
        List.of("GIMBAL", "CAMERA_UNIT", "MAIN_CONTROLLER", "BATTERY", "BG21_GRIP", "AIRCRAFT");
    for (var name : names) {
      if (chance.oneIn(4)) {
        parts.add(Part.of(name));
      }
    }
    var findings = new ArrayList<Finding>();
    while (chance.oneIn(8)) {
      Optional<Part> part =
          chance.oneIn(2) && !parts.isEmpty() ? Optional.of(chance.pick(parts)) : Optional.empty();
      findings.add(new Finding(chance.pick(NaiveWorld.FINDINGS), part));
    }
    var usual = c.lost ? Cause.FLYAWAY : chance.oneIn(3) ? Cause.QUALITY_FAULT : Cause.ACCIDENT;
    return new RecordAssessment(
        plan.id,
        c.id,
        chance.moment(),
        chance.oneIn(10) ? chance.pick(List.copyOf(EnumSet.allOf(Cause.class))) : usual,
        Set.copyOf(parts),
        chance.oneIn(4),
        findings,
        Optional.empty());
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
    var amount = new Money(due, NaiveMoney.currency(terms, c.region));
    return new PayServiceFee(
        plan.id, c.id, purpose, new FeePayment(chance.nearly(amount), chance.moment(), "payment"));
  }

  private PlanCommand ship(NaivePlan plan, NaiveCase c) {
    var covered = plan.covering(c.device);
    boolean same = !chance.oneIn(8);
    return new ShipReplacement(
        plan.id,
        c.id,
        chance.moment(),
        chance.device(),
        Named.model(
            same
                ? covered.model()
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
