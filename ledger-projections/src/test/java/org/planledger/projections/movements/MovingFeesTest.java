package org.planledger.projections.movements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.FeeSource;
import org.planledger.core.plan.LapseCause;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.CaseOpened;
import org.planledger.core.plan.PlanEvent.CaseRefused;
import org.planledger.core.plan.PlanEvent.CaseReinstated;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.plan.PlanEvent.FeeRefunded;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.plan.PrivacyConsent;
import org.planledger.core.plan.ReinstatementCause;
import org.planledger.core.plan.TermsReference;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.projections.fold.RowSession;
import org.planledger.projections.processing.Views;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Histories that are rare or that no customer has had yet.
@OnEachDatabase(migrations = Views.MIGRATIONS)
class MovingFeesTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final AtomicLong POSITIONS = new AtomicLong();

  private final PlanId plan = new PlanId(UUID.randomUUID());
  private final CaseId theCase = new CaseId(UUID.randomUUID());
  private final List<RecordedEvent<?>> history = new ArrayList<>();
  private final JdbcTemplate jdbc;
  private final MovementsQueries queries;

  MovingFeesTest(LedgerDatabase database) {
    jdbc = new JdbcTemplate(database.application());
    queries = new MovementsQueries(JdbcClient.create(database.application()), POSITIONS::get);
    happened(opened());
  }

  @Test
  void a_cancelled_fee_that_comes_back_is_quoted_again() {
    happened(
        claimed(1),
        new CaseLapsed(plan, AT, theCase, LapseCause.BY_HAND),
        new CaseReinstated(plan, AT, theCase, ReinstatementCause.WAIVED),
        claimed(2),
        paid(FeePurpose.SERVICE_FEE, 15_900, "pay-1"));
    assertThat(told())
        .containsExactly(
            "QUOTED 15900 of 1",
            "CANCELLED 15900 of 1",
            "QUOTED 15900 of 1",
            "CAPTURED 15900 of 2 by pay-1");
    assertThat(queries.ofPlan(plan)).extracting(movement -> movement.feeId()).containsOnly("e2");
  }

  @Test
  void a_case_that_ends_twice_cancels_twice_and_once_each_time() {
    happened(
        claimed(1),
        new CaseLapsed(plan, AT, theCase, LapseCause.BY_HAND),
        new CaseReinstated(plan, AT, theCase, ReinstatementCause.WAIVED),
        new CaseLapsed(plan, AT, theCase, LapseCause.BY_HAND));
    assertThat(told())
        .containsExactly(
            "QUOTED 15900 of 1",
            "CANCELLED 15900 of 1",
            "QUOTED 15900 of 1",
            "CANCELLED 15900 of 1");
  }

  @Test
  void a_refund_goes_to_the_oldest_payment_for_its_purpose_first() {
    happened(
        claimed(1),
        paid(FeePurpose.SERVICE_FEE, 15_900, "pay-1"),
        paid(FeePurpose.MISSING_MATERIAL, 500, "pay-2"),
        paid(FeePurpose.MISSING_MATERIAL, 300, "pay-3"),
        refused(),
        refunded(600),
        refunded(200));
    assertThat(told())
        .containsExactly(
            "QUOTED 15900 of 1",
            "CAPTURED 15900 of 1 by pay-1",
            "QUOTED 500",
            "CAPTURED 500 by pay-2",
            "QUOTED 300",
            "CAPTURED 300 by pay-3",
            "REFUNDED 500 by pay-2",
            "REFUNDED 100 by pay-3",
            "REFUNDED 200 by pay-3");
    assertThat(queries.ofPlan(plan))
        .extracting(movement -> movement.movementId().replaceFirst("\\d+", ""))
        .containsExactly(".1", ".1", ".1", ".2", ".1", ".2", ".1", ".2", ".1");
  }

  @Test
  void what_is_paid_back_of_a_lapsed_case_that_comes_back_is_not_quoted_again() {
    happened(
        claimed(1),
        paid(FeePurpose.SERVICE_FEE, 15_900, "pay-1"),
        new CaseLapsed(plan, AT, theCase, LapseCause.NOT_SENT_IN_TIME),
        new CaseReinstated(plan, AT, theCase, ReinstatementCause.RECEIVED_IN_TIME),
        claimed(2));
    assertThat(told()).containsExactly("QUOTED 15900 of 1", "CAPTURED 15900 of 1 by pay-1");
  }

  /// What is told of the plan, after every event was handled, and again after each was handled once
  /// more.
  private List<String> told() {
    var once = queries.ofPlan(plan);
    var session = new RowSession(new MovementsProjection(), jdbc);
    history.forEach(session::handle);
    session.flush();
    assertThat(queries.ofPlan(plan)).isEqualTo(once);
    return once.stream()
        .map(
            movement ->
                "%s %d%s%s"
                    .formatted(
                        movement.kind(),
                        movement.amount().minor(),
                        movement.ordinal().map(" of %d"::formatted).orElse(""),
                        movement.paymentReference().map(" by %s"::formatted).orElse("")))
        .toList();
  }

  /// Each event is handled by a session of its own, so that all is read back from the database.
  private void happened(PlanEvent... events) {
    for (var event : events) {
      var recorded = recorded(event);
      history.add(recorded);
      var session = new RowSession(new MovementsProjection(), jdbc);
      session.handle(recorded);
      session.flush();
    }
  }

  private RecordedEvent<PlanEvent> recorded(PlanEvent event) {
    int sequence = history.size() + 1;
    return new RecordedEvent<>(
        POSITIONS.incrementAndGet(),
        sequence,
        "e" + sequence,
        event.getClass().getSimpleName(),
        "1",
        AT,
        "client",
        "actor",
        Optional.empty(),
        "key",
        event);
  }

  private CaseOpened opened() {
    return new CaseOpened(
        plan,
        AT,
        theCase,
        CaseType.REPAIR,
        Channel.ONLINE_REPAIR,
        new DeviceId("d1".repeat(32)),
        new RegionCode("DE"),
        "CENTRE-1",
        LocalDate.of(2026, 3, 1),
        AT,
        new PrivacyConsent("2024-01", AT),
        new TermsReference(new Edition("2022-10"), "7e".repeat(32)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private ReplacementClaimed claimed(int ordinal) {
    return new ReplacementClaimed(
        plan,
        AT,
        theCase,
        ReplacementMode.DAMAGE,
        ordinal,
        Money.of(15_900, "EUR"),
        new FeeSource("SAMPLE", true),
        false);
  }

  private FeePaid paid(FeePurpose purpose, long minor, String reference) {
    return new FeePaid(
        plan, AT, theCase, purpose, Money.of(minor, "EUR"), reference, Optional.empty());
  }

  private CaseRefused refused() {
    return new CaseRefused(
        plan,
        AT,
        theCase,
        Set.of(RefusalCode.CHANNEL_NOT_AUTHORISED),
        List.of(),
        new Commitment(UUID.randomUUID(), "c0".repeat(32)));
  }

  private FeeRefunded refunded(long minor) {
    return new FeeRefunded(
        plan,
        AT,
        theCase,
        FeePurpose.MISSING_MATERIAL,
        Money.of(minor, "EUR"),
        new Commitment(UUID.randomUUID(), "c0".repeat(32)),
        false,
        Optional.empty(),
        "actor");
  }
}
