package org.planledger.core.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Terms;

/// Commands at random: most of them what would come next in a case, some nearly right, some
/// nonsense, some late, some sent again. The same seed gives the same commands.
final class RandomCommands {
  private final Random random;
  private final NaiveLedger clerk;
  private final Terms terms;
  private final List<PlanCommand> sent = new ArrayList<>();
  private final List<PlanId> plans = new ArrayList<>();
  private final List<DeviceId> devices = new ArrayList<>();
  private Instant now;

  RandomCommands(long seed, NaiveLedger clerk, Terms terms) {
    this.random = new Random(seed);
    this.clerk = clerk;
    this.terms = terms;
    this.now = Instant.parse("2023-01-15T12:00:00Z").plus(Duration.ofHours(random.nextInt(9_000)));
  }

  PlanCommand next() {
    now = now.plus(Duration.ofMinutes(1 + random.nextInt(oneIn(20) ? 40_000 : 1_000)));
    var command = choose();
    sent.add(command);
    return command;
  }

  Instant now() {
    return now;
  }

  private PlanCommand choose() {
    if (plans.isEmpty() || (plans.size() < 10 && oneIn(25) && lively().size() < 3)) {
      return purchase();
    }
    if (oneIn(12)) {
      var again = sent.get(random.nextInt(sent.size()));
      if (!(again instanceof PurchasePlan) && clerk.plans.containsKey(again.planId())) {
        return again(again);
      }
    }
    var known = plans.stream().filter(clerk.plans::containsKey).toList();
    if (known.isEmpty()) {
      return purchase();
    }
    var lively = lively();
    if (lively.isEmpty() && plans.size() < 10 && oneIn(3)) {
      return purchase();
    }
    var plan = lively.isEmpty() || oneIn(15) ? clerk.plans.get(pick(known)) : pick(lively);
    if (plan.chain.isEmpty() ? oneIn(2) : oneIn(60)) {
      return bind(plan);
    }
    if (oneIn(16) || (canBeLost(plan) && !linked(plan, now) && oneIn(4))) {
      return link(plan);
    }
    var open = plan.cases.values().stream().filter(c -> c.open).toList();
    if (open.isEmpty() ? oneIn(2) : open.size() < 3 && oneIn(10)) {
      return open(plan);
    }
    if (plan.cases.isEmpty()) {
      return open(plan);
    }
    var all = List.copyOf(plan.cases.values());
    var theCase = open.isEmpty() || oneIn(12) ? pick(all) : oneIn(3) ? pick(open) : open.getFirst();
    return oneIn(8) ? anything(plan, theCase) : sensible(plan, theCase);
  }

  /// The plans that are running and whose device was bought where it can be served.
  private List<NaivePlan> lively() {
    return plans.stream()
        .filter(clerk.plans::containsKey)
        .map(clerk.plans::get)
        .filter(plan -> plan.inPlan(plan.day(now)))
        .filter(plan -> plan.chain.isEmpty() || plan.boughtIn.equals(plan.region))
        .filter(plan -> plan.chain.isEmpty() || plan.shop != SalesChannel.OTHER)
        .toList();
  }

  /// What would come next; where that is refused, mostly a way out of the case instead.
  private PlanCommand sensible(NaivePlan plan, NaiveCase theCase) {
    var next = natural(plan, theCase);
    if (clerk.grounds(next).isEmpty() || oneIn(3)) {
      return next;
    }
    if (next instanceof FileFlyawayReport
        && theCase.lastContact != null
        && !linked(plan, theCase.lastContact)) {
      return new RecordLink(
          plan.id,
          pick(List.of(LinkKind.values())),
          Named.said("told late"),
          theCase.lastContact.minusSeconds(random.nextInt(100)));
    }
    if (!theCase.open) {
      return open(plan);
    }
    return oneIn(3) ? withdraw(plan, theCase) : oneIn(2) ? lapse(plan, theCase) : next;
  }

  private static boolean canBeLost(NaivePlan plan) {
    return plan.head() != null && NaiveWorld.CAN_BE_LOST.contains(plan.head().model());
  }

  private static boolean linked(NaivePlan plan, Instant moment) {
    var device = plan.coveredAt(moment);
    return device != null
        && plan.linked(device, LinkKind.ACCOUNT, moment)
        && plan.linked(device, LinkKind.CONTROLLER, moment);
  }

