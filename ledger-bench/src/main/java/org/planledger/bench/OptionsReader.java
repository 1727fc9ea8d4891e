package org.planledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.planledger.core.store.DatabaseVendor;

/// Reads the command line, word by word.
final class OptionsReader {

  private List<Part> parts = List.of(Part.values());
  private List<DatabaseVendor> databases = List.of(DatabaseVendor.POSTGRESQL, DatabaseVendor.H2);
  private List<Contestant> contestants = List.of(Contestant.values());
  private List<Integer> clients = List.of(1, 32, 128);
  private int rounds = 3;
  private Duration rehearsal = Duration.ofSeconds(20);
  private Duration warmUp = Duration.ofSeconds(3);
  private Duration measured = Duration.ofSeconds(5);
  private int plans = 4_000;
  private long events = 200_000;
  private int connections = 32;
  private Path json = Path.of("target", "bench", "benchmark.json");
  private Optional<Path> docs = Optional.empty();

  private OptionsReader() {}

  /// @throws IllegalArgumentException with a sentence for whoever typed it
  static Options read(List<String> arguments) {
    var reader = new OptionsReader();
    Deque<String> words = new ArrayDeque<>(arguments);
    while (!words.isEmpty()) {
      reader.take(words.remove(), words);
    }
    return new Options(
        reader.parts,
        reader.databases,
        reader.contestants,
        reader.clients,
        reader.rounds,
        reader.rehearsal,
        reader.warmUp,
        reader.measured,
        reader.plans,
        reader.events,
        reader.connections,
        reader.json,
        reader.docs);
  }

  private void take(String option, Deque<String> words) {
    switch (option) {
      case "--quick" -> quick();
      case "--parts" -> parts = list(option, words, word -> choice(Part.class, word));
      case "--databases" ->
          databases = list(option, words, word -> choice(DatabaseVendor.class, word));
      case "--contenders" ->
          contestants = list(option, words, word -> choice(Contestant.class, word));
      case "--clients" -> clients = list(option, words, Integer::valueOf);
      case "--rounds" -> rounds = value(option, words, Integer::valueOf);
      case "--rehearsal" -> rehearsal = value(option, words, OptionsReader::seconds);
      case "--warm-up" -> warmUp = value(option, words, OptionsReader::seconds);
      case "--seconds" -> measured = value(option, words, OptionsReader::seconds);
      case "--plans" -> plans = value(option, words, Integer::valueOf);
      case "--events" -> events = value(option, words, Long::valueOf);
      case "--connections" -> connections = value(option, words, Integer::valueOf);
      case "--json" -> json = value(option, words, Path::of);
      case "--write-docs" -> docs = Optional.of(value(option, words, Path::of));
      default -> throw new IllegalArgumentException("unknown option " + option);
    }
  }

  private void quick() {
    rounds = 1;
    clients = List.of(1, 32);
    rehearsal = Duration.ofSeconds(2);
    warmUp = Duration.ofSeconds(1);
    measured = Duration.ofSeconds(1);
    events = 20_000;
  }

  private static <T> List<T> list(String option, Deque<String> words, Function<String, T> read) {
    return value(
        option, words, word -> Arrays.stream(word.split(",")).map(read).distinct().toList());
  }

  private static <T> T value(String option, Deque<String> words, Function<String, T> read) {
    String word = words.poll();
    if (word == null) {
      throw new IllegalArgumentException(option + ": a value is missing");
    }
    try {
      return read.apply(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          option + ": '" + word + "' cannot be read: " + e.getMessage(), e);
    }
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "known are "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
  }

  private static Duration seconds(String word) {
    return Duration.ofMillis(Math.round(Double.parseDouble(word) * 1_000));
  }
}
