package org.planledger.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Test
  void every_document_that_is_wrong_is_named_not_only_the_first() throws IOException {
    byte[] bytes = released();
    String index =
        "%s  2022-10.json\n%s  2022-11.json\n".formatted("0".repeat(64), TermsFile.sha256(bytes));

    assertThatThrownBy(() -> TermsFile.released(index, name -> bytes))
        .isInstanceOf(TermsFileException.class)
        .hasMessageContaining("2022-10.json : the document was altered after its release")
        .hasMessageContaining("restore it, or release the change as an edition of its own")
        .hasMessageContaining("2022-11.json /edition: a document of this edition is named");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-10.json",
        "abc  2022-10.json",
        "%064d 2022-10.json",
        "%064d  ../secret",
        " "
      })
  void a_line_of_the_index_that_names_no_document_and_digest_is_refused(String line) {
    assertThatThrownBy(() -> TermsFile.released(line.formatted(0), name -> new byte[0]))
        .isInstanceOf(TermsFileException.class)
        .hasMessage(
            "editions.sha256 : expected a digest, two spaces and a name: '%s'", line.formatted(0));
  }

  @Test
  void an_index_without_editions_is_refused() {
    assertThatThrownBy(() -> TermsFile.released("", name -> new byte[0]))
        .isInstanceOf(TermsFileException.class)
        .hasMessage("editions.sha256 : no edition is listed, so nothing could be sold");
  }

  @Test
  void a_document_that_is_listed_twice_is_refused() throws IOException {
    byte[] bytes = released();
    String line = TermsFile.sha256(bytes) + "  2022-10.json\n";

    assertThatThrownBy(() -> TermsFile.released(line + line, name -> bytes))
        .isInstanceOf(TermsFileException.class)
        .hasMessage("editions.sha256 : 2022-10.json is listed twice: an edition has one line");
  }

  @Test
  void editions_come_oldest_first_whatever_the_order_of_the_index() throws IOException {
    Map<String, byte[]> documents =
        Map.of("2022-10.json", released("2022-10"), "2023-07.json", released("2023-07"));
    String index =
        "%s  2023-07.json%n%s  2022-10.json%n"
            .formatted(
                TermsFile.sha256(documents.get("2023-07.json")),
                TermsFile.sha256(documents.get("2022-10.json")));

    assertThat(TermsFile.released(index, documents::get))
        .extracting(terms -> terms.edition().id())
        .containsExactly("2022-10", "2023-07");
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    byte[] bytes = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};

    assertThatThrownBy(() -> TermsFile.read("broken.json", bytes))
        .isInstanceOf(TermsFileException.class)
        .hasMessageStartingWith("broken.json ")
        .hasMessageContaining("UTF-8");
  }

  static byte[] released() throws IOException {
    return released("2022-10");
  }

  private static byte[] released(String edition) throws IOException {
    try (InputStream in = TermsFile.class.getResourceAsStream("/terms/" + edition + ".json")) {
      return in.readAllBytes();
    }
  }
}
