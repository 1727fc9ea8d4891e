package org.planledger.core.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.DeviceEvent.*;
import org.planledger.core.plan.AssessmentFacts;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.Cover;
import org.planledger.core.plan.CrossBorderConsent;
import org.planledger.core.plan.DiscountedLine;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.FeeSource;
import org.planledger.core.plan.Finding;
import org.planledger.core.plan.LapseCause;
import org.planledger.core.plan.LinkFacts;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.plan.PrivacyConsent;
import org.planledger.core.plan.ProductPurchase;
import org.planledger.core.plan.ReceiptFacts;
import org.planledger.core.plan.ReinstatementCause;
import org.planledger.core.plan.SalesChannel;
import org.planledger.core.plan.SendBackDeadline;
import org.planledger.core.plan.Stage;
import org.planledger.core.plan.TermsReference;
import org.planledger.core.plan.Waiver;
import org.planledger.core.plan.WarrantySource;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;

/// One event of every kind, and a second one with nothing optional where something is.
final class EventSamples {

  static final PlanId PLAN = PlanId.of("0190b6a0-0000-7000-8000-000000000001");
  static final CaseId CASE = CaseId.of("0190b6a0-0000-7000-8000-000000000002");
  static final DeviceId DEVICE = new DeviceId("d1".repeat(32));
  static final DeviceId SECOND = new DeviceId("d2".repeat(32));
  static final AccountRef ACCOUNT = new AccountRef("ac".repeat(32));
  static final Commitment COMMITMENT =
      new Commitment(
          java.util.UUID.fromString("0190b6a0-0000-7000-8000-000000000003"), "c0".repeat(32));
  static final ModelCode MODEL = new ModelCode("MAVIC_3");
  static final RegionCode REGION = new RegionCode("DE");
  static final Instant AT = Instant.parse("2024-02-29T23:30:00.25Z");
  static final LocalDate DAY = LocalDate.parse("2024-03-01");
  static final Window WINDOW = new Window(DAY, LocalDate.parse("2025-03-01"));
  static final Money AMOUNT = Money.of(15900, "EUR");
  static final TermsReference TERMS = new TermsReference(new Edition("2022-10"), "7e".repeat(32));

  static final FeeSource SOURCE = new FeeSource("the tariff of 2022", true);

  private EventSamples() {}

