package org.planledger.core.json;

import static org.planledger.core.json.EventSamples.ACCOUNT;
import static org.planledger.core.json.EventSamples.AMOUNT;
import static org.planledger.core.json.EventSamples.AT;
import static org.planledger.core.json.EventSamples.CASE;
import static org.planledger.core.json.EventSamples.COMMITMENT;
import static org.planledger.core.json.EventSamples.DAY;
import static org.planledger.core.json.EventSamples.DEVICE;
import static org.planledger.core.json.EventSamples.MODEL;
import static org.planledger.core.json.EventSamples.PLAN;
import static org.planledger.core.json.EventSamples.REGION;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.plan.AssessmentFacts;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.CrossBorderConsent;
import org.planledger.core.plan.DeviceFacts;
import org.planledger.core.plan.FeePayment;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.Finding;
import org.planledger.core.plan.LinkFacts;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.plan.PrivacyConsent;
import org.planledger.core.plan.ProductPurchase;
import org.planledger.core.plan.ReceiptFacts;
import org.planledger.core.plan.RepairLine;
import org.planledger.core.plan.SalesChannel;
import org.planledger.core.plan.SendBackDeadline;
import org.planledger.core.plan.Waiver;
import org.planledger.core.plan.WarrantySource;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

/// One command of every kind, and a second one with nothing optional where something is.
final class CommandSamples {

  private CommandSamples() {}

  static List<PlanCommand> all() {
    return List.of(
        purchase(true),
        purchase(false),
        new BindDevice(PLAN, AT, Optional.of(AT), facts(true)),
        new BindDevice(PLAN, AT, Optional.empty(), facts(false)),
        new RecordLink(PLAN, LinkKind.ACCOUNT, COMMITMENT, AT),
        new RecordUnlink(PLAN, LinkKind.CONTROLLER, AT),
        open(true),
        open(false),
        new RecordShipmentIn(
            PLAN,
            CASE,
            AT,
            REGION,
            Optional.of(new CrossBorderConsent(COMMITMENT, AT)),
            Optional.of(COMMITMENT)),
        new RecordShipmentIn(PLAN, CASE, AT, REGION, Optional.empty(), Optional.empty()),
        new RecordReceipt(
            PLAN, CASE, AT, Map.of(Part.of("GIMBAL"), 1, Part.of("ARM"), 2), Optional.of(false)),
        new RecordReceipt(PLAN, CASE, AT, Map.of(), Optional.empty()),
        assessment(true),
        assessment(false),
        new UploadFlightRecord(PLAN, CASE, AT, "f0".repeat(32), COMMITMENT),
        new FileFlyawayReport(PLAN, CASE, AT, COMMITMENT),
        new CancelFlyawayReport(PLAN, CASE, AT, COMMITMENT),
        new ClaimReplacement(PLAN, CASE, AT, ReplacementMode.DAMAGE, true),
        new PayServiceFee(PLAN, CASE, FeePurpose.MISSING_MATERIAL, payment()),
        new ShipReplacement(PLAN, CASE, AT, DEVICE, MODEL, Optional.of(COMMITMENT)),
        new ShipReplacement(PLAN, CASE, AT, DEVICE, MODEL, Optional.empty()),
        new ReportRecovered(PLAN, CASE, AT),
        new WithdrawCase(PLAN, CASE, AT, COMMITMENT),
        new LapseCase(PLAN, CASE, AT, COMMITMENT),
        new BindDevice(PLAN, AT, Optional.of(AT), facts(true), Optional.of(waiver())),
        prepared(),
        new CorrectBinding(
            PLAN,
            AT,
            EventSamples.SECOND,
            facts(true),
            Optional.of(AT),
            COMMITMENT,
            "lead-2",
            "clerk-1"),
        new CorrectBinding(
            PLAN,
            AT,
            EventSamples.SECOND,
            facts(false),
            Optional.empty(),
            COMMITMENT,
            "lead-2",
            "clerk-1"),
        correctLink(true),
        correctLink(false),
        correctReceipt(true),
        correctReceipt(false),
        correctAssessment(true),
        correctAssessment(false),
        new ClaimRepairDiscount(
            PLAN,
            CASE,
            AT,
            List.of(new RepairLine(Part.of("GIMBAL"), AMOUNT, Money.of(5000, "EUR"))),
            true),
        new ConfirmMaintenance(
            PLAN, CASE, AT, Set.of(Part.of("PROPELLERS"), Part.of("LENS_PROTECTOR"))),
        new CompleteRepair(PLAN, CASE, AT, Optional.of(DEVICE), Optional.of(MODEL), false),
        new CompleteRepair(PLAN, CASE, AT, Optional.empty(), Optional.empty(), true),
        new RefuseService(
            PLAN,
            CASE,
            AT,
            Set.of(RefusalCode.PROCESS_NOT_FOLLOWED, RefusalCode.EXCLUDED),
            List.of(new Finding("X-G-06", Optional.empty())),
            COMMITMENT),
        new WaiveRefusal(
            PLAN, CASE, AT, Set.of(RefusalCode.SEND_BACK_OVERDUE), COMMITMENT, "lead-2", "clerk-1"),
        new RefundFee(
            PLAN,
            CASE,
            AT,
            FeePurpose.SERVICE_FEE,
            AMOUNT,
            COMMITMENT,
            Optional.of("lead-2"),
            "clerk-1"),
        new RefundFee(
            PLAN,
            CASE,
            AT,
            FeePurpose.MISSING_MATERIAL,
            AMOUNT,
            COMMITMENT,
            Optional.empty(),
            "clerk-1"),
        new RecordRecoveredReturn(PLAN, CASE, AT),
        new RecordProductReturn(PLAN, AT, DAY, COMMITMENT),
        new ReturnPlan(PLAN, AT),
        new RequestExit(PLAN, AT),
        new ConfirmExit(PLAN, AT, "lead-2"),
        new UpgradeTerms(PLAN, AT, new Edition("2023-07")),
        new ExpireService(PLAN, Service.REPAIR_DISCOUNT, AT),
        new GrantReward(PLAN, AT));
  }

