package org.planledger.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planledger.api.LedgerApplication;

/// The whole program in a process of its own, for tests that watch how it begins or how it ends.
public final class LedgerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern LISTENS = Pattern.compile("listens on http://localhost:(\\d+)");

  private final Path folder;
  private final Process process;

  private LedgerProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /// Starts the program in a folder, with nothing in its environment that would change it.
  public static LedgerProcess start(Path folder, List<String> database, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(LedgerApplication.class.getName());
    command.addAll(database);
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(LEDGER|SPRING|SERVER)_.*"));
    try {
      return new LedgerProcess(folder, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until it says that it listens.
  ///
  /// @return its port
  public int awaitListening() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Matcher said = LISTENS.matcher(output());
      if (said.find()) {
        return Integer.parseInt(said.group(1));
      }
      if (!process.isAlive()) {
        break;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("The ledger does not listen: " + output() + errors());
  }

  /// Speaks to it; it must listen.
  public LedgerHttp http() {
    return new LedgerHttp("http://localhost:" + awaitListening());
  }

  /// Waits until it has ended by itself.
  ///
  /// @return its exit code
  public int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The ledger does not end: " + output() + errors());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the ledger to end", e);
    }
  }

  /// Asks it to end, as the operating system does.
  public void terminate() {
    process.destroy();
  }

  /// Kills it at once; it has no chance to write anything more.
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /// What it has said so far.
  public String output() {
    return read("out.txt");
  }

  /// What it has complained about so far.
  public String errors() {
    return read("err.txt");
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
