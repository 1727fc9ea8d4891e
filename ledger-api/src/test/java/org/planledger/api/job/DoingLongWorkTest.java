package org.planledger.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;

class DoingLongWorkTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2024-01-15T09:00:00Z"));

  /// Works until it is let go.
  private static final class Held implements Job.Task {
    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    public void run(BooleanSupplier ending) {
      try {
        while (!ending.getAsBoolean() && !release.await(5, TimeUnit.MILLISECONDS)) {
          Thread.onSpinWait();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void a_second_job_has_to_wait_for_the_first() throws InterruptedException {
    var jobs = jobs(5);
    var first = new Held();
    var running = jobs.begin(first);
    assertThat(running.state()).isEqualTo(Job.State.RUNNING);

    assertThat(jobs.tryToBegin(new Held())).isEmpty();
    assertThatThrownBy(() -> jobs.begin(new Held()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.BUSY);
              assertThat(problem.headers()).containsEntry("Retry-After", "5");
            });

    first.release.countDown();
    await(running);
    assertThat(running.state()).isEqualTo(Job.State.FINISHED);
    assertThat(jobs.begin(released()).id()).isNotEqualTo(running.id());
  }

  @Test
  void only_the_last_ones_are_remembered_and_those_not_for_ever() {
    var jobs = jobs(2);
    var one = await(jobs.begin(released()));
    var two = await(jobs.begin(released()));
    var three = await(jobs.begin(released()));

    assertThat(jobs.get(two.id())).isSameAs(two);
    assertThat(jobs.get(three.id())).isSameAs(three);
    assertUnknown(jobs, one.id());

    now.set(now.get().plus(DAY).plusSeconds(1));
    assertUnknown(jobs, three.id());
  }

  @Test
  void a_job_that_cannot_go_on_says_why_and_a_fault_says_where_to_look() {
    var jobs = new Jobs<Job.Task>("work", 5, DAY, now::get);
    var refused =
        awaitAny(
            jobs.begin(
                _ -> {
                  throw new JobFailedException("There is too much of it.");
                }));
    assertThat(refused.state()).isEqualTo(Job.State.FAILED);
    assertThat(refused.failure()).contains("There is too much of it.");

    var broken =
        awaitAny(
            jobs.begin(
                _ -> {
                  throw new IllegalStateException("a secret of the machinery");
                }));
    assertThat(broken.state()).isEqualTo(Job.State.FAILED);
    assertThat(broken.failure())
        .contains("The ledger failed; the operator finds the reason in the log.");
  }

  @Test
  void the_end_of_the_program_ends_the_job_and_no_other_begins() {
    var jobs = jobs(5);
    var running = jobs.begin(new Held());

    jobs.close();

    assertThat(running.state()).isNotEqualTo(Job.State.RUNNING);
    assertThat(jobs.tryToBegin(new Held())).isEmpty();
  }

  @Test
  void progress_is_counted_in_whole_numbers() {
    var since = Instant.parse("2024-01-15T09:00:00Z");

    assertThat(Progress.of(3_000, 10_000, since, since.plusMillis(1_500)))
        .isEqualTo(new Progress(3_000, 10_000, 7_000, 2_000));
    assertThat(Progress.of(0, 0, since, since)).isEqualTo(new Progress(0, 0, 0, 0));
  }

  private Jobs<Held> jobs(int kept) {
    return new Jobs<>("work", kept, DAY, now::get);
  }

  private static Held released() {
    var held = new Held();
    held.release.countDown();
    return held;
  }

  private static Job<Held> await(Job<Held> job) {
    awaitAny(job);
    return job;
  }

  private static Job<?> awaitAny(Job<?> job) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (job.state() == Job.State.RUNNING) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
    return job;
  }

  private static void assertUnknown(Jobs<Held> jobs, UUID id) {
    assertThatThrownBy(() -> jobs.get(id))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_JOB));
  }
}
