package org.planledger.api.operating;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.planledger.api.backup.BackupRefusedException;
import org.planledger.api.configuration.Restoring;
import org.planledger.api.start.StartRefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import tools.jackson.databind.node.ObjectNode;

/// Puts a backup back, where no server runs.
@Command(
    name = "restore",
    description = {
      "put a backup back into an empty database or folder, which the server's settings name,",
      "such as --ledger.data.folder=FOLDER; it has to lead to the checkpoints that were kept",
      "outside, or it is refused"
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "the backup")
  private Path backup = Path.of("");

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "a checkpoint that was kept outside, or a folder of them, of which the newest counts; may"
              + " be repeated (default: the server's own folder of checkpoints, if it has one)")
  private List<Path> checkpoints = new ArrayList<>();

  @Option(
      names = "--secrets",
      paramLabel = "FILE",
      description = "the secrets.properties that lay beside the embedded ledger")
  private @Nullable Path secrets;

  @Option(
      names = "--accept-older",
      description = "put it back although it lacks what a checkpoint outside covers")
  private boolean acceptOlder;

  @Option(
      names = "--unproven",
      description = "put it back although nothing outside tells whether it can be trusted")
  private boolean unproven;

  @Option(names = "--json", description = "answer in JSON, one object a line")
  private boolean json;

  /// The server's settings.
  @Unmatched private List<String> settings = new ArrayList<>();

  /// Set by picocli before anything is called.
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    for (String setting : settings) {
      if (!setting.matches("--[a-z][a-zA-Z0-9.-]*=.*")) {
        throw EndedException.unusable("Unknown: " + setting + "; --help lists what there is.");
      }
    }
    Screen screen = new Screen(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
    try {
      Restoring.Restored restored =
          Restoring.run(
              new Restoring.Wish(
                  backup,
                  settings,
                  Optional.ofNullable(secrets),
                  checkpoints,
                  acceptOlder,
                  unproven),
              new Pace(screen)::reached);
      screen.result(line(restored), object(restored));
      return EndedException.GOOD;
    } catch (BackupRefusedException e) {
      throw EndedException.refused(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      throw EndedException.unusable(told(e), e);
    }
  }

  /// Why a database does not open is in the innermost cause that says it in one line.
  private static String told(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefusedException) {
        return "Nothing was put back.";
      }
    }
    return "The backup cannot be put back: " + failure;
  }

  /// How quickly it goes on, from step to step.
  private static final class Pace {
    private final Screen screen;
    private String step = "";
    private long since;

    private Pace(Screen screen) {
      this.screen = screen;
    }

    private void reached(String now, long done, long total) {
      if (!now.equals(step)) {
        step = now;
        since = System.nanoTime();
      }
      long millis = Math.max(1, (System.nanoTime() - since) / 1_000_000);
      long perSecond = done * 1000 / millis;
      screen.progress(
          step,
          done,
          total,
          perSecond,
          perSecond == 0 ? -1 : Math.max(0, total - done) / perSecond);
    }
  }

  private static String line(Restoring.Restored restored) {
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "GOOD: %s holds %,d events, %,d attempts and %,d reads, up to checkpoint %,d",
                restored.place(),
                restored.extent().events(),
                restored.extent().attempts(),
                restored.extent().reads(),
                restored.checkpoint()));
    restored
        .missing()
        .ifPresent(
            missing ->
                line.append(
                    ". LOST: "
                        + missing
                        + " that a checkpoint outside covers; keep the folder of checkpoints apart"
                        + " from the new one"));
    if (!restored.proven()) {
      line.append(". Nothing outside has confirmed it");
    }
    if (restored.keysMissing()) {
      line.append(
          ". The server does not start on it before it is given the ledger's keys: put serial-key"
              + " and signing-key into secrets.properties");
    }
    return line.toString();
  }

  private static ObjectNode object(Restoring.Restored restored) {
    ObjectNode object =
        Screen.object()
            .put("good", true)
            .put("place", restored.place())
            .put("events", restored.extent().events())
            .put("attempts", restored.extent().attempts())
            .put("reads", restored.extent().reads())
            .put("checkpoint", restored.checkpoint())
            .put("proven", restored.proven())
            .put("keysMissing", restored.keysMissing());
    restored
        .missing()
        .ifPresent(
            missing ->
                object
                    .putObject("missing")
                    .put("events", missing.events())
                    .put("attempts", missing.attempts())
                    .put("reads", missing.reads()));
    return object;
  }
}
