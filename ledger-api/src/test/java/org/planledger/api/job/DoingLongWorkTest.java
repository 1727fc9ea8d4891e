package org.planledger.api.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase(migrations = KeptJobs.MIGRATIONS)
class DoingLongWorkTest {
  private static final String HERE = "here";
  private static final byte[] REQUEST = "{}".getBytes(UTF_8);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2024-01-15T09:00:00Z"));
  private final LedgerDatabase database;

  DoingLongWorkTest(LedgerDatabase database) {
    this.database = database;
  }

  /// How a job is shown here.
  private record Shown(
      UUID id, Job.State state, @Nullable Instant endedAt, @Nullable String failure, long done) {

    static Shown of(Job<? extends Job.Task> job, Instant now) {
      return new Shown(
          job.id(),
          job.state(),
          job.endedAt().orElse(null),
          job.failure().orElse(null),
          now.getEpochSecond());
    }
  }

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
    var jobs = jobs(HERE);
    var first = new Held();
    var running = jobs.begin(first, REQUEST);
    assertThat(running.state()).isEqualTo(Job.State.RUNNING);

    assertThat(jobs.tryToBegin(new Held(), REQUEST)).isEmpty();
    assertThatThrownBy(() -> jobs.begin(new Held(), REQUEST))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.BUSY);
              assertThat(problem.headers()).containsEntry("Retry-After", "5");
            });

    first.release.countDown();
    await(running);
    assertThat(running.state()).isEqualTo(Job.State.FINISHED);
    assertThat(jobs.begin(released(), REQUEST).id()).isNotEqualTo(running.id());
  }

  @Test
  void what_came_of_a_job_is_shown_to_the_byte_after_others_and_after_a_restart() {
    var jobs = jobs(HERE);
    var one = await(jobs.begin(released(), REQUEST));
    var shown = jobs.get(one.id());
    now.set(now.get().plusSeconds(5));

    await(jobs.begin(released(), REQUEST));
    assertThat(jobs.get(one.id())).isEqualTo(shown);
    assertThat(jobs(HERE).get(one.id())).isEqualTo(shown);
    assertThat(jobs("elsewhere").get(one.id())).isEqualTo(shown);
    assertThat(text(shown)).contains("\"state\":\"FINISHED\"");
  }

  @Test
  void a_job_that_ran_when_its_process_died_reads_as_failed() {
    var crashed = jobs(HERE);
    var job = crashed.begin(new Held(), REQUEST);
    var begun = now.get();
    now.set(begun.plusSeconds(5));

    assertThat(text(jobs(HERE).get(job.id())))
        .isEqualTo(
            """
            {"id":"%s","state":"FAILED","endedAt":"2024-01-15T09:00:00Z",\
            "failure":"The program ended before the sweep; begin another one.","done":%d}"""
                .formatted(job.id(), begun.getEpochSecond()));
    crashed.close();
  }

  @Test
  void a_job_of_another_process_runs_until_nothing_is_heard_of_it_any_more() {
    var other = jobs("elsewhere");
    var job = other.begin(new Held(), REQUEST);
    var begun = text(other.get(job.id()));

    now.set(now.get().plusSeconds(60));
    assertThat(text(jobs(HERE).get(job.id()))).isEqualTo(begun);
    now.set(now.get().plusSeconds(1));
    assertThat(text(jobs(HERE).get(job.id()))).contains("\"state\":\"FAILED\"");
    other.close();
  }

  @Test
  void a_running_job_gives_signs_of_life_until_it_ends() throws InterruptedException {
    var beats = new CountDownLatch(3);
    try (var _ = new Heart("heart of a test", Duration.ofMillis(1), beats::countDown)) {
      assertThat(beats.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("heart of a test"));
  }

  @Test
  void an_end_is_not_taken_back_by_a_late_sign_of_life() {
    var jobs = jobs(HERE);
    var job = await(jobs.begin(released(), REQUEST));
    var shown = jobs.get(job.id());

    kept(HERE).update(job.id(), Job.State.RUNNING, REQUEST, now.get());
    assertThat(jobs(HERE).get(job.id())).isEqualTo(shown);
  }

  @Test
  void a_job_of_another_kind_is_unknown() {
    var jobs = jobs(HERE);
    var job = await(jobs.begin(released(), REQUEST));

    assertUnknown(jobs, UUID.randomUUID());
    assertUnknown(new Jobs<Held>(Job.Kind.SIMULATION, kept(HERE), Shown::of, now::get), job.id());
  }

  @Test
  void a_job_that_cannot_go_on_says_why_and_a_fault_says_where_to_look() {
    var jobs = new Jobs<Job.Task>(Job.Kind.SWEEP, kept(HERE), Shown::of, now::get);
    var refused =
        awaitAny(
            jobs.begin(
                _ -> {
                  throw new JobFailedException("There is too much of it.");
                },
                REQUEST));
    assertThat(refused.state()).isEqualTo(Job.State.FAILED);
    assertThat(refused.failure()).contains("There is too much of it.");

    var broken =
        awaitAny(
            jobs.begin(
                _ -> {
                  throw new IllegalStateException("a secret of the machinery");
                },
                REQUEST));
    assertThat(broken.state()).isEqualTo(Job.State.FAILED);
    assertThat(broken.failure())
        .contains("The ledger failed; the operator finds the reason in the log.");
  }

  @Test
  void the_end_of_the_program_ends_the_job_and_no_other_begins() {
    var jobs = jobs(HERE);
    var running = jobs.begin(new Held(), REQUEST);

    jobs.close();

    assertThat(running.state()).isNotEqualTo(Job.State.RUNNING);
    assertThat(jobs(HERE).get(running.id())).isEqualTo(jobs.get(running.id()));
    assertThat(jobs.tryToBegin(new Held(), REQUEST)).isEmpty();
  }

  @Test
  void progress_is_counted_in_whole_numbers() {
    var since = Instant.parse("2024-01-15T09:00:00Z");

    assertThat(Progress.of(3_000, 10_000, since, since.plusMillis(1_500)))
        .isEqualTo(new Progress(3_000, 10_000, 7_000, 2_000));
    assertThat(Progress.of(0, 0, since, since)).isEqualTo(new Progress(0, 0, 0, 0));
  }

  private Jobs<Held> jobs(String node) {
    return new Jobs<>(Job.Kind.SWEEP, kept(node), Shown::of, now::get);
  }

  private KeptJobs kept(String node) {
    return new KeptJobs(JdbcClient.create(database.application()), node, () -> {});
  }

  private static String text(byte[] json) {
    return new String(json, UTF_8);
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
