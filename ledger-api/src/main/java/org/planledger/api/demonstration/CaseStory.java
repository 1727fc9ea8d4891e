package org.planledger.api.demonstration;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.FeePayment;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.CancelFlyawayReport;
import org.planledger.core.plan.PlanCommand.ClaimReplacement;
import org.planledger.core.plan.PlanCommand.FileFlyawayReport;
import org.planledger.core.plan.PlanCommand.LapseCase;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanCommand.PayServiceFee;
import org.planledger.core.plan.PlanCommand.RecordAssessment;
import org.planledger.core.plan.PlanCommand.RecordReceipt;
import org.planledger.core.plan.PlanCommand.RecordShipmentIn;
import org.planledger.core.plan.PlanCommand.ReportRecovered;
import org.planledger.core.plan.PlanCommand.ShipReplacement;
import org.planledger.core.plan.PlanCommand.UploadFlightRecord;
import org.planledger.core.plan.PlanCommand.WithdrawCase;
import org.planledger.core.plan.PrivacyConsent;
import org.planledger.core.reference.CaseId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;

/// One case of a plan's story, told step by step.
final class CaseStory {

  private final PlanStory plan;
  private final CaseId id;
  private final CaseType type;
  private final Channel process;
  private final RegionCode region;

  CaseStory(PlanStory plan, int ordinal, CaseType type, Channel process, String region) {
    this.plan = plan;
    this.id = CaseId.of("0190d3a0-0000-7000-9000-%06d%06d".formatted(plan.number(), ordinal));
    this.type = type;
    this.process = process;
    this.region = new RegionCode(region);
  }

  /// Service is applied for.
  CaseStory opened() {
    return opened(0);
  }

  /// Replacement by express is applied for; the fee is that of this replacement of the plan,
  /// counted from one.
  CaseStory openedWithFeeOf(int ordinal) {
    return opened(ordinal);
  }

  private CaseStory opened(int feeOrdinal) {
    Sheet sheet = plan.sheet();
    boolean express = process == Channel.EXPRESS;
    return tell(
        sheet,
        new OpenCase(
            plan.id(),
            id,
            type,
            process,
            sheet.device(plan.serial()),
            plan.clerk().account(plan.account()),
            region,
            centre(),
            plan.at(),
            plan.at().minusSeconds(7_200),
            new PrivacyConsent("2026-01", plan.at().minusSeconds(60)),
            sheet.some("case.proofOfPurchase", "receipt " + plan.number()),
            Optional.empty(),
            express,
            express ? Optional.of(payment(expressFee(feeOrdinal))) : Optional.empty(),
            express
                ? Optional.of(plan.clerk().expressDeadline(plan.region(), plan.at()))
                : Optional.empty()));
  }

  private Money expressFee(int ordinal) {
    return plan.clerk()
        .terms()
        .replacementFee(region, plan.type(), plan.model(), ReplacementMode.DAMAGE, ordinal)
        .orElseThrow()
        .amount();
  }

  private String centre() {
    return region.code() + "-1";
  }

  private FeePayment payment(Money amount) {
    return new FeePayment(amount, plan.at(), "payment-%s".formatted(id));
  }

  /// The customer gives the device to a carrier.
  CaseStory dispatched() {
    Sheet sheet = plan.sheet();
    return tell(
        sheet,
        new RecordShipmentIn(
            plan.id(),
            id,
            plan.at(),
            region,
            Optional.empty(),
            sheet.some("shipment.carrierReference", "parcel of " + id)));
  }

  /// All that the service asks for arrives.
  CaseStory received() {
    return receivedWithout(Set.of());
  }

  /// Something of it does not.
  CaseStory receivedWithout(Set<String> missing) {
    Map<Part, Integer> parts = new TreeMap<>(plan.clerk().terms().requiredParts(plan.model()));
    missing.forEach(part -> parts.remove(new Part(part)));
    return tell(
        plan.sheet(), new RecordReceipt(plan.id(), id, plan.at(), parts, Optional.of(false)));
  }

  /// The centre finds damage by an accident.
  CaseStory assessed() {
    return assessed(Cause.ACCIDENT, false, "GIMBAL");
  }

