package org.planledger.api.job;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The jobs of one kind: at most one runs at a time, and the last ones are remembered, in memory
/// only.
///
/// @param <T> what is done
public final class Jobs<T extends Job.Task> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);

  private final String kind;
  private final int kept;
  private final Duration keptFor;
  private final InstantSource clock;
  private final Map<UUID, Job<T>> jobs = new LinkedHashMap<>();
  private @Nullable Thread running;
  private volatile boolean ending;

  /// No jobs yet.
  ///
  /// @param kind what they are called in the log
  /// @param kept how many are remembered at most
  /// @param keptFor how long one is remembered after its end
  public Jobs(String kind, int kept, Duration keptFor, InstantSource clock) {
    this.kind = kind;
    this.kept = kept;
    this.keptFor = keptFor;
    this.clock = clock;
  }

  /// Begins a job; throws [ProblemException] while another one runs.
  public Job<T> begin(T task) {
    return tryToBegin(task)
        .orElseThrow(
            () ->
                ProblemException.of(ProblemType.BUSY, "Another " + kind + " is running.")
                    .with("Retry-After", "5"));
  }

  /// Begins a job; none while another one runs.
  public synchronized Optional<Job<T>> tryToBegin(T task) {
    if (ending || (running != null && running.isAlive())) {
      return Optional.empty();
    }
    forget();
    var job = new Job<>(UuidCreator.getTimeOrderedEpoch(), task, clock.instant());
    jobs.put(job.id(), job);
    running = Thread.ofPlatform().name(kind).start(() -> run(job));
    return Optional.of(job);
  }

  /// A job that is running or remembered; throws [ProblemException] for any other.
  public synchronized Job<T> get(UUID id) {
    forget();
    return Optional.ofNullable(jobs.get(id))
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_JOB));
  }

  /// Has the running job stop where it is, and waits for that.
  @Override
  public void close() {
    ending = true;
    Thread last;
    synchronized (this) {
      last = running;
    }
    try {
      if (last != null && !last.join(PATIENCE_AT_THE_END)) {
        LOG.warn("The {} did not stop in {}", kind, PATIENCE_AT_THE_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Job<T> job) {
    String failure = null;
    try {
      job.task().run(() -> ending);
    } catch (JobFailedException e) {
      failure = e.getMessage();
    } catch (RuntimeException e) {
      // Nobody waits for this thread: whoever looks at the job has to learn that it is over.
      failure = "The ledger failed; the operator finds the reason in the log.";
      if (!ending) {
        LOG.error("The {} {} failed", kind, job.id(), e);
      }
    } finally {
      job.ended(clock.instant(), failure);
    }
  }

  /// Lets go of jobs that are too many or too old; the running one is neither.
  private void forget() {
    var oldest = clock.instant().minus(keptFor);
    jobs.values().removeIf(job -> job.endedAt().filter(oldest::isAfter).isPresent());
    var each = jobs.values().iterator();
    while (jobs.size() >= kept + 1 && each.hasNext()) {
      if (each.next().endedAt().isPresent()) {
        each.remove();
      }
    }
  }
}
