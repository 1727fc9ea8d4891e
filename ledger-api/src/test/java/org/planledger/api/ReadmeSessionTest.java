package org.planledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;

/// Types the session of the README into a ledger as a reader has it, with its demonstration book,
/// and compares what it answers. `…` in the README stands for anything.
class ReadmeSessionTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Pattern ID = Pattern.compile("\"(planId|caseId)\":\"([^\"]+)\"");

  private final Map<String, String> variables = new HashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void the_session_in_the_readme_goes_as_it_says() throws IOException, InterruptedException {
    var steps = steps();
    assertThat(steps).hasSizeGreaterThan(6);
    try (var server =
        LedgerServer.start(DatabaseVendor.H2, "--spring.profiles.active=demonstration")) {
      for (var step : steps) {
        type(step, server.port());
      }
    }
  }

  private void type(Step step, int port) throws IOException, InterruptedException {
    if (!step.command().startsWith("curl ")) {
      // The reader copies the id from the answer before; the test has kept it.
      assertThat(variables).containsKey(step.command().replaceAll("=.*", ""));
      return;
    }
    var answer = client.send(request(step.command(), port), HttpResponse.BodyHandlers.ofString());
    remember(answer.body());
    assertThat(answer.body()).matches(expected(step.output()));
  }

  private void remember(String body) {
    Matcher id = ID.matcher(body);
    while (id.find()) {
      variables.putIfAbsent(id.group(1).equals("planId") ? "PLAN" : "CASE", id.group(2));
    }
  }

  private HttpRequest request(String command, int port) {
    var words = words(command);
    var request = HttpRequest.newBuilder();
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-s" -> {}
        case "-H" -> {
          var header = words.get(++i).split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "-d" -> request.POST(HttpRequest.BodyPublishers.ofString(words.get(++i)));
        default -> request.uri(address(words.get(i), port));
      }
    }
    return request.build();
  }

  private URI address(String typed, int port) {
    var address = typed.replace("localhost:8080", "http://localhost:" + port);
    for (var variable : variables.entrySet()) {
      address = address.replace("$" + variable.getKey(), variable.getValue());
    }
    return URI.create(address);
  }

  private static List<String> words(String command) {
    var words = new ArrayList<String>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(
          Stream.of(1, 2, 3).map(word::group).filter(Objects::nonNull).findFirst().orElseThrow());
    }
    return words;
  }

  private static Pattern expected(String output) {
    var parts = Stream.of(output.split("…", -1)).map(Pattern::quote);
    return Pattern.compile(parts.collect(Collectors.joining(".*")), Pattern.DOTALL);
  }

  private static List<Step> steps() throws IOException {
    var steps = new ArrayList<Step>();
    Matcher block = BLOCK.matcher(Files.readString(readme()));
    while (block.find()) {
      for (var typed : block.group(1).split("(?m)^\\$ ", -1)) {
        if (!typed.isBlank()) {
          steps.add(step(typed));
        }
      }
    }
    return steps;
  }

  /// A command goes on while its quotes are open or its line ends with a backslash; the rest is the
  /// answer, which the README breaks into lines.
  private static Step step(String typed) {
    var command = new StringBuilder();
    var output = new StringBuilder();
    boolean typing = true;
    for (var line : typed.lines().toList()) {
      if (typing) {
        boolean continued = line.endsWith("\\");
        command.append(continued ? line.substring(0, line.length() - 1) : line).append('\n');
        typing = continued || command.chars().filter(c -> c == '\'').count() % 2 == 1;
      } else {
        output.append(line.strip());
      }
    }
    return new Step(command.toString().strip(), output.toString());
  }

  private static Path readme() {
    var here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("mvnw"))) {
      here = here.getParent();
    }
    return here.resolve("README.md");
  }

  private record Step(String command, String output) {}
}
