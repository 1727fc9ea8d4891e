package org.planledger.api.cases;

import java.util.List;
import java.util.Set;
import org.planledger.api.command.CommandEndpoint;
import org.planledger.api.command.CommandSource;
import org.planledger.api.command.Draft;
import org.planledger.core.plan.PlanCommand.LapseCase;
import org.planledger.core.plan.PlanCommand.RefuseService;
import org.planledger.core.plan.PlanCommand.WaiveRefusal;
import org.planledger.core.plan.PlanCommand.WithdrawCase;
import org.springframework.stereotype.Component;

/// The commands that end a case without a service, and the one that lets it go on against a rule.
@Component
final class ClosingCommands implements CommandSource {

  @Override
  public List<CommandEndpoint<?>> endpoints() {
    return List.of(
        CaseCommands.step(
            WithdrawCase.class,
            "/withdrawals",
            EndCaseRequest.class,
            "End a case because the customer decided against it",
            (request, draft) ->
                new WithdrawCase(
                    draft.planId(),
                    draft.caseId(),
                    request.at(),
                    draft.commitment("case.withdrawal", request.reason()))),
        CaseCommands.step(
            LapseCase.class,
            "/lapses",
            EndCaseRequest.class,
            "End a case because nothing was sent in time",
            (request, draft) ->
                new LapseCase(
                    draft.planId(),
                    draft.caseId(),
                    request.at(),
                    draft.commitment("case.lapse", request.reason()))),
        CaseCommands.step(
            RefuseService.class,
            "/refusals",
            RefuseServiceRequest.class,
            "Refuse service in a case for good",
            ClosingCommands::refusal),
        CaseCommands.step(
            WaiveRefusal.class,
            "/waivers",
            WaiveRefusalRequest.class,
            "Overrule grounds of refusal for the rest of a case",
            ClosingCommands::waiver));
  }

  private static RefuseService refusal(RefuseServiceRequest request, Draft draft) {
    return new RefuseService(
        draft.planId(),
        draft.caseId(),
        request.at(),
        Set.copyOf(request.codes().orElse(List.of())),
        request.findings().orElse(List.of()).stream().map(FindingRequest::finding).toList(),
        draft.commitment("case.refusal", request.reason()));
  }

  private static WaiveRefusal waiver(WaiveRefusalRequest request, Draft draft) {
    return new WaiveRefusal(
        draft.planId(),
        draft.caseId(),
        request.at(),
        Set.copyOf(request.codes()),
        draft.commitment("waiver.reason", request.reason()),
        request.approvedBy(),
        draft.actor());
  }
}
