package org.planledger.core.store.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.sealing.Alarms.Alarm;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

/// What a verification looks at, when, and what becomes of its findings.
@OnEachDatabase
class VerifyingTheLedgerTest extends LedgerToVerify {

  VerifyingTheLedgerTest(LedgerDatabase shared) {
    super(shared);
  }

  @Test
  void a_ledger_that_nobody_changed_is_found_to_be_well() {
    AtomicLong total = new AtomicLong();
    AtomicLong done = new AtomicLong();
    VerificationResult full =
        verifier(book.alarms)
            .verify(Extent.FULL, new Verifier.Progress(total::set, done::set, () -> false))
            .orElseThrow();

    assertThat(full.findings()).isEmpty();
    assertThat(full.extent()).isEqualTo(Extent.FULL);
    assertThat(full.checkpoint()).isEqualTo(book.log.newest().orElseThrow().number());
    assertThat(total.get()).isEqualTo(48 + 49 + 48);
    assertThat(done.get()).isEqualTo(total.get());
    assertThat(book.alarms.all()).isEmpty();
  }

  @Test
  void the_next_one_looks_at_what_is_new_only() {
    assertThat(verify(Extent.INCREMENTAL).extent()).isEqualTo(Extent.FULL);
    book.record("stream-0", 9).record("late", 0);
    AtomicLong total = new AtomicLong();
    VerificationResult next =
        verifier(book.alarms)
            .verify(Extent.INCREMENTAL, new Verifier.Progress(total::set, _ -> {}, () -> false))
            .orElseThrow();

    assertThat(next.extent()).isEqualTo(Extent.INCREMENTAL);
    assertThat(next.findings()).isEmpty();
    assertThat(total.get()).isEqualTo(6);
  }

  @Test
  void what_is_new_is_looked_at_as_closely() {
    verify(Extent.FULL);
    book.record("stream-0", 9).record("late", 0);
    sealer.seal();
    book.tamper("update ledger_event set type = 'Forged' where position = 50");

    assertThat(found(Extent.INCREMENTAL))
        .containsExactly(
            "ledger_event position 50: its leaf hash does not fit its bytes",
            "ledger_event position 50: it is not what was sealed");
    assertThat(verify(Extent.INCREMENTAL).extent())
        .as("after damage everything is looked at")
        .isEqualTo(Extent.FULL);
  }

  @Test
  void one_that_is_stopped_is_not_recorded() {
    Verifier verifier = verifier(book.alarms);

    assertThat(verifier.verify(Extent.FULL, new Verifier.Progress(_ -> {}, _ -> {}, () -> true)))
        .isEmpty();
    assertThat(verifier.last()).isEmpty();
  }

  @Test
  void the_alarm_outlives_the_process_and_ends_with_the_damage() {
    book.tamper("update ledger_attempt set actor = 'somebody else' where number = 3");
    verify(Extent.FULL);
    Alarms afterRestart = new Alarms(Instant::now);
    Verifier verifier = verifier(afterRestart);

    assertThat(verifier.last().orElseThrow().finding())
        .isEqualTo("ledger_attempt number 3: it is not what was sealed");
    assertThat(afterRestart.all().stream().map(Alarm::what))
        .containsExactly("ledger_attempt number 3: it is not what was sealed");
    book.tamper("update ledger_attempt set actor = 'tester' where number = 3");
    assertThat(verify(Extent.INCREMENTAL).findings()).isEmpty();
    assertThat(book.alarms.all()).isEmpty();
  }
}
