package org.planledger.bench;

import java.io.File;
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
import java.util.regex.Pattern;

/// A server in a process of its own, as it runs in production.
final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Pattern LISTENS = Pattern.compile("listens on http://localhost:(\\d+)");
  private static final String API = "ledger-api";
  private static final String API_MAIN = "org.planledger.api.LedgerApplication";

  private final Process process;
  private final Path output;
  private final int port;

  private ServerProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
    this.port = awaitPort();
  }

  /// Starts the ledger, as it is shipped where that has been built, and otherwise from its classes.
  static ServerProcess ledger(Path folder, List<String> arguments) {
    return ledger(folder, List.of("-Xmx2g"), arguments);
  }

  /// The same with other settings of its virtual machine.
  static ServerProcess ledger(Path folder, List<String> machine, List<String> arguments) {
    Path program =
        classPath().stream()
            .filter(ServerProcess::isApi)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(API + " is not on the class path"));
    return Files.isDirectory(program)
        ? start(folder, machine, List.of("-cp", joined(classPath()), API_MAIN), arguments)
        : start(folder, machine, List.of("-jar", program.toString()), arguments);
  }

  /// Starts a program of this module.
  static ServerProcess own(Path folder, Class<?> program, List<String> arguments) {
    var others = classPath().stream().filter(entry -> !isApi(entry)).toList();
    return start(
        folder, List.of("-Xmx2g"), List.of("-cp", joined(others), program.getName()), arguments);
  }

  private static boolean isApi(Path entry) {
    String name = entry.toString().replace(File.separatorChar, '/');
    return name.contains("/" + API + "/target/") || name.matches(".*/" + API + "-[^/]*\\.jar");
  }

  private static List<Path> classPath() {
    String own = System.getProperty("java.class.path");
    // Surefire hides the class path of tests in a jar, and tells it here.
    String told = System.getProperty("surefire.test.class.path", own);
    return Arrays.stream(told.split(Pattern.quote(File.pathSeparator))).map(Path::of).toList();
  }

  private static String joined(List<Path> entries) {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  private static ServerProcess start(
      Path folder, List<String> machine, List<String> program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machine);
    command.add("-XX:+UseParallelGC");
    command.add("-Daxoniq.update-checker.disabled=true");
    command.addAll(program);
    command.add("--server.port=0");
    command.addAll(arguments);
    try {
      Path output = folder.resolve("server.log");
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.matches("(LEDGER|SPRING|SERVER)_.*"));
      return new ServerProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException("the server does not start", e);
    }
  }

  private int awaitPort() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      var said = LISTENS.matcher(output());
      if (said.find()) {
        return Integer.parseInt(said.group(1));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    process.destroyForcibly();
    throw new IllegalStateException("the server does not listen:\n" + output());
  }

  private String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException("what the server says cannot be read", e);
    }
  }

  long pid() {
    return process.pid();
  }

  int port() {
    return port;
  }

  /// Asks it to end, and waits for that.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the server does not end:\n" + output());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
