package org.planledger.projections.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.DeviceFacts;
import org.planledger.core.plan.FeePayment;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.plan.PrivacyConsent;
import org.planledger.core.plan.ProductPurchase;
import org.planledger.core.plan.SalesChannel;
import org.planledger.core.plan.SendBackDeadline;
import org.planledger.core.plan.WarrantySource;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Terms;

/// Somebody with one plan, who words the commands for it. Nothing is sent from here.
public final class Customer {

  /// The edition that everything here is sold under.
  private static final Edition EDITION = new Edition("2022-10");

  private final Random random;
  private final PlanId plan;
  private final PlanType type;
  private final RegionCode region;
  private final ModelCode model;
  private final AccountRef account;
  private final DeviceId device;
  private Instant now;

  public Customer(Random random, PlanType type, String region, String model) {
    this.random = random;
    this.plan = new PlanId(uuid());
    this.type = type;
    this.region = new RegionCode(region);
    this.model = new ModelCode(model);
    this.account = new AccountRef(hex());
    this.device = newDevice();
    this.now = Instant.parse("2023-01-10T15:00:00Z").plus(Duration.ofDays(random.nextInt(300)));
  }

  public PlanId plan() {
    return plan;
  }

  public ModelCode model() {
    return model;
  }

  public RegionCode region() {
    return region;
  }

  /// The device the plan is bought for.
  public DeviceId device() {
    return device;
  }

  public Instant now() {
    return now;
  }

  public Customer later(Duration time) {
    now = now.plus(time);
    return this;
  }

  /// At least a day after that day, wherever the plan was sold.
  Customer laterThan(LocalDate day) {
    var then = day.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    now = then.isAfter(now) ? then : now;
    return this;
  }

  public DeviceId newDevice() {
    return new DeviceId(hex());
  }

  public CaseId newCase() {
    return new CaseId(uuid());
  }

  public PurchasePlan buy(boolean withDevice) {
    return new PurchasePlan(
        plan,
        now,
        type,
        region,
        today(),
        terms().edition(),
        Money.of(15900, "USD"),
        account,
        Optional.empty(),
        withDevice ? Optional.of(facts()) : Optional.empty());
  }

  public BindDevice bind() {
    return new BindDevice(plan, now, Optional.of(now), facts());
  }

  public RecordLink link(LinkKind kind) {
    return new RecordLink(plan, kind, commitment(), now);
  }

  public RecordUnlink unlink(LinkKind kind) {
    return new RecordUnlink(plan, kind, now);
  }

  public OpenCase open(CaseId theCase, CaseType kind, DeviceId damaged) {
    return opening(theCase, kind, Channel.ONLINE_REPAIR, damaged, Optional.empty());
  }

  /// An express request with the fee that would be quoted now, if there is one.
  public OpenCase openExpress(CaseId theCase, Plan before, DeviceId damaged) {
    var fee =
        Hints.possible(before, now, OpenCase.class, command -> command.process() == Channel.EXPRESS)
            .flatMap(OpenCase::feePayment);
    return opening(theCase, CaseType.REPAIR, Channel.EXPRESS, damaged, fee);
  }

  public RecordShipmentIn sendIn(CaseId theCase) {
    return new RecordShipmentIn(plan, theCase, now, region, Optional.empty(), Optional.empty());
  }

  /// The arrival of all that the terms ask for.
  public RecordReceipt receive(CaseId theCase) {
    return receive(theCase, terms().requiredParts(model));
  }

  public RecordReceipt receive(CaseId theCase, Map<Part, Integer> parts) {
    return new RecordReceipt(plan, theCase, now, parts, Optional.empty());
  }

  /// What arrives when somebody forgets everything but the body.
  public Map<Part, Integer> bodyOnly() {
    return Map.of(body(), 1);
  }

  /// The part that is the product itself.
  Part body() {
    return terms().model(model).orElseThrow().body();
  }

  Currency currency() {
    return terms().region(region).orElseThrow().currency();
  }

  public RecordAssessment assess(CaseId theCase, Cause cause, boolean inWarranty) {
    return new RecordAssessment(
        plan, theCase, now, cause, Set.of(body()), inWarranty, List.of(), Optional.empty());
  }

  public ClaimReplacement claim(CaseId theCase, ReplacementMode mode) {
    return new ClaimReplacement(plan, theCase, now, mode, true);
  }

  /// The payment of what is open for a purpose, or of nothing.
  public PlanCommand pay(Plan before, Case theCase, FeePurpose purpose) {
    var open =
        Hints.possible(
                before,
                now,
                PayServiceFee.class,
                c -> c.purpose() == purpose && c.caseId().equals(theCase.id()))
            .map(command -> command.payment().amount())
            .orElse(Money.of(1, "USD"));
    return new PayServiceFee(
        plan, theCase.id(), purpose, new FeePayment(open, now, "pay-" + hex().substring(0, 12)));
  }

  public ShipReplacement ship(CaseId theCase, DeviceId replacement) {
    return new ShipReplacement(plan, theCase, now, replacement, model, Optional.empty());
  }

  public WithdrawCase withdraw(CaseId theCase) {
    return new WithdrawCase(plan, theCase, now, commitment());
  }

  public LapseCase lapse(CaseId theCase) {
    return new LapseCase(plan, theCase, now, commitment());
  }

  private OpenCase opening(
      CaseId theCase,
      CaseType kind,
      Channel process,
      DeviceId damaged,
      Optional<FeePayment> payment) {
    boolean express = process == Channel.EXPRESS;
    var zone = terms().region(region).orElseThrow().zone();
    return new OpenCase(
        plan,
        theCase,
        kind,
        process,
        damaged,
        account,
        region,
        "CENTRE-" + random.nextInt(3),
        now,
        now.minusSeconds(3600),
        new PrivacyConsent("2022-10", now.minusSeconds(60)),
        Optional.of(commitment()),
        Optional.empty(),
        express,
        payment,
        express
            ? Optional.of(
                new SendBackDeadline(now.atZone(zone).toLocalDate().plusDays(5), zone, "weekdays"))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private DeviceFacts facts() {
    return facts(device, model);
  }

  /// What is told of a device when it is bound.
  DeviceFacts facts(DeviceId told, ModelCode ofModel) {
    return new DeviceFacts(
        told,
        ofModel,
        new ProductPurchase(region, SalesChannel.OFFICIAL, today(), Optional.of(commitment())),
        today(),
        WarrantySource.ACTIVATION,
        Map.of(),
        Optional.empty());
  }

  LocalDate today() {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static Terms terms() {
    return TestLedger.TERMS.edition(EDITION).orElseThrow();
  }

  Commitment commitment() {
    return new Commitment(uuid(), hex());
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  String hex() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
