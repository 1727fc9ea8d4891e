package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanEvent.CaseOpened;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.plan.PlanEvent.RefusalWaived;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// Decides an application for service (clauses 2.2, 3.1 to 3.3, 4). An express request is the claim
/// and the payment in one (clause 3.2.2).
final class OpeningACase {

  private OpeningACase() {}

  static Decision decide(Situation situation, OpenCase command) {
    var plan = situation.sold();
    if (plan.cases().containsKey(command.caseId())) {
      throw new IllegalStateException("case " + command.caseId() + " was opened before");
    }
    var terms = PinnedTerms.of(plan, situation);
    var d = new Deliberation(TermsReference.to(terms), WaivingARefusal.lifted(command.waiver()));
    WaivingARefusal.judge(d, command.waiver());
    var appliedOn = plan.day(command.submittedAt());
    applicant(d, plan, command);
    process(d, terms, command);
    var bound = registered(d, plan, command);
    bound.ifPresent(
        device -> {
          Area.conditions(
              d, plan, device, terms, command.region(), Area.proofAtHand(command, device));
          service(d, plan, terms, device, command, appliedOn);
        });
    if (d.granted()) {
      shape(d, command);
    }
    return d.conclude(() -> changes(plan, terms, bound.orElseThrow(), command, appliedOn));
  }

  /// What an application means that no rule can refuse.
  private static void shape(Deliberation d, OpenCase command) {
    d.apply(Rule.SERIAL_NEEDED, Inputs.of("deviceId", command.deviceId()));
    d.apply(Rule.SERVED_BY_THE_PROVIDER, Inputs.of("centreId", command.centreId()));
    d.apply(
        Rule.PERSONAL_DATA_APART,
        Inputs.of("descriptionKeptApart", command.description().isPresent()));
    d.apply(Rule.DATA_PREPARED, Inputs.of("dataPrepared", command.dataPrepared()));
    if (!command.dataPrepared().orElse(false)) {
      d.apply(Rule.DATA_AT_RISK, Inputs.of("type", command.type()));
    }
    d.apply(Rule.LOGGED_IN, Inputs.of("sameAccount", true));
    d.apply(
        switch (command.type()) {
          case REPAIR -> Rule.REPAIR_BY_SENDING_IN;
          case FLYAWAY -> Rule.LOSS_APPLIED_FOR;
          case MAINTENANCE -> Rule.MAINTENANCE_APPLIED_FOR;
        },
        Inputs.of("type", command.type()).and("process", command.process()));
  }

  private static void applicant(Deliberation d, Plan plan, OpenCase command) {
    d.require(
        Rule.NOT_TRANSFERRED,
        command.account().equals(plan.sold().account()),
        Inputs.of("sameAccount", command.account().equals(plan.sold().account())));
    var consent = command.privacyConsent();
    d.require(
        Rule.PRIVACY_POLICY_ACCEPTED,
        !consent.acceptedAt().isAfter(command.submittedAt()),
        Inputs.of("version", consent.version())
            .and("acceptedAt", consent.acceptedAt())
            .and("submittedAt", command.submittedAt()));
  }

  private static void process(Deliberation d, Terms terms, OpenCase command) {
    if (command.process() == Channel.EXPRESS) {
      d.require(
          Rule.EXPRESS_REPLACES_ONLY,
          command.type() == CaseType.REPAIR,
          Inputs.of("type", command.type()));
    }
    // A region that is not sold in has no channels either, but the area says that better.
    terms
        .region(command.region())
        .ifPresent(
            region ->
                d.require(
                    Rule.CHANNEL_OF_THE_REGION,
                    region.channels().contains(command.process()),
                    Inputs.of("region", region.code().code())
                        .and("process", command.process())
                        .and("channels", region.channels())));
    terms.region(command.region()).ifPresent(region -> centre(d, region, command.centreId()));
  }

  /// Whether the named centre is one of the region's, where the edition says which these are. One
  /// that lists none leaves the choice of the centre to the provider.
  private static void centre(Deliberation d, Region region, String centreId) {
    if (!region.centres().isEmpty()) {
      d.require(
          Rule.AUTHORISED_CENTRE,
          region.centres().contains(centreId),
          Inputs.of("region", region.code().code()).and("centreId", centreId));
    }
  }

