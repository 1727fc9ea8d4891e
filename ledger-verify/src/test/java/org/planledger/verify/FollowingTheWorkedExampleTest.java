package org.planledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.planledger.verify.prover.NaiveMap;
import org.planledger.verify.prover.Sha;
import org.planledger.verify.prover.TestSigner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The example in the description of the format is what the format makes of it.
class FollowingTheWorkedExampleTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Path EXAMPLE = DOCS.resolve("evidence-example");

  @Test
  void the_bundle_of_the_example_is_good() {
    var out = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out),
            new PrintWriter(out),
            "verify",
            EXAMPLE.resolve("bundle.json").toString(),
            "--key",
            EXAMPLE.resolve("key.txt").toString());
    assertThat(code).as(out.toString()).isZero();
  }

  @Test
  void every_byte_of_the_example_is_computed() throws IOException {
    String text = Files.readString(DOCS.resolve("evidence.md"));
    String hexadecimal = text.replaceAll("([0-9a-f])\n(?=[0-9a-f])", "$1");
    String plan = "0190d3a0-0000-7000-8000-000000000001";
    byte[] moment = Sha.eight(1_769_940_000_000_001L);
    byte[] event =
        Sha.record(
            Sha.bytes(1),
            Sha.utf8(plan),
            Sha.eight(0),
            Sha.utf8("Example"),
            Sha.utf8("1"),
            Sha.utf8("e-1"),
            moment,
            Sha.utf8("{\"planId\":\"" + plan + "\"}"),
            Sha.utf8("{\"client\":\"trial\",\"idempotencyKey\":\"k1\"}"));
    byte[] attempt =
        Sha.record(
            Sha.bytes(1),
            Sha.utf8("trial"),
            Sha.utf8("k1"),
            Sha.bytes(1, 2),
            Sha.utf8(plan),
            null,
            Sha.utf8("Example"),
            Sha.utf8("{}"),
            Sha.utf8("ACCEPTED"),
            Sha.utf8("{}"),
            Sha.eight(0),
            Sha.utf8("ada"),
            null,
            moment,
            moment);
    byte[] leaf = Sha.leaf(event);
    byte[] end = Sha.sha256(Sha.bytes(2), new byte[32], leaf);
    var map = new NaiveMap(List.of(new NaiveMap.Entry(NaiveMap.key(plan), 0, end)));
    byte[] entry = Sha.sha256(Sha.bytes(3), NaiveMap.key(plan), Sha.eight(0), end);
    for (byte[] bytes :
        List.of(
            event, leaf, end, NaiveMap.key(plan), entry, map.root(), attempt, Sha.leaf(attempt))) {
      assertThat(hexadecimal).contains(HexFormat.of().formatHex(bytes));
    }
    var signer =
        new TestSigner(
            "planledger.invalid/example",
            HexFormat.of()
                .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"),
            HexFormat.of()
                .parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    String note =
        signer.sign(
            "planledger.invalid/example\n1\n%s\nmap %s\nattempts 1 %s\nreads 0 %s\ntime %s\n"
                .formatted(
                    Sha.base64(leaf),
                    Sha.base64(map.root()),
                    Sha.base64(Sha.leaf(attempt)),
                    Sha.base64(Sha.sha256()),
                    "2026-02-01T10:00:01Z"));
    assertThat(text).contains("```\n" + note + "```").contains(signer.verifierKey());
    JsonNode bundle = JsonMapper.shared().readTree(EXAMPLE.resolve("bundle.json").toFile());
    assertThat(bundle.get("checkpoint").asString()).isEqualTo(note);
  }

  /// Whoever adds a check or a format says so where others read what to implement.
  @Test
  void the_description_names_every_format_and_the_readme_every_check() throws IOException {
    String text = Files.readString(DOCS.resolve("evidence.md"));
    assertThat(text).contains("plan-ledger-bundle/1", "plan-ledger-absence/1", "plan-ledger-log/1");
    String readme = Files.readString(Path.of("README.md"));
    String checks =
        Arrays.stream(org.planledger.verify.report.Check.values())
            .map(check -> "`" + check.text() + "`")
            .filter(check -> !readme.contains("| " + check + " |"))
            .collect(Collectors.joining(", "));
    assertThat(checks).as("checks that the README does not explain").isEmpty();
  }
}
