package org.planledger.core.plan;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.PlanCommand.RecordLink;
import org.planledger.core.rule.Condition;

/// What would cure a ground of refusal, or serve the customer instead: another command first,
/// another fact in the same one, or another service. A ground that nothing cures has none. They are
/// kept with the decision by these names, which therefore stay.
public enum Remedy {
  /// Accept an edition of the terms that is on sale.
  ACCEPT_TERMS_ON_SALE,
  /// Bind a device first.
  BIND_DEVICE("BindDevice"),
  /// Ask for the device that the plan covers now.
  USE_HEAD_DEVICE,
  /// Record the link, if it existed.
  RECORD_LINK("RecordLink"),
  /// Let the customer accept the privacy policy before applying.
  PRIVACY_CONSENT,
  /// Send the proof of purchase with the application.
  PROOF_OF_PURCHASE,
  /// Let the customer agree to no assessment.
  AGREE_TO_NO_ASSESSMENT,
  /// Pay the fee before the application and send the payment with it.
  FEE_PAYMENT,
  /// Get the provider's consent before the shipment.
  CROSS_BORDER_CONSENT,
  RECORD_RECEIPT("RecordReceipt"),
  UPLOAD_FLIGHT_RECORD("UploadFlightRecord"),
  RECORD_ASSESSMENT("RecordAssessment"),
  /// Let the customer choose the plan's service although a warranty would serve for nothing.
  ACKNOWLEDGE_FREE_ALTERNATIVE,
  CLAIM_REPLACEMENT("ClaimReplacement"),
  CLAIM_REPAIR_DISCOUNT("ClaimRepairDiscount"),
  CONFIRM_MAINTENANCE("ConfirmMaintenance"),
  FILE_FLYAWAY_REPORT("FileFlyawayReport"),
  CANCEL_FLYAWAY_REPORT("CancelFlyawayReport"),
  REPORT_RECOVERED("ReportRecovered"),
  PAY_SERVICE_FEE("PayServiceFee", "SERVICE_FEE"),
  PAY_MISSING_MATERIAL("PayServiceFee", "MISSING_MATERIAL"),
  /// Pay exactly what is open, or pay no more back than was kept.
  PAY_OPEN_AMOUNT,
  /// Ship the same model, or record why another is its equal.
  EQUIVALENCE_RECORD,
  /// Ship another unit.
  SHIP_ANOTHER_UNIT,
  /// Name a model of the catalogue.
  USE_KNOWN_MODEL,
  /// Name a part that the discount covers and that was sent in.
  NAME_A_COVERED_PART,
  /// Let another person than the actor agree.
  APPROVAL_BY_ANOTHER,
  RECORD_PRODUCT_RETURN("RecordProductReturn"),
  REQUEST_EXIT("RequestExit"),
  /// End the cases that are open.
  WITHDRAW_CASE("WithdrawCase"),
  /// Let two persons overrule the ground.
  WAIVE_REFUSAL,
  /// Apply by online repair.
  ONLINE_REPAIR,
  /// Choose a replacement for the damaged device.
  REPLACEMENT,
  REPAIR_DISCOUNT,
  MAINTENANCE,
  OFFICIAL_WARRANTY,
  EXTENDED_WARRANTY,
  SAFE_FLIGHT_REWARD;

  private final @Nullable String command;
  private final @Nullable String variant;

  Remedy() {
    this(null, null);
  }

  Remedy(String command) {
    this(command, null);
  }

  Remedy(@Nullable String command, @Nullable String variant) {
    this.command = command;
    this.variant = variant;
  }

  /// The command that it is; none for a fact or a service.
  Optional<String> command() {
    return Optional.ofNullable(command);
  }

  /// Which form of the command; none where it has one form only.
  Optional<String> variant() {
    return Optional.ofNullable(variant);
  }

