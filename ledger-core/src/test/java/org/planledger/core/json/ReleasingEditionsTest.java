package org.planledger.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.planledger.core.terms.Terms;

class ReleasingEditionsTest {

  /// Plans are sold under these very bytes. A new edition gets a new line; a line never changes.
  private static final Map<String, String> RELEASED =
      Map.of(
          "2022-10", "6afd45c0ac7623f05504cb667d9e1af1fe3f36e5dabbee5d5f20b8063616d500",
          "2023-07", "f14b2adf71128653f1a334f8772090bd7de6f56bbd789b508dbe3c75d79ddbcf");

  @Test
  void a_released_edition_never_changes() {
    assertThat(
            TermsFile.released().stream()
                .collect(Collectors.toMap(terms -> terms.edition().id(), Terms::sha256)))
        .isEqualTo(RELEASED);
  }

  @Test
  void a_document_that_was_altered_after_its_release_is_refused_by_its_digest() throws IOException {
    byte[] bytes = released();
    String recorded = TermsFile.sha256(bytes);
    assertThat(TermsFile.read("2022-10.json", bytes, recorded).sha256()).isEqualTo(recorded);

    bytes[bytes.length - 1] = ' ';

    assertThatThrownBy(() -> TermsFile.read("2022-10.json", bytes, recorded))
        .isInstanceOf(TermsFileException.class)
        .hasMessageContaining("2022-10.json")
        .hasMessageContaining("altered")
        .hasMessageContaining(recorded);
  }

  @Test
  void a_document_is_named_after_its_edition() throws IOException {
    byte[] bytes = released();

    assertThatThrownBy(() -> TermsFile.read("2023-07.json", bytes, TermsFile.sha256(bytes)))
        .isInstanceOf(TermsFileException.class)
        .hasMessage("2023-07.json /edition: a document of this edition is named 2022-10.json");
  }

  @Test
  void the_terms_carry_the_digest_of_the_bytes_they_were_read_from() throws IOException {
    byte[] bytes = released();

    assertThat(TermsFile.read("2022-10.json", bytes).sha256()).isEqualTo(TermsFile.sha256(bytes));
  }

  static byte[] released() throws IOException {
    try (InputStream in = TermsFile.class.getResourceAsStream("/terms/2022-10.json")) {
      return in.readAllBytes();
    }
  }
}
