package org.planledger.api.operating;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Shows how far a command is and what came of it: people read lines, programs one JSON object in
/// each line. Progress goes to the error output, so that it never stands in what is piped on; on a
/// terminal it stays in one line.
final class Screen {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();
  private static final int LINE_CHARACTERS = 100;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final boolean terminal;
  private long lastProgress = System.nanoTime();
  private boolean unfinished;

  Screen(PrintWriter out, PrintWriter err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /// How far the work is.
  ///
  /// @param what is done, in a word or two
  /// @param total of how much; less than 0 if nobody can say
  /// @param remainingSeconds less than 0 if nobody can say
  void progress(String what, long done, long total, long perSecond, long remainingSeconds) {
    if (json) {
      ObjectNode line = object().put("type", "progress").put("step", what);
      line.put("done", done);
      if (total >= 0) {
        line.put("total", total);
      }
      line.put("perSecond", perSecond);
      if (remainingSeconds >= 0) {
        line.put("remainingSeconds", remainingSeconds);
      }
      out.println(line);
      out.flush();
    } else if (terminal) {
      err.print("\r" + padded(line(what, done, total, perSecond, remainingSeconds)));
      err.flush();
      unfinished = true;
    } else if (System.nanoTime() - lastProgress >= QUIET_NANOS) {
      lastProgress = System.nanoTime();
      err.println(line(what, done, total, perSecond, remainingSeconds));
    }
  }

  private static String line(
      String what, long done, long total, long perSecond, long remainingSeconds) {
    String of = total < 0 ? "" : String.format(Locale.ROOT, " of %,d", total);
    String line = String.format(Locale.ROOT, "%s: %,d%s, %,d/s", what, done, of, perSecond);
    return remainingSeconds < 0
        ? line
        : line + String.format(Locale.ROOT, ", %,d s left", remainingSeconds);
  }

  private static String padded(String line) {
    return line + " ".repeat(Math.max(0, LINE_CHARACTERS - line.length()));
  }

  /// What came of it.
  ///
  /// @param line for people
  /// @param result for programs
  void result(String line, JsonNode result) {
    if (unfinished) {
      err.println();
      unfinished = false;
    }
    if (json) {
      ObjectNode object = object().put("type", "result");
      result.properties().forEach(member -> object.set(member.getKey(), member.getValue()));
      out.println(object);
    } else {
      out.println(line);
    }
    out.flush();
  }
}
