package org.planledger.api.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A document that names a class leads a newcomer to it, as long as it is there.
class NamingClassesInDocumentsTest {

  /// A whole piece of code that looks like the name of a class: `Plan`, `SellingAPlanTest`.
  private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]*)*)`");

  private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*");

  @Test
  void every_class_that_a_document_names_is_known_to_the_sources() {
    Set<String> known =
        Repository.javaFiles().stream()
            .map(Repository::text)
            .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
            .collect(toSet());
    List<String> strangers =
        documents()
            .flatMap(
                document ->
                    CLASS_NAME
                        .matcher(Repository.text(document))
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !known.contains(name))
                        .map(name -> document + " names " + name))
            .toList();
    assertThat(strangers).isEmpty();
  }

  private static Stream<Path> documents() {
    return Repository.textFiles().stream().filter(file -> file.toString().endsWith(".md"));
  }
}
