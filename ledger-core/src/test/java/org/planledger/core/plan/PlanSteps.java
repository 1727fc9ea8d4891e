package org.planledger.core.plan;

import static org.planledger.core.plan.Named.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.core.plan.PlanCommand.BindDevice;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.plan.PlanCommand.RecordLink;
import org.planledger.core.plan.PlanCommand.RecordUnlink;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;

/// How a story tells of plans, devices and links. What is left unsaid is what would make a command
/// succeed: a plan of one year for a Mavic 3, bought and beginning on 15 January 2023 in the US.
final class PlanSteps {
  static final LocalDate BEGINNING = LocalDate.parse("2023-01-15");

  private PlanSteps() {}

  /// A plan without a device, unless one is named.
  static APlan aPlan() {
    return new APlan();
  }

  /// A plan of one year with the device S0.
  static APlan aOneYearPlan() {
    return new APlan().with(device(S0));
  }

  /// A plan of two years with the device S0.
  static APlan aTwoYearPlan() {
    return new APlan().ofTwoYears().with(device(S0));
  }

  static ADevice device(DeviceId id) {
    return new ADevice(id);
  }

  static ABinding bind(ADevice device) {
    return new ABinding(device);
  }

  static ALink link(LinkKind kind) {
    return new ALink(kind);
  }

  static AnUnlink unlink(LinkKind kind) {
    return new AnUnlink(kind);
  }

  static final class APlan implements Step {
    private PlanId id = P1;
    private PlanType type = PlanType.ONE_YEAR;
    private RegionCode region = region("US");
    private LocalDate effectiveOn = BEGINNING;
    private Optional<LocalDate> purchasedOn = Optional.empty();
    private Optional<Edition> edition = Optional.empty();
    private Optional<ADevice> device = Optional.empty();

    APlan called(PlanId name) {
      id = name;
      return this;
    }

    APlan ofTwoYears() {
      type = PlanType.TWO_YEAR;
      return this;
    }

    APlan in(String code) {
      region = region(code);
      return this;
    }

    APlan effectiveOn(String day) {
      effectiveOn = LocalDate.parse(day);
      return this;
    }

    APlan purchasedOn(String day) {
      purchasedOn = Optional.of(LocalDate.parse(day));
      return this;
    }

    APlan accepting(String editionName) {
      edition = Optional.of(new Edition(editionName));
      return this;
    }

    APlan with(ADevice named) {
      device = Optional.of(named);
      return this;
    }

    @Override
    public PurchasePlan in(StoryLedger ledger) {
      var day = purchasedOn.orElse(effectiveOn);
      var currency = ledger.terms().region(region).orElseThrow().currency();
      return new PurchasePlan(
          id,
          ledger.noonOf(day, ledger.zone(region)),
          type,
          region,
          effectiveOn,
          edition.orElse(ledger.terms().edition()),
          new Money(23_900, currency),
          HOLDER,
          Optional.of(said("the holder")),
          device.map(d -> d.facts(region, effectiveOn)));
    }
  }

  static final class ADevice {
    private final DeviceId id;
    private ModelCode model = Named.model("MAVIC_3");
    private Optional<RegionCode> boughtIn = Optional.empty();
    private SalesChannel channel = SalesChannel.OFFICIAL;
    private Optional<Commitment> proof = Optional.empty();
    private Optional<LocalDate> warrantyStartsOn = Optional.empty();
    private final Map<Part, Integer> warrantyMonths = new TreeMap<>();
    private Optional<Instant> activatedAt = Optional.empty();

    private ADevice(DeviceId id) {
      this.id = id;
    }

    ADevice model(String code) {
      model = Named.model(code);
      return this;
    }

    ADevice boughtIn(String code) {
      boughtIn = Optional.of(region(code));
      return this;
    }

    ADevice boughtFrom(SalesChannel shop) {
      channel = shop;
      return this;
    }

    ADevice withProofOfPurchase() {
      proof = Optional.of(said("the receipt of the shop"));
      return this;
    }

    ADevice underWarrantyFrom(String day) {
      warrantyStartsOn = Optional.of(LocalDate.parse(day));
      return this;
    }

    ADevice warranty(Part part, int months) {
      warrantyMonths.put(part, months);
      return this;
    }

    ADevice activatedAt(String moment) {
      activatedAt = Optional.of(Instant.parse(moment));
      return this;
    }

    DeviceFacts facts(RegionCode planRegion, LocalDate beginning) {
      var starts = warrantyStartsOn.orElse(beginning);
      return new DeviceFacts(
          id,
          model,
          new ProductPurchase(boughtIn.orElse(planRegion), channel, starts, proof),
          starts,
          WarrantySource.INVOICE,
          warrantyMonths,
          activatedAt);
    }
  }

  static final class ABinding implements Step {
    private final ADevice device;
    private PlanId plan = P1;
    private Optional<LocalDate> boundOn = Optional.empty();
    private boolean momentLeftOut;
    private Optional<Waiver> waiver = Optional.empty();

    private ABinding(ADevice device) {
      this.device = device;
    }

    ABinding to(PlanId name) {
      plan = name;
      return this;
    }

    ABinding on(String day) {
      boundOn = Optional.of(LocalDate.parse(day));
      return this;
    }

    ABinding waiving(RefusalCode... codes) {
      return waiving("lead", codes);
    }

    ABinding waiving(String approver, RefusalCode... codes) {
      waiver = Optional.of(new Waiver(Set.of(codes), said("why"), approver, "clerk"));
      return this;
    }

    ABinding withoutAMoment() {
      momentLeftOut = true;
      return this;
    }

    @Override
    public BindDevice in(StoryLedger ledger) {
      var sold = ledger.plan(plan).sold();
      var boundAt = boundOn.map(day -> ledger.noonOf(day, sold.zone())).orElseGet(ledger::next);
      return new BindDevice(
          plan,
          boundAt,
          momentLeftOut ? Optional.empty() : Optional.of(boundAt),
          device.facts(sold.region(), sold.effectiveOn()),
          waiver);
    }
  }

  static final class ALink implements Step {
    private final LinkKind kind;
    private PlanId plan = P1;
    private Optional<Instant> at = Optional.empty();

    private ALink(LinkKind kind) {
      this.kind = kind;
    }

    ALink of(PlanId name) {
      plan = name;
      return this;
    }

    ALink at(String moment) {
      at = Optional.of(Instant.parse(moment));
      return this;
    }

    @Override
    public RecordLink in(StoryLedger ledger) {
      return new RecordLink(
          plan, kind, said(kind.name()), at.map(ledger::moment).orElseGet(ledger::next));
    }
  }

  static final class AnUnlink implements Step {
    private final LinkKind kind;
    private Optional<Instant> at = Optional.empty();

    private AnUnlink(LinkKind kind) {
      this.kind = kind;
    }

    AnUnlink at(String moment) {
      at = Optional.of(Instant.parse(moment));
      return this;
    }

    @Override
    public RecordUnlink in(StoryLedger ledger) {
      return new RecordUnlink(P1, kind, at.map(ledger::moment).orElseGet(ledger::next));
    }
  }
}