  static List<Object> all() {
    return List.of(
        purchased(Optional.of(COMMITMENT)),
        purchased(Optional.empty()),
        bound(Optional.of(COMMITMENT), Optional.of(SECOND)),
        bound(Optional.empty(), Optional.empty()),
        waived(),
        new LinkRecorded(PLAN, AT, DEVICE, LinkKind.CONTROLLER, COMMITMENT),
        new LinkRemoved(PLAN, AT, DEVICE, LinkKind.ACCOUNT),
        opened(Optional.of(new SendBackDeadline(DAY, ZoneId.of("Europe/Berlin"), "CALENDAR_DAYS"))),
        opened(Optional.empty()),
        maintenance(),
        new ShipmentDispatched(
            PLAN,
            AT,
            CASE,
            REGION,
            Optional.of(new CrossBorderConsent(COMMITMENT, AT)),
            Optional.of(COMMITMENT)),
        new ShipmentDispatched(PLAN, AT, CASE, REGION, Optional.empty(), Optional.empty()),
        received(Optional.of(true)),
        received(Optional.empty()),
        assessed(Optional.of(COMMITMENT)),
        assessed(Optional.empty()),
        new FlightRecordUploaded(PLAN, AT, CASE, "f0".repeat(32), COMMITMENT),
        new ReplacementClaimed(
            PLAN,
            AT,
            CASE,
            ReplacementMode.DAMAGE,
            2,
            new Fee(AMOUNT, "the tariff of 2022", true),
            false),
        new FlyawayReportFiled(PLAN, AT, CASE, COMMITMENT),
        new FlyawayReportCancelled(PLAN, AT, CASE, COMMITMENT),
        new FeePaid(PLAN, AT, CASE, FeePurpose.SERVICE_FEE, AMOUNT, "pay-4711"),
        new FeePaid(
            PLAN, AT, CASE, FeePurpose.MISSING_MATERIAL, AMOUNT, "pay-4712", Optional.of(SOURCE)),
        shipped(Optional.of(ReplacementMode.FLYAWAY), Optional.of(COMMITMENT)),
        shipped(Optional.empty(), Optional.empty()),
        new DeviceRecovered(PLAN, AT, CASE, DEVICE),
        new CaseWithdrawn(PLAN, AT, CASE, COMMITMENT),
        new CaseLapsed(PLAN, AT, CASE, LapseCause.NOT_SENT_IN_TIME),
        new BindingCorrected(PLAN, AT, DEVICE, SECOND, COMMITMENT, "lead-2", "clerk-1"),
        linkCorrected(true),
        linkCorrected(false),
        receiptCorrected(true),
        receiptCorrected(false),
        assessmentCorrected(true),
        assessmentCorrected(false),
        new RepairDiscountClaimed(
            PLAN,
            AT,
            CASE,
            List.of(
                new DiscountedLine(Part.of("GIMBAL"), AMOUNT, Money.of(5000, "EUR"), true, AMOUNT),
                new DiscountedLine(Part.of("ARM"), AMOUNT, AMOUNT, false, AMOUNT)),
            AMOUNT,
            SOURCE,
            true),
        new FeeRefunded(
            PLAN,
            AT,
            CASE,
            FeePurpose.SERVICE_FEE,
            AMOUNT,
            COMMITMENT,
            true,
            Optional.of("lead-2"),
            "clerk-1"),
        new FeeRefunded(
            PLAN,
            AT,
            CASE,
            FeePurpose.MISSING_MATERIAL,
            AMOUNT,
            COMMITMENT,
            false,
            Optional.empty(),
            "clerk-1"),
        new RepairCompleted(
            PLAN,
            AT,
            CASE,
            Optional.of(Service.REPAIR_DISCOUNT),
            DEVICE,
            Optional.of(SECOND),
            Optional.of(MODEL)),
        new RepairCompleted(
            PLAN, AT, CASE, Optional.empty(), DEVICE, Optional.empty(), Optional.empty()),
        new MaintenancePerformed(
            PLAN,
            AT,
            CASE,
            Set.of(Part.of("PROPELLER_PAIR"), Part.of("LENS_PROTECTOR")),
            Set.of(Part.of("MOTORS"))),
        new RecoveredDeviceReturned(PLAN, AT, CASE, DEVICE),
        new CaseReinstated(PLAN, AT, CASE, ReinstatementCause.DISPATCHED_IN_TIME),
        new CaseRefused(
            PLAN,
            AT,
            CASE,
            Set.of(RefusalCode.PROCESS_NOT_FOLLOWED, RefusalCode.EXCLUDED),
            List.of(new Finding("X-G-06", Optional.empty())),
            COMMITMENT),
        new RefusalWaived(
            PLAN,
            AT,
            CASE,
            Set.of(RefusalCode.SEND_BACK_OVERDUE, RefusalCode.EXCLUDED),
            COMMITMENT,
            "lead-2",
            "clerk-1"),
        new ServiceExpired(PLAN, AT, Service.EXTENDED_WARRANTY),
        new ServiceExhausted(PLAN, AT, Service.REPLACEMENT),
        new RewardGranted(PLAN, AT, Map.of(Part.of("GIMBAL"), WINDOW, Part.of("CAMERA"), WINDOW)),
        new RewardForfeited(PLAN, AT, RefusalCode.SERVICE_ALREADY_USED),
        new TermsUpgraded(
            PLAN,
            AT,
            TERMS,
            new TermsReference(new Edition("2023-07"), "8f".repeat(32)),
            new PlanFigures(24, 4, 2, 3, 2, true)),
        new ProductReturned(PLAN, AT, DAY, COMMITMENT),
        new PlanReturned(PLAN, AT, AMOUNT),
        new ExitRequested(PLAN, AT),
        new PlanExited(PLAN, AT, "lead-2"),
        new BoundToPlan(DEVICE, PLAN, AT, MODEL, BindingCause.PURCHASE),
        new Restricted(DEVICE, PLAN, AT, CASE),
        new Released(DEVICE, PLAN, AT, CASE),
        new OwnershipTransferred(DEVICE, PLAN, AT, CASE),
        new BindingUndone(DEVICE, PLAN, AT),
        new ReturnedToProvider(DEVICE, PLAN, AT, CASE),
        new Superseded(DEVICE, PLAN, AT, CASE, SECOND));
  }

  private static LinkCorrected linkCorrected(boolean holds) {
    return new LinkCorrected(
        PLAN,
        AT,
        7,
        DEVICE,
        new LinkFacts(LinkKind.ACCOUNT, AT, COMMITMENT),
        when(holds, SECOND),
        when(holds, new LinkFacts(LinkKind.CONTROLLER, AT, COMMITMENT)),
        COMMITMENT,
        "lead-2",
        "clerk-1");
  }

