package org.planledger.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.RefusalCode;

/// A case as somebody would keep it on a sheet of paper: what happened is ticked off, and ticks are
/// all that is looked at later.
final class NaiveCase {
  final CaseId id;
  final DeviceId device;
  final boolean lost;
  final boolean express;
  final String region;
  final LocalDate appliedOn;
  final String edition;
  LocalDate lastDayToSend;
  ZoneId zoneToSendFrom;

  boolean dispatched;

  /// Every parcel as it is held now, in the order in which they were told.
  final List<ReceiptFacts> parcels = new ArrayList<>();

  boolean received;
  final Map<String, Integer> arrived = new HashMap<>();
  boolean assessed;
  Cause cause;
  Set<String> damaged = Set.of();
  boolean inWarrantyScope;
  List<Finding> findings = new ArrayList<>();
  Instant lastContact;
  int rung;
  boolean claimedAsLost;
  long fee;
  boolean reported;
  boolean feePaid;
  long materialPaid;
  boolean found;

  final boolean maintenance;
  boolean lapsedUnsent;
  boolean lapsedBySuccessor;
  boolean maintained;
  Set<String> firstParcel;
  boolean cameLinked;
  boolean discount;
  final Set<RefusalCode> waived = new HashSet<>();
  Instant openedAt;
  Instant feePaidAt;
  long feePaidAmount;
  long feeRefunded;
  long materialRefunded;
  int quotedRung;
  boolean refusedForTheCustomer;
  boolean backAtTheProvider;

  /// What the case was settled as: REPLACEMENT, DISCOUNT, PLAN for a warranty of the plan,
  /// OFFICIAL, MAINTENANCE or FULL.
  String settledAs = "";

  boolean open = true;
  boolean settled;
  boolean settledByClaim;
  Stage end;

  NaiveCase(
      CaseId id,
      DeviceId device,
      boolean lost,
      boolean maintenance,
      boolean express,
      String region,
      LocalDate appliedOn,
      String edition) {
    this.id = id;
    this.device = device;
    this.lost = lost;
    this.maintenance = maintenance;
    this.express = express;
    this.region = region;
    this.appliedOn = appliedOn;
    this.edition = edition;
  }

  /// Ticks off the parcels anew.
  void countParcels() {
    received = !parcels.isEmpty();
    firstParcel = received ? NaiveMoney.codes(parcels.getFirst().components().keySet()) : null;
    cameLinked = received && parcels.getLast().controllerLinked().orElse(false);
    arrived.clear();
    for (var parcel : parcels) {
      parcel
          .components()
          .forEach(
              (part, number) ->
                  NaiveMoney.realNames(part.code())
                      .forEach(name -> arrived.merge(name, number, Integer::sum)));
    }
  }

  /// The place of the parcel that was told last with a moment; -1 without one.
  int parcelOf(Instant receivedAt) {
    for (int i = parcels.size() - 1; i >= 0; i--) {
      if (parcels.get(i).receivedAt().equals(receivedAt)) {
        return i;
      }
    }
    return -1;
  }

  void found(AssessmentFacts told) {
    assessed = true;
    cause = told.cause();
    damaged = NaiveMoney.codes(told.damagedParts());
    inWarrantyScope = told.inOfficialWarrantyScope();
    findings = told.findings();
  }

  boolean claimed() {
    return rung > 0;
  }

  boolean holdsARung() {
    return claimed() && (open || settledByClaim);
  }

  boolean chosen() {
    return claimed() || discount;
  }

  boolean used() {
    return settledAs.equals("REPLACEMENT") || settledAs.equals("DISCOUNT");
  }

  /// Whether the device is awaited on a day, and none of it has come yet.
  boolean awaited() {
    return !lost && !maintenance && !dispatched && !received;
  }

  /// A case that had lapsed goes on.
  void reopen(NaivePlan plan) {
    if (claimed()) {
      rung = plan.nextRung();
    }
    open = true;
    lapsedUnsent = false;
    end = null;
  }

  void settle(String how) {
    boolean replaced = how.equals("REPLACEMENT");
    close(Stage.SETTLED);
    settledAs = how;
    settledByClaim = replaced;
  }

  void close(Stage how) {
    open = false;
    end = how;
    if (how == Stage.SETTLED) {
      settled = true;
      settledByClaim = claimed();
    } else {
      reported = false;
    }
  }

  Stage stage() {
    if (!open) {
      return end;
    }
    if (express) {
      return received ? Stage.RECEIVED : dispatched ? Stage.DISPATCHED : Stage.PAID;
    }
    if (feePaid) {
      return Stage.PAID;
    }
    if (reported) {
      return Stage.REPORTED;
    }
    if (chosen()) {
      return Stage.CLAIMED;
    }
    if (assessed) {
      return Stage.ASSESSED;
    }
    return received ? Stage.RECEIVED : dispatched ? Stage.DISPATCHED : Stage.OPENED;
  }
}
