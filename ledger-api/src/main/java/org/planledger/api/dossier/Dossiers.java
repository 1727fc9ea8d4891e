package org.planledger.api.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.api.evidence.CoveredPlans;
import org.planledger.api.plans.HolderAnswer;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.state.PlanState;
import org.planledger.api.web.MaskedSerials;
import org.planledger.api.web.Paging;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.Moment;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.PrivateValues;
import org.springframework.stereotype.Component;

/// Puts dossiers together. One is made of a plan's history, of what is known of its private values,
/// and of the first checkpoint that covers it, and of nothing else: no clock is asked, so that the
/// same history makes the same dossier.
@Component
final class Dossiers {
  private final PlanLedger ledger;
  private final CoveredPlans covered;
  private final PrivateValues privateValues;
  private final MaskedSerials serials;

  Dossiers(PlanLedger ledger, CoveredPlans covered, LedgerStore store, MaskedSerials serials) {
    this.ledger = ledger;
    this.covered = covered;
    this.privateValues = store.privateValues();
    this.serials = serials;
  }

  /// The dossier up to the point that was asked for; throws [ProblemException] if the plan had not
  /// been sold by then.
  Dossier of(PlanId id, DossierQuery query) {
    var history = history(id, query);
    var attempts = attempts(id, history, query);
    var last = history.events().getLast();
    long number = attempts.isEmpty() ? 0 : attempts.getLast().number();
    var evidence = covered.covering(id.toString(), last.position(), number);
    var plan = history.plan();
    var until =
        query
            .asOf()
            .or(() -> query.atSequence().map(_ -> last.recordedAt()))
            .orElse(evidence.checkpoint().checkpoint().time());
    var names = new DeviceNames(serials);
    return new Dossier(
        scope(history, query),
        PlanState.of(plan, plan.day(until)),
        HolderAnswer.of(plan.sold(), privateValues),
        plan.head().map(head -> names.of(head.deviceId().value())).orElse("none yet"),
        history.events().getFirst().position(),
        last.position(),
        Timeline.of(history, attempts, new Facts(names)),
        QuotaMove.of(history),
        WarrantyMove.of(history, names),
        FeeMove.of(history),
        Lineage.of(plan, names),
        Owed.of(plan, names),
        evidence);
  }

  private PlanHistory history(PlanId id, DossierQuery query) {
    if (query.asOf().isPresent() && query.atSequence().isPresent()) {
      throw flawed(FlawCode.DOES_NOT_FIT, "send either asOf or atSequence, not both");
    }
    var moment =
        query.asOf().map(Moment::asOf).or(() -> query.atSequence().map(Moment::atSequence));
    var history =
        moment
            .map(then -> ledger.history(id, then))
            .orElseGet(() -> ledger.history(id))
            .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_PLAN));
    if (query.atSequence().filter(asked -> asked != history.sequence()).isPresent()) {
      throw flawed(
          FlawCode.OUT_OF_RANGE,
          "the last event of this plan has the sequence " + history.sequence());
    }
    return history;
  }

  private static ProblemException flawed(FlawCode code, String detail) {
    return ProblemException.malformed(Flaw.inQuery("atSequence", code, detail));
  }

  /// What was decided by then. With a sequence that is up to the decision behind the last event:
  /// what was refused after it belongs to the next.
  private List<Attempt> attempts(PlanId id, PlanHistory history, DossierQuery query) {
    var all = new ArrayList<Attempt>();
    List<Attempt> page;
    do {
      page = ledger.attempts(id, all.isEmpty() ? 0 : all.getLast().number(), Paging.MAX_ROWS);
      all.addAll(page);
    } while (page.size() == Paging.MAX_ROWS);
    // What was accepted since the history was read has its events behind it.
    long end = history.events().getLast().position();
    if (query.asOf().isEmpty()) {
      all.removeIf(a -> a.positions().filter(span -> span.first() > end).isPresent());
    }
    if (query.asOf().isPresent()) {
      Instant asOf = query.asOf().get();
      all.removeIf(attempt -> attempt.recordedAt().isAfter(asOf));
    }
    if (query.atSequence().isPresent()) {
      var last = history.events().getLast();
      long behind =
          all.stream()
              .filter(a -> a.client().equals(last.client()))
              .filter(a -> a.idempotencyKey().equals(last.idempotencyKey()))
              .mapToLong(Attempt::number)
              .findFirst()
              .orElse(Long.MAX_VALUE);
      all.removeIf(attempt -> attempt.number() > behind);
    }
    return all;
  }

  private static String scope(PlanHistory history, DossierQuery query) {
    var events = "events 0 to %d".formatted(history.sequence());
    return Optional.<String>empty()
        .or(() -> query.asOf().map(moment -> events + ", as recorded by " + moment))
        .or(() -> query.atSequence().map(_ -> events + ", as the last of them left it"))
        .orElse(events + ", all that is recorded");
  }
}
