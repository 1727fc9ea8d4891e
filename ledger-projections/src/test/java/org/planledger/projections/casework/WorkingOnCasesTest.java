package org.planledger.projections.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.CaseRefused;
import org.planledger.core.plan.PlanEvent.CaseWithdrawn;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.plan.SendBackDeadline;
import org.planledger.core.plan.Stage;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.casework.CaseworkQueries.Filter;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.PastContract;
import org.planledger.projections.testing.Stories.Story;

@OnEachFollowedLedger
class WorkingOnCasesTest extends PastContract<CaseView> {

  private final CaseworkQueries queries;

  WorkingOnCasesTest(FollowedLedger followed) {
    super(followed, new CaseworkProjection());
    queries = new CaseworkQueries(jdbc(), position());
  }

  @Test
  void a_case_in_which_nothing_was_sent_waits_for_the_customer_until_its_last_day() {
    var waiting = of(stories().waiting);
    assertThat(waiting.stage()).isEqualTo(Stage.OPENED);
    assertThat(waiting.waitsFor()).contains(Party.CUSTOMER);
    assertThat(waiting.dueOn())
        .contains(
            LocalDate.ofInstant(waiting.openedAt(), waiting.dueIn().orElseThrow()).plusDays(7));
  }

  @Test
  void a_case_that_is_closed_waits_for_nobody_and_nothing_is_due_in_it() {
    for (var story :
        List.of(stories().replacedOnce, stories().expressLapsed, stories().withdrawn)) {
      var closed = of(story);
      assertThat(closed.closedAt()).isPresent();
      assertThat(closed.waitsFor()).isEmpty();
      assertThat(closed.dueOn()).isEmpty();
    }
  }

  @Test
  void a_case_that_goes_on_after_its_lapse_is_where_it_was() {
    var dispatched = of(services().reinstated);
    assertThat(dispatched.stage()).isEqualTo(Stage.DISPATCHED);
    assertThat(dispatched.closedAt()).isEmpty();
    assertThat(dispatched.waitsFor()).contains(Party.CENTRE);
    var waived = of(services().waived);
    assertThat(waived.stage()).isEqualTo(Stage.PAID);
    assertThat(waived.waitsFor()).contains(Party.CUSTOMER);
    assertThat(waived.dueOn()).as("the deadline was waived").isEmpty();
  }

  @Test
  void a_case_whose_parcel_never_came_waits_for_the_customer_again() {
    var unreceived = of(services().unreceived);
    assertThat(unreceived.stage()).isEqualTo(Stage.OPENED);
    assertThat(unreceived.waitsFor()).contains(Party.CUSTOMER);
    assertThat(unreceived.dueOn())
        .contains(
            LocalDate.ofInstant(unreceived.openedAt(), unreceived.dueIn().orElseThrow())
                .plusDays(7));
    assertThat(of(services().reassessed).stage()).isEqualTo(Stage.CLAIMED);
  }

  @Test
  void a_case_that_a_person_refused_is_closed() {
    var refused = of(services().refused);
    assertThat(refused.stage()).isEqualTo(Stage.REFUSED);
    assertThat(refused.closedAt()).isPresent();
  }

  @Test
  void a_repaired_or_maintained_device_settles_its_case_when_it_is_sent_back() {
    for (var story : List.of(services().repaired, services().maintained, services().otherSerial)) {
      assertThat(of(story).stage()).isEqualTo(Stage.SETTLED);
    }
  }

  @Test
  void what_is_due_first_comes_first_and_what_is_not_due_comes_last() {
    var due = shown(1000).stream().map(row -> row.dueOn().orElse(LocalDate.MAX)).toList();
    assertThat(due).isSorted().contains(LocalDate.MAX);
  }

