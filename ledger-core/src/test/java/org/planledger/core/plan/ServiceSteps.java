package org.planledger.core.plan;

import static org.planledger.core.plan.Named.P1;
import static org.planledger.core.plan.Named.money;
import static org.planledger.core.plan.Named.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.plan.PlanSteps.ADevice;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;

/// How a story tells of repairs, maintenance, refusals, refunds and the ends of a plan. What is
/// left unsaid is what would make the step succeed; `clerk` asks and `lead` approves.
final class ServiceSteps {

  private ServiceSteps() {}

  static ADiscount claimDiscount(CaseId id) {
    return new ADiscount(id);
  }

  static ARepair completeRepair(CaseId id) {
    return new ARepair(id);
  }

  static Step confirmMaintenance(CaseId id, String... wornParts) {
    return ledger ->
        new ConfirmMaintenance(ledger.planIdOf(id), id, ledger.next(), parts(wornParts));
  }

  /// What comes in for maintenance: every covered part and the remote controller.
  static Step receiveForMaintenance(CaseId id) {
    return ledger -> {
      var model = ledger.planOf(id).deviceOf(ledger.theCase(id)).model();
      var parts = new TreeMap<>(ledger.terms().requiredParts(model));
      parts.put(Part.of("REMOTE_CONTROLLER"), 1);
      return new RecordReceipt(ledger.planIdOf(id), id, ledger.next(), parts, Optional.of(false));
    };
  }

  static Step refuse(CaseId id, RefusalCode... codes) {
    return ledger ->
        new RefuseService(
            ledger.planIdOf(id), id, ledger.next(), Set.of(codes), List.of(), said("why"));
  }

  static Step refuseFor(CaseId id, String exclusion) {
    return ledger ->
        new RefuseService(
            ledger.planIdOf(id),
            id,
            ledger.next(),
            Set.of(RefusalCode.EXCLUDED),
            List.of(new Finding(exclusion, Optional.empty())),
            said("why"));
  }

  static Step waive(CaseId id, RefusalCode... codes) {
    return waive(id, "lead", codes);
  }

  static Step waive(CaseId id, String approver, RefusalCode... codes) {
    return ledger ->
        new WaiveRefusal(
            ledger.planIdOf(id), id, ledger.next(), Set.of(codes), said("why"), approver, "clerk");
  }

  static ARefund refund(CaseId id) {
    return new ARefund(id);
  }

  static Step returnRecovered(CaseId id) {
    return ledger -> new RecordRecoveredReturn(ledger.planIdOf(id), id, ledger.next());
  }

  static Step returnProduct(String day) {
    return ledger ->
        new RecordProductReturn(P1, ledger.next(), LocalDate.parse(day), said("the shop's note"));
  }

  static Step returnPlan() {
    return ledger -> new ReturnPlan(P1, ledger.next());
  }

  static Step requestExit() {
    return ledger -> new RequestExit(P1, ledger.next());
  }

  static Step confirmExit() {
    return ledger -> new ConfirmExit(P1, ledger.next(), "lead");
  }

  static Step upgradeOn(String day, String edition) {
    return ledger ->
        new UpgradeTerms(
            P1,
            ledger.noonOf(LocalDate.parse(day), ledger.plan(P1).sold().zone()),
            new Edition(edition));
  }

  static Step expire(Service service, String day) {
    return ledger ->
        new ExpireService(
            P1, service, ledger.noonOf(LocalDate.parse(day), ledger.plan(P1).sold().zone()));
  }

  static Step grantReward(String day) {
    return ledger ->
        new GrantReward(P1, ledger.noonOf(LocalDate.parse(day), ledger.plan(P1).sold().zone()));
  }

  static ACorrection correct(DeviceId wrong, ADevice right) {
    return new ACorrection(wrong, right);
  }

  private static Set<Part> parts(String... codes) {
    return Set.of(codes).stream().map(Part::of).collect(java.util.stream.Collectors.toSet());
  }

  static final class ADiscount implements Step {
    private final CaseId id;
    private final List<RepairLine> lines = new ArrayList<>();
    private boolean acknowledges;

    private ADiscount(CaseId id) {
      this.id = id;
    }

    ADiscount line(String part, String material, String labour) {
      lines.add(new RepairLine(Part.of(part), money(material), money(labour)));
      return this;
    }

    ADiscount knowingOfTheFreeService() {
      acknowledges = true;
      return this;
    }

    @Override
    public ClaimRepairDiscount in(StoryLedger ledger) {
      var asked =
          lines.isEmpty()
              ? List.of(new RepairLine(Part.of("GIMBAL"), money("USD 100.00"), money("USD 50.00")))
              : lines;
      return new ClaimRepairDiscount(ledger.planIdOf(id), id, ledger.next(), asked, acknowledges);
    }
  }

  static final class ARepair implements Step {
    private final CaseId id;
    private Optional<DeviceId> newDevice = Optional.empty();
    private Optional<ModelCode> newModel = Optional.empty();
    private boolean fullPrice;

    private ARepair(CaseId id) {
      this.id = id;
    }

    ARepair as(DeviceId serial) {
      newDevice = Optional.of(serial);
      return this;
    }

    ARepair model(String code) {
      newModel = Optional.of(Named.model(code));
      return this;
    }

    ARepair atFullPrice() {
      fullPrice = true;
      return this;
    }

    @Override
    public CompleteRepair in(StoryLedger ledger) {
      return new CompleteRepair(
          ledger.planIdOf(id), id, ledger.next(), newDevice, newModel, fullPrice);
    }
  }

  static final class ARefund implements Step {
    private final CaseId id;
    private FeePurpose purpose = FeePurpose.SERVICE_FEE;
    private Optional<String> amount = Optional.empty();
    private Optional<String> approver = Optional.empty();

    private ARefund(CaseId id) {
      this.id = id;
    }

    ARefund ofMaterial() {
      purpose = FeePurpose.MISSING_MATERIAL;
      return this;
    }

    ARefund of(String money) {
      amount = Optional.of(money);
      return this;
    }

    ARefund approvedBy(String person) {
      approver = Optional.of(person);
      return this;
    }

    @Override
    public RefundFee in(StoryLedger ledger) {
      var paid = ledger.theCase(id).paid(purpose).orElseGet(() -> money("USD 1.00"));
      return new RefundFee(
          ledger.planIdOf(id),
          id,
          ledger.next(),
          purpose,
          amount.map(Named::money).orElse(paid),
          said("why"),
          approver,
          "clerk");
    }
  }

  static final class ACorrection implements Step {
    private final DeviceId wrong;
    private final ADevice right;
    private String approver = "lead";

    private ACorrection(DeviceId wrong, ADevice right) {
      this.wrong = wrong;
      this.right = right;
    }

    ACorrection approvedBy(String person) {
      approver = person;
      return this;
    }

    @Override
    public CorrectBinding in(StoryLedger ledger) {
      var sold = ledger.plan(P1).sold();
      return new CorrectBinding(
          P1,
          ledger.next(),
          wrong,
          right.facts(sold.region(), sold.effectiveOn()),
          Optional.empty(),
          said("a mistyped serial"),
          approver,
          "clerk");
    }
  }
}
