package org.planledger.api.testing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Begins long work over HTTP and waits for its end.
public final class Work {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Work() {}

  /// What came of it in the end.
  public static Answer done(Desk desk, String path, Map<String, ?> body) {
    var accepted = desk.post(path, body).expect(202);
    var location = accepted.header("Location").orElseThrow();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var answer = desk.get(location).expect(200);
      if (!answer.text("/state").equals("RUNNING")) {
        return answer;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("still running after " + PATIENCE + ": " + answer);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
