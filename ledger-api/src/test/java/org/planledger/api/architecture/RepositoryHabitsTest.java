package org.planledger.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Habits that no compiler knows. Words that must not stand anywhere are put together from pieces
/// here, because this file is read as well.
class RepositoryHabitsTest {

  private static final int LONGEST_LINE = 100;

  private static final Pattern COMMENT = Pattern.compile("\\s*(///?|/\\*|\\*|#|<!--|--)( .*|$)");

  @Test
  void no_file_names_a_host_of_a_package_registry() {
    List<String> hosts =
        Stream.of(
                List.of("repo", "maven", "apache", "org"),
                List.of("repo1", "maven", "org"),
                List.of("search", "maven", "org"),
                List.of("central", "sonatype"),
                List.of("oss", "sonatype"),
                List.of("registry", "npmjs"),
                List.of("registry", "yarnpkg"),
                List.of("deb", "debian", "org"),
                List.of("plugins", "gradle", "org"),
                List.of("repo", "spring", "io"),
                List.of("jitpack", "io"),
                List.of("pypi", "org"),
                List.of("crates", "io"),
                List.of("docker", "io"),
                List.of("ghcr", "io"))
            .map(parts -> String.join(".", parts))
            .toList();
    assertThat(
            linesOf(
                Repository.textFiles(), (file, line) -> hosts.stream().anyMatch(line::contains)))
        .isEmpty();
  }

  @Test
  void no_file_leaves_something_for_later_without_an_issue() {
    Pattern leftover =
        Pattern.compile("\\b(" + String.join("|", "TO" + "DO", "FIX" + "ME") + ")\\b");
    assertThat(linesOf(Repository.textFiles(), (file, line) -> leftover.matcher(line).find()))
        .isEmpty();
  }

  @Test
  void no_test_is_switched_off_and_none_waits_for_a_length_of_time() {
    List<String> excuses = List.of("@Dis" + "abled", "Thread.sl" + "eep(");
    assertThat(
            linesOf(
                Repository.testJavaFiles(),
                (file, line) -> excuses.stream().anyMatch(line::contains)))
        .isEmpty();
  }

  @Test
  void every_package_says_that_its_types_are_not_null_unless_marked() {
    List<Path> packages =
        Repository.mainJavaFiles().stream().map(Path::getParent).distinct().toList();
    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            folder -> {
              Path description = folder.resolve("package-info.java");
              assertThat(Repository.root().resolve(description)).exists();
              assertThat(Repository.lines(description)).contains("@NullMarked");
              assertThat(Repository.lines(description).getFirst()).startsWith("/// ");
            });
  }

  @Test
  void comments_and_file_names_fit_into_a_hundred_columns() {
    assertThat(
            linesOf(
                Repository.textFiles().stream().filter(RepositoryHabitsTest::isCode).toList(),
                (file, line) -> line.length() > LONGEST_LINE && COMMENT.matcher(line).matches()))
        .isEmpty();
    assertThat(Repository.textFiles())
        .allSatisfy(
            file -> assertThat(file.getFileName().toString()).hasSizeLessThan(LONGEST_LINE));
  }

  @Test
  void every_file_ends_its_lines_the_same_way() {
    assertThat(
            Repository.textFiles().stream()
                .filter(
                    file -> {
                      String text = Repository.text(file);
                      return text.contains("\r") || (!text.isEmpty() && !text.endsWith("\n"));
                    }))
        .isEmpty();
    assertThat(
            linesOf(
                Repository.textFiles(),
                (file, line) -> !line.equals(line.stripTrailing()) && !isMarkdown(file)))
        .isEmpty();
  }

  @Test
  void what_is_started_by_hand_can_be_started() {
    assertThat(Stream.of("mvnw", ".ci/run").map(Repository.root()::resolve))
        .allSatisfy(script -> assertThat(Files.isExecutable(script)).isTrue());
  }

  private static boolean isMarkdown(Path file) {
    return file.toString().endsWith(".md");
  }

  private static boolean isCode(Path file) {
    return Stream.of(".java", ".sql", ".xml", ".yaml", ".yml", ".properties", "mvnw", "run")
        .anyMatch(file.getFileName().toString()::endsWith);
  }

  /// Every line that is `wanted`, as `file:number: text`.
  private static List<String> linesOf(List<Path> files, BiPredicate<Path, String> wanted) {
    return files.stream()
        .flatMap(
            file -> {
              List<String> lines = Repository.lines(file);
              return IntStream.range(0, lines.size())
                  .filter(number -> wanted.test(file, lines.get(number)))
                  .mapToObj(number -> file + ":" + (number + 1) + ": " + lines.get(number));
            })
        .toList();
  }
}
