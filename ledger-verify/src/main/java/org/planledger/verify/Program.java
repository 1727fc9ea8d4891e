package org.planledger.verify;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// What is typed before one of the commands.
@Command(
    name = "ledger-verify",
    description = {
      "Checks what a plan ledger handed out, offline and without trusting it.",
      "Exit codes: 0 all is as it was recorded, 1 it is not, 2 the input cannot be used."
    },
    version =
        "ledger-verify, formats plan-ledger-bundle/1, plan-ledger-absence/1, plan-ledger-log/1",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      VerifyCommand.class,
      ConsistencyCommand.class,
      LogCommand.class,
      CheckpointCommand.class,
      HelpCommand.class
    })
final class Program {}
