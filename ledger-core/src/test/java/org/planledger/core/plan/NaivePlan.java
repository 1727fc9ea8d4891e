package org.planledger.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Service;

/// A plan on a sheet of paper.
final class NaivePlan {
  final PlanId id;
  final int years;
  final String region;
  final LocalDate start;
  final LocalDate end;
  final Instant soldAt;
  final AccountRef holder;
  String edition;
  private int replacements;
  final List<Covered> chain = new ArrayList<>();
  final List<LinkFact> links = new ArrayList<>();
  final Map<CaseId, NaiveCase> cases = new LinkedHashMap<>();
  boolean somethingWasReleased;
  boolean productReturned;
  boolean exitAskedFor;
  boolean ended;
  final Set<Service> expired = new HashSet<>();
  final Set<Service> exhausted = new HashSet<>();

  /// What was last recorded of the reward: whether it was lost; null before.
  Boolean rewardLost;

  // What the first device brought with it.
  String firstModel;
  String boughtIn;
  SalesChannel shop;
  boolean proof;
  LocalDate warrantyStart;
  Map<String, Integer> warrantyMonths = Map.of();

  NaivePlan(
      PlanId id,
      int years,
      String region,
      LocalDate start,
      Instant soldAt,
      AccountRef holder,
      String edition) {
    this.id = id;
    this.years = years;
    this.region = region;
    this.start = start;
    this.end = NaiveWorld.monthsLater(start, 12 * years);
    this.soldAt = soldAt;
    this.holder = holder;
    this.edition = edition;
    this.replacements = NaiveWorld.replacements(edition, years);
  }

  record Covered(DeviceId device, String model, Instant from) {}

  record LinkFact(DeviceId device, LinkKind kind, Instant at, boolean made, int number) {}

  ZoneId zone() {
    return NaiveWorld.ZONES.get(region);
  }

  LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone());
  }

  Covered head() {
    return chain.isEmpty() ? null : chain.getLast();
  }

  Covered covering(DeviceId device) {
    Covered found = null;
    for (var covered : chain) {
      if (covered.device().equals(device)) {
        found = covered;
      }
    }
    return found;
  }

  DeviceId coveredAt(Instant moment) {
    DeviceId found = chain.isEmpty() ? null : chain.getFirst().device();
    for (var covered : chain) {
      if (!covered.from().isAfter(moment)) {
        found = covered.device();
      }
    }
    return found;
  }

  // ------------------------------------------------------------------------------------- counts

  int total() {
    return replacements;
  }

  /// Of every service the higher number is kept.
  void upgraded(String to) {
    edition = to;
    replacements = Math.max(replacements, NaiveWorld.replacements(to, years));
  }

  int lossLimit() {
    return years == 1 ? 1 : 2;
  }

  int count(boolean used, boolean lostOnly) {
    int n = 0;
    for (var c : cases.values()) {
      if (c.holdsARung() && c.settledByClaim == used && (c.claimedAsLost || !lostOnly)) {
        n++;
      }
    }
    return n;
  }

  int held() {
    return count(true, false) + count(false, false);
  }

  int lossesHeld() {
    return count(true, true) + count(false, true);
  }

  Set<Integer> rungs() {
    var rungs = new HashSet<Integer>();
    for (var c : cases.values()) {
      if (c.holdsARung() && !rungs.add(c.rung)) {
        throw new IllegalStateException("two replacements on one rung");
      }
    }
    return rungs;
  }

  int nextRung() {
    var taken = rungs();
    int rung = 1;
    while (taken.contains(rung)) {
      rung++;
    }
    return rung;
  }

  // -------------------------------------------------------------------------------------- links

  /// The link of a kind and moment that was told last; null without one.
  LinkFact link(LinkKind kind, Instant at) {
    LinkFact found = null;
    for (var fact : links) {
      if (fact.made() && fact.kind() == kind && fact.at().equals(at)) {
        found = fact;
      }
    }
    return found;
  }

  boolean everLinked(DeviceId device, LinkKind kind, Instant moment) {
    return links.stream()
        .anyMatch(
            f -> f.made() && f.device().equals(device) && f.kind() == kind && notAfter(f, moment));
  }

  boolean linked(DeviceId device, LinkKind kind, Instant moment) {
    for (var made : links) {
      if (made.made()
          && made.device().equals(device)
          && made.kind() == kind
          && notAfter(made, moment)
          && links.stream().noneMatch(f -> ends(f, made, moment))) {
        return true;
      }
    }
    return false;
  }

  private static boolean notAfter(LinkFact fact, Instant moment) {
    return !fact.at().isAfter(moment);
  }

  /// A removal ends what began before it; of the same instant, what was told before it.
  private static boolean ends(LinkFact removal, LinkFact made, Instant moment) {
    return !removal.made()
        && removal.device().equals(made.device())
        && removal.kind() == made.kind()
        && notAfter(removal, moment)
        && (removal.at().isAfter(made.at())
            || (removal.at().equals(made.at()) && removal.number() > made.number()));
  }

  // ---------------------------------------------------------------------------- days and windows

  boolean inPlan(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }

  LocalDate officialEnd(String part) {
    return NaiveWorld.monthsLater(warrantyStart, warrantyMonths.getOrDefault(part, 0));
  }

  boolean official(Collection<String> parts, LocalDate day) {
    return !day.isBefore(warrantyStart)
        && parts.stream().anyMatch(part -> day.isBefore(officialEnd(part)));
  }

  boolean extended(Collection<String> parts, LocalDate day) {
    return years == 2
        && inPlan(day)
        && parts.stream()
            .filter(NaiveWorld.extended(firstModel)::contains)
            .anyMatch(part -> !day.isBefore(officialEnd(part)));
  }

  boolean rewardRuns(Collection<String> parts, LocalDate day) {
    return reward(day) == Reward.EARNED && rewardWindow(parts, day);
  }

  /// Whether the reward would run for one of the parts, if it was earned.
  boolean rewardWindow(Collection<String> parts, LocalDate day) {
    return parts.stream()
        .filter(NaiveWorld.extended(firstModel)::contains)
        .map(this::rewardStart)
        .anyMatch(from -> !day.isBefore(from) && day.isBefore(NaiveWorld.monthsLater(from, 12)));
  }

  Reward reward(LocalDate day) {
    boolean rewarded = chain.isEmpty() || !NaiveWorld.WITHOUT_REWARD.contains(firstModel);
    if (!rewarded || ended || usedUp()) {
      return Reward.FORFEITED;
    }
    if (day.isBefore(end)) {
      return Reward.ON_TRACK;
    }
    if (chain.isEmpty()) {
      return Reward.FORFEITED;
    }
    boolean undecided = cases.values().stream().anyMatch(c -> c.open && inPlan(c.appliedOn));
    return undecided ? Reward.POSTPONED : Reward.EARNED;
  }

  boolean usedUp() {
    return cases.values().stream().anyMatch(NaiveCase::used);
  }

  int discountsUsed() {
    return (int) cases.values().stream().filter(c -> c.settledAs.equals("DISCOUNT")).count();
  }

  int discountsReserved() {
    return (int) cases.values().stream().filter(c -> c.discount && c.open).count();
  }

  int maintained() {
    return (int) cases.values().stream().filter(c -> c.maintained).count();
  }

  int discountTotal() {
    return years == 1 ? 2 : 3;
  }

  boolean openUndecided() {
    return cases.values().stream().anyMatch(c -> c.open && inPlan(c.appliedOn));
  }

  /// Whether the centre holds the device for another open case than this one.
  boolean holdsElsewhere(DeviceId device, NaiveCase but) {
    return cases.values().stream()
        .anyMatch(c -> c != but && c.open && c.received && c.device.equals(device));
  }

  boolean anyOpen() {
    return cases.values().stream().anyMatch(c -> c.open);
  }

  /// The first day after a service of the plan; null for one that it does not have.
  LocalDate endOf(Service service) {
    return switch (service) {
      case REPLACEMENT, REPAIR_DISCOUNT, MAINTENANCE -> end;
      case EXTENDED_WARRANTY ->
          years == 2
                  && head() != null
                  && NaiveWorld.extended(firstModel).stream()
                      .anyMatch(part -> officialEnd(part).isBefore(end))
              ? end
              : null;
      case SAFE_FLIGHT_REWARD ->
          head() == null || usedUp() || NaiveWorld.WITHOUT_REWARD.contains(firstModel)
              ? null
              : NaiveWorld.extended(firstModel).stream()
                  .map(part -> NaiveWorld.monthsLater(rewardStart(part), 12))
                  .max(LocalDate::compareTo)
                  .orElseThrow();
      case OFFICIAL_WARRANTY -> null;
    };
  }

  /// Whether nothing of a service with a number is left.
  boolean spent(Service service) {
    return switch (service) {
      case REPLACEMENT -> count(true, false) >= total();
      case REPAIR_DISCOUNT -> discountsUsed() >= discountTotal();
      case MAINTENANCE -> maintained() >= years;
      case EXTENDED_WARRANTY, SAFE_FLIGHT_REWARD, OFFICIAL_WARRANTY -> false;
    };
  }

  /// Whether a link that had begun by then was never removed.
  boolean stillLinked(DeviceId device, LinkKind kind, Instant begunBy) {
    return links.stream()
        .filter(f -> f.made() && f.device().equals(device) && f.kind() == kind)
        .filter(f -> notAfter(f, begunBy))
        .anyMatch(made -> links.stream().noneMatch(f -> ends(f, made, Instant.MAX)));
  }

  private LocalDate rewardStart(String part) {
    boolean waits = years == 1 && NaiveWorld.EUROPE.contains(region);
    return waits && officialEnd(part).isAfter(end) ? officialEnd(part) : end;
  }

  boolean anyService(LocalDate day) {
    return inPlan(day)
        || official(warrantyMonths.keySet(), day)
        || extended(NaiveWorld.extended(firstModel), day)
        || rewardRuns(NaiveWorld.extended(firstModel), day);
  }

  /// Whether a warranty serves the case for nothing.
  boolean free(NaiveCase c) {
    return !freeUnder(c).isEmpty();
  }

  /// Which warranty serves the case for nothing: OFFICIAL, PLAN, or none.
  String freeUnder(NaiveCase c) {
    if (!c.assessed || c.maintenance) {
      return "";
    }
    var damaged = new HashSet<>(c.damaged.isEmpty() ? warrantyMonths.keySet() : c.damaged);
    if (c.inWarrantyScope && official(damaged, c.appliedOn)) {
      return "OFFICIAL";
    }
    if (c.cause != Cause.QUALITY_FAULT) {
      return "";
    }
    for (var finding : c.findings) {
      if (NaiveWorld.BARS_WARRANTY.contains(finding.exclusion())
          && !c.waived.contains(RefusalCode.EXCLUDED)) {
        return "";
      }
      if (NaiveWorld.TAKES_PART.contains(finding.exclusion())) {
        if (finding.part().isEmpty()) {
          return "";
        }
        NaiveMoney.realNames(finding.part().get().code()).forEach(damaged::remove);
      }
    }
    boolean runs = extended(damaged, c.appliedOn) || rewardRuns(damaged, c.appliedOn);
    return runs ? "PLAN" : "";
  }
}
