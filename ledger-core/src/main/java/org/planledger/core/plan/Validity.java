package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;

/// The windows of clause 2.1, judged by the contract day of the application (decision A-26).
public final class Validity {

  private Validity() {}

  /// The replacement window of the plan.
  static void ofReplacement(Deliberation d, Plan plan, LocalDate appliedOn) {
    var window = plan.sold().window();
    var rule =
        switch (plan.sold().planType()) {
          case ONE_YEAR -> Rule.WINDOW_ONE_YEAR;
          case TWO_YEAR -> Rule.WINDOW_TWO_YEAR;
        };
    d.require(
        rule,
        window.contains(appliedOn),
        Inputs.of("appliedOn", appliedOn).and("from", window.from()).and("until", window.until()),
        opening(window, appliedOn));
  }

  /// Any window of a service that a case of this type could lead to (decision A-62).
  static void ofAnyService(Deliberation d, Plan plan, LocalDate appliedOn) {
    var windows = windows(plan);
    if (Reward.on(plan, appliedOn) == Reward.FORFEITED) {
      windows.remove(Service.SAFE_FLIGHT_REWARD);
    }
    var shown = Inputs.of("appliedOn", appliedOn);
    for (var entry : windows.entrySet()) {
      shown =
          shown.and(
              entry.getKey().name(),
              Inputs.of("from", entry.getValue().from()).and("until", entry.getValue().until()));
    }
    d.require(
        Rule.APPLIED_IN_TIME,
        plan.sold().window().contains(appliedOn) || underAnyWarranty(plan, appliedOn),
        shown,
        windows.values().stream()
            .flatMap(window -> opening(window, appliedOn).stream())
            .min(LocalDate::compareTo));
  }

  /// The windows of a warranty, component by component.
  static void ofWarranty(Deliberation d, Plan plan, Service service, LocalDate day) {
    var cover = plan.head().map(DeviceBound::cover).orElseThrow();
    switch (service) {
      case OFFICIAL_WARRANTY -> inOne(d, Rule.APPLIED_IN_TIME, cover.officialWarranty(), day);
      case EXTENDED_WARRANTY -> {
        boolean inPlan = plan.figures().extendedWarranty();
        var type = Inputs.of("planType", plan.sold().planType());
        if (d.require(Rule.NO_EXTENDED_WARRANTY_ONE_YEAR, inPlan, type)) {
          extendedWarranty(d, plan, cover, day);
        }
      }
      case SAFE_FLIGHT_REWARD -> reward(d, plan, cover, day);
      case REPLACEMENT, REPAIR_DISCOUNT, MAINTENANCE ->
          throw new IllegalArgumentException(service + " is not a warranty");
    }
  }

  /// Every extended warranty ends with the plan, so that one runs exactly when it has begun and the
  /// plan is not over.
  private static void extendedWarranty(Deliberation d, Plan plan, Cover cover, LocalDate day) {
    var begin =
        cover.extendedWarranty().values().stream()
            .filter(window -> !window.isEmpty())
            .map(Window::from)
            .min(LocalDate::compareTo);
    if (begin.isEmpty()) {
      d.apply(Rule.EXTENDED_WARRANTY_MAY_BE_EMPTY, windowsOf(cover.officialWarranty()));
    }
    d.require(
        Rule.EXTENDED_WARRANTY_START,
        begin.filter(from -> !day.isBefore(from)).isPresent(),
        windowsOf(cover.extendedWarranty()).and("appliedOn", day),
        begin);
    var until = plan.sold().window().until();
    d.require(
        Rule.EXTENDED_WARRANTY_END,
        day.isBefore(until),
        Inputs.of("appliedOn", day).and("until", until));
  }

  private static void reward(Deliberation d, Plan plan, Cover cover, LocalDate day) {
    var reward = Reward.on(plan, day);
    // One that an open case can still use up serves nobody before it is decided.
    boolean may = reward != Reward.FORFEITED && reward != Reward.POSTPONED;
    d.require(Rule.REWARD_FOR_SAFE_FLIGHT, may, Inputs.of("reward", reward));
    inOne(d, Rule.APPLIED_IN_TIME, cover.reward(), day);
  }

  private static void inOne(Deliberation d, Rule rule, Map<Part, Window> windows, LocalDate day) {
    d.require(
        rule,
        anyContains(windows.values(), day),
        windowsOf(windows).and("appliedOn", day),
        windows.values().stream()
            .filter(window -> !window.isEmpty())
            .flatMap(window -> opening(window, day).stream())
            .min(LocalDate::compareTo));
  }

  static Inputs windowsOf(Map<Part, Window> windows) {
    var components = new LinkedHashMap<String, Object>();
    windows.forEach(
        (part, window) ->
            components.put(
                part.code(), Inputs.of("from", window.from()).and("until", window.until())));
    return Inputs.of("components", components);
  }

  /// The windows of the services at the level of the device: from the earliest beginning of any
  /// component to the latest end. The window of the reward is there whether it is earned or not.
  public static Map<Service, Window> windows(Plan plan) {
    var windows = new LinkedHashMap<Service, Window>();
    windows.put(Service.REPLACEMENT, plan.sold().window());
    plan.head()
        .map(DeviceBound::cover)
        .ifPresent(
            cover -> {
              span(cover.officialWarranty().values())
                  .ifPresent(window -> windows.put(Service.OFFICIAL_WARRANTY, window));
              span(cover.extendedWarranty().values())
                  .ifPresent(window -> windows.put(Service.EXTENDED_WARRANTY, window));
              span(cover.reward().values())
                  .ifPresent(window -> windows.put(Service.SAFE_FLIGHT_REWARD, window));
            });
    return windows;
  }

  /// From the earliest beginning to the latest end of those windows that contain a day at all.
  static Optional<Window> span(Collection<Window> windows) {
    var real = windows.stream().filter(window -> !window.isEmpty()).toList();
    return real.stream()
        .map(Window::from)
        .min(LocalDate::compareTo)
        .map(
            from ->
                new Window(
                    from,
                    real.stream().map(Window::until).max(LocalDate::compareTo).orElseThrow()));
  }

  /// Whether any component is under a warranty of any kind on that day. Components are asked one by
  /// one: between two of their windows the device as a whole may have a day without any.
  private static boolean underAnyWarranty(Plan plan, LocalDate day) {
    return plan.head()
        .map(DeviceBound::cover)
        .filter(
            cover ->
                anyContains(cover.officialWarranty().values(), day)
                    || anyContains(cover.extendedWarranty().values(), day)
                    || (Reward.on(plan, day) == Reward.EARNED
                        && anyContains(cover.reward().values(), day)))
        .isPresent();
  }

  private static boolean anyContains(Collection<Window> windows, LocalDate day) {
    return windows.stream().anyMatch(window -> window.contains(day));
  }

  private static Optional<LocalDate> opening(Window window, LocalDate day) {
    return day.isBefore(window.from()) ? Optional.of(window.from()) : Optional.empty();
  }
}