  /// A command sent again; an application is one of its own each time.
  private PlanCommand again(PlanCommand command) {
    if (command instanceof OpenCase c) {
      return new OpenCase(
          c.planId(),
          newCase(),
          c.type(),
          c.process(),
          c.deviceId(),
          c.account(),
          c.region(),
          c.centreId(),
          c.submittedAt(),
          c.incidentAt(),
          c.privacyConsent(),
          c.proofOfPurchase(),
          c.description(),
          c.agreesToNoAssessment(),
          c.feePayment(),
          c.workingDeadline());
    }
    if (command instanceof CaseCommand c
        && !clerk.plans.get(c.planId()).cases.containsKey(c.caseId())) {
      return link(clerk.plans.get(c.planId()));
    }
    return command;
  }

  // ------------------------------------------------------------------------------ of the plan

  private PlanCommand purchase() {
    var id = new PlanId(uuid());
    plans.add(id);
    var region = pick(NaiveWorld.REGIONS);
    var at = moment();
    var day = LocalDate.ofInstant(at, NaiveWorld.ZONES.get(region));
    var effective = oneIn(6) ? leapDay() : day.plusDays(oneIn(3) ? random.nextInt(60) : 0);
    return new PurchasePlan(
        id,
        at,
        random.nextBoolean() ? PlanType.ONE_YEAR : PlanType.TWO_YEAR,
        Named.region(region),
        effective,
        oneIn(30) ? new Edition("1999-12") : terms.edition(),
        new Money(9_900, NaiveMoney.currency(terms, region)),
        Named.HOLDER,
        Optional.empty(),
        oneIn(3) ? Optional.empty() : Optional.of(facts(region, effective)));
  }

  private LocalDate leapDay() {
    return LocalDate.parse("2024-02-29");
  }

  private DeviceFacts facts(String region, LocalDate effective) {
    var bought = oneIn(25) ? pick(NaiveWorld.REGIONS) : region;
    var shop =
        oneIn(20) ? SalesChannel.OTHER : oneIn(2) ? SalesChannel.OFFICIAL : SalesChannel.AUTHORISED;
    var warranty = new HashMap<Part, Integer>();
    if (oneIn(3)) {
      warranty.put(
          Part.of(pick(List.of("GIMBAL", "CAMERA_UNIT", "BG21_GRIP"))), 6 * random.nextInt(6));
    }
    var starts = effective.minusDays(oneIn(3) ? random.nextInt(500) : 0);
    return new DeviceFacts(
        device(),
        Named.model(oneIn(30) ? "PAPER_PLANE" : pick(NaiveWorld.MODELS)),
        new ProductPurchase(
            Named.region(bought),
            shop,
            starts,
            oneIn(2) ? Optional.of(Named.said("receipt")) : Optional.empty()),
        starts,
        WarrantySource.ACTIVATION,
        warranty,
        oneIn(2) ? Optional.of(moment()) : Optional.empty());
  }

  private PlanCommand bind(NaivePlan plan) {
    Optional<Instant> boundAt = oneIn(3) ? Optional.empty() : Optional.of(moment());
    return new BindDevice(plan.id, now, boundAt, facts(plan.region, plan.start));
  }

  private PlanCommand link(NaivePlan plan) {
    var kind = pick(List.of(LinkKind.values()));
    return linked(plan, now) && !oneIn(3)
        ? new RecordUnlink(plan.id, kind, moment())
        : new RecordLink(plan.id, kind, Named.said(kind.name()), moment());
  }

  private PlanCommand open(NaivePlan plan) {
    var head = plan.head();
    boolean lost = canBeLost(plan) && oneIn(2);
    lost ^= oneIn(30);
    boolean express =
        lost ? oneIn(25) : oneIn(NaiveWorld.EXPRESS_REGIONS.contains(plan.region) ? 2 : 15);
    var device =
        head == null || oneIn(15) ? devices.isEmpty() ? device() : pick(devices) : head.device();
    var where = oneIn(12) ? pick(List.of("US", "DE", "JP", "AU", "AQ")) : plan.region;
    var at = moment();
    return new OpenCase(
        plan.id,
        newCase(),
        lost ? CaseType.FLYAWAY : CaseType.REPAIR,
        express ? Channel.EXPRESS : Channel.ONLINE_REPAIR,
        device,
        oneIn(30) ? Named.STRANGER : holder(plan),
        Named.region(where),
        "a centre",
        at,
        at.minus(Duration.ofMinutes(random.nextInt(5_000))),
        new PrivacyConsent("2022-01", oneIn(30) ? at.plusSeconds(1) : at),
        oneIn(2) ? Optional.of(Named.said("receipt")) : Optional.empty(),
        Optional.empty(),
        express && !oneIn(20),
        express && !oneIn(15) ? Optional.of(inAdvance(plan, where, at)) : Optional.empty(),
        express ? Optional.of(workingDays(where, at)) : Optional.empty());
  }

