package org.planledger.core.plan;

import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;

/// The order of the steps of a case (decision A-60).
final class Stages {

  private Stages() {}

  /// Whether the case is open. On a closed case this is the only ground: what else might be wrong
  /// with the step does not matter any more.
  static boolean open(Deliberation d, Case c) {
    return d.require(Rule.CASE_STILL_OPEN, !c.stage().closed(), Inputs.of("stage", c.stage()));
  }

  /// Whether the step belongs to a case of this kind at this stage; if not, it is the only ground.
  static boolean fits(Deliberation d, Case c, boolean fits, String step) {
    return d.require(
        Rule.STAGE_OF_THE_CASE,
        fits,
        Inputs.of("step", step)
            .and("type", c.opened().type())
            .and("process", c.opened().process())
            .and("stage", c.stage()));
  }

  /// Whether the device of the case is still the one that the plan covers.
  static void headOnly(Deliberation d, Plan plan, Case c) {
    var head = plan.head().orElseThrow().deviceId();
    d.require(
        Rule.ONLY_THE_HEAD_IS_SERVED,
        head.equals(c.opened().deviceId()),
        Inputs.of("deviceId", c.opened().deviceId()).and("headDeviceId", head));
  }

  /// Whether no other case restricts the device by an open flyaway report (decision A-61).
  static void notRestricted(Deliberation d, Plan plan, Case c) {
    d.require(
        Rule.NOT_RESTRICTED,
        plan.openCases().stream()
            .filter(other -> !other.id().equals(c.id()))
            .noneMatch(other -> other.reported() && sameDevice(other, c)),
        Inputs.of("deviceId", c.opened().deviceId()));
  }

  static boolean sameDevice(Case one, Case other) {
    return one.opened().deviceId().equals(other.opened().deviceId());
  }
}
