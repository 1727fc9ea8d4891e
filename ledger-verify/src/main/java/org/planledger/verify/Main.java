package org.planledger.verify;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.report.Report;
import picocli.CommandLine;

/// Runs a command and ends with 0, 1 or 2.
public final class Main {

  /// The input cannot be used, or the command was mistyped.
  static final int UNUSABLE = 2;

  private Main() {}

  /// Starts the program.
  public static void main(String[] args) {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = UNUSABLE;
    try {
      code = run(out, err, args);
    } catch (OutOfMemoryError e) {
      err.println("UNUSABLE  there is not enough memory for this input: give more with java -Xmx");
    } catch (Error e) {
      err.println("UNUSABLE  the verifier itself failed: " + Report.printable(e));
    } finally {
      // Never the code that the JVM would choose for a failure: it is that of a verdict.
      System.exit(code);
    }
  }

  /// Runs a command with these outputs.
  ///
  /// @return the exit code
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Program())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              command.getErr().println(sentence(failure));
              return UNUSABLE;
            })
        .execute(args);
  }

  private static String sentence(Exception failure) {
    if (failure instanceof UnusableInputException unusable) {
      return "UNUSABLE  " + Report.printable(unusable.sentence());
    }
    // No verdict, so neither of the codes that are one.
    return "UNUSABLE  the verifier itself failed: " + Report.printable(failure);
  }
}
