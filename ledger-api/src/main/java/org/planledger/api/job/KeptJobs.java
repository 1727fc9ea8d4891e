package org.planledger.api.job;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.planledger.api.job.Job.Kind;
import org.planledger.api.job.Job.State;
import org.planledger.core.store.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The jobs of every process that works on the ledger, as the database keeps them. Nothing is
/// deleted, so that what came of a job can be cited.
public final class KeptJobs {

  /// The folder of its migrations; their versions count from 200.
  public static final String MIGRATIONS = "db/jobs";

  private final JdbcClient jdbc;
  private final String node;
  private final Runnable force;

  /// @param node the name of this process among those that share the database
  /// @param force returns when all that was committed before is on disk
  public KeptJobs(JdbcClient jdbc, String node, Runnable force) {
    this.jdbc = jdbc;
    this.node = node;
    this.force = force;
  }

  /// A job as it was last written.
  ///
  /// @param here whether it was this process that carried it out, or one of the same name before
  /// @param answer what was shown of it, byte for byte
  /// @param seenAt when its process last gave a sign of life
  record Kept(State state, boolean here, Bytes answer, Instant seenAt) {}

  /// Keeps a job that begins. It is known after a crash from now on, as whoever gets its id
  /// expects.
  ///
  /// @param request what was asked for, as JSON
  void begin(Kind kind, UUID id, byte[] request, byte[] answer, Instant at) {
    jdbc.sql(
            """
            insert into job (id, kind, state, node, started_at, seen_at, request, answer)
            values (:id, :kind, :state, :node, :at, :at, :request, :answer)
            """)
        .param("id", id)
        .param("kind", kind.name())
        .param("state", State.RUNNING.name())
        .param("node", node)
        .param("at", moment(at))
        .param("request", request)
        .param("answer", answer)
        .update();
    force.run();
  }

  /// Keeps how far a job is, or how it ended; an end is never taken back, and on disk with all that
  /// the job has done.
  void update(UUID id, State state, byte[] answer, Instant at) {
    jdbc.sql(
            """
            update job set state = :state, seen_at = :at, answer = :answer
            where id = :id and state = 'RUNNING'
            """)
        .param("state", state.name())
        .param("at", moment(at))
        .param("answer", answer)
        .param("id", id)
        .update();
    if (state != State.RUNNING) {
      force.run();
    }
  }

  Optional<Kept> find(Kind kind, UUID id) {
    return jdbc.sql("select state, node, answer, seen_at from job where id = :id and kind = :kind")
        .param("id", id)
        .param("kind", kind.name())
        .query(
            (row, _) ->
                new Kept(
                    State.valueOf(row.getString("state")),
                    row.getString("node").equals(node),
                    Bytes.of(row.getBytes("answer")),
                    row.getObject("seen_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private static OffsetDateTime moment(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
