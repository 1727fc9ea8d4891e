package org.planledger.api.settlement.rehearsal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.rehearsal.Origin;
import org.planledger.core.finance.rehearsal.Planted;
import org.planledger.core.finance.rehearsal.Rehearsal;
import org.planledger.core.finance.rehearsal.Truth;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.json.LedgerJson;

/// A rehearsal in a folder: its fees, the settlement files of each format, and the truth about
/// them, so that any program that matches can be put to the test.
public final class RehearsalFolder {

  private static final String FACTS = "rehearsal.json";
  private static final String FEES = "fees.jsonl";
  private static final String TRUTH = "truth.jsonl";

  private final Path root;

  public RehearsalFolder(Path root) {
    this.root = root;
  }

  /// From what the book is made, and the day on which it is looked at.
  record Facts(long seed, int fees, String asOf) {
    static Facts of(Rehearsal rehearsal) {
      return new Facts(rehearsal.seed(), rehearsal.fees(), rehearsal.asOf().toString());
    }
  }

  /// Where a line stands: in which file, and as which record of it, from 1 and without its head.
  record Place(String file, int record) {}

  /// What is true of something that was planted.
  record Told(
      Planted planted, List<String> feeIds, List<Place> lines, List<ToldException> exceptions) {}

  /// An exception that has to be told.
  record ToldException(ExceptionKind kind, Optional<String> feeId, List<Place> lines) {}

  /// Whether nothing lies there yet.
  public boolean isFree() {
    if (!Files.exists(root)) {
      return true;
    }
    try (Stream<Path> lying = Files.list(root)) {
      return lying.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The rehearsal that was written here; none if there is none.
  public Optional<Rehearsal> written() {
    try {
      Path file = root.resolve(FACTS);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      Facts facts = LedgerJson.read(Files.readAllBytes(file), Facts.class);
      return Optional.of(new Rehearsal(facts.seed(), facts.fees()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes all of it.
  public void write(Rehearsal rehearsal) {
    try {
      Files.createDirectories(root);
      lines(FEES, out -> rehearsal.fees(out::line));
      Map<LineKey, List<Place>> places = places(rehearsal);
      lines(TRUTH, out -> rehearsal.truths(truth -> out.line(told(truth, places))));
      for (var set : RehearsalSet.values()) {
        Files.createDirectories(root.resolve(set.folder()));
        for (var origin : Origin.values()) {
          file(rehearsal, set, origin);
        }
      }
      // Last, so that what was cut short is no rehearsal.
      Files.write(root.resolve(FACTS), LedgerJson.write(Facts.of(rehearsal)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void file(Rehearsal rehearsal, RehearsalSet set, Origin origin) {
    try (var file = RehearsalFile.open(set.format(origin), set.file(root, origin))) {
      rehearsal.movements(
          origin,
          movement -> {
            var line = set.reported(origin, movement.line());
            if (movement.broken()) {
              file.writeUnreadable(line);
            } else {
              file.write(line);
            }
          });
    }
  }

  private static Map<LineKey, List<Place>> places(Rehearsal rehearsal) {
    Map<LineKey, List<Place>> places = new HashMap<>();
    for (var origin : Origin.values()) {
      String file = RehearsalSet.name(origin);
      rehearsal.movements(
          origin,
          movement ->
              places
                  .computeIfAbsent(movement.line().key(), _ -> new ArrayList<>(1))
                  .add(new Place(file, movement.line().number())));
    }
    return places;
  }

  private static Told told(Truth truth, Map<LineKey, List<Place>> places) {
    return new Told(
        truth.planted(),
        truth.feeIds(),
        truth.lines().stream().flatMap(line -> at(places, line)).toList(),
        truth.exceptions().stream()
            .map(
                expected ->
                    new ToldException(
                        expected.kind(),
                        expected.feeId(),
                        expected.line().stream().flatMap(line -> at(places, line)).toList()))
            .toList());
  }

  private static Stream<Place> at(Map<LineKey, List<Place>> places, LineKey line) {
    return places.getOrDefault(line, List.of()).stream();
  }

  @FunctionalInterface
  private interface Telling {
    void to(JsonLines out);
  }

  private void lines(String name, Telling telling) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(root.resolve(name)))) {
      telling.to(new JsonLines(out));
    }
  }

  private record JsonLines(OutputStream out) {
    void line(Object value) {
      try {
        out.write(LedgerJson.write(value));
        out.write("\n".getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
