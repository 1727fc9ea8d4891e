package org.planledger.projections.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.PlanPurchased;
import org.planledger.core.plan.PlanEvent.TermsUpgraded;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Window;
import org.planledger.projections.fold.Row;

/// A plan with all that its status on any day follows from.
///
/// @param edition the terms it runs under now
/// @param head the device it covers now
record PlanRow(
    PlanId planId,
    PlanType planType,
    RegionCode region,
    ZoneId zone,
    Edition edition,
    Window window,
    Instant purchasedAt,
    Optional<Head> head,
    int openCases,
    Stock stock,
    Ending ending,
    long position)
    implements Row {

  /// The device a plan covers now.
  record Head(DeviceId deviceId, ModelCode model, Instant boundAt) {}

  /// What is known of the early end of a plan, which takes two steps either way.
  ///
  /// @param as `RETURNED` or `EXITED`; none for a plan that was not ended early
  record Ending(
      Optional<LocalDate> productReturnedOn,
      Optional<Instant> exitRequestedAt,
      Optional<PlanStatus> as,
      Optional<Instant> at) {

    static Ending none() {
      return new Ending(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Ending productReturned(LocalDate day) {
      return new Ending(Optional.of(day), exitRequestedAt, as, at);
    }

    Ending exitRequested(Instant moment) {
      return new Ending(productReturnedOn, Optional.of(moment), as, at);
    }

    Ending ended(PlanStatus how, Instant moment) {
      return new Ending(productReturnedOn, exitRequestedAt, Optional.of(how), Optional.of(moment));
    }
  }

  static PlanRow sold(PlanPurchased sold, long at) {
    return new PlanRow(
        sold.planId(),
        sold.planType(),
        sold.region(),
        sold.zone(),
        sold.terms().edition(),
        sold.window(),
        sold.at(),
        Optional.empty(),
        0,
        Stock.of(sold.figures()),
        Ending.none(),
        at);
  }

  PlanRow bound(DeviceBound bound, long at) {
    var now = new Head(bound.deviceId(), bound.model(), bound.at());
    return with(edition, Optional.of(now), openCases, stock, ending, at);
  }

  /// The binding was a mistake; the right one follows.
  PlanRow unbound(long at) {
    return with(edition, Optional.empty(), openCases, stock, ending, at);
  }

  PlanRow caseOpened(long at) {
    return with(edition, head, openCases + 1, stock, ending, at);
  }

  PlanRow caseClosed(long at) {
    return with(edition, head, openCases - 1, stock, ending, at);
  }

  PlanRow holding(Stock left, long at) {
    return with(edition, head, openCases, left, ending, at);
  }

  PlanRow upgraded(TermsUpgraded upgraded, long at) {
    var better = stock.granting(upgraded.figures());
    return with(upgraded.to().edition(), head, openCases, better, ending, at);
  }

  PlanRow ending(Ending now, long at) {
    return with(edition, head, openCases, stock, now, at);
  }

  PlanStatus statusOn(LocalDate day) {
    if (ending.as().isPresent()) {
      return ending.as().get();
    }
    if (head.isEmpty()) {
      return PlanStatus.PURCHASED;
    }
    if (!day.isBefore(window.until())) {
      return PlanStatus.EXPIRED;
    }
    return stock.usedUp() ? PlanStatus.COMPLETED : PlanStatus.ACTIVE;
  }

  PlanView view(LocalDate day) {
    return new PlanView(
        planId,
        statusOn(day),
        planType,
        region,
        zone,
        edition,
        window,
        purchasedAt,
        head.map(Head::deviceId),
        head.map(Head::model),
        head.map(Head::boundAt),
        openCases,
        ending.productReturnedOn(),
        ending.exitRequestedAt(),
        ending.at(),
        position);
  }

  private PlanRow with(
      Edition nowUnder, Optional<Head> now, int nowOpen, Stock left, Ending nowEnding, long at) {
    return new PlanRow(
        planId,
        planType,
        region,
        zone,
        nowUnder,
        window,
        purchasedAt,
        now,
        nowOpen,
        left,
        nowEnding,
        at);
  }
}