  private static CorrectLink correctLink(boolean rich) {
    return new CorrectLink(
        PLAN,
        AT,
        LinkKind.ACCOUNT,
        AT,
        when(rich, new LinkFacts(LinkKind.CONTROLLER, AT, COMMITMENT)),
        COMMITMENT,
        "lead-2",
        "clerk-1");
  }

  private static CorrectReceipt correctReceipt(boolean rich) {
    var parts = Map.of(Part.of("GIMBAL"), 1, Part.of("ARM"), 2);
    return new CorrectReceipt(
        PLAN,
        CASE,
        AT,
        AT,
        when(rich, new ReceiptFacts(AT, parts, Optional.of(false))),
        COMMITMENT,
        "lead-2",
        "clerk-1");
  }

  private static CorrectAssessment correctAssessment(boolean rich) {
    return new CorrectAssessment(
        PLAN,
        CASE,
        AT,
        new AssessmentFacts(
            AT,
            Cause.QUALITY_FAULT,
            Set.of(Part.of("GIMBAL"), Part.of("ARM")),
            true,
            List.of(new Finding("X-G-06", when(rich, Part.of("ARM")))),
            when(rich, COMMITMENT)),
        COMMITMENT,
        "lead-2",
        "clerk-1");
  }

  private static Waiver waiver() {
    return new Waiver(
        Set.of(RefusalCode.OUTSIDE_VALIDITY, RefusalCode.REGION_MISMATCH),
        COMMITMENT,
        "lead-2",
        "clerk-1");
  }

  private static OpenCase prepared() {
    return new OpenCase(
        PLAN,
        CASE,
        CaseType.MAINTENANCE,
        Channel.ONLINE_REPAIR,
        DEVICE,
        ACCOUNT,
        REGION,
        "centre-7",
        AT,
        AT,
        new PrivacyConsent("2024-01", AT),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of(true),
        Optional.of(waiver()));
  }

  private static PurchasePlan purchase(boolean rich) {
    return new PurchasePlan(
        PLAN,
        AT,
        PlanType.TWO_YEAR,
        REGION,
        DAY,
        new Edition("2022-10"),
        AMOUNT,
        ACCOUNT,
        when(rich, COMMITMENT),
        when(rich, facts(true)));
  }

  private static DeviceFacts facts(boolean rich) {
    return new DeviceFacts(
        DEVICE,
        MODEL,
        new ProductPurchase(REGION, SalesChannel.OFFICIAL, DAY, when(rich, COMMITMENT)),
        DAY,
        WarrantySource.DELIVERY,
        rich ? Map.of(Part.of("GIMBAL"), 6, Part.of("BATTERY"), 12) : Map.of(),
        when(rich, AT));
  }

  private static OpenCase open(boolean rich) {
    return new OpenCase(
        PLAN,
        CASE,
        CaseType.REPAIR,
        Channel.EXPRESS,
        DEVICE,
        ACCOUNT,
        REGION,
        "centre-7",
        AT,
        AT,
        new PrivacyConsent("2024-01", AT),
        when(rich, COMMITMENT),
        when(rich, COMMITMENT),
        true,
        when(rich, payment()),
        when(rich, new SendBackDeadline(DAY, ZoneId.of("Asia/Tokyo"), "jollyday 2.19.0")),
        Optional.empty(),
        Optional.empty());
  }

  private static RecordAssessment assessment(boolean rich) {
    return new RecordAssessment(
        PLAN,
        CASE,
        AT,
        Cause.QUALITY_FAULT,
        Set.of(Part.of("GIMBAL"), Part.of("CAMERA"), Part.of("ARM")),
        true,
        List.of(new Finding("X-G-06", when(rich, Part.of("ARM")))),
        when(rich, COMMITMENT));
  }

  private static FeePayment payment() {
    return new FeePayment(AMOUNT, AT, "pay-4711");
  }

  private static <T> Optional<T> when(boolean rich, T value) {
    return rich ? Optional.of(value) : Optional.empty();
  }
}
