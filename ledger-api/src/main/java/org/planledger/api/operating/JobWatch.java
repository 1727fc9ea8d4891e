package org.planledger.api.operating;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// Begins long work on a server and follows it to its end.
final class JobWatch {

  private static final long POLL_NANOS = Duration.ofMillis(200).toNanos();

  private final LedgerServer server;
  private final Screen screen;

  JobWatch(LedgerServer server, Screen screen) {
    this.server = server;
    this.screen = screen;
  }

  /// Does it.
  ///
  /// @param name what is done, for people
  /// @return how the server shows it in the end
  JsonNode run(String path, JsonNode request, String name) {
    return follow(server.post(path, request), path, name);
  }

  /// Follows what was begun.
  ///
  /// @param path where work of its kind is shown
  JsonNode follow(JsonNode begun, String path, String name) {
    JsonNode job = begun;
    String id = job.path("id").asString("");
    while (job.path("state").asString("").equals("RUNNING")) {
      LockSupport.parkNanos(POLL_NANOS);
      job = server.get(path + "/" + id);
      show(job.path("progress"), name);
    }
    if (!job.path("state").asString("").equals("FINISHED")) {
      throw EndedException.refused(name + ": " + job.path("failure").asString("it failed"));
    }
    return job;
  }

  private void show(JsonNode progress, String name) {
    long perSecond = progress.path("perSecond").asLong(0);
    boolean counted = progress.path("total").isNumber();
    long total = counted ? progress.path("total").asLong(0) : -1;
    long left = total - progress.path("done").asLong(0);
    JsonNode phase = progress.path("phase");
    screen.progress(
        phase.isString() ? name + " " + words(phase.stringValue()) : name,
        progress.path("done").asLong(0),
        total,
        perSecond,
        perSecond == 0 || !counted ? -1 : Math.max(0, left) / perSecond);
  }

  private static String words(String phase) {
    return phase.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
