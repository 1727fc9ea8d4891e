package org.planledger.api.operating;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What all commands share that ask a server to do something.
abstract class AskingCommand implements Callable<Integer> {

  @Mixin private ServerOptions options = new ServerOptions();

  @Option(names = "--json", description = "answer in JSON, one object a line")
  private boolean json;

  /// Set by picocli before anything is called.
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  /// Does what the command is for.
  ///
  /// @return the exit code
  abstract int ask(LedgerServer server, Screen screen);

  @Override
  public final Integer call() {
    Screen screen = new Screen(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
    try (LedgerServer server = options.open()) {
      return ask(server, screen);
    }
  }
}
