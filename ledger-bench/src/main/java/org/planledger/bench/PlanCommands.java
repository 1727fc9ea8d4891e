package org.planledger.bench;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;
import org.planledger.core.axon.Caller;
import org.planledger.core.axon.Submission;
import org.planledger.core.plan.DeviceFacts;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.BindDevice;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.plan.PlanCommand.RecordLink;
import org.planledger.core.plan.PlanCommand.RecordUnlink;
import org.planledger.core.plan.ProductPurchase;
import org.planledger.core.plan.SalesChannel;
import org.planledger.core.plan.WarrantySource;
import org.planledger.core.privacy.PrivateRows;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.Bytes;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;

/// Makes commands as customers and shops send them, all of which are accepted. One source serves
/// one thread.
final class PlanCommands {

  private static final Instant SOLD_AT = Instant.parse("2024-03-01T10:00:00Z");
  private static final LocalDate SOLD_ON = LocalDate.parse("2024-03-01");
  private static final RegionCode REGION = new RegionCode("DE");
  private static final Edition EDITION = new Edition("2022-10");
  private static final ModelCode MODEL = new ModelCode("MAVIC_3");
  private static final Money PRICE = Money.of(15_900, "EUR");
  private static final int HASH_LENGTH_BYTES = 32;

  private final SplittableRandom random;

  PlanCommands(long seed) {
    random = new SplittableRandom(seed);
  }

  /// Sells a plan without a device.
  PurchasePlan sell() {
    return sell(Optional.empty());
  }

  /// Sells a plan for a device that nobody has seen before.
  PurchasePlan sellWithDevice() {
    return sell(Optional.of(newDevice()));
  }

  private PurchasePlan sell(Optional<DeviceFacts> device) {
    return new PurchasePlan(
        new PlanId(uuid()),
        SOLD_AT,
        PlanType.TWO_YEAR,
        REGION,
        SOLD_ON,
        EDITION,
        PRICE,
        new AccountRef(hash()),
        Optional.of(commitment()),
        device);
  }

  /// Binds a new device to a plan that has none: an event in either stream.
  BindDevice bind(PlanId plan) {
    return new BindDevice(plan, SOLD_AT, Optional.of(SOLD_AT), newDevice());
  }

  /// Links the account to the plan's device.
  RecordLink link(PlanId plan, long step) {
    return new RecordLink(plan, LinkKind.ACCOUNT, commitment(), SOLD_AT.plusSeconds(step));
  }

  /// Removes the link of the account.
  RecordUnlink unlink(PlanId plan, long step) {
    return new RecordUnlink(plan, LinkKind.ACCOUNT, SOLD_AT.plusSeconds(step));
  }

  /// The command as it comes in through the door, under a key of its own.
  Submission submission(PlanCommand command) {
    return new Submission(
        command,
        new Caller("counter-17", "clerk-4711", Optional.empty()),
        uuid().toString(),
        Bytes.of(bytes(HASH_LENGTH_BYTES)),
        OptionalLong.empty(),
        Instant.now(),
        PrivateRows.none());
  }

  private DeviceFacts newDevice() {
    return new DeviceFacts(
        new DeviceId(hash()),
        MODEL,
        new ProductPurchase(REGION, SalesChannel.OFFICIAL, SOLD_ON, Optional.of(commitment())),
        SOLD_ON,
        WarrantySource.DELIVERY,
        Map.of(),
        Optional.of(SOLD_AT));
  }

  private Commitment commitment() {
    return new Commitment(uuid(), hash());
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private String hash() {
    return HexFormat.of().formatHex(bytes(HASH_LENGTH_BYTES));
  }

  private byte[] bytes(int length) {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      bytes.putLong(random.nextLong());
    }
    return bytes.array();
  }

  /// A number from 0 up to, and without, the bound.
  int pick(int bound) {
    return random.nextInt(bound);
  }
}