  CaseStory assessed(Cause cause, boolean inOfficialWarrantyScope, String... damagedParts) {
    Set<Part> parts = new HashSet<>();
    for (String part : damagedParts) {
      parts.add(new Part(part));
    }
    return tell(
        plan.sheet(),
        new RecordAssessment(
            plan.id(),
            id,
            plan.at(),
            cause,
            parts,
            inOfficialWarrantyScope,
            List.of(),
            Optional.empty()));
  }

  /// The flight record shows a last contact some hours before the case was opened.
  CaseStory flightRecord() {
    Sheet sheet = plan.sheet();
    return tell(
        sheet,
        new UploadFlightRecord(
            plan.id(),
            id,
            plan.at().minusSeconds(10_800),
            "%064x".formatted(plan.number()),
            sheet.commitment("flightRecord.reference", "flight of " + id)));
  }

  /// The loss is assessed as one.
  CaseStory lossAssessed() {
    return assessed(Cause.FLYAWAY, false);
  }

  /// The customer decides to use the plan.
  CaseStory claimed() {
    ReplacementMode mode =
        type == CaseType.FLYAWAY ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE;
    return tell(plan.sheet(), new ClaimReplacement(plan.id(), id, plan.at(), mode, true));
  }

  CaseStory reported() {
    Sheet sheet = plan.sheet();
    return tell(
        sheet,
        new FileFlyawayReport(
            plan.id(),
            id,
            plan.at(),
            sheet.commitment("flyawayReport.statement", "The aircraft did not come back.")));
  }

  CaseStory reportCancelled() {
    Sheet sheet = plan.sheet();
    return tell(
        sheet,
        new CancelFlyawayReport(
            plan.id(),
            id,
            plan.at(),
            sheet.commitment("flyawayReport.cancellation", "The aircraft was found.")));
  }

  CaseStory recovered() {
    return tell(plan.sheet(), new ReportRecovered(plan.id(), id, plan.at()));
  }

  /// The fee is paid that was quoted with the claim.
  CaseStory paid() {
    return paid(0);
  }

  /// The same with so much too little.
  CaseStory paid(long shortMinor) {
    Money fee = plan.plan().theCase(id).claimed().orElseThrow().fee().amount();
    return pay(FeePurpose.SERVICE_FEE, new Money(fee.minor() - shortMinor, fee.currency()));
  }

  /// What did not arrive is paid for.
  CaseStory materialPaid(String part, int quantity) {
    Money each =
        plan.clerk()
            .terms()
            .materialPrice(region, plan.model(), new Part(part))
            .orElseThrow()
            .amount();
    return pay(
        FeePurpose.MISSING_MATERIAL,
        new Money(Math.multiplyExact(each.minor(), quantity), each.currency()));
  }

  private CaseStory pay(FeePurpose purpose, Money amount) {
    return tell(plan.sheet(), new PayServiceFee(plan.id(), id, purpose, payment(amount)));
  }

  /// Another device of the model is sent out, and takes the place of the original.
  PlanStory shipped() {
    ship();
    plan.replaced();
    return plan;
  }

  /// The same, where it is going to be refused.
  CaseStory shippedInVain() {
    return ship();
  }

  private CaseStory ship() {
    Sheet sheet = plan.sheet();
    return tell(
        sheet,
        new ShipReplacement(
            plan.id(),
            id,
            plan.at(),
            sheet.device(plan.nextSerial()),
            plan.model(),
            Optional.empty()));
  }

  PlanStory withdrawn() {
    Sheet sheet = plan.sheet();
    tell(
        sheet,
        new WithdrawCase(
            plan.id(),
            id,
            plan.at(),
            sheet.commitment("case.withdrawal", "The customer decided otherwise.")));
    return plan;
  }

  PlanStory lapsed() {
    Sheet sheet = plan.sheet();
    tell(
        sheet,
        new LapseCase(
            plan.id(), id, plan.at(), sheet.commitment("case.lapse", "Nothing was sent in.")));
    return plan;
  }

  /// The case goes on some days later.
  CaseStory later(int days) {
    plan.later(days);
    return this;
  }

  /// The next command is refused, on these grounds and no others.
  CaseStory refused(RefusalCode... grounds) {
    plan.refused(grounds);
    return this;
  }

  /// The plan's story goes on beside the case.
  PlanStory meanwhile() {
    return plan;
  }

  private CaseStory tell(Sheet sheet, PlanCommand command) {
    plan.tell(sheet, command);
    return this;
  }
}
