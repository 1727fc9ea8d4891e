package org.planledger.core.plan;

import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.SendingSteps.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.ReplacementMode;

/// How a story tells of what happens inside a case, once it is open. What is left unsaid is what
/// would make the step succeed: everything sent in time, all parts in the parcel, the quoted fee.
final class CaseSteps {

  private CaseSteps() {}

  static AnAssessment assess(CaseId id) {
    return new AnAssessment(id);
  }

  static AFlightRecord uploadFlightRecord(CaseId id) {
    return new AFlightRecord(id);
  }

  static AClaim claim(CaseId id) {
    return new AClaim(id);
  }

  static APayment pay(CaseId id) {
    return new APayment(id, FeePurpose.SERVICE_FEE);
  }

  static APayment payMaterial(CaseId id) {
    return new APayment(id, FeePurpose.MISSING_MATERIAL);
  }

  static AShipment ship(CaseId id, DeviceId replacement) {
    return new AShipment(id, replacement);
  }

  static Step fileReport(CaseId id) {
    return ledger ->
        new FileFlyawayReport(
            ledger.planIdOf(id), id, ledger.next(), said("what happened to the aircraft"));
  }

  static Step cancelReport(CaseId id) {
    return ledger ->
        new CancelFlyawayReport(ledger.planIdOf(id), id, ledger.next(), said("it was found"));
  }

  static Step recover(CaseId id) {
    return ledger -> new ReportRecovered(ledger.planIdOf(id), id, ledger.next());
  }

  static Step withdraw(CaseId id) {
    return ledger ->
        new WithdrawCase(ledger.planIdOf(id), id, ledger.next(), said("the customer's reason"));
  }

  static ALapse lapse(CaseId id) {
    return new ALapse(id);
  }

  /// From the application to the fee paid, for damage that an accident did.
  static Step[] paidRepair(CaseId id) {
    return new Step[] {
      OpeningSteps.openRepair(id), sendIn(id), receive(id), assess(id), claim(id), pay(id)
    };
  }

  /// From the application to the fee paid, for a lost aircraft whose links are recorded.
  static Step[] paidFlyaway(CaseId id) {
    return steps(reportedFlyaway(id), pay(id));
  }

  static Step[] reportedFlyaway(CaseId id) {
    return steps(claimedFlyaway(id), fileReport(id));
  }

  static Step[] claimedFlyaway(CaseId id) {
    return new Step[] {
      OpeningSteps.openFlyaway(id),
      uploadFlightRecord(id),
      assess(id).as(Cause.FLYAWAY).damaged(),
      claim(id)
    };
  }

  static Step[] bothLinks() {
    return new Step[] {PlanSteps.link(LinkKind.ACCOUNT), PlanSteps.link(LinkKind.CONTROLLER)};
  }

  /// A case that ended with a replacement.
  static Step[] replaced(CaseId id, DeviceId replacement) {
    return steps(paidRepair(id), ship(id, replacement));
  }

  static Step[] steps(Object... parts) {
    var all = new ArrayList<Step>();
    for (var part : parts) {
      switch (part) {
        case Step step -> all.add(step);
        case Step[] many -> all.addAll(List.of(many));
        case Object other -> throw new IllegalArgumentException(other + " is no step");
      }
    }
    return all.toArray(Step[]::new);
  }

  static final class AnAssessment implements Step {
    private final CaseId id;
    private Cause cause = Cause.ACCIDENT;
    private Set<Part> damaged = Set.of(GIMBAL);
    private boolean inScope;
    private final List<Finding> findings = new ArrayList<>();

    private AnAssessment(CaseId id) {
      this.id = id;
    }

    AnAssessment as(Cause found) {
      cause = found;
      return this;
    }

    AnAssessment damaged(Part... parts) {
      damaged = Set.of(parts);
      return this;
    }

    AnAssessment inWarrantyScope() {
      inScope = true;
      return this;
    }

    AnAssessment finding(String exclusion) {
      findings.add(new Finding(exclusion, Optional.empty()));
      return this;
    }

    AnAssessment finding(String exclusion, Part part) {
      findings.add(new Finding(exclusion, Optional.of(part)));
      return this;
    }

    @Override
    public RecordAssessment in(StoryLedger ledger) {
      return new RecordAssessment(
          ledger.planIdOf(id),
          id,
          ledger.next(),
          cause,
          damaged,
          inScope,
          findings,
          Optional.empty());
    }
  }

