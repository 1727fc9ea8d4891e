package org.planledger.api.operating;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// What is typed before one of the commands. A new one is a class of its own, named here.
@Command(
    name = "ledger-api",
    description = {
      "Without a command it starts the server; its settings are given as --name=value.",
      "Exit codes of the commands: 0 all is well, 1 a difference was found or the command was"
          + " refused, 2 what was typed cannot be used or there is no server."
    },
    mixinStandardHelpOptions = true,
    version = "Plan Ledger",
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {
      RebuildCommand.class,
      VerifyLedgerCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ReconcileCommand.class,
      ClosePeriodCommand.class,
      ExportCommand.class,
      ImportSettlementCommand.class,
      RehearseCommand.class,
      HelpCommand.class
    })
final class LedgerCommand implements Runnable {

  /// Never reached by a start of the server.
  @Override
  public void run() {
    throw EndedException.unusable("Name a command; --help lists them.");
  }
}
