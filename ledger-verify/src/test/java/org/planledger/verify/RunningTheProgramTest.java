package org.planledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.verify.prover.TestKeys;
import org.planledger.verify.prover.TestLedger;
import org.planledger.verify.prover.TestSigner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunningTheProgramTest {

  private final TestSigner signer = new TestSigner(TestLedger.ORIGIN);
  private final TestLedger ledger = new TestLedger(new Random(3), signer);

  @TempDir private Path folder;

  private String out = "";
  private String err = "";

  @BeforeEach
  void record_a_few_plans_and_write_the_key() throws IOException {
    for (int i = 0; i < 20; i++) {
      ledger.record(null);
    }
    Files.writeString(folder.resolve("key"), TestKeys.text(signer));
  }

  @Test
  void a_good_bundle_is_answered_with_0_in_text_and_in_json() {
    String plan = ledger.plans().getFirst();
    String bundle = json("bundle.json", ledger.prover(ledger.seal()).bundle(plan));
    assertThat(run("verify", bundle, "--key", key())).isZero();
    assertThat(out).startsWith("GOOD      bundle of plan " + plan + "\n");
    assertThat(err).isEmpty();
    assertThat(run("verify", bundle, "--key", key(), "--json")).isZero();
    JsonNode answer = JsonMapper.shared().readTree(out);
    assertThat(answer.get("verdict").asString()).isEqualTo("GOOD");
    assertThat(answer.get("planId").asString()).isEqualTo(plan);
    assertThat(answer.get("findings").size()).isZero();
    assertThat(out).endsWith("}\n").doesNotContain("\n{");
  }

  @Test
  void a_bundle_that_was_tampered_with_is_answered_with_1_and_the_place() throws IOException {
    String plan = ledger.plans().getFirst();
    String bundle = json("bundle.json", ledger.prover(ledger.seal()).bundle(plan));
    String text = Files.readString(Path.of(bundle));
    Files.writeString(Path.of(bundle), text.replaceFirst("PlanPurchased", "PlanPurchasee"));
    assertThat(run("verify", bundle, "--key", key())).isEqualTo(1);
    assertThat(out)
        .startsWith("TAMPERED  bundle of plan " + plan + "\n")
        .contains("inclusion, stream " + plan + ", sequence 0, position 1:");
    assertThat(run("verify", bundle, "--key", key(), "--json")).isEqualTo(1);
    JsonNode finding = JsonMapper.shared().readTree(out).get("findings").get(0);
    assertThat(finding.get("check").asString()).isEqualTo("inclusion");
    assertThat(finding.get("stream").asString()).isEqualTo(plan);
    assertThat(finding.get("sequence").asLong()).isZero();
    assertThat(finding.get("position").asLong()).isEqualTo(1);
  }

  @Test
  void what_is_no_bundle_is_answered_with_2_and_the_place() throws IOException {
    String file = folder.resolve("bundle.json").toString();
    assertUnusable(file, file + ": there is no such file");
    Files.writeString(Path.of(file), "");
    assertUnusable(file, file + ", line 1, column 1: an object is expected, and the input ends");
    Files.writeString(Path.of(file), "{\"format\":\"plan-ledger-bundle/2\"}");
    assertUnusable(
        file,
        file
            + ", line 1, column 33, /format: it must be plan-ledger-bundle/1 or"
            + " plan-ledger-absence/1");
    Files.writeString(Path.of(file), "{\"planId\":\"\"}");
    assertUnusable(file, file + ", line 1, column 11, /planId: the first member must be `format`");
    String plan = ledger.plans().getFirst();
    String good =
        Files.readString(Path.of(json("good", ledger.prover(ledger.seal()).bundle(plan))));
    Files.writeString(Path.of(file), good + "x");
    assertUnusable(
        file,
        "%s, line 1, column %d: something follows the end of the JSON text"
            .formatted(file, good.getBytes(StandardCharsets.UTF_8).length + 1));
    Files.writeString(Path.of(file), good.replaceFirst("\"sequence\":1", "\"sequence\":1.0"));
    assertThat(run("verify", file, "--key", key())).isEqualTo(2);
    assertThat(err).contains("/streams/0/events/1/sequence: a whole number from 0 to");
    assertThat(run("verify", file, "--key", key(), "--json")).isEqualTo(2);
    assertThat(err).isEmpty();
    assertThat(JsonMapper.shared().readTree(out).get("verdict").asString()).isEqualTo("UNUSABLE");
  }

  @Test
  void a_mistyped_command_is_answered_with_2() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("verify")).isEqualTo(2);
    assertThat(run("verify", "bundle")).isEqualTo(2);
    assertThat(run("nothing")).isEqualTo(2);
    assertThat(run("verify", "bundle", "--key", key(), "--serial", "1581F4XFC2280001"))
        .isEqualTo(2);
    assertThat(err).contains("--serial-key and --serial are given together");
    assertThat(run("--help")).isZero();
    assertThat(run("verify", "--help")).isZero();
    assertThat(run("--version")).isZero();
  }

  @Test
  void a_key_file_that_holds_something_else_is_answered_with_2() throws IOException {
    Path other = folder.resolve("other");
    Files.writeString(other, "-----BEGIN PUBLIC KEY-----\n");
    assertThat(run("checkpoint", "x", "--key", other.toString())).isEqualTo(2);
    assertThat(err)
        .isEqualTo(
            "UNUSABLE  "
                + other
                + ", line 1: an Ed25519 key as <name>+<key id>+<base64> is expected\n");
  }

  @Test
  void a_bundle_may_come_by_standard_input() throws IOException {
    String plan = ledger.plans().getFirst();
    String bundle = json("bundle.json", ledger.prover(ledger.seal()).bundle(plan));
    var before = System.in;
    System.setIn(new ByteArrayInputStream(Files.readAllBytes(Path.of(bundle))));
    try {
      assertThat(run("verify", "-", "--key", key())).isZero();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void a_checkpoint_is_shown_with_who_signed_it() throws IOException {
    String note = note("note", ledger.seal());
    assertThat(run("checkpoint", note, "--key", key())).isZero();
    assertThat(out).startsWith("GOOD      checkpoint of planledger.invalid/test\n");
    Files.writeString(Path.of(note), Files.readString(Path.of(note)).replaceFirst("map ", "map  "));
    assertThat(run("checkpoint", note, "--key", key())).isEqualTo(2);
    assertThat(err).contains("line 4 of the note: a hash is 32 bytes in base64");
    String other = note("note", new TestLedger(new Random(4), signer).seal(new TestSigner("x")));
    assertThat(run("checkpoint", other, "--key", key())).isEqualTo(1);
  }

  @Test
  void a_serial_number_is_linked_to_its_device_or_shown_to_be_unbound() throws Exception {
    byte[] secret = HexFormat.of().parseHex("0b".repeat(32));
    String device = device(secret, "1581F4XFC2280001");
    String plan = ledger.plans().getFirst();
    ledger.bind(plan, device);
    Files.writeString(folder.resolve("serials"), "0b".repeat(32) + "\n");
    String serials = folder.resolve("serials").toString();
    var prover = ledger.prover(ledger.seal());
    String bundle = json("bundle.json", prover.bundle(plan));
    assertThat(
            run(
                "verify",
                bundle,
                "--key",
                key(),
                "--serial-key",
                serials,
                "--serial",
                " 1581 f4xfc2280001"))
        .isZero();
    assertThat(out).contains("number ****0001, device " + device).doesNotContain("1581F4");
    assertThat(
            run(
                "verify",
                bundle,
                "--key",
                key(),
                "--serial-key",
                serials,
                "--serial",
                "1581F4XFC2280002"))
        .isEqualTo(1);
    assertThat(out).contains("no device of this bundle has the serial number ****0002");

    String absence = json("absence.json", prover.absence(device(secret, "1581F4XFC2280003")));
    assertThat(
            run(
                "verify",
                absence,
                "--key",
                key(),
                "--serial-key",
                serials,
                "--serial",
                "1581F4XFC2280003"))
        .isZero();
    assertThat(
            run(
                "verify",
                absence,
                "--key",
                key(),
                "--serial-key",
                serials,
                "--serial",
                "1581F4XFC2280004"))
        .isEqualTo(1);
    assertThat(run("verify", absence, "--key", key(), "--serial-key", serials, "--serial", "1581"))
        .isEqualTo(2);
    assertThat(
            run("verify", absence, "--key", key(), "--serial-key", key(), "--serial", "158100000"))
        .isEqualTo(2);
  }

  @Test
  void a_checkpoint_that_extends_another_is_told_from_one_that_does_not() throws IOException {
    var old = ledger.seal();
    String older = note("old", old);
    for (int i = 0; i < 10; i++) {
      ledger.record(null);
    }
    var now = ledger.seal();
    String newer = note("new", now);
    var prover = ledger.prover(now);
    String events = json("events.json", prover.consistency("events", old.size(), now.size()));
    String attempts =
        json("attempts.json", prover.consistency("attempts", old.attempts(), now.attempts()));
    assertThat(run("consistency", older, newer, events, attempts, "--key", key())).isZero();
    assertThat(run("consistency", newer, older, events, "--key", key())).isEqualTo(1);
    assertThat(run("consistency", older, newer, attempts, "--key", key())).isZero();
    assertThat(run("consistency", older, older, events, "--key", key())).isEqualTo(1);
    assertThat(run("consistency", older, newer, older, "--key", key())).isEqualTo(2);
    assertThat(run("consistency", older, newer, "--key", key())).isEqualTo(2);

    var fork = new TestLedger(new Random(5), signer);
    while (fork.seal().size() < now.size()) {
      fork.record(null);
    }
    String forked = note("fork", fork.seal());
    String proof =
        json(
            "proof",
            fork.prover(fork.seal()).consistency("events", old.size(), fork.seal().size()));
    assertThat(run("consistency", older, forked, proof, "--key", key())).isEqualTo(1);
    assertThat(out).contains("does not begin with what it was at size");
  }

  /// Letters by which a hostile input could write its own verdict on a terminal.
  @Test
  void what_comes_from_the_input_cannot_control_a_terminal() throws IOException {
    String plan = ledger.plans().getFirst();
    String bundle = json("bundle.json", ledger.prover(ledger.seal()).bundle(plan));
    String text = Files.readString(Path.of(bundle));
    Files.writeString(Path.of(bundle), text.replace(plan, "\\u001b[2J\\nGOOD \\u202e \\u0085"));
    assertThat(run("verify", bundle, "--key", key())).isEqualTo(1);
    assertThat(out).startsWith("TAMPERED").doesNotContain("\u001b", "\u202e", "\u0085", "\nGOOD");
  }

  private void assertUnusable(String file, String message) {
    assertThat(run("verify", file, "--key", key())).isEqualTo(2);
    assertThat(out).isEmpty();
    assertThat(err).isEqualTo("UNUSABLE  " + message + "\n");
  }

  private int run(String... args) {
    var written = new StringWriter();
    var problems = new StringWriter();
    int code = Main.run(new PrintWriter(written), new PrintWriter(problems), args);
    out = written.toString();
    err = problems.toString();
    return code;
  }

  private String key() {
    return folder.resolve("key").toString();
  }

  private String note(String name, TestLedger.Sealed sealed) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, sealed.note());
    return file.toString();
  }

  private String json(String name, Map<String, Object> document) {
    Path file = folder.resolve(name);
    JsonMapper.shared().writeValue(file.toFile(), document);
    return file.toString();
  }

  private static String device(byte[] key, String serial) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(serial.getBytes(StandardCharsets.UTF_8)));
  }
}