  static final class AFlightRecord implements Step {
    private final CaseId id;
    private final Moment lastContact = new Moment();

    private AFlightRecord(CaseId id) {
      this.id = id;
    }

    AFlightRecord lastContactAt(String instant) {
      lastContact.at(instant);
      return this;
    }

    @Override
    public UploadFlightRecord in(StoryLedger ledger) {
      var opened = ledger.theCase(id).opened();
      return new UploadFlightRecord(
          ledger.planIdOf(id),
          id,
          lastContact.told() ? lastContact.in(ledger, null) : opened.incidentAt(),
          sha256("the flight record"),
          said("the place of the flight record"));
    }
  }

  static final class AClaim implements Step {
    private final CaseId id;
    private Optional<ReplacementMode> mode = Optional.empty();
    private boolean acknowledges;

    private AClaim(CaseId id) {
      this.id = id;
    }

    AClaim as(ReplacementMode named) {
      mode = Optional.of(named);
      return this;
    }

    AClaim knowingOfTheFreeService() {
      acknowledges = true;
      return this;
    }

    @Override
    public ClaimReplacement in(StoryLedger ledger) {
      boolean lost = ledger.theCase(id).opened().type() == CaseType.FLYAWAY;
      var usual = lost ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE;
      return new ClaimReplacement(
          ledger.planIdOf(id), id, ledger.next(), mode.orElse(usual), acknowledges);
    }
  }

  static final class APayment implements Step {
    private final CaseId id;
    private final FeePurpose purpose;
    private Optional<Money> amount = Optional.empty();
    private Optional<Instant> capturedAt = Optional.empty();

    private APayment(CaseId id, FeePurpose purpose) {
      this.id = id;
      this.purpose = purpose;
    }

    APayment of(String money) {
      amount = Optional.of(money(money));
      return this;
    }

    APayment capturedAt(String instant) {
      capturedAt = Optional.of(Instant.parse(instant));
      return this;
    }

    @Override
    public PayServiceFee in(StoryLedger ledger) {
      return new PayServiceFee(
          ledger.planIdOf(id),
          id,
          purpose,
          new FeePayment(
              amount.or(() -> claimed(ledger)).orElseGet(() -> money("USD 1.00")),
              capturedAt.orElseGet(ledger::next),
              "payment of " + purpose));
    }

    private Optional<Money> claimed(StoryLedger ledger) {
      var c = ledger.theCase(id);
      return c.claimed()
          .map(claim -> claim.fee().amount())
          .or(() -> c.discount().map(discount -> discount.total()));
    }
  }

  static final class AShipment implements Step {
    private final CaseId id;
    private final DeviceId replacement;
    private final Moment moment = new Moment();
    private Optional<ModelCode> model = Optional.empty();
    private Optional<Commitment> equivalence = Optional.empty();

    private AShipment(CaseId id, DeviceId replacement) {
      this.id = id;
      this.replacement = replacement;
    }

    AShipment on(String day) {
      moment.on(day);
      return this;
    }

    AShipment model(String code) {
      model = Optional.of(Named.model(code));
      return this;
    }

    AShipment recordedAsEqual() {
      equivalence = Optional.of(said("why it is as good as new"));
      return this;
    }

    @Override
    public ShipReplacement in(StoryLedger ledger) {
      var plan = ledger.planOf(id);
      var original = plan.binding(ledger.theCase(id).opened().deviceId()).orElseThrow();
      return new ShipReplacement(
          plan.id(),
          id,
          moment.in(ledger, plan.sold().zone()),
          replacement,
          model.orElse(original.model()),
          equivalence);
    }
  }

  static final class ALapse implements Step {
    private final CaseId id;
    private final Moment moment = new Moment();

    private ALapse(CaseId id) {
      this.id = id;
    }

    ALapse on(String day) {
      moment.on(day);
      return this;
    }

    ALapse at(String instant) {
      moment.at(instant);
      return this;
    }

    @Override
    public LapseCase in(StoryLedger ledger) {
      var region = ledger.theCase(id).opened().region();
      return new LapseCase(
          ledger.planIdOf(id),
          id,
          moment.in(ledger, ledger.zone(region)),
          said("nothing was sent"));
    }
  }
}
