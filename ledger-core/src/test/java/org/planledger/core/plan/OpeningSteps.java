package org.planledger.core.plan;

import static org.planledger.core.plan.Named.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;

/// How a story tells of applications for service. What is left unsaid is what would make one
/// succeed: the holder applies at home for the device the plan covers, and pays what is quoted.
final class OpeningSteps {

  private OpeningSteps() {}

  static AnApplication openRepair(CaseId id) {
    return new AnApplication(id, CaseType.REPAIR, Channel.ONLINE_REPAIR);
  }

  static AnApplication openExpress(CaseId id) {
    return new AnApplication(id, CaseType.REPAIR, Channel.EXPRESS);
  }

  static AnApplication openFlyaway(CaseId id) {
    return new AnApplication(id, CaseType.FLYAWAY, Channel.ONLINE_REPAIR);
  }

  static AnApplication openMaintenance(CaseId id) {
    return new AnApplication(id, CaseType.MAINTENANCE, Channel.ONLINE_REPAIR);
  }

  static final class AnApplication implements Step {
    private final CaseId id;
    private final CaseType type;
    private Channel process;
    private PlanId plan = P1;
    private Optional<DeviceId> device = Optional.empty();
    private AccountRef account = HOLDER;
    private Optional<RegionCode> region = Optional.empty();
    private final Moment submitted = new Moment();
    private Optional<Instant> incidentAt = Optional.empty();
    private Optional<Instant> consentedAt = Optional.empty();
    private Optional<Commitment> proof = Optional.empty();
    private boolean agrees = true;
    private boolean pays = true;
    private Optional<Money> amount = Optional.empty();
    private Optional<Instant> capturedAt = Optional.empty();
    private Optional<LocalDate> workingDeadline = Optional.empty();
    private boolean withoutDeadline;
    private Optional<Boolean> dataPrepared = Optional.empty();
    private Optional<Waiver> waiver = Optional.empty();

    private AnApplication(CaseId id, CaseType type, Channel process) {
      this.id = id;
      this.type = type;
      this.process = process;
    }

    AnApplication of(PlanId name) {
      plan = name;
      return this;
    }

    AnApplication by(Channel channel) {
      process = channel;
      return this;
    }

    AnApplication forDevice(DeviceId named) {
      device = Optional.of(named);
      return this;
    }

    AnApplication byAccount(AccountRef named) {
      account = named;
      return this;
    }

    AnApplication inRegion(String code) {
      region = Optional.of(region(code));
      return this;
    }

    AnApplication on(String day) {
      submitted.on(day);
      return this;
    }

    AnApplication at(String instant) {
      submitted.at(instant);
      return this;
    }

    AnApplication afterAnIncidentAt(String instant) {
      incidentAt = Optional.of(Instant.parse(instant));
      return this;
    }

    AnApplication consentingAt(String instant) {
      consentedAt = Optional.of(Instant.parse(instant));
      return this;
    }

    AnApplication withProofOfPurchase() {
      proof = Optional.of(said("the receipt of the shop"));
      return this;
    }

    AnApplication withoutAgreement() {
      agrees = false;
      return this;
    }

    AnApplication unpaid() {
      pays = false;
      return this;
    }

    AnApplication paying(String money) {
      amount = Optional.of(money(money));
      return this;
    }

    AnApplication capturedAt(String instant) {
      capturedAt = Optional.of(Instant.parse(instant));
      return this;
    }

    /// The last day to send the device in, as the calendar of the region gives it.
    AnApplication dueOn(String day) {
      workingDeadline = Optional.of(LocalDate.parse(day));
      return this;
    }

    AnApplication withDataPrepared() {
      dataPrepared = Optional.of(true);
      return this;
    }

    /// Two persons overrule these grounds.
    AnApplication waiving(RefusalCode... codes) {
      return waiving("lead", codes);
    }

    AnApplication waiving(String approver, RefusalCode... codes) {
      waiver = Optional.of(new Waiver(Set.of(codes), said("why"), approver, "clerk"));
      return this;
    }

    AnApplication withoutDeadline() {
      withoutDeadline = true;
      return this;
    }

    @Override
    public OpenCase in(StoryLedger ledger) {
      var covered = ledger.plan(plan);
      var zone = covered.sold().zone();
      var at = submitted.in(ledger, zone);
      boolean express = process == Channel.EXPRESS;
      var where = region.orElse(covered.sold().region());
      return new OpenCase(
          plan,
          id,
          type,
          process,
          device.or(() -> covered.head().map(DeviceBound::deviceId)).orElse(S0),
          account,
          where,
          "centre of " + where.code(),
          at,
          incidentAt.orElse(at.minusSeconds(60)),
          new PrivacyConsent("2022-01", consentedAt.orElse(at)),
          proof,
          Optional.of(said("what happened")),
          express && agrees,
          express && pays ? Optional.of(payment(ledger, covered, where, at)) : Optional.empty(),
          express && !withoutDeadline ? Optional.of(deadline(ledger, where, at)) : Optional.empty(),
          dataPrepared,
          waiver);
    }

    private FeePayment payment(StoryLedger ledger, Plan covered, RegionCode where, Instant at) {
      return new FeePayment(
          amount.or(() -> quoted(ledger, covered, where)).orElseGet(() -> money("USD 1.00")),
          capturedAt.orElse(at),
          "payment in advance");
    }

    private static Optional<Money> quoted(StoryLedger ledger, Plan covered, RegionCode where) {
      var terms = ledger.terms();
      return covered
          .head()
          .flatMap(
              head ->
                  terms.replacementFee(
                      where,
                      covered.sold().planType(),
                      head.model(),
                      ReplacementMode.DAMAGE,
                      Entitlements.nextOrdinal(covered)))
          .map(fee -> fee.amount());
    }

    private SendBackDeadline deadline(StoryLedger ledger, RegionCode where, Instant at) {
      ZoneId zone = ledger.terms().region(where).map(r -> r.zone()).orElse(ZoneId.of("UTC"));
      var lastDay = workingDeadline.orElseGet(() -> at.atZone(zone).toLocalDate().plusDays(5));
      return new SendBackDeadline(lastDay, zone, "working days of " + where.code());
    }
  }
}
