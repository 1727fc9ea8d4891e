package org.planledger.api.demonstration;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.RecordRecoveredReturn;
import org.planledger.core.plan.PlanCommand.ReportRecovered;
import org.planledger.core.reference.CaseId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.RegionCode;

/// One case of a plan's story, told step by step.
final class CaseStory {

  private final PlanStory plan;
  private final CaseId id;
  private final CaseForms forms;
  private final ServiceForms services;
  private final CorrectionForms corrections;

  CaseStory(PlanStory plan, int ordinal, CaseType type, Channel process, String region) {
    this.plan = plan;
    this.id = CaseId.of("0190d3a0-0000-7000-9000-%06d%06d".formatted(plan.number(), ordinal));
    this.forms = new CaseForms(plan, id, type, process, new RegionCode(region));
    this.services = new ServiceForms(plan, id);
    this.corrections = new CorrectionForms(plan, id);
  }

  /// Service is applied for.
  CaseStory opened() {
    return openedWithFeeOf(0);
  }

  /// Replacement by express is applied for; the fee is that of this replacement of the plan,
  /// counted from one.
  CaseStory openedWithFeeOf(int ordinal) {
    Sheet sheet = plan.sheet();
    return tell(sheet, forms.opening(sheet, ordinal));
  }

  /// The customer gives the device to a carrier.
  CaseStory dispatched() {
    Sheet sheet = plan.sheet();
    return tell(sheet, forms.dispatch(sheet));
  }

  /// All that the service asks for arrives.
  CaseStory received() {
    return receivedWithout(Set.of());
  }

  /// Something of it does not.
  CaseStory receivedWithout(Set<String> missing) {
    return tell(plan.sheet(), forms.receipt(missing));
  }

  /// The centre finds damage by an accident.
  CaseStory assessed() {
    return assessed(Cause.ACCIDENT, false, "GIMBAL");
  }

  CaseStory assessed(Cause cause, boolean inOfficialWarrantyScope, String... damagedParts) {
    Set<Part> parts = Arrays.stream(damagedParts).map(Part::new).collect(Collectors.toSet());
    return tell(plan.sheet(), forms.assessment(cause, inOfficialWarrantyScope, parts));
  }

  /// The flight record shows a last contact some hours before the case was opened.
  CaseStory flightRecord() {
    Sheet sheet = plan.sheet();
    return tell(sheet, forms.flightRecord(sheet));
  }

  /// The loss is assessed as one.
  CaseStory lossAssessed() {
    return assessed(Cause.FLYAWAY, false);
  }

  /// Something was not in the parcel although it was told to be.
  CaseStory receiptCorrected(String missing) {
    Sheet sheet = plan.sheet();
    return tell(sheet, corrections.receipt(sheet, missing));
  }

  /// The centre looked again.
  CaseStory assessmentCorrected(Cause cause, String... damagedParts) {
    Set<Part> parts = Arrays.stream(damagedParts).map(Part::new).collect(Collectors.toSet());
    Sheet sheet = plan.sheet();
    return tell(sheet, corrections.assessment(sheet, cause, parts));
  }

  /// The customer decides to use a replacement of the plan.
  CaseStory claimed() {
    return tell(plan.sheet(), forms.claim());
  }

  /// The customer decides to have these parts repaired at a discount.
  CaseStory discounted(String... parts) {
    return tell(plan.sheet(), services.discount(parts));
  }

  CaseStory reported() {
    Sheet sheet = plan.sheet();
    return tell(sheet, forms.report(sheet));
  }

  CaseStory reportCancelled() {
    Sheet sheet = plan.sheet();
    return tell(sheet, forms.cancellation(sheet));
  }

  CaseStory recovered() {
    return tell(plan.sheet(), new ReportRecovered(plan.id(), id, plan.at()));
  }

  /// What was found is the provider's again.
  CaseStory recoveredAndReturned() {
    return tell(plan.sheet(), new RecordRecoveredReturn(plan.id(), id, plan.at()));
  }

  /// The price is paid that was quoted with the claim.
  CaseStory paid() {
    return paid(0);
  }

  /// The same with so much too little.
  CaseStory paid(long shortMinor) {
    Money price = price();
    Money amount = new Money(price.minor() - shortMinor, price.currency());
    return tell(plan.sheet(), forms.payment(FeePurpose.SERVICE_FEE, amount));
  }

  /// What did not arrive is paid for.
  CaseStory materialPaid(String part, int quantity) {
    Money each =
        plan.clerk()
            .terms()
            .materialPrice(forms.region(), plan.model(), new Part(part))
            .orElseThrow()
            .amount();
    Money amount = new Money(Math.multiplyExact(each.minor(), quantity), each.currency());
    return tell(plan.sheet(), forms.payment(FeePurpose.MISSING_MATERIAL, amount));
  }

  /// The whole price is paid back.
  CaseStory refunded(boolean goodwill) {
    Sheet sheet = plan.sheet();
    return tell(sheet, services.refund(sheet, price(), goodwill));
  }

  private Money price() {
    Case told = plan.plan().theCase(id);
    return told.discount()
        .map(claim -> claim.total())
        .orElseGet(() -> told.claimed().orElseThrow().fee().amount());
  }

  /// Another device of the model is sent out, and takes the place of the original.
  PlanStory shipped() {
    shippedInVain();
    plan.replaced();
    return plan;
  }

  /// The same, where it is going to be refused.
  CaseStory shippedInVain() {
    Sheet sheet = plan.sheet();
    return tell(sheet, forms.shipment(sheet));
  }

  /// Maintenance is carried out.
  CaseStory maintained() {
    return tell(plan.sheet(), services.maintenance());
  }

  /// The same device goes back.
  PlanStory completed() {
    return ended(plan.sheet(), services.completion(false));
  }

  /// The same, for a customer who decided against the plan.
  PlanStory completedAtFullPrice() {
    return ended(plan.sheet(), services.completion(true));
  }

  /// A person refuses service for good.
  PlanStory refusedForGood() {
    Sheet sheet = plan.sheet();
    return ended(sheet, services.refusal(sheet));
  }

  /// Two persons overrule a ground.
  CaseStory waived(RefusalCode code) {
    Sheet sheet = plan.sheet();
    return tell(sheet, services.waiver(sheet, code));
  }

  PlanStory withdrawn() {
    Sheet sheet = plan.sheet();
    return ended(sheet, services.withdrawal(sheet));
  }

  PlanStory lapsed() {
    Sheet sheet = plan.sheet();
    return ended(sheet, services.lapse(sheet));
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

  private PlanStory ended(Sheet sheet, PlanCommand command) {
    tell(sheet, command);
    return plan;
  }

  private CaseStory tell(Sheet sheet, PlanCommand command) {
    plan.tell(sheet, command);
    return this;
  }
}