  private AccountRef holder(NaivePlan plan) {
    return plan.holder;
  }

  private FeePayment inAdvance(NaivePlan plan, String where, Instant at) {
    var quoted =
        plan.head() == null
            ? Optional.<Money>empty()
            : clerk.fee(plan, plan.head().model(), where, false);
    var amount = quoted.orElseGet(() -> Named.money("USD 1.00"));
    return new FeePayment(nearly(amount), oneIn(20) ? at.plusSeconds(1) : at, "in advance");
  }

  private SendBackDeadline workingDays(String where, Instant at) {
    var zone = NaiveLedger.anyZone(where);
    return new SendBackDeadline(
        LocalDate.ofInstant(at, zone).plusDays(3 + random.nextInt(3)), zone, "working days");
  }

  // ----------------------------------------------------------------------------- of the case

  /// What would come next, if all went well.
  private PlanCommand natural(NaivePlan plan, NaiveCase c) {
    if (oneIn(25)) {
      return oneIn(2) ? withdraw(plan, c) : lapse(plan, c);
    }
    if (!c.open) {
      return c.lost && oneIn(2) ? recover(plan, c) : anything(plan, c);
    }
    if (c.lost) {
      if (c.lastContact == null) {
        return flightRecord(plan, c);
      }
      if (!c.assessed) {
        return assess(plan, c);
      }
      if (!c.claimed()) {
        return plan.free(c) && oneIn(2) ? ship(plan, c) : claim(plan, c);
      }
      if (!c.reported) {
        return report(plan, c);
      }
      if (!c.feePaid) {
        return oneIn(6) ? cancel(plan, c) : pay(plan, c, FeePurpose.SERVICE_FEE);
      }
      return oneIn(5) ? recover(plan, c) : ship(plan, c);
    }
    if (!c.received) {
      return c.dispatched || oneIn(4) ? receive(plan, c) : send(plan, c);
    }
    if (!c.express && !c.assessed) {
      return assess(plan, c);
    }
    if (!c.claimed()) {
      return plan.free(c) && oneIn(2) ? ship(plan, c) : claim(plan, c);
    }
    if (!c.feePaid) {
      return pay(plan, c, FeePurpose.SERVICE_FEE);
    }
    if (!clerk.bodyArrived(plan, c)) {
      return receive(plan, c);
    }
    if (clerk.materialDue(plan, c) > 0) {
      return oneIn(3) ? receive(plan, c) : pay(plan, c, FeePurpose.MISSING_MATERIAL);
    }
    return ship(plan, c);
  }

  private PlanCommand anything(NaivePlan plan, NaiveCase c) {
    return switch (random.nextInt(14)) {
      case 0 -> send(plan, c);
      case 1 -> receive(plan, c);
      case 2 -> assess(plan, c);
      case 3 -> flightRecord(plan, c);
      case 4, 5 -> claim(plan, c);
      case 6 -> report(plan, c);
      case 7 -> cancel(plan, c);
      case 8 -> pay(plan, c, FeePurpose.SERVICE_FEE);
      case 9 -> pay(plan, c, FeePurpose.MISSING_MATERIAL);
      case 10, 11 -> ship(plan, c);
      case 12 -> recover(plan, c);
      default -> oneIn(3) ? withdraw(plan, c) : lapse(plan, c);
    };
  }

  private PlanCommand send(NaivePlan plan, NaiveCase c) {
    boolean abroad = oneIn(8);
    var at = moment();
    Optional<CrossBorderConsent> consent =
        oneIn(abroad ? 2 : 10)
            ? Optional.of(
                new CrossBorderConsent(
                    Named.said("consent"), oneIn(4) ? at.plusSeconds(1) : at.minusSeconds(1)))
            : Optional.empty();
    return new RecordShipmentIn(
        plan.id,
        c.id,
        at,
        Named.region(abroad ? pick(NaiveWorld.REGIONS) : c.region),
        consent,
        Optional.empty());
  }

  private PlanCommand receive(NaivePlan plan, NaiveCase c) {
    var parts = new TreeMap<Part, Integer>();
    var covered = plan.covering(c.device);
    NaiveWorld.SENT_IN
        .get(covered.model())
        .forEach(
            (name, number) -> {
              if (!oneIn(12)) {
                parts.put(Part.of(name), oneIn(12) ? 1 : number);
              }
            });
    if (oneIn(10)) {
      parts.put(Part.of("GIMBAL_AND_CAMERA"), 1);
    }
    return new RecordReceipt(plan.id, c.id, moment(), parts, Optional.of(random.nextBoolean()));
  }

