package org.planledger.core.store.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program in a JVM of its own, with the class path of the tests, to be killed at any moment.
/// It is heard line by line: a line that was read here was written before the kill.
public final class ChildProcess implements AutoCloseable {

  private final Process process;
  private final Thread reader;
  private final List<String> lines = new ArrayList<>();

  private ChildProcess(Process process) {
    this.process = process;
    this.reader = Thread.ofPlatform().name("child-output").start(this::readLines);
  }

  /// Starts a class's main method. What it writes to its error stream goes to ours.
  public static ChildProcess start(Class<?> mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Daxoniq.update-checker.disabled=true");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass.getName());
    command.addAll(List.of(arguments));
    try {
      return new ChildProcess(new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException("The child process does not start", e);
    }
  }

  private void readLines() {
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      while (line != null) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
        line = output.readLine();
      }
    } catch (IOException e) {
      // A killed child's pipe may break instead of ending; what was read counts.
      synchronized (lines) {
        lines.notifyAll();
      }
    }
  }

  /// All lines so far.
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /// Waits until the child has written so many lines.
  ///
  /// @throws TimeoutException if it takes longer, or the child ends before
  public void awaitLines(int count, Duration patience)
      throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (lines) {
      while (lines.size() < count) {
        long remainingMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (remainingMillis <= 0 || (!process.isAlive() && !reader.isAlive())) {
          throw new TimeoutException("The child wrote " + lines.size() + " of " + count + " lines");
        }
        lines.wait(Math.min(remainingMillis, 100));
      }
    }
  }

  /// Kills the child at once (SIGKILL) and reads what it had written by then.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
  }

  /// Ends the child's input, by which a well-behaved one knows to stop, and waits for its end.
  ///
  /// @return its exit code
  public int finish(Duration patience) throws InterruptedException, TimeoutException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new TimeoutException("The child does not stop");
    }
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
