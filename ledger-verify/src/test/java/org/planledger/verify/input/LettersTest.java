package org.planledger.verify.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Sixteen bytes are looked at together, so every place and every byte is tried.
class LettersTest {

  @Test
  void a_letter_is_found_wherever_it_stands() {
    for (int length = 0; length < 50; length++) {
      for (int from = 0; from <= length; from++) {
        for (int at = from; at < length; at++) {
          byte[] bytes = "x".repeat(length).getBytes(ISO_8859_1);
          bytes[at] = '"';
          assertThat(Letters.indexOf('"', bytes, from, length)).isEqualTo(at);
          assertThat(Letters.indexOf('"', bytes, from, at)).isEqualTo(at);
          assertThat(Letters.plainEnd(bytes, from, length)).isEqualTo(at);
        }
      }
    }
  }

  @Test
  void no_other_byte_is_taken_for_it() {
    var random = new Random(8);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      String text = new String(bytes, ISO_8859_1);
      int found = text.indexOf('\n');
      assertThat(Letters.indexOf('\n', bytes, 0, bytes.length))
          .as(text)
          .isEqualTo(found < 0 ? bytes.length : found);
      int plain = 0;
      while (plain < bytes.length
          && bytes[plain] >= ' '
          && bytes[plain] != '"'
          && bytes[plain] != '\\') {
        plain++;
      }
      assertThat(Letters.plainEnd(bytes, 0, bytes.length)).as(text).isEqualTo(plain);
    }
  }
}
