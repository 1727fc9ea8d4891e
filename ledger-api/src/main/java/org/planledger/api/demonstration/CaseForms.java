package org.planledger.api.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.FeePayment;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanCommand.CancelFlyawayReport;
import org.planledger.core.plan.PlanCommand.ClaimReplacement;
import org.planledger.core.plan.PlanCommand.FileFlyawayReport;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanCommand.PayServiceFee;
import org.planledger.core.plan.PlanCommand.RecordAssessment;
import org.planledger.core.plan.PlanCommand.RecordReceipt;
import org.planledger.core.plan.PlanCommand.RecordShipmentIn;
import org.planledger.core.plan.PlanCommand.ShipReplacement;
import org.planledger.core.plan.PlanCommand.UploadFlightRecord;
import org.planledger.core.plan.PrivacyConsent;
import org.planledger.core.reference.CaseId;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;

/// Fills in the commands of one case that lead to another device.
record CaseForms(PlanStory plan, CaseId id, CaseType type, Channel process, RegionCode region) {
  private static final Part REMOTE_CONTROLLER = new Part("REMOTE_CONTROLLER");

  /// Service is applied for.
  ///
  /// @param feeOrdinal which replacement the fee of an express case is for, counted from one
  OpenCase opening(Sheet sheet, int feeOrdinal) {
    boolean express = process == Channel.EXPRESS;
    return new OpenCase(
        plan.id(),
        id,
        type,
        process,
        sheet.device(plan.serial()),
        plan.clerk().account(plan.account()),
        region,
        region.code() + "-1",
        at(),
        at().minusSeconds(7_200),
        new PrivacyConsent("2026-01", at().minusSeconds(60)),
        sheet.some("case.proofOfPurchase", "receipt " + plan.number()),
        Optional.empty(),
        express,
        express ? Optional.of(payment(expressFee(feeOrdinal))) : Optional.empty(),
        express ? Optional.of(plan.clerk().expressDeadline(plan.region(), at())) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Money expressFee(int ordinal) {
    return plan.clerk()
        .terms()
        .replacementFee(region, plan.type(), plan.model(), ReplacementMode.DAMAGE, ordinal)
        .orElseThrow()
        .amount();
  }

  RecordShipmentIn dispatch(Sheet sheet) {
    return new RecordShipmentIn(
        plan.id(),
        id,
        at(),
        region,
        Optional.empty(),
        sheet.some("shipment.carrierReference", "parcel of " + id));
  }

  /// All that the service asks for, without what is missing; for maintenance the remote controller
  /// is there too.
  RecordReceipt receipt(Set<String> missing) {
    Map<Part, Integer> parts = new TreeMap<>(plan.clerk().terms().requiredParts(plan.model()));
    if (type == CaseType.MAINTENANCE) {
      parts.put(REMOTE_CONTROLLER, 1);
    }
    missing.forEach(part -> parts.remove(new Part(part)));
    return new RecordReceipt(plan.id(), id, at(), parts, Optional.of(false));
  }

  RecordAssessment assessment(Cause cause, boolean inOfficialWarrantyScope, Set<Part> parts) {
    return new RecordAssessment(
        plan.id(), id, at(), cause, parts, inOfficialWarrantyScope, List.of(), Optional.empty());
  }

  /// The flight record shows a last contact some hours before the case was opened.
  UploadFlightRecord flightRecord(Sheet sheet) {
    return new UploadFlightRecord(
        plan.id(),
        id,
        at().minusSeconds(10_800),
        "%064x".formatted(plan.number()),
        sheet.commitment("flightRecord.reference", "flight of " + id));
  }

  ClaimReplacement claim() {
    ReplacementMode mode =
        type == CaseType.FLYAWAY ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE;
    return new ClaimReplacement(plan.id(), id, at(), mode, true);
  }

  FileFlyawayReport report(Sheet sheet) {
    return new FileFlyawayReport(
        plan.id(),
        id,
        at(),
        sheet.commitment("flyawayReport.statement", "The aircraft did not come back."));
  }

  CancelFlyawayReport cancellation(Sheet sheet) {
    return new CancelFlyawayReport(
        plan.id(),
        id,
        at(),
        sheet.commitment("flyawayReport.cancellation", "The aircraft was found."));
  }

  PayServiceFee payment(FeePurpose purpose, Money amount) {
    return new PayServiceFee(plan.id(), id, purpose, payment(amount));
  }

  ShipReplacement shipment(Sheet sheet) {
    return new ShipReplacement(
        plan.id(), id, at(), sheet.device(plan.nextSerial()), plan.model(), Optional.empty());
  }

  private FeePayment payment(Money amount) {
    return new FeePayment(amount, at(), "payment-%s".formatted(id));
  }

  private Instant at() {
    return plan.at();
  }
}
