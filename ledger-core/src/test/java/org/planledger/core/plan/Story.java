package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.planledger.core.device.Device;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.ProvesExtension;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// `given(what happened).when(a command).then(what follows)`. What is given has to be accepted; a
/// story may go on after each outcome.
final class Story {
  private final StoryLedger ledger;

  private Story(StoryLedger ledger) {
    this.ledger = ledger;
  }

  /// A story under the released terms.
  static Story given(Step... steps) {
    return under(StoryLedger.RELEASED).and(steps);
  }

  /// A story under other terms, before anything happened.
  static Story under(TermsBook book) {
    return new Story(new StoryLedger(book));
  }

  Story and(Step... steps) {
    for (var step : steps) {
      var command = step.in(ledger);
      var decision = ledger.decide(command);
      assertThat(decision).as("given %s", command).isInstanceOf(Accepted.class);
      ledger.apply(((Accepted) decision).changes());
    }
    return this;
  }

  Outcome when(Step step) {
    var command = step.in(ledger);
    var decision = ledger.decide(command);
    ProvesExtension.met(decision.conditions());
    return new Outcome(command, decision);
  }

  Plan plan() {
    return ledger.plan(Named.P1);
  }

  Plan plan(PlanId id) {
    return ledger.plan(id);
  }

  Entitlements left() {
    return Entitlements.of(plan());
  }

  Case theCase(CaseId id) {
    return ledger.theCase(id);
  }

  Device device(DeviceId id) {
    return ledger.device(id);
  }

  Situation situation() {
    return ledger.situationOf(Named.P1);
  }

  /// The ways to serve a case as they are offered now.
  List<Offer> offers(CaseId id) {
    var offers = Offer.of(ledger.situationOf(ledger.planIdOf(id)), theCase(id));
    offers.forEach(offer -> ProvesExtension.met(offer.conditions()));
    return offers;
  }

  /// What of the service fee of a case is the customer's again.
  Refund refund(CaseId id) {
    return Refund.of(ledger.planOf(id), theCase(id), FeePurpose.SERVICE_FEE).orElseThrow();
  }

  Terms terms() {
    return ledger.terms();
  }

  /// Why a warranty does not serve a case.
  Offer denied(CaseId id, Service warranty) {
    var denied = Offer.denied(ledger.situationOf(ledger.planIdOf(id)), theCase(id));
    denied.forEach(offer -> ProvesExtension.met(offer.conditions()));
    return denied.stream().filter(o -> o.service() == warranty).findFirst().orElseThrow();
  }

  /// What is offered at the counter.
  List<Eligibility> atTheCounter(DeviceId device, String on, String region) {
    return atTheCounter(device, on, region, false);
  }

  /// The same for a customer who has a proof of purchase at hand, or not.
  List<Eligibility> atTheCounter(DeviceId device, String on, String region, boolean proof) {
    var rows =
        Eligibility.of(situation(), device, LocalDate.parse(on), Named.region(region), proof);
    rows.forEach(row -> ProvesExtension.met(row.offer().conditions()));
    return rows;
  }

  /// What became of the command.
  final class Outcome {
    private final PlanCommand command;
    private final Decision decision;
    private String why = "";

    private Outcome(PlanCommand command, Decision decision) {
      this.command = command;
      this.decision = decision;
    }

    /// Says why, should what is expected not come true.
    Outcome as(String reason) {
      why = reason;
      return this;
    }

    /// It was accepted, and these events of the plan follow.
    Outcome then(PlanEvent... events) {
      assertThat(accepted().changes().plan()).containsExactly(events);
      return this;
    }

    /// These events of devices follow, too.
    Outcome onDevices(DeviceEvent... events) {
      assertThat(accepted().changes().devices()).containsExactly(events);
      return this;
    }

    Outcome thenAccepted() {
      accepted();
      return this;
    }

    /// It was refused on exactly these grounds, in this order.
    Outcome thenRefused(RefusalCode... codes) {
      assertThat(decision).as("%s %s", why, command).isInstanceOf(Refused.class);
      assertThat(decision.codes()).containsExactly(codes);
      return this;
    }

    /// Those of the catalogue that did not hold, in this order.
    Outcome breaking(Rule... rules) {
      assertThat(decision.conditions().stream().filter(c -> !c.holds()).map(c -> c.rule()))
          .containsExactly(rules);
      return this;
    }

    /// A rule was met with these figures.
    Outcome having(Rule rule, Inputs inputs) {
      assertThat(decision.conditions().stream().filter(c -> c.rule() == rule).map(c -> c.inputs()))
          .as("%s", rule)
          .contains(inputs);
      return this;
    }

    /// Nothing was said of these rules.
    Outcome without(Rule... rules) {
      assertThat(decision.conditions()).extracting(Condition::rule).doesNotContain(rules);
      return this;
    }

    Outcome noticing(Notice... notices) {
      assertThat(decision.notices()).containsExactlyInAnyOrder(notices);
      return this;
    }

    /// What would have cured it, in the situation it was decided in.
    List<Remedy> remedies() {
      return Remedies.of(decision, command, ledger.situation(command));
    }

    Outcome untilItHoldsFrom(String day) {
      assertThat(decision.wouldHoldFrom()).contains(LocalDate.parse(day));
      return this;
    }

    Outcome whateverTheDay() {
      assertThat(decision.wouldHoldFrom()).isEmpty();
      return this;
    }

    PlanCommand command() {
      return command;
    }

    Decision decision() {
      return decision;
    }

    /// The story goes on: with what was accepted, or as if what was refused had never been asked.
    Story goingOn() {
      if (decision instanceof Accepted accepted) {
        ledger.apply(accepted.changes());
      }
      return Story.this;
    }

    private Accepted accepted() {
      assertThat(decision)
          .as("%s %s, refused on %s", why, command, Arrays.toString(decision.codes().toArray()))
          .isInstanceOf(Accepted.class);
      return (Accepted) decision;
    }
  }
}
