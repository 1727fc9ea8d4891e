package org.planledger.projections.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.CaseRefused;
import org.planledger.core.plan.PlanEvent.CaseWithdrawn;
import org.planledger.core.plan.PlanEvent.DeviceRecovered;
import org.planledger.core.plan.PlanEvent.RecoveredDeviceReturned;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.projections.fees.FeeView;
import org.planledger.projections.fees.FeesProjection;
import org.planledger.projections.fees.FeesQueries;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.obligations.ObligationsQueries.Filter;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.PastContract;
import org.planledger.projections.testing.Stories.Story;

@OnEachFollowedLedger
class SettlingObligationsTest extends PastContract<ObligationView> {

  private static final Set<Class<?>> ENDS =
      Set.of(
          ReplacementShipped.class,
          RepairCompleted.class,
          CaseWithdrawn.class,
          CaseLapsed.class,
          CaseRefused.class);

  private final ObligationsQueries queries;

  SettlingObligationsTest(FollowedLedger followed) {
    super(followed, new ObligationsProjection());
    queries = new ObligationsQueries(jdbc(), position());
  }

  @Test
  void an_aircraft_that_was_found_after_the_payment_is_to_be_sent_in() {
    var owed = of(stories().lostAndFound.customer().plan()).getFirst();
    assertThat(owed.kind()).isEqualTo(ObligationKind.RETURN_DEVICE);
    assertThat(owed.deviceId()).contains(stories().lostAndFound.customer().device());
    assertThat(owed.settledAt()).isEmpty();
  }

  @Test
  void an_aircraft_that_was_found_in_time_is_owed_to_nobody() {
    assertThat(of(stories().foundInTime.customer().plan())).isEmpty();
  }

  @Test
  void an_aircraft_that_came_back_is_owed_no_more_but_still_shown() {
    var owed = of(services().sentIn.customer().plan()).getFirst();
    assertThat(owed.settledAt()).isPresent();
    assertThat(open(owed.planId())).isEmpty();
  }

  @Test
  void money_for_what_was_not_given_is_owed_until_it_was_paid_back() {
    var owed = open(services().refused.customer().plan()).getFirst();
    assertThat(owed.kind()).isEqualTo(ObligationKind.PAY_BACK);
    assertThat(owed.due()).isEqualTo(paid(services().refused));
    var settled = of(services().refusedAndPaidBack.customer().plan()).getFirst();
    assertThat(settled.settledAt()).isPresent();
    assertThat(settled.due().orElseThrow().isZero()).isTrue();
    assertThat(open(settled.planId())).isEmpty();
  }

  @Test
  void one_event_can_make_two_payments_due_back() {
    assertThat(open(services().overtaken.customer().plan()))
        .extracting(ObligationView::kind)
        .containsExactly(ObligationKind.PAY_BACK, ObligationKind.PAY_BACK);
  }

  @Test
  void what_the_customer_brought_about_is_no_obligation() {
    assertThat(of(stories().expressLapsed.customer().plan())).isEmpty();
    assertThat(of(services().repairWithdrawn.customer().plan())).isEmpty();
  }

  @Test
  void what_was_found_before_a_moment_does_not_name_what_was_found_at_it() {
    var found = of(stories().lostAndFound.customer().plan()).getFirst();
    assertThat(queries.list(before(found, found.since()), PageRequest.first(10)).rows()).isEmpty();
    assertThat(
            queries.list(before(found, found.since().plusSeconds(1)), PageRequest.first(10)).rows())
        .containsExactly(found);
  }

  @Override
  protected List<ObligationView> shown(AsOf asOf, int pageRows) {
    return pages(pageRows, page -> queries.list(Filter.any(), asOf, page));
  }

  @Override
  protected List<ObligationView> expected(List<PlanHistory> plans, AsOf asOf) {
    var all = new ArrayList<ObligationView>();
    for (var history : plans) {
      for (var recorded : history.events()) {
        if (recorded.event() instanceof DeviceRecovered recovered) {
          all.add(device(history, recovered, recorded.position()));
        }
      }
    }
    new FeesQueries(jdbc(), position())
            .list(FeesQueries.Filter.any(), asOf, PageRequest.first(PageRequest.MAX_ROWS))
            .rows()
            .stream()
            .filter(fee -> fee.dueBackSince().isPresent())
            .forEach(fee -> all.add(payment(fee, asOf)));
    return all;
  }

  @Override
  protected List<Projection> readBeside() {
    return List.of(new FeesProjection());
  }

  private static ObligationView device(PlanHistory history, DeviceRecovered found, long position) {
    var c = history.plan().theCase(found.caseId());
    return new ObligationView(
        ObligationKind.RETURN_DEVICE,
        found.planId(),
        c.id(),
        Optional.of(found.deviceId()),
        Optional.empty(),
        Optional.empty(),
        c.opened().centreId(),
        c.opened().region(),
        found.at(),
        c.last(RecoveredDeviceReturned.class).map(RecoveredDeviceReturned::at),
        position);
  }

  /// What is due back is shown of the plans themselves by the test of the fees.
  private ObligationView payment(FeeView fee, AsOf asOf) {
    var history = ledger().plan(fee.planId()).orElseThrow();
    var ends =
        ledger().events().stream()
            .filter(recorded -> isKnown(recorded, asOf))
            .filter(
                recorded ->
                    recorded.event() instanceof CaseEvent event
                        && event.caseId().equals(fee.caseId())
                        && event.at().equals(fee.dueBackSince().orElseThrow())
                        && ENDS.contains(event.getClass()))
            .map(RecordedEvent::position)
            .toList();
    return new ObligationView(
        ObligationKind.PAY_BACK,
        fee.planId(),
        fee.caseId(),
        Optional.empty(),
        Optional.of(fee.feeId()),
        Optional.of(fee.dueBack()),
        history.theCase(fee.caseId()).opened().centreId(),
        fee.region(),
        fee.dueBackSince().orElseThrow(),
        fee.refundedAt().filter(_ -> fee.dueBack().isZero()),
        ends.getLast());
  }

  private static boolean isKnown(RecordedEvent<?> recorded, AsOf asOf) {
    return switch (asOf) {
      case AsOf.Now() -> true;
      case AsOf.Position(long last) -> recorded.position() <= last;
    };
  }

  private Optional<Money> paid(Story story) {
    return ledger()
        .plan(story.customer().plan())
        .orElseThrow()
        .theCase(story.theCase())
        .paid(FeePurpose.SERVICE_FEE);
  }

  private List<ObligationView> of(PlanId plan) {
    return list(plan, Optional.empty());
  }

  private List<ObligationView> open(PlanId plan) {
    return list(plan, Optional.of(false));
  }

  private List<ObligationView> list(PlanId plan, Optional<Boolean> settled) {
    var filter =
        new Filter(
            Optional.empty(),
            Optional.of(plan),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            settled);
    return queries.list(filter, PageRequest.first(10)).rows();
  }

  private static Filter before(ObligationView owed, Instant moment) {
    return new Filter(
        Optional.of(owed.kind()),
        Optional.of(owed.planId()),
        Optional.of(owed.centreId()),
        Optional.of(owed.region()),
        Optional.of(moment),
        Optional.of(false));
  }
}
