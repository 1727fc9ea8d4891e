package org.planledger.core.rule;

import static org.planledger.core.rule.RefusalCode.*;

import java.util.Optional;

/// The rule catalogue: what the terms of service demand, one constant for each ground on which a
/// command can be refused or granted.
///
/// An id that starts with `R-` or `X-` comes from a clause of the terms. One that starts with `A-`
/// is a decision of ours where the terms are silent or contradict themselves; its clause is the
/// one it interprets. Two constants share an id where one rule can fail in two ways. The order is
/// the catalogue's, and conditions are always shown in it.
///
/// The rules on maintenance, discounted repairs, the reward, refusals with waiver, returns and
/// exits have their place here too: between their neighbours, in the order of their ids.
public enum Rule {
  ACCEPTING_THE_TERMS(
      "R-P-01", "Pre.1", TERMS_NOT_ACCEPTED, "Buying the plan accepts terms that are on sale."),
  SAME_REGION_AS_PRODUCT(
      "R-P-02", "Pre.2", REGION_MISMATCH, "Plan and product were bought in one country or region."),
  FLYAWAY_FOR_THIS_PRODUCT(
      "R-P-03", "Pre.3", FLYAWAY_NOT_OFFERED, "The product has flyaway service."),
  LINKED_BEFORE_FLYAWAY(
      "R-P-04",
      "Pre.3",
      LINK_MISSING,
      "Account and controller were linked before the aircraft was lost."),
  STILL_LINKED_AT_FLYAWAY(
      "R-P-05",
      "Pre.3",
      LINK_REMOVED_BEFORE_FLYAWAY,
      "Neither link had been removed before the aircraft was lost."),
  BOUND_ONCE_FOR_LIFE(
      "R-P-06", "Pre.4", ALREADY_BOUND_ONCE, "A product is bound to a plan once in its life."),
  BINDING_FOLLOWS_REPLACEMENT(
      "R-P-07", "Pre.4", "A replacement is bound to the plan without the customer doing anything."),
  WINDOWS_RUN_ON(
      "R-P-08", "Pre.4", "Service windows and warranty of the original run on unchanged."),
  ONLY_THE_HEAD_IS_SERVED(
      "R-P-09", "Pre.4", SERIAL_SUPERSEDED, "A device that was replaced has no plan any more."),
  NOT_COVERED_TWICE(
      "R-P-10",
      "Pre.4",
      SERIAL_ALREADY_COVERED,
      "A device that a plan covers cannot be bound to another."),
  SERVICE_OFFERED_FOR_PRODUCT(
      "R-1-02",
      "1",
      SERVICE_NOT_OFFERED_FOR_PRODUCT,
      "The agreement offers this service for the product."),
  CAUSE_IS_COVERED(
      "R-1.1-02", "1.1", CAUSE_NOT_COVERED, "The assessed cause is one that this service answers."),
  REGISTERED_SERIAL(
      "R-1.1-02",
      "1.1",
      SERIAL_NOT_REGISTERED,
      "The device was bound to this plan when service was applied for."),
  REWARD_FOR_SAFE_FLIGHT(
      "R-1.5-01",
      "1.5",
      SERVICE_NOT_APPLICABLE,
      "The reward is for a plan of which no replacement was used."),
  WINDOW_START("R-2.1-01", "2.1", "Services begin on the effective date of the agreement."),
  WINDOW_ONE_YEAR(
      "R-2.1-02",
      "2.1",
      OUTSIDE_VALIDITY,
      "On a one-year plan a service is applied for within twelve months."),
  WINDOW_TWO_YEAR(
      "R-2.1-03",
      "2.1",
      OUTSIDE_VALIDITY,
      "On a two-year plan a service is applied for within twenty-four months."),
  REWARD_AFTER_PLAN("R-2.1-04", "2.1", "The reward of a one-year plan begins when the plan ends."),
  REWARD_AFTER_WARRANTY(
      "R-2.1-05",
      "2.1",
      "In Europe and the UK the reward of a one-year plan waits for the official warranty."),
  REWARD_TWO_YEAR("R-2.1-06", "2.1", "The reward of a two-year plan begins when the plan ends."),
  REWARD_LENGTH("R-2.1-07", "2.1", "The reward lasts twelve months."),
  NO_EXTENDED_WARRANTY_ONE_YEAR(
      "R-2.1-08", "2.1", SERVICE_NOT_IN_PLAN, "A one-year plan has no extended warranty."),
  EXTENDED_WARRANTY_START(
      "R-2.1-09",
      "2.1",
      OUTSIDE_VALIDITY,
      "Extended warranty begins when the official warranty ends."),
  EXTENDED_WARRANTY_END(
      "R-2.1-10", "2.1", OUTSIDE_VALIDITY, "Extended warranty ends with the plan."),
  EXTENDED_WARRANTY_MAY_BE_EMPTY(
      "R-2.1-11",
      "2.1",
      "Where the official warranty outlasts the plan no extended warranty is left."),
  HOME_REGION(
      "R-2.2-02",
      "2.2",
      OUTSIDE_COVERAGE_AREA,
      "Without international warranty, service is given where the plan was bought."),
  INTERNATIONAL_CHANNEL(
      "R-2.2-03",
      "2.2",
      RefusalCode.CHANNEL_NOT_AUTHORISED,
      "Service abroad needs a product from an official or authorised shop."),
  INTERNATIONAL_PROOF(
      "R-2.2-03",
      "2.2",
      RefusalCode.PROOF_OF_PURCHASE_MISSING,
      "Service abroad needs proof of purchase."),
  TERMS_OF_THE_REQUEST(
      "R-2.2-05", "2.2", "Fees and findings follow the region in which service is requested."),
  QUOTA_ONE_YEAR("R-2.3-01", "2.3", QUOTA_EXHAUSTED, "A one-year plan has a replacement left."),
  FLYAWAY_QUOTA_ONE_YEAR(
      "R-2.3-01", "2.3", FLYAWAY_LIMIT_REACHED, "A one-year plan has a flyaway replacement left."),
  QUOTA_TWO_YEAR("R-2.3-02", "2.3", QUOTA_EXHAUSTED, "A two-year plan has a replacement left."),
  FLYAWAY_QUOTA_TWO_YEAR(
      "R-2.3-02", "2.3", FLYAWAY_LIMIT_REACHED, "A two-year plan has a flyaway replacement left."),
  ONE_USE_DEDUCTS_ONE("R-2.3-06", "2.3", "A replacement takes exactly one from the quota."),
  EXCLUDED_BY_A_FINDING(
      "X-G", "2.4.2", EXCLUDED, "No finding of the assessment bars this service."),
  FLYAWAY_LINKS_ENABLED(
      "X-R-02", "2.4.2", LINK_MISSING, "The loss did not happen while a link was not enabled."),
  FEE_BY_ORDINAL(
      "R-2.5.1-02",
      "2.5.1",
      "The fee depends on how many replacements came before and on their kind."),
  SHIPPING_ACROSS_BORDERS(
      "R-2.5.1-08",
      "2.5.1",
      CROSS_BORDER_WITHOUT_CONSENT,
      "Sending across a border was agreed beforehand."),
  PRIVACY_POLICY_ACCEPTED(
      "R-3.1-01",
      "3.1",
      PRIVACY_CONSENT_MISSING,
      "The privacy policy was accepted before the application."),
  CONTROLLER_UNLINKED_FOR_SERVICE(
      "R-3.1-05",
      "3.1",
      "The controller should be unlinked before a device comes in; if not, the centre does it."),
  CHANNEL_OF_THE_REGION(
      "R-3.2-02", "3.2", CHANNEL_NOT_AVAILABLE, "The region offers this way of service."),
  ASSESSED_FIRST(
      "R-3.2.1-02", "3.2.1", NOT_ASSESSED, "The customer chooses after the damage was assessed."),
  WARRANTY_IS_FREE(
      "R-3.2.1-03", "3.2.1", "What the official warranty covers is served for nothing."),
  EXTENDED_WARRANTY_IS_FREE(
      "R-3.2.1-04", "3.2.1", "What the extended warranty covers is served for nothing."),
  SENT_BACK_IN_SEVEN_DAYS(
      "R-3.2.1-07",
      "3.2.1",
      SEND_BACK_OVERDUE,
      "The device was sent within the calendar days allowed after the application."),
  COVERED_PARTS_SENT_IN(
      "R-3.2.1-09",
      "3.2.1",
      COMPONENTS_MISSING,
      "Every covered component was sent in or its material was paid for."),
  RECEIVED_FOR_ASSESSMENT(
      "R-3.2.1-11", "3.2.1", ORIGINAL_NOT_RECEIVED, "The centre has the device it is to assess."),
  CONFIRMED_BEFORE_PAYMENT(
      "R-3.2.1-12",
      "3.2.1",
      NOT_CONFIRMED,
      "The customer confirmed the service before paying for it."),
  PAID_BEFORE_SERVICE("R-3.2.1-13", "3.2.1", FEE_NOT_PAID, "The fee was paid before the service."),
  EQUAL_REPLACEMENT(
      "R-3.2.1-17",
      "3.2.1",
      MODEL_NOT_EQUIVALENT,
      "The replacement is the same model, or recorded as its equal."),
  EXPRESS_REPLACES_ONLY(
      "R-3.2.2-01",
      "3.2.2",
      EXPRESS_ONLY_REPLACEMENT,
      "Express means the replacement of a damaged device, and nothing else."),
  EXPRESS_AGREEMENT(
      "R-3.2.2-02",
      "3.2.2",
      AGREEMENT_MISSING,
      "Express means agreeing to no assessment and to leaving the original."),
  EXPRESS_PAID_FIRST(
      "R-3.2.2-03", "3.2.2", FEE_NOT_PAID, "Express is paid for before the case is submitted."),
  SENT_BACK_IN_THREE_WORKING_DAYS(
      "R-3.2.2-04",
      "3.2.2",
      SEND_BACK_OVERDUE,
      "The device was sent within the working days allowed after the application."),
  EXPRESS_PARTS_SENT_IN(
      "R-3.2.2-05",
      "3.2.2",
      COMPONENTS_MISSING,
      "Every covered component was sent in or its material was paid for."),
  SHIPPED_ON_RECEIPT(
      "R-3.2.2-06",
      "3.2.2",
      ORIGINAL_NOT_RECEIVED,
      "The replacement leaves when the original has come in."),
  FLIGHT_RECORD_FOR_ASSESSMENT(
      "R-3.3-02", "3.3", AWAITING_SUPPORT, "A flight record was uploaded, or support has to help."),
  FLYAWAY_ONLY(
      "R-3.3-06",
      "3.3",
      SERVICE_NOT_APPLICABLE,
      "A lost aircraft is answered by a flyaway replacement only."),
  FLIGHT_RECORD_GIVEN(
      "R-3.3-08", "3.3", FLIGHT_RECORD_MISSING, "The flight record of the loss is there."),
  REPORT_FILED("R-3.3-08", "3.3", FLYAWAY_REPORT_MISSING, "The flyaway report is filed."),
  RESTRICTED_BY_REPORT("R-3.3-09", "3.3", "From the report on, the lost aircraft is restricted."),
  CANCELLED_BEFORE_PAYMENT(
      "R-3.3-10", "3.3", CANCEL_AFTER_PAYMENT, "The report is cancelled before the fee is paid."),
  OWNED_BY_PROVIDER_AFTER_PAYMENT(
      "R-3.3-11", "3.3", "With the payment the lost aircraft becomes the provider's."),
  RECOVERED_GOES_BACK(
      "R-3.3-12", "3.3", "An aircraft found after that is to be sent to the provider."),
  FLYAWAY_CONFIRMED(
      "R-3.3-13", "3.3", NOT_CONFIRMED, "The customer confirmed the flyaway service first."),
  FLYAWAY_PAID_BEFORE_SHIPMENT(
      "R-3.3-14", "3.3", FEE_NOT_PAID, "The replacement leaves after the payment."),
  BOUGHT_FROM_AUTHORISED_SHOP(
      "R-4-01",
      "4",
      RefusalCode.CHANNEL_NOT_AUTHORISED,
      "The product comes from an official or authorised shop."),
  APPLIED_IN_TIME(
      "R-4-04",
      "4",
      OUTSIDE_VALIDITY,
      "The application falls into the window of a service the case can lead to."),
  NOT_TRANSFERRED(
      "R-5-04", "5", NOT_TRANSFERABLE, "The plan is used by the account that bought it."),
  DISPATCH_COUNTS("A-04", "3.2.1", "The day of dispatch counts, and the whole last day with it."),
  LAPSE_AFTER_THE_LAST_DAY(
      "A-04b",
      "3.2.1",
      SERVICE_NOT_APPLICABLE,
      "A case lapses on the day after the last day to send the device in."),
  FEE_IS_CONFIGURED(
      "A-25", "2.5.1", FEE_NOT_CONFIGURED, "The tariff names an amount; none is never nothing."),
  FREE_ALTERNATIVE_SHOWN(
      "A-28",
      "3.2.1",
      FREE_ALTERNATIVE_NOT_ACKNOWLEDGED,
      "The customer knows of the service that would cost nothing."),
  KNOWN_PRODUCT("A-50", "2.4.1", PRODUCT_UNKNOWN, "The catalogue of the terms names the model."),
  STAGE_OF_THE_CASE(
      "A-60",
      "3",
      SERVICE_NOT_APPLICABLE,
      "The step belongs to a case of this kind at this stage."),
  NOT_RESTRICTED("A-61", "3.3", DEVICE_RESTRICTED, "No flyaway report is open on the device."),
  NOT_IN_SERVICE("A-61", "3.3", DEVICE_IN_SERVICE, "No other case has received the device."),
  MODE_FITS_THE_CASE(
      "A-63", "3.2.1", SERVICE_NOT_APPLICABLE, "The kind of replacement fits the kind of case."),
  BODY_SENT_IN(
      "A-67",
      "3.2.1",
      COMPONENTS_MISSING,
      "The body of the product was sent in; it cannot be paid for instead."),
  AMOUNT_AS_QUOTED("A-72", "2.5.1", AMOUNT_NOT_AS_QUOTED, "The payment equals the open amount."),
  CLAIMED_OR_FREE(
      "A-73",
      "3.2.1",
      NOT_CONFIRMED,
      "A replacement was claimed, or the assessment makes it free."),
  UNIT_OWED(
      "A-78",
      "3.3",
      CANCEL_AFTER_PAYMENT,
      "A paid flyaway case cannot be withdrawn: the replacement is owed."),
  SERVICE_OWED(
      "A-78",
      "3",
      SERVICE_DUE,
      "A case cannot lapse once it is paid and the device is gone or at the centre."),
  REPLACEMENT_SERIAL_FREE(
      "A-81",
      "Pre.4",
      REPLACEMENT_SERIAL_NOT_AVAILABLE,
      "The unit to be shipped is new, or free and the provider's."),
  BOUND_BEFORE_THE_END(
      "A-84", "2.1", OUTSIDE_VALIDITY, "A device is bound before the plan is over."),
  FIRST_DEVICE("A-90", "Pre.4", PLAN_ALREADY_BOUND, "The plan has had no device before."),
  CASE_STILL_OPEN("A-57", "3", CASE_CLOSED, "The case is still open."),
  OWNERSHIP_PASSED(
      "A-11", "3.3", OWNERSHIP_NOT_TRANSFERRED, "The lost aircraft had become the provider's."),
  LINK_TO_REMOVE("A-79", "Pre.3", LINK_MISSING, "A link of this kind is there to be removed.");

  private final String id;
  private final String clause;
  private final Optional<RefusalCode> code;
  private final String sentence;

  Rule(String id, String clause, RefusalCode code, String sentence) {
    this.id = id;
    this.clause = clause;
    this.code = Optional.of(code);
    this.sentence = sentence;
  }

  Rule(String id, String clause, String sentence) {
    this.id = id;
    this.clause = clause;
    this.code = Optional.empty();
    this.sentence = sentence;
  }

  /// The id in the catalogue, as decisions and tests name it.
  public String id() {
    return id;
  }

  /// The clause of the terms of service, `Pre.4` being item 4 of the preamble.
  public String clause() {
    return clause;
  }

  /// The ground of refusal when the rule does not hold; empty for a rule that can only shape an
  /// outcome.
  public Optional<RefusalCode> code() {
    return code;
  }

  /// The rule in one sentence, put as what must be so.
  public String sentence() {
    return sentence;
  }
}
