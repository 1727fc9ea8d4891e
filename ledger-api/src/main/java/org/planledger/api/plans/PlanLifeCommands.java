package org.planledger.api.plans;

import java.util.List;
import org.planledger.api.command.CommandEndpoint;
import org.planledger.api.command.CommandSource;
import org.planledger.api.command.Draft;
import org.planledger.core.plan.LinkFacts;
import org.planledger.core.plan.PlanCommand.ConfirmExit;
import org.planledger.core.plan.PlanCommand.CorrectBinding;
import org.planledger.core.plan.PlanCommand.CorrectLink;
import org.planledger.core.plan.PlanCommand.RecordProductReturn;
import org.planledger.core.plan.PlanCommand.RequestExit;
import org.planledger.core.plan.PlanCommand.ReturnPlan;
import org.planledger.core.plan.PlanCommand.UpgradeTerms;
import org.springframework.stereotype.Component;

/// The commands that correct, change or end a plan after it was sold.
@Component
final class PlanLifeCommands implements CommandSource {
  private static final String PLAN = "/v1/plans/{planId}";

  @Override
  public List<CommandEndpoint<?>> endpoints() {
    return List.of(
        new CommandEndpoint<>(
                CorrectBinding.class,
                PLAN + "/binding-corrections",
                CorrectBindingRequest.class,
                "Undo a binding that named the wrong device, and bind the right one",
                PlanLifeCommands::correction)
            .onlyIfMatched(),
        new CommandEndpoint<>(
                CorrectLink.class,
                PLAN + "/link-corrections",
                CorrectLinkRequest.class,
                "Correct a link that was recorded wrongly",
                PlanLifeCommands::linkCorrection)
            .onlyIfMatched(),
        new CommandEndpoint<>(
            RecordProductReturn.class,
            PLAN + "/product-returns",
            RecordProductReturnRequest.class,
            "Record that the product went back to the shop",
            PlanLifeCommands::productReturn),
        new CommandEndpoint<>(
            ReturnPlan.class,
            PLAN + "/returns",
            ReturnPlanRequest.class,
            "Return the plan of a product that went back",
            (request, draft) -> new ReturnPlan(draft.planId(), request.requestedAt())),
        new CommandEndpoint<>(
            RequestExit.class,
            PLAN + "/exit-requests",
            RequestExitRequest.class,
            "Ask to leave the plan early",
            (request, draft) -> new RequestExit(draft.planId(), request.at())),
        new CommandEndpoint<>(
            ConfirmExit.class,
            PLAN + "/exit-confirmations",
            ConfirmExitRequest.class,
            "Confirm that the plan ends early",
            (request, draft) ->
                new ConfirmExit(
                    draft.planId(), request.at(), request.confirmedBy().orElse(draft.actor()))),
        new CommandEndpoint<>(
            UpgradeTerms.class,
            PLAN + "/terms-upgrades",
            UpgradeTermsRequest.class,
            "Move the plan to a newer edition of the terms",
            (request, draft) -> new UpgradeTerms(draft.planId(), request.at(), request.edition())));
  }

  private static CorrectBinding correction(CorrectBindingRequest request, Draft draft) {
    return new CorrectBinding(
        draft.planId(),
        request.correctedAt().orElse(draft.now()),
        draft.device(request.wrongSerialNumber()),
        request.device().facts(draft, "/device"),
        request.boundAt(),
        draft.commitment("binding.correction", request.reason()),
        request.approvedBy(),
        draft.actor());
  }

  private static CorrectLink linkCorrection(CorrectLinkRequest request, Draft draft) {
    return new CorrectLink(
        draft.planId(),
        request.correctedAt().orElse(draft.now()),
        request.kind(),
        request.linkedAt(),
        request
            .instead()
            .map(
                link ->
                    new LinkFacts(
                        link.kind(),
                        link.linkedAt(),
                        draft.commitment("link.reference", link.reference()))),
        draft.commitment("link.correction", request.reason()),
        request.approvedBy(),
        draft.actor());
  }

  private static RecordProductReturn productReturn(
      RecordProductReturnRequest request, Draft draft) {
    draft.notInTheFuture(request.returnedOn(), "/returnedOn");
    return new RecordProductReturn(
        draft.planId(),
        draft.now(),
        request.returnedOn(),
        draft.commitment("product.return", request.reference()));
  }
}
