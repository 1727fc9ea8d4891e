package org.planledger.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CataloguingTheRulesTest {
  private static final Path REPOSITORY = repository();
  private static final RuleCatalogue CATALOGUE = RuleCatalogue.read(REPOSITORY);
  private static final Path DOCUMENT = REPOSITORY.resolve("docs/rules.md");

  @Test
  void every_rule_is_named_by_a_test() {
    assertThat(rulesThat(rule -> CATALOGUE.proofs().get(rule).isEmpty())).isEmpty();
  }

  @Test
  void every_rule_that_can_refuse_is_seen_refusing_and_holding() {
    assertThat(rulesThat(rule -> rule.code().isPresent() && !CATALOGUE.proved(rule, false)))
        .as("never seen refusing")
        .isEmpty();
    assertThat(rulesThat(rule -> !CATALOGUE.proved(rule, true))).as("never seen holding").isEmpty();
  }

  @Test
  void every_rule_is_decided_somewhere() {
    assertThat(rulesThat(rule -> CATALOGUE.decidedIn().get(rule).isEmpty())).isEmpty();
  }

  @Test
  void every_rule_has_an_id_a_clause_and_a_sentence() {
    assertThat(Rule.values())
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("(R|X)-[A-Z0-9.]+(-[0-9]+)?|A-[0-9]+b?");
              assertThat(rule.clause()).matches("Pre\\.[1-5]|[1-5](\\.[0-9])*");
              assertThat(rule.sentence()).matches("[A-Z].*\\.");
            });
  }

  @Test
  void two_rules_share_an_id_only_where_one_can_fail_in_two_ways() {
    assertThat(rulesThat(rule -> rule.code().isEmpty() && sharesItsId(rule))).isEmpty();
  }

  @Test
  void the_document_in_the_repository_is_the_generated_one() throws IOException {
    if (Boolean.getBoolean("update.docs")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, CATALOGUE.asMarkdown());
    }
    assertThat(DOCUMENT)
        .as(
            "docs/rules.md is made by: ./mvnw -pl ledger-core test"
                + " -Dtest=CataloguingTheRulesTest -Dupdate.docs=true")
        .exists()
        .hasContent(CATALOGUE.asMarkdown());
  }

  private static List<Rule> rulesThat(Predicate<Rule> predicate) {
    return Arrays.stream(Rule.values()).filter(predicate).toList();
  }

  private static boolean sharesItsId(Rule rule) {
    return Arrays.stream(Rule.values())
        .anyMatch(other -> other != rule && other.id().equals(rule.id()));
  }

  /// The folder of the whole repository: the first upwards that has the Maven wrapper.
  private static Path repository() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
