package org.planledger.api.decision;

import java.util.List;
import java.util.stream.Stream;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.RecordLink;
import org.planledger.core.rule.Condition;

/// What would cure a ground of refusal: another command first, or another fact in the same one. A
/// ground that nothing cures has none.
public enum Remedy {
  /// Accept an edition of the terms that is on sale.
  ACCEPT_TERMS_ON_SALE,
  /// Bind a device first.
  BIND_DEVICE,
  /// Ask for the device that the plan covers now.
  USE_HEAD_DEVICE,
  /// Record the link, if it existed.
  RECORD_LINK,
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
  RECORD_RECEIPT,
  UPLOAD_FLIGHT_RECORD,
  RECORD_ASSESSMENT,
  /// Let the customer choose the plan's service although a warranty would serve for nothing.
  ACKNOWLEDGE_FREE_ALTERNATIVE,
  CLAIM_REPLACEMENT,
  FILE_FLYAWAY_REPORT,
  PAY_SERVICE_FEE,
  PAY_MISSING_MATERIAL,
  /// Pay exactly what is open.
  PAY_OPEN_AMOUNT,
  /// Ship the same model, or record why another is its equal.
  EQUIVALENCE_RECORD,
  /// Ship another unit.
  SHIP_ANOTHER_UNIT,
  /// Name a model of the catalogue.
  USE_KNOWN_MODEL;

  /// The remedies of all grounds, each once, in the order of the grounds.
  static List<Remedy> of(List<Condition> conditions, PlanCommand command) {
    return conditions.stream()
        .filter(condition -> !condition.holds())
        .flatMap(condition -> of(condition, command))
        .distinct()
        .toList();
  }

  private static Stream<Remedy> of(Condition ground, PlanCommand command) {
    return switch (ground.rule()) {
      case ACCEPTING_THE_TERMS -> Stream.of(ACCEPT_TERMS_ON_SALE);
      case LINKED_BEFORE_FLYAWAY -> Stream.of(RECORD_LINK);
      case ONLY_THE_HEAD_IS_SERVED -> Stream.of(USE_HEAD_DEVICE);
      case REGISTERED_SERIAL ->
          command instanceof RecordLink ? Stream.of(BIND_DEVICE) : Stream.of();
      case INTERNATIONAL_PROOF -> Stream.of(PROOF_OF_PURCHASE);
      case SHIPPING_ACROSS_BORDERS -> Stream.of(CROSS_BORDER_CONSENT);
      case PRIVACY_POLICY_ACCEPTED -> Stream.of(PRIVACY_CONSENT);
      case ASSESSED_FIRST -> Stream.of(RECORD_ASSESSMENT);
      case COVERED_PARTS_SENT_IN, EXPRESS_PARTS_SENT_IN ->
          Stream.of(RECORD_RECEIPT, PAY_MISSING_MATERIAL);
      case RECEIVED_FOR_ASSESSMENT, SHIPPED_ON_RECEIPT, BODY_SENT_IN -> Stream.of(RECORD_RECEIPT);
      case CONFIRMED_BEFORE_PAYMENT, FLYAWAY_CONFIRMED, CLAIMED_OR_FREE ->
          Stream.of(CLAIM_REPLACEMENT);
      case PAID_BEFORE_SERVICE, FLYAWAY_PAID_BEFORE_SHIPMENT -> Stream.of(PAY_SERVICE_FEE);
      case EQUAL_REPLACEMENT -> Stream.of(EQUIVALENCE_RECORD);
      case EXPRESS_AGREEMENT -> Stream.of(AGREE_TO_NO_ASSESSMENT);
      case EXPRESS_PAID_FIRST -> Stream.of(FEE_PAYMENT);
      case FLIGHT_RECORD_FOR_ASSESSMENT, FLIGHT_RECORD_GIVEN -> Stream.of(UPLOAD_FLIGHT_RECORD);
      case REPORT_FILED -> Stream.of(FILE_FLYAWAY_REPORT);
      case FREE_ALTERNATIVE_SHOWN -> Stream.of(ACKNOWLEDGE_FREE_ALTERNATIVE);
      case KNOWN_PRODUCT -> Stream.of(USE_KNOWN_MODEL);
      case AMOUNT_AS_QUOTED -> Stream.of(PAY_OPEN_AMOUNT);
      case REPLACEMENT_SERIAL_FREE -> Stream.of(SHIP_ANOTHER_UNIT);
      // What was never bought, has run out or has happened cannot be cured by doing more; and many
      // rules only shape an outcome.
      default -> Stream.of();
    };
  }
}
