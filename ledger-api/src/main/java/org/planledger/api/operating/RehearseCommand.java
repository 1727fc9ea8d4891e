package org.planledger.api.operating;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.planledger.api.settlement.format.UnreadableFileException;
import org.planledger.api.settlement.rehearsal.MeasuredSet;
import org.planledger.api.settlement.rehearsal.RehearsalFolder;
import org.planledger.api.settlement.rehearsal.RehearsalSet;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.rehearsal.Measurement.Figures;
import org.planledger.core.finance.rehearsal.Measurement.Told;
import org.planledger.core.finance.rehearsal.Rehearsal;
import org.planledger.core.json.StoredJsonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Writes a made-up book of fees with its settlement files and the truth about them, and measures
/// the matching by it. It needs neither a server nor a database.
@Command(
    name = "rehearse",
    description = {
      "write a made-up book into a folder: fees, settlement files in every format, and the truth",
      "about what belongs together; with --measure match them and compare, exit code 1 if a match",
      "is wrong or fewer than 98 of 100 were found"
    },
    mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {

  private static final int FEES = 10_000;
  private static final int MOST_FEES = 1_000_000;
  private static final double HUNDRED = 100.0;

  @Parameters(
      paramLabel = "FOLDER",
      description = "empty or not there yet; with --measure also one that was written before")
  private Path folder = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "the same seed makes the same book (default: 1)")
  private @Nullable Long seed;

  @Option(
      names = "--fees",
      paramLabel = "COUNT",
      description = "how many fees, up to 1000000 (default: 10000)")
  private @Nullable Integer fees;

  @Option(names = "--measure", description = "match what lies in the folder, and compare")
  private boolean measure;

  @Option(names = "--json", description = "answer in JSON, one object a line")
  private boolean json;

  /// Set by picocli before anything is called.
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    Screen screen = new Screen(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
    try {
      return rehearse(screen);
    } catch (UncheckedIOException e) {
      throw EndedException.unusable("The folder cannot be used: " + e.getMessage(), e);
    } catch (UnreadableFileException | StoredJsonException e) {
      throw EndedException.refused(
          "What lies in the folder is no rehearsal any more: " + e.getMessage());
    }
  }

  private int rehearse(Screen screen) {
    var place = new RehearsalFolder(folder);
    var written = measure ? place.written() : Optional.<Rehearsal>empty();
    var rehearsal = written.orElseGet(this::wanted);
    if (written.isPresent()) {
      requireSame(rehearsal);
    } else {
      if (!place.isFree()) {
        throw EndedException.unusable(folder + " holds something: name an empty folder.");
      }
      place.write(rehearsal);
    }
    if (!measure) {
      screen.result(
          String.format(
              Locale.ROOT,
              "%,d fees of seed %d are in %s",
              rehearsal.fees(),
              rehearsal.seed(),
              folder),
          facts(rehearsal));
      return EndedException.GOOD;
    }
    Map<RehearsalSet, Figures> figures = new EnumMap<>(RehearsalSet.class);
    for (var set : RehearsalSet.values()) {
      figures.put(set, MeasuredSet.measure(rehearsal, set, folder));
    }
    boolean good = figures.values().stream().allMatch(Figures::isGood);
    screen.result(text(figures, good), object(rehearsal, figures, good));
    return good ? EndedException.GOOD : EndedException.NOT_GOOD;
  }

  private Rehearsal wanted() {
    int count = fees == null ? FEES : fees;
    if (count < 1 || count > MOST_FEES) {
      throw EndedException.unusable("--fees is from 1 to " + MOST_FEES + ".");
    }
    return new Rehearsal(seed == null ? 1 : seed, count);
  }

  /// The truth follows from what was written and not from what is typed.
  private void requireSame(Rehearsal rehearsal) {
    if ((seed != null && seed != rehearsal.seed()) || (fees != null && fees != rehearsal.fees())) {
      throw EndedException.unusable(
          "%s holds %d fees of seed %d: leave --seed and --fees out, or name an empty folder."
              .formatted(folder, rehearsal.fees(), rehearsal.seed()));
    }
  }

  private static String text(Map<RehearsalSet, Figures> all, boolean good) {
    var text = new StringBuilder();
    all.forEach((set, figures) -> text.append(text(set, figures)));
    return text.append(
            good
                ? "GOOD: every match is right, and at least 98 of 100 were found"
                : "NOT GOOD: a match is wrong, or fewer than 98 of 100 were found")
        .toString();
  }

  private static String text(RehearsalSet set, Figures figures) {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s: precision %.2f %% (%,d of %,d), recall %.2f %% (%,d of %,d)%n",
                set.folder(),
                figures.precision() * HUNDRED,
                figures.right(),
                figures.matched(),
                figures.recall() * HUNDRED,
                figures.right(),
                figures.matchable()));
    for (var kind : ExceptionKind.values()) {
      Told told = figures.exceptions().getOrDefault(kind, new Told(0, 0, 0));
      text.append(
          String.format(
              Locale.ROOT,
              "  %-20s %,8d planted, %,8d of them found, %,8d told%n",
              kind,
              told.planted(),
              told.found(),
              told.told()));
    }
    return text.toString();
  }

  private static ObjectNode facts(Rehearsal rehearsal) {
    return Screen.object()
        .put("seed", rehearsal.seed())
        .put("fees", rehearsal.fees())
        .put("asOf", rehearsal.asOf().toString());
  }

  private static ObjectNode object(
      Rehearsal rehearsal, Map<RehearsalSet, Figures> all, boolean good) {
    var object = facts(rehearsal).put("good", good);
    var sets = object.putObject("sets");
    all.forEach(
        (set, figures) -> {
          var one =
              sets.putObject(set.folder())
                  .put("precision", figures.precision())
                  .put("recall", figures.recall())
                  .put("matchable", figures.matchable())
                  .put("matched", figures.matched())
                  .put("right", figures.right());
          var exceptions = one.putObject("exceptions");
          figures
              .exceptions()
              .forEach(
                  (kind, told) ->
                      exceptions
                          .putObject(kind.name())
                          .put("planted", told.planted())
                          .put("found", told.found())
                          .put("told", told.told()));
        });
    return object;
  }
}
