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
/// A rule without a code can only shape an outcome; a decision shows it where it did.
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
  SERIAL_NEEDED("R-P-11", "Pre.5", "Whoever wants service names the serial of the device."),
  SERIAL_STAYS_PRIVATE(
      "R-P-12",
      "Pre.5",
      "The serial is the customer's secret; the ledger holds no more of it than a digest."),
  SERVED_BY_THE_PROVIDER(
      "R-1-01", "1", "The provider serves, by a centre of its own or one that it names."),
  SERVICE_OFFERED_FOR_PRODUCT(
      "R-1-02",
      "1",
      SERVICE_NOT_OFFERED_FOR_PRODUCT,
      "The agreement offers this service for the product."),
  REPLACEMENT_BY_AGREEMENT("R-1.1-01", "1.1", "The agreement names the product for replacement."),
  CAUSE_IS_COVERED(
      "R-1.1-02", "1.1", CAUSE_NOT_COVERED, "The assessed cause is one that this service answers."),
  REGISTERED_SERIAL(
      "R-1.1-02",
      "1.1",
      SERIAL_NOT_REGISTERED,
      "The device was bound to this plan when service was applied for."),
  DISCOUNT_FOR_WHAT_IS_SENT_IN(
      "R-1.2-01", "1.2", "Device and accessories that are sent in share the discount."),
  DISCOUNTS_ARE_LIMITED(
      "R-1.2-02", "1.2", "A plan holds a number of discounted repairs and no more."),
  WARRANTY_OF_THE_PLAN(
      "R-1.3-01", "1.3", OUT_OF_SCOPE, "The damage is in the scope of the warranty."),
  TASKS_OF_MAINTENANCE(
      "R-1.4-01",
      "1.4",
      "Maintenance inspects, updates, calibrates, cleans and replaces what wears out."),
  MAINTENANCE_BY_AGREEMENT(
      "R-1.4-02",
      "1.4",
      PRODUCT_NOT_IN_AGREEMENT,
      "The agreement names the product for maintenance."),
  REWARD_FOR_SAFE_FLIGHT(
      "R-1.5-01",
      "1.5",
      SERVICE_NOT_APPLICABLE,
      "The reward is for a plan of which no replacement was used."),
  REWARD_BY_AGREEMENT("R-1.5-02", "1.5", "The agreement names the product for the reward."),

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
  AREA_OF_EVERY_SERVICE("R-2.2-01", "2.2", "One area holds for all services of the plan."),
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
  AUTHORISED_CENTRE(
      "R-2.2-03",
      "2.2",
      CENTRE_NOT_AUTHORISED,
      "Service is given by an official or authorised centre of the region."),
  CONFIRMED_ABROAD(
      "R-2.2-04", "2.2", "A centre abroad serves once it has found the claim to be in order."),
  TERMS_OF_THE_REQUEST(
      "R-2.2-05", "2.2", "Fees and findings follow the region in which service is requested."),
  INTERNATIONAL_LINES(
      "R-2.2-06",
      "2.2",
      "The list of lines with international warranty decides who is served abroad."),
  QUOTA_ONE_YEAR("R-2.3-01", "2.3", QUOTA_EXHAUSTED, "A one-year plan has a replacement left."),
  FLYAWAY_QUOTA_ONE_YEAR(
      "R-2.3-01", "2.3", FLYAWAY_LIMIT_REACHED, "A one-year plan has a flyaway replacement left."),
  QUOTA_TWO_YEAR("R-2.3-02", "2.3", QUOTA_EXHAUSTED, "A two-year plan has a replacement left."),
  FLYAWAY_QUOTA_TWO_YEAR(
      "R-2.3-02", "2.3", FLYAWAY_LIMIT_REACHED, "A two-year plan has a flyaway replacement left."),
  DISCOUNT_QUOTA("R-2.3-03", "2.3", QUOTA_EXHAUSTED, "The plan has a discounted repair left."),
  EXTENDED_WARRANTY_UNLIMITED("R-2.3-04", "2.3", "Extended warranty takes nothing from any quota."),
  MAINTENANCE_QUOTA("R-2.3-05", "2.3", QUOTA_EXHAUSTED, "The plan has a maintenance left."),
  ONE_USE_DEDUCTS_ONE("R-2.3-06", "2.3", "A replacement takes exactly one from the quota."),
  WARRANTY_OF_THE_ORIGINAL("R-2.3-07", "2.3", "The replacement has the warranty of the original."),
  WHAT_IS_LEFT("R-2.3-08", "2.3", "The customer can see how many replacements are left."),
  OUTSIDE_THE_SCOPE("R-2.4.1-01", "2.4.1", "What the scope does not hold is paid by the customer."),
  MAIN_COMPONENTS(
      "R-2.4.1-02", "2.4.1", "A replacement stands for the main components of the product."),
  REPLACEMENT_ROW_1(
      "R-2.4.1-03",
      "2.4.1",
      "A row of its own names what is replaced of aircraft of the smaller series."),
  REPLACEMENT_ROW_2(
      "R-2.4.1-04",
      "2.4.1",
      "A row of its own names what is replaced of phone gimbals with a built-in battery."),
  REPLACEMENT_ROW_3(
      "R-2.4.1-05",
      "2.4.1",
      "A row of its own names what is replaced of cameras on a stick or for action."),
  REPLACEMENT_ROW_4(
      "R-2.4.1-06", "2.4.1", "A row of its own names what is replaced of modular action cameras."),
  REPLACEMENT_ROW_5(
      "R-2.4.1-07", "2.4.1", "A row of its own names what is replaced of camera gimbals."),
  REPLACEMENT_ROW_6("R-2.4.1-08", "2.4.1", "A row of its own names what is replaced of the RS 3."),
  REPLACEMENT_ROW_7(
      "R-2.4.1-09", "2.4.1", "A row of its own names what is replaced of the RS 3 Pro."),
  REPLACEMENT_ROW_8(
      "R-2.4.1-10", "2.4.1", "A row of its own names what is replaced of the Phantom series."),
  REPLACEMENT_ROW_9(
      "R-2.4.1-11", "2.4.1", "A row of its own names what is replaced of the Inspire 2."),
  REPLACEMENT_ROW_10(
      "R-2.4.1-12", "2.4.1", "A row of its own names what is replaced of the Zenmuse series."),
  SENT_BACK_TOGETHER("R-2.4.1-13", "2.4.1", "The discount covers what was sent back together."),
  DISCOUNT_ROW("R-2.4.1-14", "2.4.1", "The list of the discount names its main components."),
  NOT_THE_USERS_FAULT(
      "R-2.4.1-15",
      "2.4.1",
      USER_ERROR,
      "The failure is a fault of the product and not of its use."),
  EXTENDED_WARRANTY_ROW_1(
      "R-2.4.1-16", "2.4.1", "A row of its own names what the warranty covers of most aircraft."),
  EXTENDED_WARRANTY_ROW_2(
      "R-2.4.1-17",
      "2.4.1",
      "A row of its own names what the warranty covers of the Osmo Action 3."),
  EXTENDED_WARRANTY_ROW_3(
      "R-2.4.1-18",
      "2.4.1",
      "A row of its own names what the warranty covers of the Pocket 2 and the Osmo Action."),
  EXTENDED_WARRANTY_ROW_4(
      "R-2.4.1-19",
      "2.4.1",
      "A row of its own names what the warranty covers of modular action cameras."),
  EXTENDED_WARRANTY_ROW_5(
      "R-2.4.1-20",
      "2.4.1",
      "A row of its own names what the warranty covers of phone gimbals with a built-in battery."),
  EXTENDED_WARRANTY_ROW_6(
      "R-2.4.1-21",
      "2.4.1",
      "A row of its own names what the warranty covers of the older Osmo cameras."),
  EXTENDED_WARRANTY_ROW_7(
      "R-2.4.1-22", "2.4.1", "A row of its own names what the warranty covers of phone gimbals."),
  EXTENDED_WARRANTY_ROW_8(
      "R-2.4.1-23", "2.4.1", "A row of its own names what the warranty covers of camera gimbals."),
  EXTENDED_WARRANTY_ROW_9(
      "R-2.4.1-24", "2.4.1", "A row of its own names what the warranty covers of the Inspire 2."),
  EXTENDED_WARRANTY_ROW_10(
      "R-2.4.1-25",
      "2.4.1",
      "A row of its own names what the warranty covers of the Zenmuse series."),
  REWARD_COVERS_THE_SAME("R-2.4.1-26", "2.4.1", "The reward covers what extended warranty covers."),
  MAINTENANCE_ROW("R-2.4.1-27", "2.4.1", "The list of maintenance names its components."),
  EASILY_WORN(
      "R-2.4.1-28",
      "2.4.1",
      "Parts that wear out are replaced for nothing where the product has such a list."),
  EXCLUDED_BY_A_FINDING(
      "X-G", "2.4.2", EXCLUDED, "No finding of the assessment bars this service."),
  ON_THE_LIST("X-G-01", "2.4.2", PART_NOT_COVERED, "The part is on the list of the service."),
  PROVIDERS_PRODUCT(
      "X-G-02", "2.4.2", PART_NOT_COVERED, "The damaged part is the provider's product."),
  FOREIGN_ACCESSORY(
      "X-G-03", "2.4.2", EXCLUDED, "No foreign product, accessory or software caused the damage."),
  STOLEN_PART(
      "X-G-04", "2.4.2", PART_NOT_COVERED, "The part was not stolen, looted or thrown away."),
  UNAUTHORISED_REPAIR(
      "X-G-05",
      "2.4.2",
      PART_NOT_COVERED,
      "No repair or exchange by somebody else damaged the part."),
  DELIBERATE_DAMAGE("X-G-06", "2.4.2", EXCLUDED, "Nobody damaged the device on purpose."),
  AGAINST_THE_MANUAL(
      "X-G-07", "2.4.2", EXCLUDED, "The device was set up and used as the manual says."),
  ILLEGAL_USE("X-G-08", "2.4.2", EXCLUDED, "The device was not used for something illegal."),
  FORCE_MAJEURE(
      "X-G-09", "2.4.2", EXCLUDED, "No catastrophe, war, unrest or the like caused the loss."),
  RADIOACTIVITY("X-G-10", "2.4.2", EXCLUDED, "Nothing nuclear or radioactive caused the loss."),
  ENHANCEMENT("X-G-11", "2.4.2", "A technical enhancement is paid by the customer."),
  INDIRECT_LOSS("X-G-12", "2.4.2", "Indirect losses and lost profits are never paid."),
  LEGAL_COSTS("X-G-13", "2.4.2", "The costs of lawsuits and the like are never paid."),
  LOST_COMPONENTS(
      "X-R-01",
      "2.4.2",
      COMPONENTS_MISSING,
      "No covered component is lost, or its material is paid for."),
  FLYAWAY_LINKS_ENABLED(
      "X-R-02", "2.4.2", LINK_MISSING, "The loss did not happen while a link was not enabled."),
  THIRD_PARTY_LOSS(
      "X-R-03", "2.4.2", "Harm to persons or to other property is never paid with a replacement."),
  LOST_PART_OF_A_REPAIR("X-D-01", "2.4.2", PART_NOT_COVERED, "The component is not lost."),
  LOSS_BESIDE_A_REPAIR(
      "X-D-02", "2.4.2", "Harm to persons or to other property is never paid with a repair."),
  LOST_PART_UNDER_WARRANTY(
      "X-W-01", "2.4.2", PART_NOT_COVERED, "The component under warranty is not lost."),
  LOSS_BESIDE_A_WARRANTY(
      "X-W-02", "2.4.2", "Harm to persons or to other property is never paid under warranty."),
  NO_QUALITY_ISSUE(
      "X-W-03", "2.4.2", EXCLUDED, "The damage comes from the quality of the product."),
  UNSUITABLE_CONDITIONS("X-W-04", "2.4.2", EXCLUDED, "The conditions of the flight were suitable."),
  AIRWORTHINESS("X-W-05", "2.4.2", EXCLUDED, "The rules of airworthiness were kept."),
  WARRANTY_AGAINST_THE_MANUAL(
      "X-W-06",
      "2.4.2",
      EXCLUDED,
      "Under warranty, the device was set up and used as the manual says."),
  DEFECTIVE_BATTERY("X-W-07", "2.4.2", EXCLUDED, "No defective battery caused the damage."),
  COSMETIC_DAMAGE(
      "X-W-08", "2.4.2", PART_NOT_COVERED, "The part is more than worn on its surface."),
  FEE_REFUNDABLE(
      "R-2.5.1-01",
      "2.5.1",
      FEE_NOT_REFUNDABLE,
      "The money is due back, or somebody else agreed to goodwill."),
  FEE_BY_ORDINAL(
      "R-2.5.1-02",
      "2.5.1",
      "The fee depends on how many replacements came before and on their kind."),
  DISCOUNTED_PRICE(
      "R-2.5.1-03",
      "2.5.1",
      "Material and labour of a discounted repair are cheaper by the published share."),
  WARRANTY_COSTS_NOTHING(
      "R-2.5.1-04", "2.5.1", "Extended warranty and reward are paid by the provider."),
  MAINTENANCE_COSTS_NOTHING("R-2.5.1-05", "2.5.1", "Maintenance is paid by the provider."),
  DAMAGED_PART_IN_MAINTENANCE(
      "R-2.5.1-06",
      "2.5.1",
      "A damaged part that is none of those that wear out is paid by the customer."),
  SHIPPING_AT_HOME(
      "R-2.5.1-07", "2.5.1", "Both ways of shipping inside the region are paid by the provider."),
  SHIPPING_ACROSS_BORDERS(
      "R-2.5.1-08",
      "2.5.1",
      CROSS_BORDER_WITHOUT_CONSENT,
      "Sending across a border was agreed beforehand."),
  COSTS_OF_A_BORDER(
      "R-2.5.1-09",
      "2.5.1",
      "Customs, tariffs and shipping across a border are paid by the customer."),
  REFUSED_FOR_A_BORDER(
      "R-2.5.1-10",
      "2.5.1",
      "Service can be refused for a parcel across a border that nobody agreed to."),
  NO_THIRD_PARTY(
      "R-2.5.2-01",
      "2.5.2",
      "No third party serves in place of the provider, and what it charged is not paid."),
  NO_LATER_LOSSES(
      "R-2.5.2-02",
      "2.5.2",
      "Losses that follow from the service of a third party are not paid either."),
  PRIVACY_POLICY_ACCEPTED(
      "R-3.1-01",
      "3.1",
      PRIVACY_CONSENT_MISSING,
      "The privacy policy was accepted before the application."),
  PERSONAL_DATA_APART(
      "R-3.1-02", "3.1", "Personal data serve the request and are kept where they can be erased."),
  DATA_PREPARED(
      "R-3.1-03",
      "3.1",
      "The customer backs up and deletes personal data before sending the device."),
  DATA_AT_RISK("R-3.1-04", "3.1", "Data left on the device may be seen or lost in service."),
  CONTROLLER_UNLINKED_FOR_SERVICE(
      "R-3.1-05",
      "3.1",
      "The controller should be unlinked before a device comes in; if not, the centre does it."),
  UNLINKED_BY_THE_CENTRE(
      "R-3.1-06", "3.1", "A controller that is still linked is unlinked by the centre."),
  LINK_AGAIN("R-3.1-07", "3.1", "After service the customer links the controller again."),
  ACCOUNT_STAYS_LINKED("R-3.1-08", "3.1", "The account need not be unlinked for service."),
  ANYONE_CAN_USE("R-3.1-09", "3.1", "Without a linked account anybody can use the product."),
  LOGGED_IN("R-3.2-01", "3.2", "Whoever applies is logged in."),
  CHANNEL_OF_THE_REGION(
      "R-3.2-02", "3.2", CHANNEL_NOT_AVAILABLE, "The region offers this way of service."),
  REPAIR_BY_SENDING_IN(
      "R-3.2.1-01", "3.2.1", "An online repair is of the type repair, and the device is sent in."),
  ASSESSED_FIRST(
      "R-3.2.1-02", "3.2.1", NOT_ASSESSED, "The customer chooses after the damage was assessed."),
  WARRANTY_IS_FREE(
      "R-3.2.1-03", "3.2.1", "What the official warranty covers is served for nothing."),
  EXTENDED_WARRANTY_IS_FREE(
      "R-3.2.1-04", "3.2.1", "What the extended warranty covers is served for nothing."),
  FREE_IS_NO_DUTY(
      "R-3.2.1-05", "3.2.1", "Where service is free the customer may use the plan instead."),
  PLAN_OR_FULL_PRICE(
      "R-3.2.1-06", "3.2.1", "Where no warranty helps, the plan does, or the customer pays."),
  SENT_BACK_IN_SEVEN_DAYS(
      "R-3.2.1-07",
      "3.2.1",
      SEND_BACK_OVERDUE,
      "The device was sent within the calendar days allowed after the application."),
  SENT_WHAT_IS_COVERED("R-3.2.1-08", "3.2.1", "What is sent in is what the service covers."),
  COVERED_PARTS_SENT_IN(
      "R-3.2.1-09",
      "3.2.1",
      COMPONENTS_MISSING,
      "Every covered component was sent in or its material was paid for."),
  NO_DISCOUNT_ON_MISSING("R-3.2.1-10", "3.2.1", "What was not sent in gets no discount."),
  RECEIVED_FOR_ASSESSMENT(
      "R-3.2.1-11", "3.2.1", ORIGINAL_NOT_RECEIVED, "The centre has the device it is to assess."),
  CONFIRMED_BEFORE_PAYMENT(
      "R-3.2.1-12",
      "3.2.1",
      NOT_CONFIRMED,
      "The customer confirmed the service before paying for it."),
  PAID_BEFORE_SERVICE("R-3.2.1-13", "3.2.1", FEE_NOT_PAID, "The fee was paid before the service."),
  ORIGINAL_IS_KEPT("R-3.2.1-14", "3.2.1", "The provider keeps the original of a replacement."),
  SENT_OUT_WHEN_DONE("R-3.2.1-15", "3.2.1", "The device goes out when the service is done."),
  BOUND_AFTER_REPAIR_CASE(
      "R-3.2.1-16",
      "3.2.1",
      "After an online repair the new device is bound with windows and warranty of the old one."),
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
  EXPRESS_EQUAL_REPLACEMENT(
      "R-3.2.2-07",
      "3.2.2",
      MODEL_NOT_EQUIVALENT,
      "The express replacement is the same model, or recorded as its equal."),
  BOUND_AFTER_EXPRESS(
      "R-3.2.2-08",
      "3.2.2",
      "After express the new device is bound with windows and warranty of the old one."),
  LOSS_APPLIED_FOR("R-3.3-01", "3.3", "A lost aircraft is applied for as a flyaway."),
  FLIGHT_RECORD_FOR_ASSESSMENT(
      "R-3.3-02", "3.3", AWAITING_SUPPORT, "A flight record was uploaded, or support has to help."),
  LOSS_ASSESSED_FIRST(
      "R-3.3-03", "3.3", NOT_ASSESSED, "The customer chooses after the loss was assessed."),
  LOSS_UNDER_WARRANTY(
      "R-3.3-04", "3.3", "A loss that the official warranty covers is replaced for nothing."),
  LOSS_UNDER_EXTENDED_WARRANTY(
      "R-3.3-05", "3.3", "A loss that the extended warranty covers is replaced for nothing."),
  FLYAWAY_ONLY(
      "R-3.3-06",
      "3.3",
      SERVICE_NOT_APPLICABLE,
      "A lost aircraft is answered by a flyaway replacement only."),
  RECORD_AND_REPORT("R-3.3-07", "3.3", "A flyaway replacement rests on flight record and report."),
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
  BOUND_AFTER_FLYAWAY(
      "R-3.3-15",
      "3.3",
      "After a flyaway the new device is bound with windows and warranty of the old one."),
  FLYAWAY_EQUAL_REPLACEMENT(
      "R-3.3-16",
      "3.3",
      MODEL_NOT_EQUIVALENT,
      "The replacement of a lost aircraft is the same model, or recorded as its equal."),
  MAINTENANCE_APPLIED_FOR("R-3.4-01", "3.4", "Maintenance is applied for as maintenance."),
  DEVICE_AND_CONTROLLER_SENT_IN(
      "R-3.4-02",
      "3.4",
      COMPONENTS_MISSING,
      "The device and its remote controller came in for maintenance."),
  REPLACED_IN_MAINTENANCE(
      "R-3.4-03", "3.4", "Damage beyond maintenance can be answered by a replacement."),
  MAINTENANCE_PERFORMED("R-3.4-04", "3.4", "Maintenance is used when it is carried out."),
  SENT_BACK_AFTER_MAINTENANCE("R-3.4-05", "3.4", "The device is sent back after maintenance."),
  A_YEAR_FOR_SAFE_FLIGHT(
      "R-3.5-01", "3.5", "No replacement and no discounted repair was used in the term."),

  REWARD_UNASKED(
      "R-3.5-02",
      "3.5",
      SERVICE_NOT_APPLICABLE,
      "The reward is decided without being asked for, when the plan is over."),
  BOUGHT_FROM_AUTHORISED_SHOP(
      "R-4-01",
      "4",
      RefusalCode.CHANNEL_NOT_AUTHORISED,
      "The product comes from an official or authorised shop."),
  PRODUCT_FROM_THE_REGION(
      "R-4-02",
      "4",
      REGION_MISMATCH,
      "Service is for a product that was bought where the plan was."),
  SERVED_REGION(
      "R-4-03",
      "4",
      OUTSIDE_COVERAGE_AREA,
      "Service is applied for in a region in which the plan is served."),
  APPLIED_IN_TIME(
      "R-4-04",
      "4",
      OUTSIDE_VALIDITY,
      "The application falls into the window of a service the case can lead to."),
  PROCESS_KEPT(
      "R-4-05",
      "4",
      PROCESS_NOT_FOLLOWED,
      "The request follows its process; where that takes two persons, they are two."),
  SERVICE_IS_OVER(
      "R-4-06",
      "4",
      SERVICE_NOT_APPLICABLE,
      "A service expires when its own period is over, and once."),
  QUOTA_IS_REACHED(
      "R-4-07",
      "4",
      SERVICE_NOT_APPLICABLE,
      "A service is exhausted when its quota is used up, and once."),
  EXIT_ASKED_FOR(
      "R-4-08", "4", EXIT_NOT_REQUESTED, "The customer asked to leave before it was confirmed."),
  RETURNED_WITH_THE_PRODUCT("R-5-01", "5", "A plan can be returned after its product was."),
  PRODUCT_RETURNED_FIRST(
      "R-5-02", "5", PRODUCT_NOT_RETURNED, "The product was returned before the plan."),
  NOTHING_USED("R-5-03", "5", SERVICE_ALREADY_USED, "No service of the plan was used."),
  NOT_TRANSFERRED(
      "R-5-04", "5", NOT_TRANSFERABLE, "The plan is used by the account that bought it."),
  DISPATCH_COUNTS("A-04", "3.2.1", "The day of dispatch counts, and the whole last day with it."),
  LAPSE_AFTER_THE_LAST_DAY(
      "A-04b",
      "3.2.1",
      SERVICE_NOT_APPLICABLE,
      "A case lapses on the day after the last day to send the device in."),
  EXPRESS_FEE_STAYS(
      "A-05b",
      "3.2.2",
      "The fee of an express case that was never sent in is not paid back by itself."),
  RESERVED_UNTIL_USED("A-06", "2.3", "What is confirmed is reserved until it is used or set free."),
  REWARD_WAITS_FOR_CASES("A-08", "3.5", CASE_OPEN, "No open case can still use up the reward."),
  OWNERSHIP_PASSED(
      "A-11", "3.3", OWNERSHIP_NOT_TRANSFERRED, "The lost aircraft had become the provider's."),
  FOLLOWED_AFTER_REPAIR("A-22", "Pre.4", "The plan follows a serial that changed in a repair."),
  FEE_IS_CONFIGURED(
      "A-25", "2.5.1", FEE_NOT_CONFIGURED, "The tariff names an amount; none is never nothing."),
  FREE_ALTERNATIVE_SHOWN(
      "A-28",
      "3.2.1",
      FREE_ALTERNATIVE_NOT_ACKNOWLEDGED,
      "The customer knows of the service that would cost nothing."),
  NO_REFUND_ON_EXIT("A-37", "4", "Leaving early pays nothing back."),
  PRICE_PAID_BACK("A-38", "5", "Returning the plan pays back what it cost."),
  ONE_ORDER_ONE_USE("A-41", "2.3", "One repair order is one use, however many parts it has."),
  DATE_OF_THE_MAINTENANCE(
      "A-45", "3.4", "A replacement out of maintenance has the date of the maintenance request."),
  KNOWN_PRODUCT("A-50", "2.4.1", PRODUCT_UNKNOWN, "The catalogue of the terms names the model."),
  BETTER_OF_BOTH_EDITIONS("A-53", "2.3", "An upgrade leaves the higher total of each service."),
  CASE_STILL_OPEN("A-57", "3", CASE_CLOSED, "The case is still open."),
  REFUSED_BY_A_PERSON(
      "A-58", "4", SERVICE_DUE, "A case is not refused once a lost aircraft is paid for."),
  WAIVED_BY_TWO("A-59", "4", NOT_WAIVABLE, "What is waived can be, and two persons waive it."),
  STAGE_OF_THE_CASE(
      "A-60",
      "3",
      SERVICE_NOT_APPLICABLE,
      "The step belongs to a case of this kind at this stage."),
  NOT_RESTRICTED("A-61", "3.3", DEVICE_RESTRICTED, "No flyaway report is open on the device."),
  NOT_IN_SERVICE("A-61", "3.3", DEVICE_IN_SERVICE, "No other case has received the device."),
  MODE_FITS_THE_CASE(
      "A-63", "3.2.1", SERVICE_NOT_APPLICABLE, "The kind of replacement fits the kind of case."),
  FIRST_CONSIGNMENT("A-66", "2.4.1", "What came in the first parcel was sent together."),
  BODY_SENT_IN(
      "A-67",
      "3.2.1",
      COMPONENTS_MISSING,
      "The body of the product was sent in; it cannot be paid for instead."),
  REINSTATED(
      "A-68",
      "3.2.1",
      QUOTA_EXHAUSTED,
      "A case goes on after its lapse while the quota still holds what it needs."),
  MONEY_DUE_BACK(
      "A-71",
      "2.5.1",
      "What was paid for a service that was not given is due back, with few exceptions."),
  AMOUNT_AS_QUOTED("A-72", "2.5.1", AMOUNT_NOT_AS_QUOTED, "The payment equals the open amount."),
  CLAIMED_OR_FREE(
      "A-73",
      "3.2.1",
      NOT_CONFIRMED,
      "A replacement was claimed, or the assessment makes it free."),
  FULL_PRICE("A-74", "3.2.1", "The customer may decide against the plan and pay for the repair."),
  LINES_OF_A_DISCOUNT(
      "A-77",
      "2.4.1",
      PART_NOT_COVERED,
      "At least one line of the repair is a part that the discount covers and that came in."),
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
  LINK_TO_REMOVE("A-79", "Pre.3", LINK_MISSING, "A link of this kind is there to be removed."),
  RECOVERED_AND_INSPECTED(
      "A-80", "3.3", "A recovered device is free for use again when the provider has it back."),
  REPLACEMENT_SERIAL_FREE(
      "A-81",
      "Pre.4",
      REPLACEMENT_SERIAL_NOT_AVAILABLE,
      "The unit to be shipped is new, or free and the provider's."),
  PLAN_STILL_RUNS("A-82", "4", PLAN_ENDED, "The plan was not returned and has not been left."),
  NO_CASE_OPEN("A-82", "4", CASE_OPEN, "No case of the plan is open."),
  RESERVATIONS_STAY(
      "A-83", "2.3", "An upgrade leaves open cases on their edition and counts what they hold."),
  BOUND_BEFORE_THE_END(
      "A-84", "2.1", OUTSIDE_VALIDITY, "A device is bound before the plan is over."),
  FIRST_DEVICE("A-90", "Pre.4", PLAN_ALREADY_BOUND, "The plan has had no device before."),
  BOUND_BY_MISTAKE(
      "A-90",
      "Pre.4",
      SERIAL_NOT_REGISTERED,
      "The device named as wrong is the one that the plan is bound to."),
  NOTHING_CLAIMED_YET(
      "A-90",
      "Pre.4",
      SERVICE_ALREADY_USED,
      "A binding is corrected before a service was claimed."),
  DECIDED_STANDS(
      "A-91", "3", "What was decided upon a fact stands when the fact is corrected afterwards."),
  REWARD_NEEDS_A_PRODUCT("A-92", "1.5", PLAN_ENDED, "A plan without a product has no reward."),
  LINK_TO_CORRECT("A-94", "Pre.3", LINK_MISSING, "The link that is corrected was recorded."),
  RECEIPT_TO_CORRECT(
      "A-94", "3.2.1", ORIGINAL_NOT_RECEIVED, "The receipt that is corrected was recorded."),
  ASSESSMENT_TO_CORRECT(
      "A-94", "3.2.1", NOT_ASSESSED, "The case whose assessment is corrected was assessed.");

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
