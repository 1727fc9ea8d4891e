package org.planledger.api.rebuild;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.planledger.api.job.Job;
import org.planledger.api.job.Jobs;
import org.planledger.api.job.KeptJobs;
import org.planledger.projections.rebuild.ViewRebuilds;
import org.springframework.stereotype.Component;

/// Begins to build views anew, because somebody asks.
@Component
final class RebuildJobs implements AutoCloseable {
  private final ViewRebuilds rebuilds;
  private final InstantSource clock;
  private final Jobs<Rebuilding> jobs;

  RebuildJobs(ViewRebuilds rebuilds, InstantSource clock, KeptJobs kept) {
    this.rebuilds = rebuilds;
    this.clock = clock;
    this.jobs = new Jobs<>(Job.Kind.REBUILD, kept, RebuildAnswer::of, clock);
  }

  /// The names of the views there are.
  List<String> views() {
    return rebuilds.names();
  }

  /// Begins one; throws [org.planledger.api.problem.ProblemException] while another one runs.
  ///
  /// @param json what was asked for
  Job<Rebuilding> begin(RebuildRequest request, byte[] json) {
    return jobs.begin(
        new Rebuilding(
            rebuilds,
            UuidCreator.getTimeOrderedEpoch(),
            request.view(),
            request.switching().orElse(false),
            request.keep().orElse(true),
            clock),
        json);
  }

  /// How one is shown; throws [org.planledger.api.problem.ProblemException] if there is none.
  byte[] get(UUID id) {
    return jobs.get(id);
  }

  /// Ends before the database that the running one writes to.
  @Override
  public void close() {
    jobs.close();
  }
}
