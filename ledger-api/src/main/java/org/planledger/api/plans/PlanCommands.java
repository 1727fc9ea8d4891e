package org.planledger.api.plans;

import java.util.List;
import org.planledger.api.command.CommandEndpoint;
import org.planledger.api.command.CommandSource;
import org.planledger.api.command.Currencies;
import org.planledger.api.command.Draft;
import org.planledger.api.problem.FlawCode;
import org.planledger.core.plan.PlanCommand.BindDevice;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.plan.PlanCommand.RecordLink;
import org.planledger.core.plan.PlanCommand.RecordUnlink;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.TermsBook;
import org.springframework.stereotype.Component;

/// The commands that concern a plan as a whole.
@Component
final class PlanCommands implements CommandSource {
  private static final String PLANS = "/v1/plans";
  private static final String PLAN = PLANS + "/{planId}";

  private final TermsBook terms;

  PlanCommands(TermsBook terms) {
    this.terms = terms;
  }

  @Override
  public List<CommandEndpoint<?>> endpoints() {
    return List.of(
        new CommandEndpoint<>(
            PurchasePlan.class,
            PLANS,
            PurchasePlanRequest.class,
            "Sell a plan, with or without its device",
            this::purchase),
        new CommandEndpoint<>(
            BindDevice.class,
            PLAN + "/devices",
            BindDeviceRequest.class,
            "Bind the device that the plan covers",
            PlanCommands::bind),
        new CommandEndpoint<>(
            RecordLink.class,
            PLAN + "/links",
            RecordLinkRequest.class,
            "Record that an account or controller was linked to the device",
            PlanCommands::link),
        new CommandEndpoint<>(
            RecordUnlink.class,
            PLAN + "/unlinks",
            RecordUnlinkRequest.class,
            "Record that a link was removed",
            PlanCommands::unlink));
  }

  private PurchasePlan purchase(PurchasePlanRequest request, Draft draft) {
    // An edition that the ledger does not have is refused by the rule; the newest knows the
    // regions.
    terms
        .edition(request.acceptedTerms())
        .orElseGet(terms::latest)
        .region(request.region())
        .ifPresentOrElse(
            region -> inRegion(request, region, draft),
            () ->
                draft.flaw(
                    "/region",
                    FlawCode.UNKNOWN_REGION,
                    "edition %s is not sold there".formatted(request.acceptedTerms().id())));
    return new PurchasePlan(
        draft.planId(),
        request.purchasedAt(),
        request.planType(),
        request.region(),
        request.effectiveOn(),
        request.acceptedTerms(),
        request.pricePaid(),
        draft.account(request.holder().accountId()),
        draft.commitment("holder", request.holder().personalData()),
        request.device().map(device -> device.facts(draft, "/device")));
  }

  private static void inRegion(PurchasePlanRequest request, Region region, Draft draft) {
    Currencies.require(draft, request.pricePaid(), region.currency(), "/pricePaid");
    var purchasedOn = request.purchasedAt().atZone(region.zone()).toLocalDate();
    if (request.effectiveOn().isBefore(purchasedOn)) {
      draft.flaw(
          "/effectiveOn",
          FlawCode.TOO_EARLY,
          "cover begins on the day of the purchase at the earliest, which is %s in %s"
              .formatted(purchasedOn, region.zone()));
    }
  }

  private static BindDevice bind(BindDeviceRequest request, Draft draft) {
    return new BindDevice(
        draft.planId(),
        draft.now(),
        request.boundAt(),
        request.device().facts(draft, ""),
        request.waiver().map(waiver -> waiver.waiver(draft)));
  }

  private static RecordLink link(RecordLinkRequest request, Draft draft) {
    return new RecordLink(
        draft.planId(),
        request.kind(),
        draft.commitment("link.reference", request.reference()),
        request.linkedAt());
  }

  private static RecordUnlink unlink(RecordUnlinkRequest request, Draft draft) {
    return new RecordUnlink(draft.planId(), request.kind(), request.unlinkedAt());
  }
}
