package org.planledger.api.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `mvnw` on machines that lack something. Each has a folder of tools as its whole PATH, and a home
/// of its own; the network is a script that answers what the test wants.
@EnabledOnOs({OS.LINUX, OS.MAC})
class StartingMavenTest {

  private static final List<String> ALWAYS_THERE =
      List.of(
          "sh",
          "cat",
          "cp",
          "dirname",
          "env",
          "gzip",
          "ls",
          "mkdir",
          "mktemp",
          "mv",
          "rm",
          "sed",
          "sha512sum",
          "shasum",
          "openssl",
          "tar");

  @TempDir private Path machine;
  private Path tools;
  private Path home;

  private record Answer(int exitCode, String text) {}

  @BeforeEach
  void aMachineWithTheUsualToolsAndTheJdkOfThisTest() throws IOException {
    tools = Files.createDirectory(machine.resolve("tools"));
    home = Files.createDirectory(machine.resolve("home"));
    for (String tool : ALWAYS_THERE) {
      for (Path found : where(tool).toList()) {
        installLauncherOf(tool, found);
      }
    }
  }

  @Test
  void an_installed_maven_that_is_new_enough_is_taken() throws Exception {
    install("mvn", "echo 'Apache Maven 3.8.7'; echo \"ran with $*\"");
    assertThat(mvnw()).isEqualTo(new Answer(0, "Apache Maven 3.8.7\nran with --help\n"));
  }

  @Test
  void an_installed_maven_that_is_too_old_is_passed_over() throws Exception {
    install("mvn", "echo 'Apache Maven 3.8.6'");
    assertThat(mvnw().text()).startsWith("mvnw: no Maven 3.8.7 or newer");
  }

  @Test
  void without_a_maven_and_a_tool_to_fetch_one_the_missing_tool_is_named() throws Exception {
    assertThat(mvnw())
        .isEqualTo(
            new Answer(
                1,
                "mvnw: no Maven 3.8.7 or newer, and neither curl nor wget to fetch it:"
                    + " install one\n"));
  }

  @Test
  void an_archive_with_another_checksum_is_thrown_away() throws Exception {
    install("curl", "for last; do :; done; while [ \"$1\" != -o ]; do shift; done; echo no > $2");
    Answer answer = mvnw();
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text()).contains("is not the archive that is pinned here").endsWith("used\n");
    try (Stream<Path> left = Files.walk(home)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void a_network_that_does_not_answer_is_reported_with_the_address() throws Exception {
    install("curl", "exit 6");
    Answer answer = mvnw();
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text())
        .containsPattern("mvnw: cannot fetch https://archive\\S+/apache-maven-\\S+-bin.tar.gz: ");
  }

  @Test
  void a_java_home_that_leads_nowhere_does_not_hide_the_jdk_on_the_path() throws Exception {
    install("mvn", "echo 'Apache Maven 3.9.0'; echo \"on $JAVA_HOME\"");
    Path jdk = Path.of(System.getProperty("java.home")).toRealPath();
    installLauncherOf("java", jdk.resolve("bin/java"));
    assertThat(mvnw(Map.of("JAVA_HOME", "/nowhere")).text()).endsWith("on " + jdk + "\n");
  }

  private Answer mvnw() throws Exception {
    return mvnw(Map.of("JAVA_HOME", System.getProperty("java.home")));
  }

  private Answer mvnw(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "mvnw", "--help")
            .directory(Repository.root().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("HOME", home.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Answer(process.waitFor(), text);
  }

  private void install(String tool, String script) throws IOException {
    Path file = tools.resolve(tool);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void installLauncherOf(String tool, Path program) throws IOException {
    install(tool, "exec " + program + " \"$@\"");
  }

  private static Stream<Path> where(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .limit(1);
  }
}
