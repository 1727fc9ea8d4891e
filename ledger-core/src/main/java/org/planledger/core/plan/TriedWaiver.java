package org.planledger.core.plan;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.planledger.core.plan.PlanCommand.BindDevice;
import org.planledger.core.plan.PlanCommand.CaseCommand;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanCommand.WaiveRefusal;
import org.planledger.core.reference.Commitment;
import org.planledger.core.rule.RefusalCode;

/// Tries whether two persons could overrule a ground of a refusal: by deciding the same command
/// again with the ground waived.
final class TriedWaiver {
  private static final Commitment TEXT = new Commitment(new UUID(0, 0), "0".repeat(64));
  private static final String ACTOR = "one";
  private static final String APPROVER = "another";

  private TriedWaiver() {}

  /// Whether at least one ground of the refusal would be gone.
  static boolean helps(Decision.Refused refused, PlanCommand command, Situation situation) {
    return refused.codes().stream().anyMatch(code -> helps(code, command, situation));
  }

  private static boolean helps(RefusalCode code, PlanCommand command, Situation situation) {
    if (command instanceof OpenCase open) {
      return open.waiver().isEmpty() && isGone(code, waived(open, code), situation);
    }
    if (command instanceof BindDevice bind) {
      return bind.waiver().isEmpty() && isGone(code, waived(bind, code), situation);
    }
    return command instanceof CaseCommand inCase
        && !(command instanceof WaiveRefusal)
        && helpsInCase(code, inCase, situation);
  }

  private static boolean helpsInCase(RefusalCode code, CaseCommand command, Situation situation) {
    var waiver =
        new WaiveRefusal(
            command.planId(), command.caseId(), command.at(), Set.of(code), TEXT, APPROVER, ACTOR);
    if (!(Plan.decide(situation, waiver) instanceof Decision.Accepted accepted)) {
      return false;
    }
    var plan = situation.plan().orElseThrow();
    for (var event : accepted.changes().plan()) {
      plan = Plan.evolve(plan, event);
    }
    var after = new Situation(Optional.of(plan), situation.devices(), situation.terms());
    return isGone(code, command, after);
  }

  private static boolean isGone(RefusalCode code, PlanCommand command, Situation situation) {
    var codes = Plan.decide(situation, command).codes();
    return !codes.contains(code) && !codes.contains(RefusalCode.NOT_WAIVABLE);
  }

  private static Optional<Waiver> of(RefusalCode code) {
    return Optional.of(new Waiver(Set.of(code), TEXT, APPROVER, ACTOR));
  }

  private static BindDevice waived(BindDevice command, RefusalCode code) {
    return new BindDevice(
        command.planId(), command.enteredAt(), command.boundAt(), command.device(), of(code));
  }

  private static OpenCase waived(OpenCase command, RefusalCode code) {
    return new OpenCase(
        command.planId(),
        command.caseId(),
        command.type(),
        command.process(),
        command.deviceId(),
        command.account(),
        command.region(),
        command.centreId(),
        command.submittedAt(),
        command.incidentAt(),
        command.privacyConsent(),
        command.proofOfPurchase(),
        command.description(),
        command.agreesToNoAssessment(),
        command.feePayment(),
        command.workingDeadline(),
        command.dataPrepared(),
        of(code));
  }
}
