package org.planledger.api.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.api.decision.Grounds;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.RefusalCode;

/// Points at the fields of a request whose values a rule refused, so that a form can show the
/// ground where the value was typed. A ground that lies in the plan has no field.
final class RefusedFields {
  private static final String APPROVED_BY = "/approvedBy";

  private RefusedFields() {}

  static List<Flaw> of(PlanCommand command, Decision.Refused refused) {
    return refused.conditions().stream()
        .filter(condition -> !condition.holds())
        .flatMap(condition -> flaw(command, condition).stream())
        .toList();
  }

  private static Optional<Flaw> flaw(PlanCommand command, Condition ground) {
    return ground
        .rule()
        .code()
        .flatMap(code -> pointer(command, code))
        .map(pointer -> Flaw.inBody(pointer, FlawCode.REFUSED, Grounds.sentence(ground)));
  }

  private static Optional<String> pointer(PlanCommand command, RefusalCode code) {
    return Optional.ofNullable(
        switch (command) {
          case PurchasePlan _ ->
              code == RefusalCode.TERMS_NOT_ACCEPTED ? "/acceptedTerms" : ofDevice("/device", code);
          case BindDevice _ -> ofDevice("", code);
          case OpenCase _ -> ofApplication(code);
          case PayServiceFee _ -> only(code, RefusalCode.AMOUNT_NOT_AS_QUOTED, "/amount");
          case ShipReplacement _ -> ofReplacement(code);
          case RecordShipmentIn _ -> ofShipmentIn(code);
          case ClaimReplacement _ ->
              only(
                  code,
                  RefusalCode.FREE_ALTERNATIVE_NOT_ACKNOWLEDGED,
                  "/acknowledgesFreeAlternative");
          case RecordLink _, RecordUnlink _, RecordReceipt _, RecordAssessment _ -> null;
          case UploadFlightRecord _, FileFlyawayReport _, CancelFlyawayReport _ -> null;
          case ReportRecovered _, WithdrawCase _, LapseCase _ -> null;
          case CorrectBinding _ -> ofCorrection(code);
          case CorrectLink _ -> ofLinkCorrection(code);
          case CorrectReceipt _ -> ofReceiptCorrection(code);
          case CorrectAssessment _ -> only(code, RefusalCode.PROCESS_NOT_FOLLOWED, APPROVED_BY);
          case ClaimRepairDiscount _ -> ofDiscount(code);
          case CompleteRepair _ -> ofRepair(code);
          case WaiveRefusal _ -> only(code, RefusalCode.NOT_WAIVABLE, "/codes");
          case RefundFee _ -> ofRefund(code);
          case UpgradeTerms _ -> only(code, RefusalCode.TERMS_NOT_ACCEPTED, "/edition");
          case ConfirmMaintenance _, RefuseService _, RecordRecoveredReturn _ -> null;
          case RecordProductReturn _, ReturnPlan _, RequestExit _, ConfirmExit _ -> null;
          case ExpireService _, GrantReward _ -> null;
        });
  }

  private static @Nullable String only(RefusalCode code, RefusalCode wanted, String pointer) {
    return code == wanted ? pointer : null;
  }

  private static @Nullable String ofDevice(String device, RefusalCode code) {
    return switch (code) {
      case PRODUCT_UNKNOWN -> device + "/model";
      case REGION_MISMATCH -> device + "/purchase/region";
      case ALREADY_BOUND_ONCE, SERIAL_ALREADY_COVERED -> device + "/serialNumber";
      case OUTSIDE_VALIDITY -> device.isEmpty() ? "/boundAt" : null;
      case NOT_WAIVABLE -> device.isEmpty() ? "/waiver/codes" : null;
      default -> null;
    };
  }

  private static @Nullable String ofApplication(RefusalCode code) {
    return switch (code) {
      case SERIAL_SUPERSEDED, SERIAL_NOT_REGISTERED -> "/serialNumber";
      case NOT_TRANSFERABLE -> "/accountId";
      case OUTSIDE_COVERAGE_AREA -> "/region";
      case OUTSIDE_VALIDITY -> "/submittedAt";
      case PROOF_OF_PURCHASE_MISSING -> "/proofOfPurchase";
      case PRIVACY_CONSENT_MISSING -> "/privacyConsent/acceptedAt";
      case CHANNEL_NOT_AVAILABLE -> "/process";
      case AGREEMENT_MISSING -> "/agreesToNoAssessment";
      case FEE_NOT_PAID -> "/feePayment";
      case AMOUNT_NOT_AS_QUOTED -> "/feePayment/amount";
      case EXPRESS_ONLY_REPLACEMENT -> "/process";
      case SERVICE_NOT_OFFERED_FOR_PRODUCT -> "/type";
      case NOT_WAIVABLE -> "/waiver/codes";
      default -> null;
    };
  }

  private static @Nullable String ofCorrection(RefusalCode code) {
    return code == RefusalCode.SERIAL_NOT_REGISTERED
        ? "/wrongSerialNumber"
        : ofDevice("/device", code);
  }

  private static @Nullable String ofLinkCorrection(RefusalCode code) {
    return switch (code) {
      case LINK_MISSING -> "/linkedAt";
      case PROCESS_NOT_FOLLOWED -> APPROVED_BY;
      default -> null;
    };
  }

  private static @Nullable String ofReceiptCorrection(RefusalCode code) {
    return switch (code) {
      case ORIGINAL_NOT_RECEIVED -> "/receivedAt";
      case SEND_BACK_OVERDUE -> "/instead/receivedAt";
      case PROCESS_NOT_FOLLOWED -> APPROVED_BY;
      default -> null;
    };
  }

  private static @Nullable String ofDiscount(RefusalCode code) {
    return switch (code) {
      case PART_NOT_COVERED -> "/lines";
      case FREE_ALTERNATIVE_NOT_ACKNOWLEDGED -> "/acknowledgesFreeAlternative";
      default -> null;
    };
  }

  private static @Nullable String ofRepair(RefusalCode code) {
    return switch (code) {
      case REPLACEMENT_SERIAL_NOT_AVAILABLE -> "/newSerialNumber";
      case MODEL_NOT_EQUIVALENT, PRODUCT_UNKNOWN -> "/newModel";
      default -> null;
    };
  }

  private static @Nullable String ofRefund(RefusalCode code) {
    return switch (code) {
      case AMOUNT_NOT_AS_QUOTED -> "/amount";
      case FEE_NOT_REFUNDABLE -> APPROVED_BY;
      default -> null;
    };
  }

  private static @Nullable String ofReplacement(RefusalCode code) {
    return switch (code) {
      case MODEL_NOT_EQUIVALENT, PRODUCT_UNKNOWN -> "/model";
      case REPLACEMENT_SERIAL_NOT_AVAILABLE -> "/serialNumber";
      default -> null;
    };
  }

  private static @Nullable String ofShipmentIn(RefusalCode code) {
    return switch (code) {
      case SEND_BACK_OVERDUE -> "/dispatchedAt";
      case CROSS_BORDER_WITHOUT_CONSENT -> "/crossBorderConsent";
      default -> null;
    };
  }
}
