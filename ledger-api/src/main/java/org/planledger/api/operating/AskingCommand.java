package org.planledger.api.operating;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// What all commands share that ask a server to do something.
abstract class AskingCommand implements Callable<Integer> {

  @Mixin private ServerOptions options = new ServerOptions();

  @Option(names = "--json", description = "answer in JSON, one object a line")
  private boolean json;

  /// The server's settings, for the one that a command starts for itself.
  @Unmatched private List<String> settings = new ArrayList<>();

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
    try (LedgerServer server = options.open(settings)) {
      return ask(server, screen);
    }
  }
}
