package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.plan.PlanCommand.ExpireService;
import org.planledger.core.plan.PlanEvent.ServiceExhausted;
import org.planledger.core.plan.PlanEvent.ServiceExpired;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;

/// Decides whether the end of a service can be recorded (clause 4): service by service, by its own
/// period or because nothing of it is left. The record is for readers; every decision goes by the
/// windows and the counts themselves.
final class Expiring {

  private Expiring() {}

  static Decision decide(Situation situation, ExpireService command) {
    var plan = situation.sold();
    var d = new Deliberation(plan.terms());
    var service = command.service();
    var day = plan.day(command.at());
    var window = window(plan, service);
    boolean over = window.filter(w -> !day.isBefore(w.until())).isPresent();
    boolean spent = entitlement(plan, service).filter(Expiring::usedUp).isPresent();
    boolean news = !recorded(plan, service, spent);
    var inputs =
        Inputs.of("service", service)
            .and("on", day)
            .and("until", window.map(Window::until))
            .and("recorded", !news);
    if (spent && !over) {
      d.require(Rule.QUOTA_IS_REACHED, news, inputs);
    } else {
      d.require(Rule.SERVICE_IS_OVER, over && news, inputs, cure(window, day, news));
    }
    return d.conclude(
        () ->
            Changes.of(
                over
                    ? new ServiceExpired(plan.id(), command.at(), service)
                    : new ServiceExhausted(plan.id(), command.at(), service)));
  }

  private static Optional<LocalDate> cure(Optional<Window> window, LocalDate day, boolean news) {
    return window.map(Window::until).filter(until -> news && day.isBefore(until));
  }

  /// A service that an upgrade filled up again can be used up again.
  private static boolean recorded(Plan plan, Service service, boolean spent) {
    boolean expired =
        plan.life().stream().anyMatch(e -> e instanceof ServiceExpired x && x.service() == service);
    boolean exhausted =
        plan.life().stream()
            .anyMatch(e -> e instanceof ServiceExhausted x && x.service() == service);
    return expired || (spent && exhausted);
  }

  private static boolean usedUp(Entitlement left) {
    return left.total().filter(total -> total > 0 && left.used() >= total).isPresent();
  }

  /// The days of a service of the plan; none for one that it does not have.
  private static Optional<Window> window(Plan plan, Service service) {
    return switch (service) {
      case REPLACEMENT, REPAIR_DISCOUNT, MAINTENANCE -> Optional.of(plan.sold().window());
      case EXTENDED_WARRANTY ->
          plan.head().flatMap(head -> Validity.span(head.cover().extendedWarranty().values()));
      case SAFE_FLIGHT_REWARD ->
          plan.head()
              .filter(_ -> !Reward.usedUp(plan))
              .flatMap(head -> Validity.span(head.cover().reward().values()));
      case OFFICIAL_WARRANTY -> Optional.empty();
    };
  }

  private static Optional<Entitlement> entitlement(Plan plan, Service service) {
    var left = Entitlements.of(plan);
    return switch (service) {
      case REPLACEMENT -> Optional.of(left.replacement());
      case REPAIR_DISCOUNT -> Optional.of(left.repairDiscount());
      case MAINTENANCE -> Optional.of(left.maintenance());
      case EXTENDED_WARRANTY, SAFE_FLIGHT_REWARD, OFFICIAL_WARRANTY -> Optional.empty();
    };
  }
}
