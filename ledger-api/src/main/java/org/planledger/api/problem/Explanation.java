package org.planledger.api.problem;

import org.planledger.core.rule.RefusalCode;

/// What a ground of refusal means to the person who meets it.
///
/// @param title the ground in a few words, the same for every occurrence
/// @param help what that person can do about it, or that nothing can be done
public record Explanation(String title, String help) {

  /// The explanation of a ground. Every code has one, those too that no command of this edition
  /// can raise yet.
  public static Explanation of(RefusalCode code) {
    return switch (code) {
      case TERMS_NOT_ACCEPTED -> of("Terms not on sale", "Accept an edition that is on sale.");
      case REGION_MISMATCH ->
          of(
              "Plan and product bought in different regions",
              "A plan covers products bought where it was bought. Nothing in the request cures it.");
      case FLYAWAY_NOT_OFFERED ->
          of(
              "No flyaway service for this product",
              "Flyaway replacement exists for the aircraft that the catalogue marks for it only.");
      case LINK_MISSING ->
          of(
              "Aircraft not linked",
              "Account and remote controller must both have been linked to the aircraft when it was"
                  + " lost. A link that existed but was never entered can be recorded late.");
      case LINK_REMOVED_BEFORE_FLYAWAY ->
          of("Link removed before the loss", "A link that had ended by then cannot be restored.");
      case ALREADY_BOUND_ONCE ->
          of("Product was bound before", "A product is bound to a plan once in its life.");
      case SERIAL_SUPERSEDED ->
          of(
              "Device was replaced",
              "The plan has moved to the replacement; ask for service on the device it covers now.");
      case SERIAL_ALREADY_COVERED ->
          of("Device is covered already", "A device belongs to one plan at a time.");
      case SERIAL_REQUIRED -> of("Serial number required", "Name the serial number.");
      case SERVICE_NOT_OFFERED_FOR_PRODUCT ->
          of("Service not offered for this product", "The catalogue lists what a product has.");
      case PRODUCT_NOT_IN_AGREEMENT ->
          of("Product not in the agreement", "The agreement does not name this product.");
      case CAUSE_NOT_COVERED ->
          of(
              "Cause not covered",
              "A loss is answered by a flyaway replacement and a damage by a damage replacement.");
      case SERIAL_NOT_REGISTERED ->
          of(
              "Device not registered with this plan",
              "Name the device that is bound to the plan, or bind one first.");
      case QUOTA_EXHAUSTED ->
          of(
              "Replacement quota used up",
              "All replacements of the plan are used or reserved. One reserved in a case that is"
                  + " withdrawn or lapses is free again.");
      case USER_ERROR ->
          of("Not a fault of the product", "Extended warranty answers quality faults only.");
      case OUT_OF_SCOPE -> of("Outside the scope", "The service does not cover this.");
      case CENTRE_NOT_AUTHORISED ->
          of("Centre not authorised", "Choose an official or authorised repair centre.");
      case OUTSIDE_VALIDITY ->
          of(
              "Outside the period of the service",
              "The contract day of the application decides, in the zone of the plan.");
      case SERVICE_NOT_IN_PLAN ->
          of("Service not in this plan", "Only a two-year plan has an extended warranty.");
      case OUTSIDE_COVERAGE_AREA ->
          of(
              "Outside the coverage area",
              "Without international warranty a product is served where its plan was bought.");
      case CHANNEL_NOT_AUTHORISED ->
          of(
              "Not bought from an authorised shop",
              "Service needs a product from an official or authorised shop.");
      case PROOF_OF_PURCHASE_MISSING ->
          of("Proof of purchase missing", "Send the proof of purchase with the application.");
      case FLYAWAY_LIMIT_REACHED ->
          of(
              "Flyaway limit reached",
              "Of the replacements of a plan only some may be flyaways; damage is still covered as"
                  + " long as replacements are left.");
      case PART_NOT_COVERED -> of("Part not covered", "The service does not cover this part.");
      case EXCLUDED ->
          of("Excluded by a finding", "The assessment found a circumstance that bars the service.");
      case FEE_NOT_REFUNDABLE -> of("Fee not refundable", "The terms give no refund here.");
      case CROSS_BORDER_WITHOUT_CONSENT ->
          of(
              "Sent across a border without consent",
              "Ask the provider first, and send the consent with the shipment.");
      case THIRD_PARTY_NOT_AUTHORISED ->
          of("Third party not authorised", "Costs at third parties are not the plan's.");
      case PRIVACY_CONSENT_MISSING ->
          of(
              "Privacy policy not accepted in time",
              "The customer accepts the privacy policy before applying.");
      case PROCESS_NOT_FOLLOWED -> of("Process not followed", "Follow the service process.");
      case CHANNEL_NOT_AVAILABLE ->
          of(
              "Way of service not available there",
              "Choose a way of service that the region offers: GET /v1/regions lists them.");
      case NOT_ASSESSED ->
          of(
              "Damage not assessed yet",
              "Record the assessment first: the customer chooses after it.");
      case SEND_BACK_OVERDUE ->
          of(
              "Sent in too late",
              "The last day to send the device in has passed. A new application inside the period"
                  + " of the service starts a new case.");
      case COMPONENTS_MISSING ->
          of(
              "Components missing",
              "Send the missing components in, or pay for their material. The body of the product"
                  + " has to come in itself.");
      case NOT_CONFIRMED ->
          of("Service not confirmed", "The customer claims the service before it is paid for.");
      case FEE_NOT_PAID -> of("Fee not paid", "Record the captured payment of the open amount.");
      case MODEL_NOT_EQUIVALENT ->
          of(
              "Replacement not equivalent",
              "Ship the same model, or record why another one is its equal.");
      case EXPRESS_ONLY_REPLACEMENT ->
          of("Express is for replacements only", "Apply for other services by online repair.");
      case AGREEMENT_MISSING ->
          of(
              "Agreement to express missing",
              "The customer agrees to no assessment and to leaving the original.");
      case ORIGINAL_NOT_RECEIVED ->
          of("Device not received yet", "Record the receipt of the device first.");
      case AWAITING_SUPPORT ->
          of("Flight record needed", "Upload the flight record, or have support provide it.");
      case SERVICE_NOT_APPLICABLE ->
          of(
              "Step does not belong here",
              "A case of this kind at this stage has no such step; the case lists its next ones.");
      case FLIGHT_RECORD_MISSING -> of("Flight record missing", "Upload the flight record.");
      case FLYAWAY_REPORT_MISSING ->
          of("Flyaway report missing", "The flyaway report has to be filed first.");
      case CANCEL_AFTER_PAYMENT ->
          of(
              "Too late to cancel",
              "With the payment the lost aircraft became the provider's. Found after that, it is"
                  + " reported as recovered and sent in.");
      case PRODUCT_NOT_RETURNED ->
          of("Product not returned", "A plan is returned together with its product.");
      case SERVICE_ALREADY_USED ->
          of("A service was used", "A plan of which something was used cannot be returned.");
      case NOT_TRANSFERABLE ->
          of("Plan not transferable", "Only the account that bought the plan can use it.");
      case FEE_NOT_CONFIGURED ->
          of(
              "No fee in the tariff",
              "The tariff has no amount for this; the operator has to provide one. Nothing is never"
                  + " assumed.");
      case PRODUCT_UNKNOWN ->
          of("Unknown product", "Name a model of the catalogue: GET /v1/models lists them.");
      case FREE_ALTERNATIVE_NOT_ACKNOWLEDGED ->
          of(
              "A free service is available",
              "A warranty would serve this case for nothing. If the customer wants the plan's"
                  + " service all the same, say so with `acknowledgesFreeAlternative`.");
      case AMOUNT_NOT_AS_QUOTED ->
          of("Not the open amount", "Pay exactly what is open, in one payment.");
      case DEVICE_RESTRICTED ->
          of(
              "Device restricted",
              "A flyaway report is open on the device. If it was found, cancel the report before"
                  + " the fee is paid.");
      case DEVICE_IN_SERVICE ->
          of("Device is at a centre", "Another open case has received the device: it is not lost.");
      case REPLACEMENT_SERIAL_NOT_AVAILABLE ->
          of(
              "Unit cannot be shipped",
              "Ship a unit that is new, or the provider's, free, unrestricted and new to this plan.");
      case PLAN_ALREADY_BOUND ->
          of("Plan has a device already", "A plan is bound once; it then follows replacements.");
      case CASE_OPEN -> of("A case is still open", "End the open cases first.");
      case CASE_CLOSED -> of("Case is closed", "Nothing more happens in it; open a new case.");
      case SERVICE_DUE ->
          of("Service is owed", "The fee of the loss is paid, so the replacement is owed.");
      case OWNERSHIP_NOT_TRANSFERRED ->
          of(
              "Aircraft is still the customer's",
              "Found before the payment, the flyaway report is cancelled instead.");
      case EXIT_NOT_REQUESTED -> of("Exit not requested", "The customer asks for the exit first.");
      case PLAN_ENDED -> of("Plan has ended", "It was returned or exited.");
      case NOT_WAIVABLE -> of("Cannot be waived", "No person can overrule this ground.");
    };
  }

  private static Explanation of(String title, String help) {
    return new Explanation(title, help);
  }
}