  private static ReceiptCorrected receiptCorrected(boolean holds) {
    var parts = Map.of(Part.of("GIMBAL"), 1, Part.of("ARM"), 2);
    return new ReceiptCorrected(
        PLAN,
        AT,
        CASE,
        7,
        new ReceiptFacts(AT, parts, when(holds, true)),
        when(holds, new ReceiptFacts(AT, Map.of(Part.of("BATTERY"), 1), Optional.of(false))),
        holds ? Stage.RECEIVED : Stage.OPENED,
        COMMITMENT,
        "lead-2",
        "clerk-1");
  }

  private static AssessmentCorrected assessmentCorrected(boolean rich) {
    return new AssessmentCorrected(
        PLAN,
        AT,
        CASE,
        7,
        new AssessmentFacts(
            AT, Cause.ACCIDENT, Set.of(Part.of("GIMBAL")), false, List.of(), Optional.empty()),
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

  private static <T> Optional<T> when(boolean holds, T value) {
    return holds ? Optional.of(value) : Optional.empty();
  }

  private static PlanPurchased purchased(Optional<Commitment> holder) {
    return new PlanPurchased(
        PLAN,
        AT,
        PlanType.ONE_YEAR,
        REGION,
        ZoneId.of("Europe/Berlin"),
        TERMS,
        DAY,
        WINDOW,
        new PlanFigures(12, 2, 1, 1, 0, false),
        AMOUNT,
        ACCOUNT,
        holder);
  }

  private static DeviceBound bound(Optional<Commitment> proof, Optional<DeviceId> from) {
    return new DeviceBound(
        PLAN,
        AT,
        DEVICE,
        MODEL,
        BindingCause.REPLACEMENT,
        new ProductPurchase(REGION, SalesChannel.AUTHORISED, DAY, proof),
        new Cover(
            DAY,
            WarrantySource.ACTIVATION,
            Map.of(Part.of("GIMBAL"), WINDOW, Part.of("BATTERY"), WINDOW, Part.of("ARM"), WINDOW),
            Map.of(),
            Map.of(Part.of("GIMBAL"), WINDOW)),
        from);
  }

  private static DeviceBound waived() {
    var waiver = new Waiver(Set.of(RefusalCode.REGION_MISMATCH), COMMITMENT, "lead-2", "clerk-1");
    return new DeviceBound(
        PLAN,
        AT,
        DEVICE,
        MODEL,
        BindingCause.PURCHASE,
        new ProductPurchase(REGION, SalesChannel.OFFICIAL, DAY, Optional.empty()),
        new Cover(DAY, WarrantySource.INVOICE, Map.of(), Map.of(), Map.of()),
        Optional.empty(),
        Optional.of(waiver));
  }

  private static CaseOpened maintenance() {
    return new CaseOpened(
        PLAN,
        AT,
        CASE,
        CaseType.MAINTENANCE,
        Channel.ONLINE_REPAIR,
        DEVICE,
        REGION,
        "centre-7",
        DAY,
        AT,
        new PrivacyConsent("2024-01", AT),
        TERMS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true));
  }

  private static CaseOpened opened(Optional<SendBackDeadline> sendBack) {
    return new CaseOpened(
        PLAN,
        AT,
        CASE,
        CaseType.REPAIR,
        Channel.ONLINE_REPAIR,
        DEVICE,
        REGION,
        "centre-7",
        DAY,
        AT,
        new PrivacyConsent("2024-01", AT),
        TERMS,
        sendBack,
        sendBack.map(_ -> COMMITMENT),
        sendBack.map(_ -> COMMITMENT));
  }

  private static ComponentsReceived received(Optional<Boolean> controllerLinked) {
    return new ComponentsReceived(
        PLAN,
        AT,
        CASE,
        Map.of(Part.of("PROPELLER"), 4, Part.of("BATTERY"), 1, Part.of("GIMBAL"), 1),
        controllerLinked);
  }

  private static DamageAssessed assessed(Optional<Commitment> remark) {
    return new DamageAssessed(
        PLAN,
        AT,
        CASE,
        Cause.ACCIDENT,
        Set.of(Part.of("GIMBAL"), Part.of("CAMERA"), Part.of("ARM"), Part.of("BATTERY")),
        false,
        List.of(new Finding("X-G-06", remark.map(_ -> Part.of("GIMBAL")))),
        remark);
  }

  private static ReplacementShipped shipped(
      Optional<ReplacementMode> mode, Optional<Commitment> equivalence) {
    return new ReplacementShipped(
        PLAN, AT, CASE, Service.REPLACEMENT, mode, DEVICE, SECOND, MODEL, equivalence);
  }
}
