package org.planledger.core.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.CaseRefused;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.reference.CaseId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Money;

/// What of a captured payment is the customer's again (clause 2.5.1, decision A-71). A payment for
/// a service that was not given is due back in full, unless one of the limbs of the clause holds.
///
/// @param kept what the provider still holds of it: captured and not paid back
/// @param limb why it is not due back; none where it is, or where the service was given
/// @param due what is to be paid back now; nothing while the case is open
public record Refund(
    CaseId caseId, FeePurpose purpose, Money kept, Optional<Limb> limb, Money due) {

  /// The reasons of the clause not to pay back.
  public enum Limb {
    /// The payment was made before the service was asked for.
    BEFORE_THE_REQUEST,
    /// The customer is the reason that the service was not given.
    ATTRIBUTABLE,
    /// The service was asked for outside its days.
    OUTSIDE_VALIDITY,
    /// The service was given.
    SERVICE_GIVEN
  }

  private static final Set<String> THE_CUSTOMERS =
      Set.of("X-G-03", "X-G-05", "X-G-06", "X-G-07", "X-G-08");

  /// All that is to be paid back to the customer of a plan now.
  public static List<Refund> due(Plan plan) {
    return plan.cases().values().stream()
        .flatMap(c -> Stream.of(FeePurpose.values()).flatMap(p -> of(plan, c, p).stream()))
        .filter(refund -> !refund.due().isZero())
        .toList();
  }

  /// What became of the payments of a case for a purpose; none where nothing was captured.
  public static Optional<Refund> of(Plan plan, Case c, FeePurpose purpose) {
    return c.paid(purpose).map(paid -> of(plan, c, purpose, paid));
  }

  private static Refund of(Plan plan, Case c, FeePurpose purpose, Money paid) {
    var kept = Fees.open(paid, c.refunded(purpose));
    var limb = limb(plan, c, purpose);
    boolean due = c.stage().closed() && limb.isEmpty();
    return new Refund(c.id(), purpose, kept, limb, due ? kept : new Money(0, kept.currency()));
  }

  private static Optional<Limb> limb(Plan plan, Case c, FeePurpose purpose) {
    if (given(c, purpose)) {
      return Optional.of(Limb.SERVICE_GIVEN);
    }
    if (purpose == FeePurpose.MISSING_MATERIAL) {
      return Optional.empty();
    }
    if (attributable(c)) {
      return Optional.of(Limb.ATTRIBUTABLE);
    }
    // The fee of an express case is part of the request.
    if (!c.express() && paidBeforehand(c)) {
      return Optional.of(Limb.BEFORE_THE_REQUEST);
    }
    boolean outside = !plan.sold().window().contains(c.opened().appliedOn());
    return outside ? Optional.of(Limb.OUTSIDE_VALIDITY) : Optional.empty();
  }

  private static boolean given(Case c, FeePurpose purpose) {
    return switch (purpose) {
      case SERVICE_FEE -> c.used() || c.usedDiscount();
      case MISSING_MATERIAL -> c.used();
    };
  }

  private static boolean attributable(Case c) {
    return switch (c.stage()) {
      case WITHDRAWN -> true;
      case LAPSED ->
          c.last(CaseLapsed.class)
              .filter(lapsed -> lapsed.cause() != LapseCause.SERIAL_SUPERSEDED)
              .isPresent();
      case REFUSED -> c.last(CaseRefused.class).filter(Refund::attributable).isPresent();
      case OPENED, DISPATCHED, RECEIVED, ASSESSED, CLAIMED, REPORTED, PAID, SETTLED -> false;
    };
  }

  private static boolean attributable(CaseRefused refused) {
    return refused.codes().contains(RefusalCode.COMPONENTS_MISSING)
        || refused.codes().contains(RefusalCode.PROCESS_NOT_FOLLOWED)
        || refused.findings().stream().anyMatch(f -> THE_CUSTOMERS.contains(f.exclusion()));
  }

  private static boolean paidBeforehand(Case c) {
    return c.since().stream()
        .anyMatch(
            event ->
                event instanceof FeePaid paid
                    && paid.purpose() == FeePurpose.SERVICE_FEE
                    && paid.at().isBefore(c.opened().at()));
  }
}
