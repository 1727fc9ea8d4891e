package org.planledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.planledger.core.json.LedgerJson;
import tools.jackson.databind.JsonNode;

/// Has a server do long work and waits for its end. The server times it, from the beginning of the
/// job to its end; what is sent before is not in it.
final class JobClient {

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  JobClient(int port) {
    this.port = port;
  }

  /// Does it, and waits for its end.
  ///
  /// @param jobs under which path work of its kind is shown
  JsonNode work(String path, String jobs, String type, BodyPublisher body)
      throws InterruptedException {
    var begun = post(path, type, body, 202);
    var job = begun;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (job.get("state").stringValue().equals("RUNNING")) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the work does not end: " + job);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      job = get(jobs + "/" + begun.get("id").stringValue());
    }
    if (!job.get("state").stringValue().equals("FINISHED")) {
      throw new LostCommandsException(job.toString());
    }
    return job;
  }

  /// How long a job took.
  static double seconds(JsonNode job) {
    var took =
        Duration.between(
            Instant.parse(job.get("startedAt").stringValue()),
            Instant.parse(job.get("endedAt").stringValue()));
    return Math.max(1, took.toMillis()) / 1e3;
  }

  JsonNode post(String path, String type, BodyPublisher body, int status)
      throws InterruptedException {
    return json(
        request(path)
            .header("Content-Type", type)
            .header("Idempotency-Key", "bench-" + UUID.randomUUID())
            .POST(body)
            .build(),
        status);
  }

  private JsonNode get(String path) throws InterruptedException {
    return json(request(path).GET().build(), 200);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(PATIENCE);
  }

  private JsonNode json(HttpRequest request, int status) throws InterruptedException {
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != status) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return LedgerJson.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
