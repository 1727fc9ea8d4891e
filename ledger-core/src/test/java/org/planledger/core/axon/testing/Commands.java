package org.planledger.core.axon.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.DeviceFacts;
import org.planledger.core.plan.FeePayment;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanCommand.BindDevice;
import org.planledger.core.plan.PlanCommand.ClaimReplacement;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanCommand.PayServiceFee;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.plan.PlanCommand.RecordAssessment;
import org.planledger.core.plan.PlanCommand.RecordLink;
import org.planledger.core.plan.PlanCommand.RecordReceipt;
import org.planledger.core.plan.PlanCommand.RecordUnlink;
import org.planledger.core.plan.PlanCommand.ShipReplacement;
import org.planledger.core.plan.PlanCommand.WithdrawCase;
import org.planledger.core.plan.PrivacyConsent;
import org.planledger.core.plan.ProductPurchase;
import org.planledger.core.plan.SalesChannel;
import org.planledger.core.plan.WarrantySource;
import org.planledger.core.privacy.InstallationKey;
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

/// Commands of an ordinary customer in the United States with an ordinary drone. Each would be
/// accepted in its turn; a test changes what it is about.
public final class Commands {

  /// When plans are sold, and devices bought and activated.
  public static final Instant SOLD_AT = Instant.parse("2023-01-15T20:00:00Z");

  /// When service is applied for: well inside a plan of either length.
  public static final Instant APPLIED_AT = SOLD_AT.plus(Duration.ofDays(60));

  public static final LocalDate SOLD_ON = LocalDate.parse("2023-01-15");
  public static final RegionCode REGION = new RegionCode("US");
  public static final ModelCode MODEL = new ModelCode("MAVIC_3");
  public static final Edition EDITION = new Edition("2022-10");

  private static final InstallationKey KEY =
      new InstallationKey("the secret of an installation for tests".getBytes(UTF_8));

  private Commands() {}

  public static PlanId newPlan() {
    return new PlanId(UUID.randomUUID());
  }

  public static CaseId newCase() {
    return new CaseId(UUID.randomUUID());
  }

  /// The device with a serial, the same for every spelling of it.
  public static DeviceId device(String serial) {
    return KEY.deviceId(SerialNumber.of(serial));
  }

  /// A device that no other test knows.
  public static DeviceId newDevice() {
    return device(UUID.randomUUID().toString().replace("-", "").substring(0, 20));
  }

  public static AccountRef account(String name) {
    return KEY.accountRef(name);
  }

  /// A commitment to something that no test needs to look into.
  public static Commitment commitment() {
    return new Commitment(UUID.randomUUID(), "c0".repeat(32));
  }

  public static PurchasePlan purchase(PlanId plan, PlanType type) {
    return new PurchasePlan(
        plan,
        SOLD_AT,
        type,
        REGION,
        SOLD_ON,
        EDITION,
        Money.of(23900, "USD"),
        account("customer@example.org"),
        Optional.of(commitment()),
        Optional.empty());
  }

  /// The purchase of a plan together with the binding of its device.
  public static PurchasePlan purchase(PlanId plan, PlanType type, DeviceId device) {
    var alone = purchase(plan, type);
    return new PurchasePlan(
        plan,
        alone.purchasedAt(),
        type,
        alone.region(),
        alone.effectiveOn(),
        alone.acceptedTerms(),
        alone.pricePaid(),
        alone.account(),
        alone.holder(),
        Optional.of(facts(device)));
  }

  public static BindDevice bind(PlanId plan, DeviceId device) {
    return new BindDevice(plan, SOLD_AT, Optional.of(SOLD_AT), facts(device));
  }

  private static DeviceFacts facts(DeviceId device) {
    return new DeviceFacts(
        device,
        MODEL,
        new ProductPurchase(REGION, SalesChannel.OFFICIAL, SOLD_ON, Optional.of(commitment())),
        SOLD_ON,
        WarrantySource.ACTIVATION,
        Map.of(),
        Optional.of(SOLD_AT));
  }

  public static RecordLink link(PlanId plan, LinkKind kind) {
    return new RecordLink(plan, kind, commitment(), SOLD_AT);
  }

  public static RecordUnlink unlink(PlanId plan, LinkKind kind) {
    return new RecordUnlink(plan, kind, APPLIED_AT);
  }

  /// Opens a repair case, to be assessed, at [#APPLIED_AT].
  public static OpenCase open(PlanId plan, CaseId id, DeviceId device) {
    return open(plan, id, device, APPLIED_AT);
  }

  /// Opens a repair case, to be assessed.
  public static OpenCase open(PlanId plan, CaseId id, DeviceId device, Instant appliedAt) {
    return new OpenCase(
        plan,
        id,
        CaseType.REPAIR,
        Channel.ONLINE_REPAIR,
        device,
        account("customer@example.org"),
        REGION,
        "centre-7",
        appliedAt,
        appliedAt.minus(Duration.ofDays(1)),
        new PrivacyConsent("2023-01", appliedAt),
        Optional.of(commitment()),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static RecordReceipt receive(
      PlanId plan, CaseId id, Map<Part, Integer> components, Instant receivedAt) {
    return new RecordReceipt(plan, id, receivedAt, components, Optional.of(false));
  }

  /// Assesses the device as damaged in an accident.
  public static RecordAssessment assess(PlanId plan, CaseId id, Instant assessedAt) {
    return new RecordAssessment(
        plan,
        id,
        assessedAt,
        Cause.ACCIDENT,
        Set.of(Part.of("GIMBAL")),
        false,
        List.of(),
        Optional.empty());
  }

  public static ClaimReplacement claim(PlanId plan, CaseId id) {
    return claim(plan, id, APPLIED_AT.plus(Duration.ofDays(4)));
  }

  public static ClaimReplacement claim(PlanId plan, CaseId id, Instant claimedAt) {
    return new ClaimReplacement(plan, id, claimedAt, ReplacementMode.DAMAGE, false);
  }

  public static PayServiceFee pay(PlanId plan, CaseId id, Money amount, Instant capturedAt) {
    return new PayServiceFee(
        plan, id, FeePurpose.SERVICE_FEE, new FeePayment(amount, capturedAt, "payment-4711"));
  }

  public static ShipReplacement ship(
      PlanId plan, CaseId id, DeviceId replacement, Instant shippedAt) {
    return new ShipReplacement(plan, id, shippedAt, replacement, MODEL, Optional.empty());
  }

  public static WithdrawCase withdraw(PlanId plan, CaseId id) {
    return new WithdrawCase(plan, id, APPLIED_AT.plus(Duration.ofDays(7)), commitment());
  }
}
