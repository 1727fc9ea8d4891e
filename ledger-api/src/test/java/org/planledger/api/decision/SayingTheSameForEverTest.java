package org.planledger.api.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.planledger.api.problem.Explanation;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;

/// A command that is sent again gets the bytes of the first time, for ever. The words in them are
/// made from the decision that is kept, so words that have been said once must not change: these
/// files grow and are never edited. Whoever has to put something better gives the old decisions a
/// way to be told in the old words first.
class SayingTheSameForEverTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "wording");

  /// Everything that any sentence tells.
  private static final Inputs SEEN =
      Inputs.of("used", 1)
          .and("total", 2)
          .and("reserved", 1)
          .and("openCases", List.of("case-1", "case-2"))
          .and("missing", Map.of("GIMBAL", 1))
          .and("due", Inputs.of("minor", 15_900).and("currency", "USD"))
          .and("paid", Inputs.of("minor", 100).and("currency", "EUR"))
          .and("lines", List.of("ARM"))
          .and("codes", List.of("EXCLUDED"))
          .and("appliedOn", "2024-02-01")
          .and("from", "2023-01-15")
          .and("until", "2024-01-15")
          .and("dispatchedOn", "2023-05-09")
          .and("lastDay", "2023-05-08")
          .and("planRegion", "DE")
          .and("requestRegion", "US")
          .and("productRegion", "FR")
          .and("acceptedTerms", "2022-10")
          .and("purchasedOn", "2024-07-01")
          .and("model", "MAVIC_9")
          .and("stage", "SETTLED")
          .and("type", "REPAIR")
          .and("process", "EXPRESS")
          .and("body", "AIRCRAFT_BODY")
          .and("exclusions", List.of("X-07"))
          .and("freeAlternative", "EXTENDED_WARRANTY");

  @Test
  void every_ground_has_the_title_it_always_had() throws IOException {
    requireSame(
        "titles.txt",
        by(RefusalCode.values(), RefusalCode::name, code -> Explanation.of(code).title()));
  }

  @Test
  void every_ground_is_told_in_the_sentence_it_always_was() throws IOException {
    requireSame(
        "sentences.txt",
        by(
            Arrays.stream(Rule.values())
                .filter(rule -> rule.code().isPresent())
                .toArray(Rule[]::new),
            rule -> rule.id() + " " + rule.code().orElseThrow(),
            rule -> Grounds.sentence(ground(rule))));
  }

  @Test
  void several_grounds_are_counted_as_they_always_were() {
    var one = ground(Rule.KNOWN_PRODUCT);
    assertThat(Grounds.inWords(List.of(one))).isEqualTo("The catalogue has no model MAVIC_9.");
    assertThat(Grounds.inWords(List.of(one, one)))
        .isEqualTo("The catalogue has no model MAVIC_9. One more ground is in the decision.");
    assertThat(Grounds.inWords(List.of(one, one, one)))
        .isEqualTo("The catalogue has no model MAVIC_9. 2 more grounds are in the decision.");
  }

  private static Condition ground(Rule rule) {
    return new Condition(rule, false, SEEN, java.util.Optional.empty());
  }

  private static <T> Map<String, String> by(
      T[] all, Function<T, String> name, Function<T, String> words) {
    var said = new LinkedHashMap<String, String>();
    for (T each : all) {
      said.put(name.apply(each), words.apply(each));
    }
    return said;
  }

  /// With `-Dupdate.docs=true` words that were never said are added; what stands there stays.
  private static void requireSame(String name, Map<String, String> said) throws IOException {
    Path file = FOLDER.resolve(name);
    var before = read(file);
    if (Boolean.getBoolean("update.docs")) {
      var all = new LinkedHashMap<>(said);
      all.putAll(before);
      Files.writeString(
          file,
          all.entrySet().stream()
              .map(each -> each.getKey() + ": " + each.getValue() + "\n")
              .collect(Collectors.joining()),
          UTF_8);
    }
    assertThat(said).containsAllEntriesOf(before);
    assertThat(read(file).keySet()).containsAll(said.keySet());
  }

  private static Map<String, String> read(Path file) throws IOException {
    var words = new LinkedHashMap<String, String>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, UTF_8)) {
        int colon = line.indexOf(": ");
        words.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return words;
  }
}
