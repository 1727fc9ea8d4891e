package org.planledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.verify.prover.TestKeys;
import org.planledger.verify.prover.TestLedger;
import org.planledger.verify.prover.TestSigner;
import tools.jackson.databind.json.JsonMapper;

/// The script in `docs` is a second implementation of the same text. Where Python is installed,
/// both are asked about the same bundles, good ones and others, and must answer alike.
class AgreeingWithTheScriptTest {

  private static final List<String> VERDICTS = List.of("GOOD", "TAMPERED", "UNUSABLE");

  private final TestSigner signer = new TestSigner(TestLedger.ORIGIN);
  private final Random random = new Random(150);
  private final TestLedger ledger = new TestLedger(random, signer);

  @TempDir private Path folder;

  @BeforeAll
  static void python_is_installed() {
    try {
      var version = new ProcessBuilder("python3", "--version").redirectErrorStream(true).start();
      assumeTrue(version.waitFor(20, TimeUnit.SECONDS) && version.exitValue() == 0);
    } catch (IOException | InterruptedException e) {
      abort("there is no python3 here: " + e.getMessage());
    }
  }

  @Test
  void the_script_is_short_enough_to_be_read() throws IOException {
    assertThat(Files.readAllLines(script())).hasSizeLessThan(150);
  }

  @Test
  void the_two_implementations_answer_alike() throws Exception {
    var files = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      ledger.record(i % 3 == 0 ? null : ledger.plans().getLast());
    }
    var prover = ledger.prover(ledger.seal());
    for (String plan : ledger.plans()) {
      files.add(write(prover.bundle(plan)));
    }
    for (int i = 0; i < 5; i++) {
      files.add(write(prover.absence("%064x".formatted(i))));
      files.add(write(prover.absence(ledger.plans().get(i))));
    }
    int untouched = files.size();
    for (int i = 0; i < 300; i++) {
      files.add(damaged(Files.readString(Path.of(files.get(random.nextInt(untouched))))));
    }
    var script = answers(files);
    var jar = files.stream().map(this::answer).toList();
    for (int i = 0; i < files.size(); i++) {
      assertThat(script.get(i)).as(Files.readString(Path.of(files.get(i)))).isEqualTo(jar.get(i));
    }
    assertThat(jar).contains("GOOD", "TAMPERED", "UNUSABLE");
  }

  /// One letter changed, one value taken away, or two changed places.
  private String damaged(String text) throws IOException {
    return switch (random.nextInt(3)) {
      case 0 -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
        yield file(bytes);
      }
      case 1 -> {
        String[] parts = text.split(",");
        parts[random.nextInt(parts.length - 1)] = "";
        yield file(
            String.join(",", List.of(parts).stream().filter(part -> !part.isEmpty()).toList())
                .getBytes(StandardCharsets.UTF_8));
      }
      default -> {
        String[] parts = text.split("\"");
        int one = random.nextInt(parts.length);
        int other = random.nextInt(parts.length);
        String part = parts[one];
        parts[one] = parts[other];
        parts[other] = part;
        yield file(String.join("\"", parts).getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private String answer(String file) {
    var nowhere = new PrintWriter(new StringWriter());
    return VERDICTS.get(Main.run(nowhere, nowhere, "verify", file, "--key", key()));
  }

  private List<String> answers(List<String> files) throws Exception {
    var command = new ArrayList<>(List.of("python3", script().toString(), key()));
    command.addAll(files);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as(() -> String.join("\n", lines)).isEqualTo(2);
    assertThat(lines).hasSameSizeAs(files);
    return lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  private String key() {
    try {
      Path key = folder.resolve("key");
      Files.writeString(key, TestKeys.text(signer));
      return key.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String write(Map<String, Object> document) throws IOException {
    return file(JsonMapper.shared().writeValueAsBytes(document));
  }

  private String file(byte[] bytes) throws IOException {
    Path file = Files.createTempFile(folder, "bundle", ".json");
    Files.write(file, bytes);
    return file.toString();
  }

  private static Path script() {
    return Path.of("..", "docs", "verify.py").toAbsolutePath().normalize();
  }
}
