package org.planledger.core.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// Commands at random: most of them what would come next in a case, some nearly right, some
/// nonsense, some late, some sent again. The same seed gives the same commands.
final class RandomCommands {
  private static final List<String> ABROAD = List.of("US", "DE", "JP", "AU", "GB", "CN", "AQ");
  private final Chance chance;
  private final RandomCaseCommands inCase;
  private final RandomCorrections corrections;
  private final NaiveLedger clerk;
  private final TermsBook book;
  private final List<PlanCommand> sent = new ArrayList<>();
  private final List<PlanId> plans = new ArrayList<>();

  RandomCommands(long seed, NaiveLedger clerk, TermsBook book) {
    this.chance = new Chance(seed);
    this.inCase = new RandomCaseCommands(chance, clerk);
    this.corrections = new RandomCorrections(chance, inCase);
    this.clerk = clerk;
    this.book = book;
  }

  PlanCommand next() {
    chance.pass();
    var command = choose();
    sent.add(command);
    return command;
  }

  Instant now() {
    return chance.now();
  }

  private PlanCommand choose() {
    if (plans.isEmpty() || (plans.size() < 10 && chance.oneIn(25) && lively().size() < 3)) {
      return purchase();
    }
    if (chance.oneIn(12)) {
      var again = sent.get(chance.below(sent.size()));
      if (!(again instanceof PurchasePlan) && clerk.plans.containsKey(again.planId())) {
        return again(again);
      }
    }
    var known = plans.stream().filter(clerk.plans::containsKey).toList();
    if (known.isEmpty()) {
      return purchase();
    }
    var lively = lively();
    if (lively.isEmpty() && plans.size() < 10 && chance.oneIn(3)) {
      return purchase();
    }
    var plan =
        lively.isEmpty() || chance.oneIn(15)
            ? clerk.plans.get(chance.pick(known))
            : chance.pick(lively);
    if (plan.chain.isEmpty() ? chance.oneIn(2) : chance.oneIn(60)) {
      return bind(plan);
    }
    if (chance.oneIn(16) || (canBeLost(plan) && !linked(plan, chance.now()) && chance.oneIn(4))) {
      return link(plan);
    }
    if (chance.oneIn(over(plan) ? 3 : 20)) {
      return ofThePlan(plan);
    }
    if (chance.oneIn(30) && !plan.chain.isEmpty()) {
      return corrections.ofAFact(plan);
    }
    var open = plan.cases.values().stream().filter(c -> c.open).toList();
    if (open.isEmpty() ? chance.oneIn(2) : open.size() < 3 && chance.oneIn(10)) {
      return open(plan);
    }
    if (plan.cases.isEmpty()) {
      return open(plan);
    }
    var all = List.copyOf(plan.cases.values());
    var theCase =
        open.isEmpty() || chance.oneIn(12)
            ? chance.pick(all)
            : chance.oneIn(3) ? chance.pick(open) : open.getFirst();
    return chance.oneIn(8) ? inCase.anything(plan, theCase) : sensible(plan, theCase);
  }

  private boolean over(NaivePlan plan) {
    return !plan.day(chance.now()).isBefore(plan.end);
  }

  /// Whether the year for safe flight may be running.
  private boolean rewarded(NaivePlan plan) {
    var day = plan.day(chance.now());
    return over(plan) && day.isBefore(plan.end.plusYears(2)) && plan.reward(day) == Reward.EARNED;
  }

  /// The plans that are running, or their reward is, and whose device was bought where it can be
  /// served.
  private List<NaivePlan> lively() {
    return plans.stream()
        .filter(clerk.plans::containsKey)
        .map(clerk.plans::get)
        .filter(plan -> !plan.ended)
        .filter(plan -> plan.inPlan(plan.day(chance.now())) || rewarded(plan))
        .filter(plan -> plan.chain.isEmpty() || plan.shop != SalesChannel.OTHER)
        .toList();
  }

