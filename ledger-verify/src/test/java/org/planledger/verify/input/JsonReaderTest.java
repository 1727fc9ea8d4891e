package org.planledger.verify.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonReaderTest {

  private static final Members AB = Members.required("a").optional("b");

  /// A second opinion, made as strict as it goes.
  private static final JsonMapper OTHER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Test
  void members_come_in_any_order_and_white_space_is_passed_over() {
    assertThat(ab(" { \"b\" :\t2 ,\r\n\"a\":1 } \n")).isEqualTo("a=1 b=2");
    assertThat(ab("{\"a\":1}")).isEqualTo("a=1 b=-1");
    assertThat(ab("{\"\\u0061\":1}")).isEqualTo("a=1 b=-1");
  }

  @Test
  void the_declared_order_is_no_short_cut_past_a_member() {
    assertThat(ab("{\"a\":1,\"b\":2}")).isEqualTo("a=1 b=2");
    assertThat(ab("{\"b\":2,\"a\":1}")).isEqualTo("a=1 b=2");
    assertProblem("{\"b\":2,\"b\":2}", "text, line 1, column 11: the member `b` is there twice");
    assertProblem("{,\"a\":1}", "text, line 1, column 2: the name of a member is expected");
    assertProblem("{\"a\":1\"b\":2}", "text, line 1, column 7: a comma is expected");
    assertProblem(
        "{\"a\":1,\"b\"", "text, line 1, column 11, /b: a colon is expected, and the input ends");
    assertProblem("{\"a\":1,\"b", "text, line 1, column 8: the text does not end");
  }

  @Test
  void what_is_missing_unknown_or_there_twice_is_refused_with_its_place() {
    assertProblem("{\"b\":1}", "text, line 1, column 8: the member `a` is missing");
    assertProblem("{\n\"a\":1,\n\"c\":2}", "text, line 3, column 4: the member `c` is not known");
    assertProblem("{\"a\":1,\"a\":1}", "text, line 1, column 11: the member `a` is there twice");
    assertProblem(
        "{\"a\":1,\"\\u0061\":1}", "text, line 1, column 16: the member `a` is there twice");
    assertProblem(
        "{\"a\":1} 2", "text, line 1, column 9: something follows the end of the JSON text");
    assertProblem("{\"a\":1,}", "text, line 1, column 8: the name of a member is expected");
    assertProblem("", "text, line 1, column 1: an object is expected, and the input ends");
    assertProblem("\uFEFF{\"a\":1}", "text, line 1, column 1: an object is expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "1.0",
        "1e2",
        "01",
        "101",
        "99999999999999999999",
        "null",
        "\"1\"",
        "+1",
        ""
      })
  void a_number_out_of_range_or_with_a_fraction_is_refused(String number) {
    assertProblem(
        "{\"a\":" + number + "}",
        "text, line 1, column 6, /a: a whole number from 0 to 100 is expected");
  }

  @Test
  void pointers_name_elements_and_escape_names() {
    var json = reader("{\"x/y\":[1,{\"~\":[true,\"\\q\"]}]}");
    assertThatThrownBy(json::skipValue)
        .hasMessage(
            "text, line 1, column 22, /x~1y/1/~0/1: a backslash stands before a letter that it"
                + " cannot stand before");
  }

  @Test
  void texts_are_read_as_they_are_meant() {
    assertThat(
            reader("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9é\\ud83d\\uDE00\uD83D\uDE00\"").string(100))
        .isEqualTo("a\"\\/\b\f\n\r\té" + "é\uD83D\uDE00\uD83D\uDE00");
    assertThat(reader("\"\"").string(0)).isEmpty();
    // Every length, because eight bytes are looked at together.
    for (int length = 0; length < 70; length++) {
      String text = "x".repeat(length);
      assertThat(reader("\"" + text + "\"").string(length)).isEqualTo(text);
      assertThat(reader("\"" + text + "é\\n\"").string(100)).isEqualTo(text + "é\n");
    }
  }

  @Test
  void texts_that_are_too_long_or_broken_are_refused() {
    assertThatThrownBy(() -> reader("\"12345\"").string(4))
        .hasMessage("text, line 1, column 1: the text is longer than 4 bytes");
    for (String broken :
        List.of(
            "\"",
            "\"\\\"",
            "\"a\nb\"",
            "\"\\ud83d\"",
            "\"\\ude00\\ud83d\"",
            "\"\\u00g0\"",
            "\"\\u00\"",
            "\"\\x\"",
            "\"\\")) {
      assertThatThrownBy(() -> reader(broken).string(100))
          .as(broken)
          .isInstanceOf(UnusableInputException.class);
    }
    for (String broken : List.of("\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00ff", "\u00e9")) {
      byte[] bytes = ("\"" + broken + "\"").getBytes(ISO_8859_1);
      assertThatThrownBy(() -> new JsonReader("text", bytes).string(100))
          .hasMessage("text, line 1, column 1: the text is not UTF-8");
    }
  }

  @Test
  void base64_has_one_spelling_for_the_same_bytes() {
    assertThat(reader("\"\"").base64(10)).isEmpty();
    assertThat(reader("\"QQ==\"").base64(10)).isEqualTo(new byte[] {'A'});
    assertThat(reader("\"\\/\\/8=\"").base64(10)).isEqualTo(new byte[] {-1, -1});
    for (String wrong :
        List.of(
            "QQ",
            "QR==",
            "QQ=",
            "QUF=",
            "QUE",
            "Q===",
            "====",
            "QQ==QQ==",
            "QQ= =",
            "Q-==",
            "Q_==",
            "QQ\\n==",
            "é===")) {
      assertThatThrownBy(() -> reader("\"" + wrong + "\"").base64(10))
          .as(wrong)
          .hasMessageEndingWith("this is not base64 (RFC 4648, section 4, padded, in one line)");
    }
    assertThatThrownBy(() -> reader("\"QUFBQQ==\"").base64(3))
        .hasMessageEndingWith("there are more than 3 bytes in base64");
    assertThatThrownBy(() -> reader("\"QUFB\"").base64Exactly(2))
        .hasMessageEndingWith("2 bytes in base64 are expected, not 3");
  }

  @Test
  void nesting_ends_somewhere() {
    assertThat(reads("[".repeat(64) + "]".repeat(64))).isTrue();
    assertThat(reads("[".repeat(65) + "]".repeat(65))).isFalse();
    assertThat(reads("[".repeat(1_000_000))).isFalse();
    assertThat(reads("{\"a\":".repeat(1_000_000))).isFalse();
  }

  /// Whatever is done to a text, both readers agree on whether it is JSON.
  @Test
  void a_second_reader_agrees_on_what_is_json() {
    var random = new Random(8259);
    var texts =
        List.of(
            "{\"a\":[1,-2.5e+3,true,false,null,\"x\\u00e9\\n\"],\"b\":{\"c\":{}},\"d\":[]}",
            "[0,-0,1E5,[[]],{\"\":\"\"},\"\\\\\\\"\"]",
            "  \"text\"  ");
    int good = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = texts.get(i % texts.size()).getBytes(UTF_8);
      for (int changes = random.nextInt(3); changes > 0; changes--) {
        String letters = "\"\\{}[]:,0123456789eE+-.tfnu au/";
        bytes[random.nextInt(bytes.length)] =
            (byte) letters.charAt(random.nextInt(letters.length()));
      }
      String text = new String(bytes, UTF_8);
      good += reads(text) ? 1 : 0;
      assertThat(reads(text)).as(text).isEqualTo(otherReads(text));
    }
    assertThat(good).isBetween(10_000, 190_000);
  }

  private static boolean reads(String text) {
    try {
      var json = reader(text);
      json.skipValue();
      json.end();
      return true;
    } catch (UnusableInputException e) {
      return false;
    }
  }

  private static boolean otherReads(String text) {
    try {
      var node = OTHER.readTree(text);
      return !node.isMissingNode();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static String ab(String text) {
    var json = reader(text);
    long a = -1;
    long b = -1;
    json.beginObject(AB);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      if (name.equals("a")) {
        a = json.integer(0, 100);
      } else {
        b = json.integer(0, 100);
      }
    }
    json.end();
    return "a=%d b=%d".formatted(a, b);
  }

  private static void assertProblem(String text, String message) {
    assertThatThrownBy(() -> ab(text))
        .isInstanceOf(UnusableInputException.class)
        .hasMessage(message);
  }

  private static JsonReader reader(String text) {
    return new JsonReader("text", text.getBytes(UTF_8));
  }
}
