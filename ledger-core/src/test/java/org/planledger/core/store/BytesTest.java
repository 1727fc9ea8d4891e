package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {

  @Test
  void bytes_are_equal_by_content_and_cannot_be_changed_through_a_copy() {
    Bytes bytes = Bytes.of(new byte[] {1, 2, -1});
    bytes.toArray()[0] = 9;

    assertThat(bytes).isEqualTo(Bytes.of(new byte[] {1, 2, -1}));
    assertThat(bytes).hasSameHashCodeAs(Bytes.of(new byte[] {1, 2, -1}));
    assertThat(bytes).isNotEqualTo(Bytes.of(new byte[] {1, 2}));
    assertThat(Bytes.of(new byte[0])).isSameAs(Bytes.EMPTY);
  }

  @Test
  void bytes_show_themselves_as_text_or_hexadecimal_and_keep_silent_in_a_log() {
    Bytes bytes = Bytes.utf8("ü!");

    assertThat(bytes.toUtf8()).isEqualTo("ü!");
    assertThat(bytes.toHex()).isEqualTo("c3bc21");
    assertThat(bytes).hasToString("3 bytes");
    assertThat(bytes.length()).isEqualTo(3);
  }
}
