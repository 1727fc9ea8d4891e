package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planledger.core.device.Device;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.json.TermsFile;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.Condition;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReleasedTerms;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// The ledger without anything around it: plans and devices in memory, decided and evolved as the
/// real one does, each decision with no more of the world than the command names.
final class StoryLedger {
  static final TermsBook RELEASED = new TermsBook(List.of(ReleasedTerms.edition202210()), Map.of());

  /// Every released edition, for what happens between two of them.
  static final TermsBook EDITIONS = new TermsBook(TermsFile.released(), Map.of());

  private final TermsBook book;
  private final Map<PlanId, List<PlanEvent>> histories = new LinkedHashMap<>();
  private final Map<PlanId, Plan> plans = new LinkedHashMap<>();
  private final Map<DeviceId, Device> devices = new HashMap<>();
  private final Map<CaseId, PlanId> planOfCase = new HashMap<>();
  private Instant clock = Instant.parse("2023-01-15T22:00:00Z");

  StoryLedger(TermsBook book) {
    this.book = book;
  }

  Decision decide(PlanCommand command) {
    var situation = situation(command);
    var decision = Plan.decide(situation, command);
    assertThat(Plan.decide(situation, command)).as("decided again").isEqualTo(decision);
    assertThat(decision.conditions())
        .as("conditions in the order of the catalogue")
        .isSortedAccordingTo((one, other) -> one.rule().compareTo(other.rule()));
    assertThat(decision.codes())
        .as("codes in the order of the catalogue, and a refusal exactly where there is one")
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSize((int) failed(decision).map(c -> c.rule().code()).distinct().count());
    return decision;
  }

  void apply(Changes changes) {
    changes.plan().forEach(this::remember);
    changes.devices().forEach(event -> devices.put(event.deviceId(), evolved(event)));
  }

  /// The situation as the shell loads it: the plan, and the devices the command names.
  Situation situation(PlanCommand command) {
    var plan = Optional.ofNullable(plans.get(command.planId()));
    assertThat(plan.isPresent() || command instanceof PurchasePlan).as("a sold plan").isTrue();
    var touched = new HashMap<DeviceId, Device>();
    Plan.devices(plan, command)
        .forEach(id -> Optional.ofNullable(devices.get(id)).ifPresent(d -> touched.put(id, d)));
    return new Situation(plan, touched, book);
  }

  Situation situationOf(PlanId plan) {
    return new Situation(Optional.of(plan(plan)), Map.of(), book);
  }

  Plan plan(PlanId id) {
    var plan = plans.get(id);
    assertThat(plan).as("a sold plan").isNotNull();
    return plan;
  }

  Plan planOf(CaseId id) {
    return plan(planIdOf(id));
  }

  PlanId planIdOf(CaseId id) {
    return planOfCase.getOrDefault(id, Named.P1);
  }

  Case theCase(CaseId id) {
    return planOf(id).theCase(id);
  }

  Device device(DeviceId id) {
    return devices.getOrDefault(id, Device.unseen(id));
  }

  TermsBook book() {
    return book;
  }

  /// The edition of 2022, which stories are told under unless their book has none of it.
  Terms terms() {
    return book.edition(new Edition("2022-10")).orElseGet(book::latest);
  }

  ZoneId zone(RegionCode region) {
    return terms().region(region).orElseThrow().zone();
  }

  /// A little later than everything before it.
  Instant next() {
    clock = clock.plus(Duration.ofHours(1));
    return clock;
  }

  /// Noon of a day. Whatever is told without a time of its own comes after it.
  Instant noonOf(LocalDate day, ZoneId zone) {
    return moment(day.atTime(LocalTime.NOON).atZone(zone).toInstant());
  }

  Instant moment(Instant told) {
    clock = told;
    return told;
  }

  private static Stream<Condition> failed(Decision decision) {
    return decision.conditions().stream().filter(condition -> !condition.holds());
  }

  private Device evolved(DeviceEvent event) {
    return Device.evolve(device(event.deviceId()), event);
  }

  private void remember(PlanEvent event) {
    var history = histories.computeIfAbsent(event.planId(), _ -> new ArrayList<>());
    history.add(event);
    plans.put(event.planId(), Plan.evolve(plans.get(event.planId()), event));
    if (event instanceof PlanEvent.CaseOpened opened) {
      planOfCase.put(opened.caseId(), opened.planId());
    }
    assertThat(Plan.fold(history)).as("the fold of the history").contains(plan(event.planId()));
  }
}
