package org.planledger.core.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingASerialNumberTest {

  @ParameterizedTest
  @CsvSource({
    "1581f4ab0001, 1581F4AB0001",
    "'  1581F4AB0001 ', 1581F4AB0001",
    "1581 F4AB 0001, 1581F4AB0001",
    "a-b_c.d/1234, A-B_C.D/1234"
  })
  void two_spellings_of_one_serial_have_one_canonical_form(String raw, String canonical) {
    var serial = SerialNumber.of(raw);

    assertThat(serial.canonical()).isEqualTo(canonical);
    assertThat(serial.raw()).isEqualTo(raw);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "123456789012345678901234"})
  void eight_to_twenty_four_characters_are_a_serial_number(String raw) {
    assertThat(SerialNumber.objection(raw)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1234567, 7", "'1234 567 ', 7", "1234567890123456789012345, 25", "'', 0"})
  void fewer_or_more_characters_are_none(String raw, int length) {
    assertThat(SerialNumber.objection(raw))
        .contains("a serial number has 8 to 24 characters, this one has " + length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1581F4AB\n0001", "1581F4AB\t0001", "1581F4AB0001\0"})
  void a_control_character_is_refused(String raw) {
    assertThat(SerialNumber.objection(raw)).contains("a serial number has no control characters");
  }

  /// An A with dots; two letters whose capitals would be the ASCII letters SS and I; and a space
  /// that does not break.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1581F4\u00c4B0001",
        "1581f4\u00dfb0001",
        "1581f4\u0131b0001",
        "1581\u00a0F4AB0001"
      })
  void a_character_outside_ascii_is_refused_even_if_its_capital_is_inside(String raw) {
    assertThat(SerialNumber.objection(raw))
        .contains("a serial number has printable ASCII characters only");
  }

  @Test
  void a_refused_serial_is_never_repeated_in_the_message() {
    assertThatThrownBy(() -> SerialNumber.of("SECRET1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a serial number has 8 to 24 characters, this one has 7");
  }

  @Test
  void a_serial_number_shows_its_last_four_characters_only() {
    assertThat(SerialNumber.of("1581F4AB9876")).hasToString("****9876");
  }

  @Test
  void every_printable_character_but_the_space_may_be_in_a_serial_number() {
    assertThat(SerialNumber.objection("!1581F4~")).isEmpty();
    assertThat(SerialNumber.of("!1581F4~").canonical()).isEqualTo("!1581F4~");
  }
}
