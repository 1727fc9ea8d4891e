package org.planledger.verify.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.prover.Sha;
import org.planledger.verify.prover.TestLedger;
import org.planledger.verify.prover.TestSigner;

class SigningTest {

  /// RFC 8032, section 7.1, tests 1 to 3: private key, public key, message, signature.
  private static final List<List<String>> RFC_8032 =
      List.of(
          List.of(
              "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
              "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
              "",
              "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                  + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
          List.of(
              "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
              "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
              "72",
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                  + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
          List.of(
              "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
              "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
              "af82",
              "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                  + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));

  @Test
  void the_published_signatures_are_verified_and_no_changed_one_is() {
    for (List<String> vector : RFC_8032) {
      byte[] publicKey = HexFormat.of().parseHex(vector.get(1));
      var key = key("rfc8032.invalid", publicKey);
      byte[] message = HexFormat.of().parseHex(vector.get(2));
      byte[] signature = HexFormat.of().parseHex(vector.get(3));
      assertThat(key.verifies(message, signature)).isTrue();
      for (int i = 0; i < signature.length; i++) {
        byte[] changed = signature.clone();
        changed[i] ^= 4;
        assertThat(key.verifies(message, changed)).isFalse();
      }
      assertThat(key.verifies(Sha.utf8("other"), signature)).isFalse();
      assertThat(key.verifies(message, new byte[0])).isFalse();
    }
  }

  @Test
  void the_published_note_is_verified_with_the_published_key() {
    var key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
            .orElseThrow();
    var note =
        SignedNote.parse(
            "note",
            "This is an example message.\n\n"
                + "— example.com/foo"
                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
    assertThat(note.text()).isEqualTo("This is an example message.\n");
    var signature = note.signatures().getFirst();
    assertThat(new VerifierKeys(List.of(key)).matching(signature)).containsExactly(key);
    assertThat(key.verifies(note.signedBytes(), signature.signature().content())).isTrue();
  }

  @Test
  void the_note_of_the_reference_implementation_is_verified_with_its_key() {
    var key =
        VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
            .orElseThrow();
    var note =
        SignedNote.parse(
            "note",
            "If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n\n"
                + "— PeterNeumann"
                + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
    assertThat(key.verifies(note.signedBytes(), note.signatures().getFirst().signature().content()))
        .isTrue();
  }

  @Test
  void a_key_whose_id_does_not_fit_is_none() {
    String good = new TestSigner("name.invalid").verifierKey();
    assertThat(VerifierKey.parse(good)).isPresent();
    for (int i = 0; i < good.length(); i++) {
      String changed = good.substring(0, i) + (char) (good.charAt(i) ^ 1) + good.substring(i + 1);
      assertThat(VerifierKey.parse(changed)).as(changed).isEmpty();
    }
    assertThat(VerifierKey.parse("")).isEmpty();
    assertThat(VerifierKey.parse("+12345678+")).isEmpty();
  }

  @Test
  void a_key_file_holds_several_keys_and_comments(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys");
    String one = new TestSigner("a.invalid").verifierKey();
    String two = new TestSigner("a.invalid").verifierKey();
    Files.writeString(file, "# signs from size 0\n" + one + "\n\n# from 7\n" + two + "\n");
    assertThat(VerifierKeys.read(new InputFile(file.toString())).keys()).hasSize(2);
    Files.writeString(file, one + "\nsomething else\n");
    assertThatThrownBy(() -> VerifierKeys.read(new InputFile(file.toString())))
        .isInstanceOf(UnusableInputException.class)
        .hasMessage(file + ", line 2: an Ed25519 key as <name>+<key id>+<base64> is expected");
    Files.writeString(file, "# nothing\n");
    assertThatThrownBy(() -> VerifierKeys.read(new InputFile(file.toString())))
        .hasMessage(file + ": there is no key in it");
  }

  @Test
  void one_known_signature_is_enough_and_unknown_ones_are_passed_over() {
    var known = new TestSigner(TestLedger.ORIGIN);
    var unknown = new TestSigner(TestLedger.ORIGIN);
    String text = text();
    String note = text + "\n" + unknown.signature(text) + known.signature(text);
    assertThat(objection(note, known)).isEmpty();
    assertThat(objection(note, unknown)).isEmpty();
    assertThat(objection(note, known, unknown)).isEmpty();
    assertThat(objection(text + "\n" + unknown.signature(text), known))
        .contains("none of the keys given signed it in the name of planledger.invalid/test");
  }

  @Test
  void a_known_signature_that_is_wrong_spoils_a_good_one() {
    var one = new TestSigner(TestLedger.ORIGIN);
    var two = new TestSigner(TestLedger.ORIGIN);
    String text = text();
    String note = text + "\n" + one.signature(text) + two.signature(text + "x");
    assertThat(objection(note, one)).isEmpty();
    assertThat(objection(note, one, two)).isPresent();
  }

  @Test
  void a_key_of_another_name_does_not_sign_for_a_ledger() {
    var other = new TestSigner("witness.invalid");
    assertThat(objection(other.sign(text()), other)).isPresent();
  }

  @Test
  void a_checkpoint_with_a_line_too_many_too_few_or_out_of_order_is_none() {
    String text = text();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var fewer = new java.util.ArrayList<>(lines);
      fewer.remove(i);
      assertNoCheckpoint(String.join("\n", fewer) + "\n");
      var twice = new java.util.ArrayList<>(lines);
      twice.add(i, lines.get(i));
      assertNoCheckpoint(String.join("\n", twice) + "\n");
      if (i > 0) {
        var swapped = new java.util.ArrayList<>(lines);
        java.util.Collections.swap(swapped, i, i - 1);
        assertNoCheckpoint(String.join("\n", swapped) + "\n");
      }
    }
    assertNoCheckpoint(text.replace("\nmap", "\n\nmap"));
    assertNoCheckpoint(text.replaceFirst("\n(\\d)", "\n0$1"));
    assertNoCheckpoint(text + "note more\n");
  }

  private static void assertNoCheckpoint(String text) {
    String note = new TestSigner(TestLedger.ORIGIN).sign(text);
    assertThatThrownBy(() -> Checkpoint.parse("note", note))
        .as(text)
        .isInstanceOf(UnusableInputException.class);
  }

  private static Optional<String> objection(String note, TestSigner... known) {
    var keys =
        java.util.Arrays.stream(known)
            .map(signer -> VerifierKey.parse(signer.verifierKey()).orElseThrow())
            .toList();
    return Checkpoint.parse("note", note).verify(new VerifierKeys(keys)).objection();
  }

  private static String text() {
    var ledger = new TestLedger(new Random(1), new TestSigner(TestLedger.ORIGIN));
    ledger.record(null);
    String note = ledger.seal().note();
    return note.substring(0, note.indexOf("\n\n") + 1);
  }

  private static VerifierKey key(String name, byte[] publicKey) {
    byte[] typed = new byte[33];
    typed[0] = 1;
    System.arraycopy(publicKey, 0, typed, 1, 32);
    byte[] id = Sha.sha256((name + "\n").getBytes(UTF_8), typed);
    return VerifierKey.parse(
            name + "+" + HexFormat.of().formatHex(id, 0, 4) + "+" + Sha.base64(typed))
        .orElseThrow();
  }
}
