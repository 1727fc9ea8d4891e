package org.planledger.api.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One piece of long work, while it runs and after.
///
/// @param <T> what is done
public final class Job<T extends Job.Task> {

  /// What kind of work it is.
  public enum Kind {
    SWEEP,
    SIMULATION,
    VERIFICATION,
    REBUILD,
    BACKUP,
    IMPORT
  }

  /// How far it is.
  public enum State {
    RUNNING,
    FINISHED,
    /// It ended before its end; what it had done by then stays.
    FAILED
  }

  /// The work itself. It tells how far it is while another thread does it.
  public interface Task {

    /// Does the work.
    ///
    /// @param ending whether the program is ending: then it stops as soon as it can
    /// @throws JobFailedException with the reason, if it cannot be brought to its end
    void run(BooleanSupplier ending);
  }

  private record End(Instant at, @Nullable String failure) {}

  private final UUID id;
  private final T task;
  private final Instant startedAt;
  private volatile @Nullable End end;

  Job(UUID id, T task, Instant startedAt) {
    this.id = id;
    this.task = task;
    this.startedAt = startedAt;
  }

  public UUID id() {
    return id;
  }

  public T task() {
    return task;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public State state() {
    var ended = end;
    if (ended == null) {
      return State.RUNNING;
    }
    return ended.failure == null ? State.FINISHED : State.FAILED;
  }

  /// When it ended; none while it runs.
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(end).map(End::at);
  }

  /// Why it ended before its end.
  public Optional<String> failure() {
    return Optional.ofNullable(end).flatMap(ended -> Optional.ofNullable(ended.failure()));
  }

  void ended(Instant at, @Nullable String failure) {
    end = new End(at, failure);
  }

  /// The same job as it will be seen once it has ended.
  Job<T> asEnded(Instant at, @Nullable String failure) {
    var job = new Job<>(id, task, startedAt);
    job.ended(at, failure);
    return job;
  }
}
