package org.planledger.core.rule;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A stored decision names each of its rules by id and code. The golden file holds every rule that
/// was ever released, so that none of them disappears or comes to mean something else.
/// `-Dupdate.golden=true` adds the rules that are new; it never takes a line away or changes one.
class KeepingRuleIdsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/rules.txt");
  private static final String HEADING = "id | clause | code\n";

  @Test
  void every_rule_of_the_catalogue_has_its_line_in_the_golden_file_and_no_line_is_without_a_rule() {
    if (Boolean.getBoolean("update.golden")) {
      addTheNewOnes();
    }

    assertThat(lines())
        .as(
            "golden/rules.txt; new rules are added by: ./mvnw -pl ledger-core test"
                + " -Dtest=KeepingRuleIdsTest -Dupdate.golden=true")
        .containsExactlyInAnyOrderElementsOf(rules());
  }

  @Test
  void a_rule_is_found_again_by_what_is_stored_of_it() {
    assertThat(Rule.values())
        .extracting(rule -> rule.id() + " " + rule.code().map(RefusalCode::name).orElse(""))
        .doesNotHaveDuplicates();
  }

  private static void addTheNewOnes() {
    var all = new LinkedHashSet<>(lines());
    all.addAll(rules());
    try {
      Files.writeString(GOLDEN, all.stream().map(l -> l + "\n").collect(joining("", HEADING, "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> rules() {
    return Arrays.stream(Rule.values()).map(KeepingRuleIdsTest::line).toList();
  }

  private static String line(Rule rule) {
    return "%s | %s | %s"
        .formatted(rule.id(), rule.clause(), rule.code().map(RefusalCode::name).orElse("-"));
  }

  private static List<String> lines() {
    try {
      return Files.readString(GOLDEN).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
