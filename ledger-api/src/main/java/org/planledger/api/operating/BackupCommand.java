package org.planledger.api.operating;

import java.util.Locale;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/// Has the server write a backup.
@Command(
    name = "backup",
    description = {
      "write all that cannot be made again into one file, in the backup folder of the server;",
      "the ledger's keys are not in it: keep them apart"
    },
    mixinStandardHelpOptions = true)
final class BackupCommand extends AskingCommand {

  @Override
  int ask(LedgerServer server, Screen screen) {
    JsonNode job = new JobWatch(server, screen).run("/v1/backups", Screen.object(), "backing up");
    JsonNode result = job.path("result");
    screen.result(
        String.format(
            Locale.ROOT,
            "%s: %,d bytes, %,d events, %,d attempts, %,d reads, checkpoint %,d",
            result.path("file").asString(""),
            result.path("bytes").asLong(0),
            result.path("events").asLong(0),
            result.path("attempts").asLong(0),
            result.path("reads").asLong(0),
            result.path("checkpoint").asLong(0)),
        job);
    return EndedException.GOOD;
  }
}
