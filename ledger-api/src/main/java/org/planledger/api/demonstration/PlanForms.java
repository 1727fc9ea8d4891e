package org.planledger.api.demonstration;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.plan.DeviceFacts;
import org.planledger.core.plan.Link;
import org.planledger.core.plan.LinkFacts;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanCommand.BindDevice;
import org.planledger.core.plan.PlanCommand.ConfirmExit;
import org.planledger.core.plan.PlanCommand.CorrectBinding;
import org.planledger.core.plan.PlanCommand.CorrectLink;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.plan.PlanCommand.RecordProductReturn;
import org.planledger.core.plan.ProductPurchase;
import org.planledger.core.plan.SalesChannel;
import org.planledger.core.plan.WarrantySource;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;

/// Fills in the commands that concern a plan as a whole.
record PlanForms(PlanStory plan) {
  private static final long PRICE_MINOR = 23_900;

  PurchasePlan sale(Sheet sheet) {
    return new PurchasePlan(
        plan.id(),
        plan.at(),
        plan.type(),
        plan.region().code(),
        today(),
        plan.clerk().terms().edition(),
        new Money(PRICE_MINOR, plan.region().currency()),
        plan.clerk().account(plan.account()),
        sheet.some("holder", "{\"name\":\"Customer %d\"}".formatted(plan.number())),
        Optional.empty());
  }

  BindDevice binding(Sheet sheet, SalesChannel channel, String productRegion) {
    var facts = device(sheet, plan.serial(), channel, productRegion);
    return new BindDevice(plan.id(), plan.at(), Optional.of(plan.at()), facts);
  }

  /// The next device of the plan in the place of the one it covers.
  CorrectBinding correction(Sheet sheet) {
    return new CorrectBinding(
        plan.id(),
        plan.at(),
        sheet.device(plan.serial()),
        device(sheet, plan.nextSerial(), SalesChannel.OFFICIAL, plan.region().code().code()),
        Optional.empty(),
        sheet.commitment("binding.correction", "Two digits were swapped."),
        plan.manager(),
        plan.actor());
  }

  /// The last link, as one of another kind.
  CorrectLink linkCorrection(Sheet sheet, LinkKind right) {
    Link wrong = plan.plan().links().getLast();
    return new CorrectLink(
        plan.id(),
        plan.at(),
        wrong.kind(),
        wrong.from(),
        Optional.of(
            new LinkFacts(
                right,
                wrong.from(),
                sheet.commitment("link.reference", "controller of plan " + plan.number()))),
        sheet.commitment("link.correction", "The wrong line of the form was filled in."),
        plan.manager(),
        plan.actor());
  }

  RecordProductReturn productReturn(Sheet sheet) {
    return new RecordProductReturn(
        plan.id(),
        plan.at(),
        today(),
        sheet.commitment("product.return", "return of plan " + plan.number()));
  }

  ConfirmExit exit() {
    return new ConfirmExit(plan.id(), plan.at(), plan.manager());
  }

  private DeviceFacts device(
      Sheet sheet, String serial, SalesChannel channel, String productRegion) {
    return new DeviceFacts(
        sheet.device(serial),
        plan.model(),
        new ProductPurchase(
            new RegionCode(productRegion),
            channel,
            today(),
            sheet.some("product.proofOfPurchase", "receipt " + plan.number())),
        today(),
        WarrantySource.INVOICE,
        Map.of(),
        Optional.empty());
  }

  private LocalDate today() {
    return plan.at().atZone(plan.region().zone()).toLocalDate();
  }
}
