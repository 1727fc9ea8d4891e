package org.planledger.api.operating;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/// The commands of an operator, told apart from a start of the server by their first word.
public final class Operating {

  private static final List<String> OPTIONS = List.of("--help", "-h", "--version", "-V");

  private Operating() {}

  /// Whether these arguments are a command, and not settings of the server.
  public static boolean isMeant(String... arguments) {
    return arguments.length > 0
        && (!arguments[0].startsWith("-") || OPTIONS.contains(arguments[0]));
  }

  /// Carries a command out.
  ///
  /// @return the exit code: 0 all is well, 1 a difference was found or the command was refused, 2
  ///     what was typed cannot be used or there is no server
  public static int run(String... arguments) {
    return run(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        arguments);
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new LedgerCommand())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              if (failure instanceof EndedException ended) {
                command.getErr().println(ended.getMessage());
                return ended.code();
              }
              // No verdict, so not the code of one.
              command.getErr().println("The command failed: " + failure);
              return EndedException.UNUSABLE;
            })
        .execute(arguments);
  }
}
