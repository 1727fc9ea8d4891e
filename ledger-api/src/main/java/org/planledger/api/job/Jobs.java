package org.planledger.api.job;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.AnswerJson;
import org.planledger.api.job.KeptJobs.Kept;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.store.LedgerStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.node.ObjectNode;

/// The jobs of one kind. In this process at most one runs at a time; all of them, those of other
/// processes too, are kept in the database with what came of them. A job whose process ended
/// without a word reads as failed.
///
/// @param <T> what is done
public final class Jobs<T extends Job.Task> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);
  private static final String FAULT =
      "The ledger failed; the operator finds the reason in the log.";
  private static final Duration BEAT = Duration.ofSeconds(5);

  /// Another process whose job has given no sign of life for so long counts as ended.
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Job.Kind kind;
  private final String name;
  private final KeptJobs kept;
  private final BiFunction<Job<T>, Instant, ?> answer;
  private final InstantSource clock;
  private @Nullable Job<T> last;
  private @Nullable Thread running;
  private volatile boolean ending;

  /// No job runs yet.
  ///
  /// @param answer how a job is shown at a moment: an object with the members `state`, `endedAt`
  ///     and `failure`
  public Jobs(
      Job.Kind kind, KeptJobs kept, BiFunction<Job<T>, Instant, ?> answer, InstantSource clock) {
    this.kind = kind;
    this.name = kind.name().toLowerCase(Locale.ROOT);
    this.kept = kept;
    this.answer = answer;
    this.clock = clock;
  }

  /// Throws [ProblemException] while a job runs here, before anything is done for another one.
  public synchronized void requireIdle() {
    if (isBusy()) {
      throw busy();
    }
  }

  /// Not whether its thread lives: whoever has seen a job's end may begin the next one.
  private boolean isBusy() {
    return ending || (last != null && last.state() == Job.State.RUNNING);
  }

  private ProblemException busy() {
    return ProblemException.of(ProblemType.BUSY, "Another " + name + " is running.")
        .with("Retry-After", "5");
  }

  /// Begins a job; throws [ProblemException] while another one runs here.
  ///
  /// @param request what was asked for, as JSON
  public Job<T> begin(T task, byte[] request) {
    return tryToBegin(task, request).orElseThrow(this::busy);
  }

  /// Begins a job; none while another one runs here.
  ///
  /// @param request what was asked for, as JSON
  public synchronized Optional<Job<T>> tryToBegin(T task, byte[] request) {
    if (isBusy()) {
      return Optional.empty();
    }
    var job = new Job<>(UuidCreator.getTimeOrderedEpoch(), task, clock.instant());
    kept.begin(kind, job.id(), request, shown(job, job.startedAt()), job.startedAt());
    last = job;
    running = Thread.ofPlatform().name(name).start(() -> run(job));
    return Optional.of(job);
  }

  /// How a job is shown, as JSON; throws [ProblemException] if there is none of that id.
  public byte[] get(UUID id) {
    return here(id)
        .map(job -> shown(job, clock.instant()))
        .or(() -> kept.find(kind, id).map(this::shown))
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_JOB));
  }

  private synchronized Optional<Job<T>> here(UUID id) {
    return Optional.ofNullable(last).filter(job -> job.id().equals(id));
  }

  private byte[] shown(Job<T> job, Instant at) {
    return AnswerJson.MAPPER.writeValueAsBytes(answer.apply(job, at));
  }

  private byte[] shown(Kept job) {
    return job.state() == Job.State.RUNNING && isSilent(job)
        ? interrupted(job)
        : job.answer().toArray();
  }

  /// What runs in this process is not looked for in the database: a row that says so is of an
  /// earlier process of the same name.
  private boolean isSilent(Kept job) {
    return job.here() || job.seenAt().isBefore(clock.instant().minus(SILENCE));
  }

  private byte[] interrupted(Kept job) {
    var shown = (ObjectNode) AnswerJson.MAPPER.readTree(job.answer().toArray());
    shown.put("state", Job.State.FAILED.name());
    shown.put("endedAt", job.seenAt().toString());
    shown.put("failure", "The program ended before the %s; begin another one.".formatted(name));
    return AnswerJson.MAPPER.writeValueAsBytes(shown);
  }

  /// Has the running job stop where it is, and waits for that.
  @Override
  public void close() {
    ending = true;
    Thread current;
    synchronized (this) {
      current = running;
    }
    try {
      if (current != null && !current.join(PATIENCE_AT_THE_END)) {
        LOG.warn("The {} did not stop in {}", name, PATIENCE_AT_THE_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Job<T> job) {
    // What is said of a job that an Error ends.
    String failure = FAULT;
    try (var _ = new Heart(name + "-heart", BEAT, () -> keep(job, clock.instant()))) {
      job.task().run(() -> ending);
      failure = null;
    } catch (JobFailedException e) {
      failure = e.getMessage();
    } catch (RuntimeException e) {
      // Nobody waits for this thread: whoever looks at the job has to learn that it is over.
      if (!ending) {
        LOG.error("The {} {} failed", name, job.id(), e);
      }
    } finally {
      // Kept first: an end that somebody has seen is still the end after a crash.
      var at = clock.instant();
      keep(job.asEnded(at, failure), at);
      job.ended(at, failure);
    }
  }

  /// A job goes on although it cannot be kept for the moment.
  private void keep(Job<T> job, Instant at) {
    try {
      kept.update(job.id(), job.state(), shown(job, at), at);
    } catch (DataAccessException | LedgerStoreException e) {
      LOG.warn("How far the {} {} is could not be kept", name, job.id(), e);
    }
  }
}
