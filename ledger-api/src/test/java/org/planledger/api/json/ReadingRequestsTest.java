package org.planledger.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.json.TermsFile;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.TermsBook;

class ReadingRequestsTest {
  private static final TermsBook TERMS = new TermsBook(TermsFile.released(), Map.of());
  private static final Instant NOW = Instant.parse("2024-05-06T12:00:00Z");

  private final RequestReader reader =
      new RequestReader(TERMS, InstantSource.fixed(NOW), RequestLimits.defaults());

  record Whole(
      PlanType type,
      RegionCode region,
      LocalDate day,
      @BusinessMoment Instant at,
      Money price,
      SerialNumber serial,
      @Size(max = 5) String code,
      @Size(max = 40) @Lines Optional<String> story,
      Optional<Boolean> flag,
      Inner inner) {}

  record Inner(
      @Min(1) @Max(9) int count,
      @Size(min = 1, max = 3) List<Part> parts,
      Optional<Map<Part, Integer>> months,
      @Size(max = 64) @Pattern(regexp = "[0-9a-f]{2}", message = "two hexadecimal digits")
          Optional<String> digits,
      Optional<ExclusionId> exclusion) {}

  private static final String RIGHT =
      """
      {"type": "ONE_YEAR", "region": "US", "day": "2024-05-01",
       "at": "2024-05-01T10:00:00.123456789+02:00", "price": {"minor": 100, "currency": "EUR"},
       "serial": "abcd 1234", "code": "é😀", "story": "one\\ntwo", "flag": true,
       "inner": {"count": 3, "parts": ["AIRCRAFT", "GIMBAL"], "months": {"BATTERY": 6},
                 "digits": "a0", "exclusion": "X-G-06"}}
      """;

  @Test
  void a_right_request_is_read_into_its_record() {
    assertThat(read(RIGHT))
        .isEqualTo(
            new Whole(
                PlanType.ONE_YEAR,
                new RegionCode("US"),
                LocalDate.parse("2024-05-01"),
                Instant.parse("2024-05-01T08:00:00.123456Z"),
                Money.of(100, "EUR"),
                SerialNumber.of("abcd 1234"),
                "é😀",
                Optional.of("one\ntwo"),
                Optional.of(true),
                new Inner(
                    3,
                    List.of(Part.of("AIRCRAFT"), Part.of("GIMBAL")),
                    Optional.of(Map.of(Part.of("BATTERY"), 6)),
                    Optional.of("a0"),
                    Optional.of(new ExclusionId("X-G-06")))));
  }