  private PlanCommand assess(NaivePlan plan, NaiveCase c) {
    var parts = new ArrayList<Part>();
    var names =
        List.of("GIMBAL", "CAMERA_UNIT", "MAIN_CONTROLLER", "BATTERY", "BG21_GRIP", "AIRCRAFT");
    for (var name : names) {
      if (oneIn(4)) {
        parts.add(Part.of(name));
      }
    }
    var findings = new ArrayList<Finding>();
    while (oneIn(8)) {
      Optional<Part> part =
          oneIn(2) && !parts.isEmpty() ? Optional.of(pick(parts)) : Optional.empty();
      findings.add(new Finding(pick(NaiveWorld.FINDINGS), part));
    }
    var usual = c.lost ? Cause.FLYAWAY : oneIn(3) ? Cause.QUALITY_FAULT : Cause.ACCIDENT;
    return new RecordAssessment(
        plan.id,
        c.id,
        moment(),
        oneIn(10) ? pick(List.copyOf(EnumSet.allOf(Cause.class))) : usual,
        Set.copyOf(parts),
        oneIn(4),
        findings,
        Optional.empty());
  }

  private PlanCommand flightRecord(NaivePlan plan, NaiveCase c) {
    return new UploadFlightRecord(
        plan.id, c.id, moment(), Named.sha256("flight"), Named.said("flight record"));
  }

  private PlanCommand claim(NaivePlan plan, NaiveCase c) {
    boolean asLost = c.lost != oneIn(15);
    return new ClaimReplacement(
        plan.id,
        c.id,
        moment(),
        asLost ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE,
        !oneIn(3));
  }

  private PlanCommand report(NaivePlan plan, NaiveCase c) {
    return new FileFlyawayReport(plan.id, c.id, moment(), Named.said("lost"));
  }

  private PlanCommand cancel(NaivePlan plan, NaiveCase c) {
    return new CancelFlyawayReport(plan.id, c.id, moment(), Named.said("found"));
  }

  private PlanCommand pay(NaivePlan plan, NaiveCase c, FeePurpose purpose) {
    long due = purpose == FeePurpose.SERVICE_FEE ? c.fee : clerk.materialDue(plan, c);
    var amount = new Money(due, NaiveMoney.currency(terms, c.region));
    return new PayServiceFee(
        plan.id, c.id, purpose, new FeePayment(nearly(amount), moment(), "payment"));
  }

  private PlanCommand ship(NaivePlan plan, NaiveCase c) {
    var covered = plan.covering(c.device);
    boolean same = !oneIn(8);
    return new ShipReplacement(
        plan.id,
        c.id,
        moment(),
        device(),
        Named.model(same ? covered.model() : oneIn(6) ? "PAPER_PLANE" : pick(NaiveWorld.MODELS)),
        oneIn(same ? 20 : 2) ? Optional.of(Named.said("as good as new")) : Optional.empty());
  }

  private PlanCommand recover(NaivePlan plan, NaiveCase c) {
    return new ReportRecovered(plan.id, c.id, moment());
  }

  private PlanCommand withdraw(NaivePlan plan, NaiveCase c) {
    return new WithdrawCase(plan.id, c.id, moment(), Named.said("reason"));
  }

  private PlanCommand lapse(NaivePlan plan, NaiveCase c) {
    return new LapseCase(plan.id, c.id, moment(), Named.said("reason"));
  }

  // --------------------------------------------------------------------------------- chance

  private Instant moment() {
    if (oneIn(12)) {
      return now.minus(Duration.ofMinutes(random.nextInt(100_000)));
    }
    return now;
  }

  private Money nearly(Money amount) {
    if (oneIn(15)) {
      return new Money(amount.minor() + (random.nextBoolean() ? 1 : -1), amount.currency());
    }
    return oneIn(40) ? Named.money("NOK " + amount.minor()) : amount;
  }

  /// Mostly a device nobody has seen, sometimes one that is known.
  private DeviceId device() {
    if (!devices.isEmpty() && oneIn(7)) {
      return pick(devices);
    }
    var unseen = Named.device("N" + devices.size());
    devices.add(unseen);
    return unseen;
  }

  private CaseId newCase() {
    return new CaseId(uuid());
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// How often each kind of command was sent.
  static Map<String, Integer> counted(List<PlanCommand> commands) {
    var counts = new TreeMap<String, Integer>();
    commands.forEach(c -> counts.merge(c.getClass().getSimpleName(), 1, Integer::sum));
    return counts;
  }
}
