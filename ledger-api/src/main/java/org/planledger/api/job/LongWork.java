package org.planledger.api.job;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import org.planledger.api.command.Body;
import org.planledger.api.command.Callers;
import org.planledger.api.json.CanonicalJson;
import org.planledger.api.json.RequestReader;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What all requests for long work have in common: how they are read, and how they are answered
/// once the job has begun.
@Component
public final class LongWork {
  private final RequestReader reader;
  private final InstantSource clock;

  LongWork(RequestReader reader, InstantSource clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /// What was asked for.
  ///
  /// @param json the same in its canonical form, to be kept with the job
  // It is handed on at once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Asked<R>(R request, byte[] json) {}

  /// Reads a request; throws [org.planledger.api.problem.ProblemException] if nobody says who asks,
  /// or if its body is none of these.
  public <R extends Record> Asked<R> asked(HttpServletRequest http, Class<R> type) {
    Callers.of(http);
    var json = Body.json(http);
    return new Asked<>(reader.read(json, type), CanonicalJson.bytes(json));
  }

  /// Answers that a job has begun, with the place where it can be looked at.
  ///
  /// @param path under which the jobs of its kind are found
  /// @param answer how it is shown at a moment
  public <T extends Job.Task, A> ResponseEntity<A> begun(
      String path, Job<T> job, BiFunction<Job<T>, Instant, A> answer) {
    return ResponseEntity.accepted()
        .location(URI.create(path + "/" + job.id()))
        .body(answer.apply(job, clock.instant()));
  }
}