  /// What would come next; where that is refused, mostly a way out of the case instead.
  private PlanCommand sensible(NaivePlan plan, NaiveCase theCase) {
    var next = inCase.natural(plan, theCase);
    if (clerk.grounds(next).isEmpty() || chance.oneIn(3)) {
      return next;
    }
    if (next instanceof FileFlyawayReport
        && theCase.lastContact != null
        && !linked(plan, theCase.lastContact)) {
      return new RecordLink(
          plan.id,
          chance.pick(List.of(LinkKind.values())),
          Named.said("told late"),
          theCase.lastContact.minusSeconds(chance.below(100)));
    }
    if (!theCase.open) {
      return open(plan);
    }
    return chance.oneIn(3)
        ? inCase.withdraw(plan, theCase)
        : chance.oneIn(2) ? inCase.lapse(plan, theCase) : next;
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
          chance.newCase(),
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
          c.workingDeadline(),
          c.dataPrepared(),
          c.waiver());
    }
    if (command instanceof CaseCommand c
        && !clerk.plans.get(c.planId()).cases.containsKey(c.caseId())) {
      return link(clerk.plans.get(c.planId()));
    }
    return command;
  }

  // ------------------------------------------------------------------------------ of the plan

  private PlanCommand purchase() {
    var id = new PlanId(chance.uuid());
    plans.add(id);
    var region = chance.pick(NaiveWorld.REGIONS);
    var at = chance.moment();
    var day = LocalDate.ofInstant(at, NaiveWorld.ZONES.get(region));
    var effective =
        chance.oneIn(6) ? leapDay() : day.plusDays(chance.oneIn(3) ? chance.below(60) : 0);
    return new PurchasePlan(
        id,
        at,
        chance.heads() ? PlanType.ONE_YEAR : PlanType.TWO_YEAR,
        Named.region(region),
        effective,
        edition(),
        new Money(9_900, NaiveMoney.currency(book.latest(), region)),
        Named.HOLDER,
        Optional.empty(),
        chance.oneIn(3) ? Optional.empty() : Optional.of(facts(region, effective)));
  }

  private Edition edition() {
    var known = book.editions().stream().map(Terms::edition).toList();
    return chance.oneIn(30) ? new Edition("1999-12") : chance.pick(known);
  }

  private LocalDate leapDay() {
    return LocalDate.parse("2024-02-29");
  }

  private DeviceFacts facts(String region, LocalDate effective) {
    return facts(region, effective, chance.oneIn(25));
  }

  private DeviceFacts facts(String region, LocalDate effective, boolean anywhere) {
    var bought = anywhere ? chance.pick(NaiveWorld.REGIONS) : region;
    var shop =
        chance.oneIn(20)
            ? SalesChannel.OTHER
            : chance.oneIn(2) ? SalesChannel.OFFICIAL : SalesChannel.AUTHORISED;
    var warranty = new HashMap<Part, Integer>();
    if (chance.oneIn(3)) {
      warranty.put(
          Part.of(chance.pick(List.of("GIMBAL", "CAMERA_UNIT", "BG21_GRIP", "BATTERY"))),
          6 * chance.below(6));
    }
    var starts = effective.minusDays(chance.heads() ? chance.below(900) : 0);
    return new DeviceFacts(
        chance.device(),
        Named.model(model()),
        new ProductPurchase(
            Named.region(bought),
            shop,
            starts,
            chance.oneIn(2) ? Optional.of(Named.said("receipt")) : Optional.empty()),
        starts,
        WarrantySource.ACTIVATION,
        warranty,
        chance.oneIn(2) ? Optional.of(chance.moment()) : Optional.empty());
  }

  private String model() {
    if (chance.oneIn(30)) {
      return "PAPER_PLANE";
    }
    return chance.oneIn(3)
        ? chance.pick(NaiveWorld.FLOWN.stream().sorted().toList())
        : chance.pick(NaiveWorld.MODELS);
  }

  private PlanCommand bind(NaivePlan plan) {
    Optional<Instant> boundAt = chance.oneIn(3) ? Optional.empty() : Optional.of(chance.moment());
    Optional<Waiver> waiver = chance.oneIn(12) ? Optional.of(waiver()) : Optional.empty();
    boolean anywhere = chance.oneIn(waiver.isPresent() ? 2 : 25);
    return new BindDevice(
        plan.id, chance.now(), boundAt, facts(plan.region, plan.start, anywhere), waiver);
  }

  private PlanCommand link(NaivePlan plan) {
    var kind = chance.pick(List.of(LinkKind.values()));
    return linked(plan, chance.now()) && !chance.oneIn(3)
        ? new RecordUnlink(plan.id, kind, chance.moment())
        : new RecordLink(plan.id, kind, Named.said(kind.name()), chance.moment());
  }

  private PlanCommand open(NaivePlan plan) {
    var head = plan.head();
    boolean lost = canBeLost(plan) && chance.oneIn(2);
    lost ^= chance.oneIn(30);
    boolean express =
        lost
            ? chance.oneIn(25)
            : chance.oneIn(NaiveWorld.EXPRESS_REGIONS.contains(plan.region) ? 2 : 15);
    var device =
        head == null || chance.oneIn(15)
            ? chance.devices().isEmpty() ? chance.device() : chance.pick(chance.devices())
            : head.device();
    var where = chance.oneIn(12) ? chance.pick(ABROAD) : plan.region;
    var at = chance.moment();
    return new OpenCase(
        plan.id,
        chance.newCase(),
        lost ? CaseType.FLYAWAY : chance.oneIn(5) ? CaseType.MAINTENANCE : CaseType.REPAIR,
        express ? Channel.EXPRESS : Channel.ONLINE_REPAIR,
        device,
        chance.oneIn(30) ? Named.STRANGER : holder(plan),
        Named.region(where),
        chance.oneIn(15) ? "Lutetia" : NaiveWorld.ITS_CENTRE,
        at,
        at.minus(Duration.ofMinutes(chance.below(5_000))),
        new PrivacyConsent("2022-01", chance.oneIn(30) ? at.plusSeconds(1) : at),
        chance.oneIn(2) ? Optional.of(Named.said("receipt")) : Optional.empty(),
        Optional.empty(),
        express && !chance.oneIn(20),
        express && !chance.oneIn(15) ? Optional.of(inAdvance(plan, where, at)) : Optional.empty(),
        express ? Optional.of(workingDays(where, at)) : Optional.empty(),
        Optional.empty(),
        chance.oneIn(10) ? Optional.of(waiver()) : Optional.empty());
  }

  private Waiver waiver() {
    return new Waiver(inCase.codesToWaive(), Named.said("why"), inCase.approver(), "clerk");
  }

  /// What concerns a plan as a whole, most of it rare: it would end the plan.
  private PlanCommand ofThePlan(NaivePlan plan) {
    var at = chance.moment();
    if (plan.productReturned && !plan.anyOpen() && chance.heads()) {
      return new ReturnPlan(plan.id, at);
    }
    if (plan.exitAskedFor && !plan.anyOpen() && chance.oneIn(4)) {
      return new ConfirmExit(plan.id, at, "lead");
    }
    return switch (chance.below(16)) {
      case 0 -> new RecordProductReturn(plan.id, at, plan.day(at), Named.said("shop"));
      case 1 -> new ReturnPlan(plan.id, at);
      case 2 -> new RequestExit(plan.id, at);
      case 3 -> new ConfirmExit(plan.id, at, "lead");
      case 4 -> new UpgradeTerms(plan.id, at, edition());
      case 5, 6, 7, 8 -> correction(plan, at);
      case 9, 10, 11 -> new GrantReward(plan.id, at);
      default -> new ExpireService(plan.id, expiring(plan), at);
    };
  }

  private Service expiring(NaivePlan plan) {
    var services = List.of(Service.values());
    var spent = services.stream().filter(plan::spent).toList();
    return spent.isEmpty() || chance.oneIn(3) ? chance.pick(services) : chance.pick(spent);
  }

  private PlanCommand correction(NaivePlan plan, Instant at) {
    var wrong = plan.head() == null || chance.oneIn(6) ? chance.device() : plan.head().device();
    return new CorrectBinding(
        plan.id,
        at,
        wrong,
        facts(plan.region, plan.start),
        Optional.empty(),
        Named.said("mistyped"),
        inCase.approver(),
        "clerk");
  }

  private AccountRef holder(NaivePlan plan) {
    return plan.holder;
  }

  private FeePayment inAdvance(NaivePlan plan, String where, Instant at) {
    var quoted =
        plan.head() == null
            ? Optional.<Money>empty()
            : clerk.fee(plan, plan.edition, plan.head().model(), where, false);
    var amount = quoted.orElseGet(() -> Named.money("USD 1.00"));
    return new FeePayment(
        chance.nearly(amount), chance.oneIn(20) ? at.plusSeconds(1) : at, "in advance");
  }

  private SendBackDeadline workingDays(String where, Instant at) {
    var zone = NaiveWorld.zone(where);
    return new SendBackDeadline(
        LocalDate.ofInstant(at, zone).plusDays(3 + chance.below(3)), zone, "working days");
  }

  /// How often each kind of command was sent.
  static Map<String, Integer> counted(List<PlanCommand> commands) {
    var counts = new TreeMap<String, Integer>();
    commands.forEach(c -> counts.merge(c.getClass().getSimpleName(), 1, Integer::sum));
    return counts;
  }
}