  @Test
  void a_list_of_what_is_due_names_no_case_in_which_nothing_is_due() {
    var all = filter(Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(9999, 12, 31)));
    assertListed(all, row -> row.dueOn().isPresent());
    var first = shown(1000).getFirst().dueOn().orElseThrow();
    var next = first.plusDays(1);
    assertListed(
        filter(Optional.empty(), Optional.empty(), Optional.of(next)),
        row -> row.dueOn().filter(next::isAfter).isPresent());
    var none = filter(Optional.empty(), Optional.empty(), Optional.of(first));
    assertThat(queries.list(none, PageRequest.first(1000)).rows()).isEmpty();
  }

  @Test
  void a_centre_sees_its_own_cases_at_a_stage() {
    var filter = filter(Optional.of("CENTRE-1"), Optional.of(Stage.SETTLED), Optional.empty());
    assertListed(filter, row -> row.centreId().equals("CENTRE-1") && row.stage() == Stage.SETTLED);
  }

  @Test
  void open_cases_of_one_kind_and_region_that_wait_for_somebody_are_found() {
    var filter =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(CaseType.REPAIR),
            Optional.of(new RegionCode("US")),
            Optional.empty(),
            Optional.of(Party.CUSTOMER),
            Optional.of(true));
    assertListed(
        filter,
        row ->
            row.type() == CaseType.REPAIR
                && row.region().code().equals("US")
                && row.waitsFor().equals(Optional.of(Party.CUSTOMER)));
  }

  @Override
  protected List<CaseView> shown(AsOf asOf, int pageRows) {
    var any = filter(Optional.empty(), Optional.empty(), Optional.empty());
    return pages(pageRows, page -> queries.list(any, asOf, page));
  }

  @Override
  protected List<CaseView> expected(List<PlanHistory> plans, AsOf asOf) {
    return plans.stream()
        .flatMap(
            history ->
                history.plan().cases().values().stream().map(c -> view(history.plan().id(), c)))
        .toList();
  }

  private static CaseView view(PlanId plan, Case c) {
    var opened = c.opened();
    var running =
        opened
            .sendBack()
            .filter(_ -> !c.stage().closed() && !c.dispatched() && !c.received())
            .filter(_ -> !c.waived().contains(RefusalCode.SEND_BACK_OVERDUE));
    return new CaseView(
        plan,
        c.id(),
        opened.type(),
        opened.process(),
        opened.deviceId(),
        opened.region(),
        opened.centreId(),
        c.stage(),
        opened.at(),
        running.map(SendBackDeadline::lastDay),
        running.map(SendBackDeadline::zone),
        waitsFor(c),
        closedAt(c),
        0);
  }

  /// In words of its own: the customer sends in, chooses, reports and pays; the centre receives,
  /// assesses and ships.
  private static Optional<Party> waitsFor(Case c) {
    if (c.stage().closed()) {
      return Optional.empty();
    }
    if (c.express()) {
      return Optional.of(c.dispatched() || c.received() ? Party.CENTRE : Party.CUSTOMER);
    }
    boolean centre =
        switch (c.stage()) {
          case OPENED -> c.flightRecord().isPresent();
          case DISPATCHED, RECEIVED, PAID -> true;
          case ASSESSED -> c.usedMaintenance();
          case CLAIMED, REPORTED -> false;
          case SETTLED, WITHDRAWN, LAPSED, REFUSED -> throw new AssertionError(c.stage());
        };
    return Optional.of(centre ? Party.CENTRE : Party.CUSTOMER);
  }

  private static Optional<Instant> closedAt(Case c) {
    if (!c.stage().closed()) {
      return Optional.empty();
    }
    return c.last(ReplacementShipped.class)
        .map(PlanEvent::at)
        .or(() -> c.last(RepairCompleted.class).map(PlanEvent::at))
        .or(() -> c.last(CaseWithdrawn.class).map(PlanEvent::at))
        .or(() -> c.last(CaseRefused.class).map(PlanEvent::at))
        .or(() -> c.last(CaseLapsed.class).map(PlanEvent::at));
  }

  private void assertListed(Filter filter, Predicate<CaseView> which) {
    assertThat(told(queries.list(filter, PageRequest.first(1000)).rows()))
        .isNotEmpty()
        .isEqualTo(told(expected().stream().filter(which).toList()));
  }

  private CaseView of(Story story) {
    return queries.theCase(story.customer().plan(), story.theCase()).orElseThrow();
  }

  private static Filter filter(
      Optional<String> centre, Optional<Stage> stage, Optional<LocalDate> dueBefore) {
    return new Filter(
        centre,
        stage,
        Optional.empty(),
        Optional.empty(),
        dueBefore,
        Optional.empty(),
        Optional.empty());
  }
}