  /// What cures a ground by its nature, whether or not it is possible as things stand.
  static Stream<Remedy> of(Condition ground, PlanCommand command) {
    return switch (ground.rule()) {
      case ACCEPTING_THE_TERMS -> Stream.of(ACCEPT_TERMS_ON_SALE);
      case LINKED_BEFORE_FLYAWAY -> Stream.of(RECORD_LINK);
      case ONLY_THE_HEAD_IS_SERVED -> Stream.of(USE_HEAD_DEVICE);
      case REGISTERED_SERIAL ->
          command instanceof RecordLink ? Stream.of(BIND_DEVICE) : Stream.of();
      case INTERNATIONAL_PROOF -> Stream.of(PROOF_OF_PURCHASE);
      case SHIPPING_ACROSS_BORDERS -> Stream.of(CROSS_BORDER_CONSENT);
      case PRIVACY_POLICY_ACCEPTED -> Stream.of(PRIVACY_CONSENT);
      case ASSESSED_FIRST, LOSS_ASSESSED_FIRST -> Stream.of(RECORD_ASSESSMENT);
      case COVERED_PARTS_SENT_IN, EXPRESS_PARTS_SENT_IN ->
          Stream.of(RECORD_RECEIPT, PAY_MISSING_MATERIAL);
      case RECEIVED_FOR_ASSESSMENT,
          SHIPPED_ON_RECEIPT,
          BODY_SENT_IN,
          DEVICE_AND_CONTROLLER_SENT_IN ->
          Stream.of(RECORD_RECEIPT);
      case CONFIRMED_BEFORE_PAYMENT, FLYAWAY_CONFIRMED, CLAIMED_OR_FREE ->
          Stream.of(CLAIM_REPLACEMENT, CLAIM_REPAIR_DISCOUNT, CONFIRM_MAINTENANCE);
      case PAID_BEFORE_SERVICE, FLYAWAY_PAID_BEFORE_SHIPMENT -> Stream.of(PAY_SERVICE_FEE);
      case EQUAL_REPLACEMENT, EXPRESS_EQUAL_REPLACEMENT, FLYAWAY_EQUAL_REPLACEMENT ->
          Stream.of(EQUIVALENCE_RECORD);
      case EXPRESS_AGREEMENT -> Stream.of(AGREE_TO_NO_ASSESSMENT);
      case EXPRESS_PAID_FIRST -> Stream.of(FEE_PAYMENT);
      case FLIGHT_RECORD_FOR_ASSESSMENT, FLIGHT_RECORD_GIVEN -> Stream.of(UPLOAD_FLIGHT_RECORD);
      case REPORT_FILED -> Stream.of(FILE_FLYAWAY_REPORT);
      case CANCELLED_BEFORE_PAYMENT -> Stream.of(REPORT_RECOVERED);
      case OWNERSHIP_PASSED -> Stream.of(CANCEL_FLYAWAY_REPORT);
      case FREE_ALTERNATIVE_SHOWN -> Stream.of(ACKNOWLEDGE_FREE_ALTERNATIVE);
      case KNOWN_PRODUCT -> Stream.of(USE_KNOWN_MODEL);
      case AMOUNT_AS_QUOTED -> Stream.of(PAY_OPEN_AMOUNT);
      case REPLACEMENT_SERIAL_FREE -> Stream.of(SHIP_ANOTHER_UNIT);
      case LINES_OF_A_DISCOUNT -> Stream.of(NAME_A_COVERED_PART);
      case FEE_REFUNDABLE, PROCESS_KEPT -> Stream.of(APPROVAL_BY_ANOTHER);
      case PRODUCT_RETURNED_FIRST -> Stream.of(RECORD_PRODUCT_RETURN);
      case EXIT_ASKED_FOR -> Stream.of(REQUEST_EXIT);
      case NO_CASE_OPEN -> Stream.of(WITHDRAW_CASE);
      // What was never bought, has run out or has happened cannot be cured by doing more; and many
      // rules only shape an outcome.
      default -> Stream.of();
    };
  }
}