  @Test
  void what_is_optional_may_be_left_out_or_null() {
    var without = read(RIGHT.replace("\"flag\": true,", "").replace("\"one\\ntwo\"", "null"));
    assertThat(without.flag()).isEmpty();
    assertThat(without.story()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type": "ONE_YEAR"    | "type": 0                     | /type     | WRONG_TYPE
          "type": "ONE_YEAR"    | "type": "one_year"            | /type     | UNKNOWN_VALUE
          "type": "ONE_YEAR"    | "type": "0"                   | /type     | UNKNOWN_VALUE
          "type": "ONE_YEAR"    | "type": null                  | /type     | WRONG_TYPE
          "type": "ONE_YEAR",   | ``                            | /type     | MISSING
          "type": "ONE_YEAR"    | "type": "ONE_YEAR", "x": 1    | /x        | UNKNOWN_FIELD
          "type": "ONE_YEAR"    | "type": "ONE_YEAR", "a/b~c": 1| /a~1b~0c  | UNKNOWN_FIELD
          "type": "ONE_YEAR"    | "type": "ONE_YEAR", "type": "TWO_YEAR" | /type | DUPLICATE_NAME
          "region": "US"        | "region": "us"                | /region   | BAD_FORMAT
          "region": "US"        | "region": "XX"                | /region   | UNKNOWN_REGION
          "region": "US"        | "region": ""                  | /region   | EMPTY
          "region": "US"        | "region": 840                 | /region   | WRONG_TYPE
          "day": "2024-05-01"   | "day": "2024-5-1"             | /day      | BAD_FORMAT
          "day": "2024-05-01"   | "day": "2024-02-30"           | /day      | BAD_FORMAT
          "day": "2024-05-01"   | "day": "2024-05-01T00:00:00Z" | /day      | BAD_FORMAT
          "day": "2024-05-01"   | "day": 19844                  | /day      | WRONG_TYPE
          "day": "2024-05-01"   | "day": [2024, 5, 1]           | /day      | WRONG_TYPE
          "day": "2024-05-01"   | "day": "0000-01-01"           | /day      | UNREASONABLE_DATE
          "day": "2024-05-01"   | "day": "9999-12-31"           | /day      | UNREASONABLE_DATE
          "day": "2024-05-01"   | "day": "1999-12-31"           | /day      | UNREASONABLE_DATE
          "price": {"minor": 100 | "price": {"minor": -1        | /price/minor | OUT_OF_RANGE
          "price": {"minor": 100 | "price": {"minor": 1.0       | /price/minor | WRONG_TYPE
          "price": {"minor": 100 | "price": {"minor": 1e2       | /price/minor | WRONG_TYPE
          "price": {"minor": 100 | "price": {"minor": "100"     | /price/minor | WRONG_TYPE
          "price": {"minor": 100 | "price": {"minor": 99999999999999999999 | /price/minor | OUT_OF_RANGE
          "currency": "EUR"     | "currency": "euro"            | /price/currency | TOO_LONG
          "currency": "EUR"     | "currency": "ZZZ"             | /price/currency | UNKNOWN_VALUE
          "price": {"minor": 100, "currency": "EUR"} | "price": 1.00 | /price | WRONG_TYPE
          "serial": "abcd 1234" | "serial": "abc"               | /serial   | BAD_FORMAT
          "serial": "abcd 1234" | "serial": "abcd\\u00001234"   | /serial   | BAD_FORMAT
          "code": "é😀"          | "code": "abcdef"              | /code     | TOO_LONG
          "code": "é😀"          | "code": "a\\nb"               | /code     | BAD_CHARACTER
          "code": "é😀"          | "code": "a\\u0007"            | /code     | BAD_CHARACTER
          "code": "é😀"          | "code": "\\ud800"             | /code     | BAD_CHARACTER
          "code": "é😀"          | "code": "  "                  | /code     | EMPTY
          "code": "é😀"          | "code": 7                     | /code     | WRONG_TYPE
          "flag": true          | "flag": "true"                | /flag     | WRONG_TYPE
          "flag": true          | "flag": 1                     | /flag     | WRONG_TYPE
          "count": 3            | "count": 0                    | /inner/count | OUT_OF_RANGE
          "count": 3            | "count": 10                   | /inner/count | OUT_OF_RANGE
          "count": 3            | "count": 2.5                  | /inner/count | WRONG_TYPE
          ["AIRCRAFT", "GIMBAL"] | []                           | /inner/parts | EMPTY
          ["AIRCRAFT", "GIMBAL"] | "AIRCRAFT"                   | /inner/parts | WRONG_TYPE
          ["AIRCRAFT", "GIMBAL"] | ["AIRCRAFT", "AIRCRAFT"]     | /inner/parts/1 | DUPLICATE_VALUE
          ["AIRCRAFT", "GIMBAL"] | ["AIRCRAFT", "FLUX_CAPACITOR"] | /inner/parts/1 | UNKNOWN_PART
          ["AIRCRAFT", "GIMBAL"] | ["A", "B", "C", "D"]         | /inner/parts | TOO_LONG
          ["AIRCRAFT", "GIMBAL"] | ["AIRCRAFT", null]           | /inner/parts/1 | WRONG_TYPE
          {"BATTERY": 6}        | {"BATTERY": "6"}              | /inner/months/BATTERY | WRONG_TYPE
          {"BATTERY": 6}        | {"battery": 6}                | /inner/months/battery | BAD_FORMAT
          "digits": "a0"        | "digits": "A0"                | /inner/digits | BAD_FORMAT
          "X-G-06"              | "X-G-99"                      | /inner/exclusion | UNKNOWN_EXCLUSION
          """)
  void a_flaw_is_named_by_its_pointer(String was, String is, String pointer, FlawCode code) {
    assertThat(RIGHT).contains(was);
    var flaws = flaws(RIGHT.replace(was, is == null ? "" : is));
    assertThat(flaws).hasSize(1);
    assertThat(flaws.getFirst().pointer()).isEqualTo(pointer);
    assertThat(flaws.getFirst().code()).isEqualTo(code);
    assertThat(flaws.getFirst().detail()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-01T10:00:00,       OFFSET_MISSING",
    "2024-05-01T10:00,          OFFSET_MISSING",
    "2024-05-01,                BAD_FORMAT",
    "2024-05-01 10:00:00Z,      BAD_FORMAT",
    "2024-05-01T25:00:00Z,      BAD_FORMAT",
    "2024-05-01T10:00:00+25:00, BAD_FORMAT",
    "2024-13-01T10:00:00Z,      BAD_FORMAT",
    "0000-01-01T00:00:00Z,      UNREASONABLE_DATE",
    "9999-12-31T23:59:59Z,      UNREASONABLE_DATE",
    "2024-05-06T12:05:01Z,      IN_THE_FUTURE",
  })
  void a_moment_needs_its_offset_and_has_to_have_come(String moment, FlawCode code) {
    assertThat(flaws(at(moment)))
        .extracting(Flaw::pointer, Flaw::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("/at", code));
  }

  @Test
  void clocks_may_differ_by_five_minutes() {
    assertThat(read(at("2024-05-06T12:05:00Z")).at()).isEqualTo("2024-05-06T12:05:00Z");
  }

  @Test
  void how_late_a_command_may_come_is_for_the_operator_to_say() {
    var old = at("2001-01-01T00:00:00Z");
    assertThat(read(old).at()).isEqualTo("2001-01-01T00:00:00Z");
    var defaults = RequestLimits.defaults();
    var strict =
        new RequestReader(
            TERMS,
            InstantSource.fixed(NOW),
            new RequestLimits(
                defaults.earliestDay(),
                defaults.latestDay(),
                defaults.ahead(),
                Optional.of(Duration.ofDays(30))));
    assertThat(flaws(strict, old)).extracting(Flaw::code).containsExactly(FlawCode.TOO_FAR_BACK);
  }

  @Test
  void several_flaws_are_named_at_once() {
    var flaws =
        flaws("{\"type\": 1, \"day\": \"x\", \"inner\": {\"count\": \"3\", \"parts\": [1, 2]}}");
    assertThat(flaws)
        .extracting(Flaw::pointer)
        .containsExactly(
            "/type",
            "/region",
            "/day",
            "/at",
            "/price",
            "/serial",
            "/code",
            "/inner/count",
            "/inner/parts/0",
            "/inner/parts/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``            | MISSING
          ` `           | MISSING
          []            | WRONG_TYPE
          null          | WRONG_TYPE
          {"a": 1       | NOT_JSON
          {"a": 01}     | NOT_JSON
          {'a': 1}      | NOT_JSON
          {"a": NaN}    | NOT_JSON
          {"a": 1e99999999999} | NOT_JSON
          {"a": 1,}     | NOT_JSON
          {} {}         | NOT_JSON
          {} x          | NOT_JSON
          {"a": 1} // x | NOT_JSON
          """)
  void anything_but_one_json_object_is_refused(String body, FlawCode code) {
    assertThat(flaws(body == null ? "" : body)).extracting(Flaw::code).containsExactly(code);
  }

  @Test
  void ten_thousand_levels_are_refused_and_do_no_harm() {
    var deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertThat(flaws("{\"type\": " + deep + "}"))
        .extracting(Flaw::code)
        .containsExactly(FlawCode.TOO_DEEP);
  }

  @Test
  void a_body_that_is_not_utf_8_is_refused() {
    var problem =
        catchThrowableOfType(
            ProblemException.class,
            () -> StrictJson.read("{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(problem.flaws()).extracting(Flaw::code).containsExactly(FlawCode.NOT_JSON);
  }

  @Test
  void a_flaw_never_repeats_the_value() {
    var secret = "S3CRET-SERIAL-THAT-IS-FAR-TOO-LONG-TO-BE-ONE";
    var flaws = flaws(RIGHT.replace("abcd 1234", secret).replace("é😀", secret));
    assertThat(flaws).hasSize(2).allSatisfy(f -> assertThat(f.detail()).doesNotContain(secret));
  }

  private static String at(String moment) {
    return RIGHT.replace("2024-05-01T10:00:00.123456789+02:00", moment);
  }

  private Whole read(String body) {
    return reader.read(StrictJson.read(body.getBytes(StandardCharsets.UTF_8)), Whole.class);
  }

  private List<Flaw> flaws(String body) {
    return flaws(reader, body);
  }

  private static List<Flaw> flaws(RequestReader reader, String body) {
    var problem =
        catchThrowableOfType(
            ProblemException.class,
            () -> reader.read(StrictJson.read(body.getBytes(StandardCharsets.UTF_8)), Whole.class));
    assertThat(problem).as("the problem with %s", body).isNotNull();
    assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    return problem.flaws();
  }
}