  /// The binding of the device, which must be the one the plan covers, and must have been when
  /// service was applied for (rules R-P-09 and R-1.1-02, decision A-84).
  private static Optional<DeviceBound> registered(Deliberation d, Plan plan, OpenCase command) {
    var bound = plan.binding(command.deviceId());
    d.require(
        Rule.REGISTERED_SERIAL,
        bound.isPresent() && !bound.get().at().isAfter(command.submittedAt()),
        Inputs.of("deviceId", command.deviceId())
            .and("boundAt", bound.map(DeviceBound::at))
            .and("submittedAt", command.submittedAt()));
    if (bound.isEmpty()) {
      return Optional.empty();
    }
    var head = plan.head().orElseThrow().deviceId();
    d.require(
        Rule.ONLY_THE_HEAD_IS_SERVED,
        head.equals(command.deviceId()),
        Inputs.of("deviceId", command.deviceId()).and("headDeviceId", head));
    d.require(
        Rule.NOT_RESTRICTED,
        plan.openCases().stream()
            .noneMatch(c -> c.reported() && c.opened().deviceId().equals(command.deviceId())),
        Inputs.of("deviceId", command.deviceId()));
    if (command.incidentAt().isBefore(bound.get().at())
        || plan.day(command.incidentAt()).isBefore(plan.sold().window().from())) {
      d.notice(Notice.INCIDENT_BEFORE_START);
    }
    return bound;
  }

  private static void service(
      Deliberation d,
      Plan plan,
      Terms terms,
      DeviceBound bound,
      OpenCase command,
      LocalDate appliedOn) {
    if (command.process() == Channel.EXPRESS) {
      var model = PinnedTerms.model(terms, bound.model());
      d.require(
          Rule.EXPRESS_AGREEMENT,
          command.agreesToNoAssessment(),
          Inputs.of("agreesToNoAssessment", command.agreesToNoAssessment()));
      Replacing.conditions(
          d, plan, terms, model, command.region(), ReplacementMode.DAMAGE, appliedOn);
      paidFirst(d, plan, terms, model, command);
    } else if (command.type() == CaseType.MAINTENANCE) {
      var model = PinnedTerms.model(terms, bound.model());
      d.require(
          Rule.MAINTENANCE_BY_AGREEMENT,
          model.offered().contains(Service.MAINTENANCE),
          Inputs.of("model", model.code().code()));
      Validity.ofReplacement(d, plan, appliedOn);
    } else {
      Validity.ofAnyService(d, plan, appliedOn);
    }
  }

  private static void paidFirst(
      Deliberation d, Plan plan, Terms terms, Model model, OpenCase command) {
    var payment = command.feePayment();
    boolean paid = payment.filter(p -> !p.capturedAt().isAfter(command.submittedAt())).isPresent();
    var quote = Replacing.quote(plan, terms, model, command.region(), ReplacementMode.DAMAGE);
    d.require(
        Rule.EXPRESS_PAID_FIRST,
        paid,
        Inputs.of("submittedAt", command.submittedAt())
            .and("capturedAt", payment.map(FeePayment::capturedAt))
            .and("due", quote.map(fee -> Fees.shown(fee.amount()))));
    if (payment.isPresent() && quote.isPresent()) {
      d.require(
          Rule.AMOUNT_AS_QUOTED,
          payment.get().amount().equals(quote.get().amount()),
          Inputs.of("due", Fees.shown(quote.get().amount()))
              .and("paid", Fees.shown(payment.get().amount())));
    }
  }

  private static Changes changes(
      Plan plan, Terms terms, DeviceBound bound, OpenCase command, LocalDate appliedOn) {
    var events = new ArrayList<PlanEvent>();
    events.add(opened(plan, terms, command, appliedOn));
    if (command.process() == Channel.EXPRESS) {
      var payment = command.feePayment().orElseThrow();
      var model = PinnedTerms.model(terms, bound.model());
      Fee fee =
          Replacing.quote(plan, terms, model, command.region(), ReplacementMode.DAMAGE)
              .orElseThrow();
      events.add(
          new ReplacementClaimed(
              plan.id(),
              command.at(),
              command.caseId(),
              ReplacementMode.DAMAGE,
              Entitlements.nextOrdinal(plan),
              fee,
              false));
      events.add(
          new FeePaid(
              plan.id(),
              payment.capturedAt(),
              command.caseId(),
              FeePurpose.SERVICE_FEE,
              payment.amount(),
              payment.paymentReference(),
              Optional.of(new FeeSource(fee.source(), fee.sample()))));
    }
    command.waiver().ifPresent(waiver -> events.add(waived(plan, command, waiver)));
    return new Changes(events, List.of());
  }

  private static RefusalWaived waived(Plan plan, OpenCase command, Waiver waiver) {
    return new RefusalWaived(
        plan.id(),
        command.at(),
        command.caseId(),
        waiver.codes(),
        waiver.reason(),
        waiver.approvedBy(),
        waiver.actor());
  }

  private static CaseOpened opened(Plan plan, Terms terms, OpenCase command, LocalDate appliedOn) {
    return new CaseOpened(
        plan.id(),
        command.at(),
        command.caseId(),
        command.type(),
        command.process(),
        command.deviceId(),
        command.region(),
        command.centreId(),
        appliedOn,
        command.incidentAt(),
        command.privacyConsent(),
        TermsReference.to(terms),
        SendingIn.deadline(terms, command),
        command.proofOfPurchase(),
        command.description(),
        command.dataPrepared());
  }
}
