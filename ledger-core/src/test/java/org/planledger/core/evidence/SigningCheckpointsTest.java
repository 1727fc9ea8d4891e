package org.planledger.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SigningCheckpointsTest {

  /// The example of Go's package `sumdb/note`, from which C2SP signed-note comes.
  private static final String EXAMPLE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private static final String EXAMPLE_VERIFIER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String EXAMPLE_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final byte[] SEED = HexFormat.of().parseHex("5eed".repeat(16));

  private static SigningKey exampleKey() {
    byte[] secret = Base64.getDecoder().decode(EXAMPLE_SECRET);
    return SigningKey.of("PeterNeumann", Arrays.copyOfRange(secret, 1, secret.length));
  }

  private static Checkpoint checkpoint() {
    return new Checkpoint(
        "ledger.example/1",
        new TreeHead(7, NaiveTree.leaves(1).getFirst()),
        Hash.ZERO,
        new TreeHead(3, NaiveTree.leaves(2).getLast()),
        new TreeHead(0, NaiveTree.root(List.of())),
        Instant.parse("2026-05-01T10:00:00.123456Z"));
  }

  @Test
  void a_published_note_is_made_again_byte_for_byte() {
    SignedNote example = SignedNote.parse(EXAMPLE);

    assertThat(example.text()).isEqualTo(EXAMPLE);
    assertThat(SignedNote.sign(example.body(), List.of(exampleKey())).text()).isEqualTo(EXAMPLE);
    assertThat(exampleKey().verifier()).hasToString(EXAMPLE_VERIFIER);
    assertThat(example.isSignedBy(exampleKey().verifier())).isTrue();
  }

  /// RFC 8032, section 7.1, test 1.
  @Test
  void the_public_key_is_derived_as_published() {
    SigningKey key =
        SigningKey.of(
            "test",
            HexFormat.of()
                .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    assertThat(HexFormat.of().formatHex(key.verifier().publicKey()))
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  }

  @Test
  void a_note_is_signed_by_nobody_else() {
    SignedNote note = SignedNote.parse(EXAMPLE);
    SigningKey other = SigningKey.of("PeterNeumann", SEED);
    SigningKey sameUnderAnotherName =
        SigningKey.of(
            "Peter", Arrays.copyOfRange(Base64.getDecoder().decode(EXAMPLE_SECRET), 1, 33));
    SignedNote changed = SignedNote.parse(EXAMPLE.replace("your problem,", "my problem,"));

    assertThat(note.isSignedBy(other.verifier())).isFalse();
    assertThat(note.isSignedBy(sameUnderAnotherName.verifier())).isFalse();
    assertThat(changed.isSignedBy(exampleKey().verifier())).isFalse();
  }

  @Test
  void one_note_may_carry_the_signatures_of_two_keys() {
    SigningKey next = SigningKey.of("ledger.example/1", SEED);
    SignedNote note =
        SignedNote.parse(SignedNote.sign(checkpoint().body(), List.of(exampleKey(), next)).text());

    assertThat(note.isSignedBy(exampleKey().verifier())).isTrue();
    assertThat(note.isSignedBy(next.verifier())).isTrue();
    assertThat(Checkpoint.parse(note.body())).isEqualTo(checkpoint());
  }

  @Test
  void a_checkpoint_has_the_lines_that_verifiers_expect() {
    assertThat(checkpoint().body())
        .isEqualTo(
            """
            ledger.example/1
            7
            %s
            map AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            attempts 3 %s
            reads 0 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
            time 2026-05-01T10:00:00.123456Z
            """
                .formatted(
                    checkpoint().events().root().toBase64(),
                    checkpoint().attempts().root().toBase64()));
  }

  @Test
  void what_is_no_checkpoint_is_refused() {
    String good = checkpoint().body();
    Stream.of(
            "",
            "\n",
            good + "more\n",
            good.stripTrailing(),
            good.replace("map ", "mop "),
            good.replace("attempts 3", "attempts -3"),
            good.replace("2026-05-01T", "yesterday "),
            good.replace("\n7\n", "\nseven\n"),
            good.replace("\n7\n", "\n+7\n"),
            good.replace("\n7\n", "\n07\n"),
            good.replace("AAAA", "AA"))
        .forEach(
            text ->
                assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> Checkpoint.parse(text)));
  }

  @Test
  void what_is_no_note_is_refused() {
    Stream.of(
            "",
            "text\n",
            "text\n\n",
            EXAMPLE.stripTrailing(),
            EXAMPLE.replace("\u2014", "-"),
            EXAMPLE.replace("x08go/", "!"),
            "text\n\n\u2014 key AAAA\n")
        .forEach(
            text ->
                assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> SignedNote.parse(text)));
  }

  @Test
  void a_key_has_a_name_that_a_note_can_carry() {
    Stream.of("", "a b", "a+b", "a\u00a0b", "a\nb")
        .forEach(
            name ->
                assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(name, SEED)));
    assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of("a", new byte[31]));
    assertThat(SigningKey.of("a", SEED).toString()).doesNotContain("5eed");
  }
}
