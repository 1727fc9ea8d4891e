package org.planledger.api.settlement.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// Tables whose columns somebody has explained, in every way of writing them.
class ReadingMappedTablesTest {

  @TempDir private Path folder;

  /// A mapping with the columns `Tag`, `Betrag` and `Wer`, in euros.
  static ColumnMapping mapping(
      TextEncoding encoding, char separator, char decimal, char thousands, String pattern) {
    return new ColumnMapping(
        "bank",
        encoding,
        separator,
        '"',
        0,
        true,
        decimal,
        thousands,
        false,
        pattern,
        ZoneId.of("Europe/Berlin"),
        Optional.empty(),
        Optional.of(Currency.getInstance("EUR")),
        columns(Optional.of("Betrag"), Optional.empty(), Optional.empty(), Optional.empty()),
        List.of());
  }

  static ColumnMapping.Columns columns(
      Optional<String> gross,
      Optional<String> debit,
      Optional<String> credit,
      Optional<String> type) {
    Optional<String> none = Optional.empty();
    return new ColumnMapping.Columns(
        none,
        type,
        "Tag",
        none,
        gross,
        debit,
        credit,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        Optional.of("Wer"),
        none);
  }

  private static ColumnMapping with(
      ColumnMapping mapping,
      ColumnMapping.Columns columns,
      List<ColumnMapping.NamedType> types,
      boolean minor,
      int skipped,
      boolean named) {
    return new ColumnMapping(
        mapping.source(),
        mapping.encoding(),
        mapping.separator(),
        mapping.quote(),
        skipped,
        named,
        mapping.decimal(),
        mapping.thousands(),
        minor,
        mapping.datePattern(),
        mapping.zone(),
        mapping.sheet(),
        mapping.currency(),
        columns,
        types);
  }

  private static final ColumnMapping GERMAN =
      mapping(TextEncoding.AUTO, ';', ',', '.', "dd.MM.yyyy");

  @Test
  void encodings_are_told_by_their_mark_or_by_the_mapping() {
    String table = "Tag;Betrag;Wer\n05.01.2026;1.234,50;Jürgen Groß\n";
    for (Charset marked :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(Taken.from(folder, GERMAN, "\uFEFF" + table, marked).lines().getFirst().payer())
          .contains("Jürgen Groß");
    }
    for (TextEncoding told : TextEncoding.values()) {
      var mapping = mapping(told, ';', ',', '.', "dd.MM.yyyy");
      assertThat(Taken.from(folder, mapping, table, told.charset()).lines().getFirst().payer())
          .as("%s", told)
          .contains("Jürgen Groß");
    }
    assertThat(Taken.from(folder, GERMAN, table, StandardCharsets.ISO_8859_1).reasons())
        .containsExactly("2 - BAD_CHARACTER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1.234,50    | 123450
          -1.234,50   | -123450
          1.234,50-   | -123450
          (1.234,50)  | -123450
          +5          | 500
          0,05        | 5
          12,5        | 1250
          999.999.999.999,99 | 99999999999999
          """)
  void amounts_are_read_as_accountants_write_them(String written, long minor) {
    assertThat(
            Taken.from(
                    folder,
                    GERMAN,
                    "Tag;Betrag;Wer\n05.01.2026;" + written + ";x\n",
                    StandardCharsets.UTF_8)
                .lines())
        .extracting(SettlementLine::gross)
        .containsExactly(Money.of(minor, "EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.23,BAD_AMOUNT", "12.34.567,BAD_AMOUNT", ".123,BAD_AMOUNT", "1.2345,BAD_AMOUNT",
    "--5,BAD_AMOUNT", "1e3,BAD_AMOUNT", "'',MISSING", "1.000.000.000.000,AMOUNT_TOO_LARGE",
    "1.234.567.890.123.456.789.012,AMOUNT_TOO_LARGE"
  })
  void what_is_no_amount_is_put_aside(String written, QuarantineReason reason) {
    assertThat(
            Taken.from(
                    folder,
                    GERMAN,
                    "Tag;Betrag;Wer\n05.01.2026;" + written + ";x\n",
                    StandardCharsets.UTF_8)
                .reasons())
        .containsExactly("2 Betrag " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dd.MM.yyyy              | 05.01.2026
          d/M/yy                  | 5/1/26
          MMM d, yyyy             | Jan 5, 2026
          yyyy-MM-dd HH:mm:ss     | 2026-01-05 23:59:59
          yyyy-MM-dd'T'HH:mm:ssXXX | 2026-01-04T23:30:00Z
          yyyy-MM-dd'T'HH:mm:ssXXX | 2026-01-05T18:30:00-04:00
          yyyyMMdd                | 20260105
          """)
  void days_are_read_by_the_pattern_and_moments_in_the_zone(String pattern, String written) {
    assertThat(ColumnMapping.isDatePattern(pattern)).isTrue();
    var mapping = mapping(TextEncoding.UTF_8, ';', ',', '.', pattern);
    assertThat(
            Taken.from(
                    folder,
                    mapping,
                    "Tag;Betrag;Wer\n" + written + ";5,00;x\n",
                    StandardCharsets.UTF_8)
                .lines())
        .extracting(SettlementLine::bookedOn)
        .containsExactly(LocalDate.of(2026, 1, 5));
  }

  @Test
  void days_that_no_calendar_or_no_business_has_are_put_aside() {
    UnaryOperator<String> reason =
        day ->
            Taken.from(
                    folder, GERMAN, "Tag;Betrag;Wer\n" + day + ";5,00;x\n", StandardCharsets.UTF_8)
                .reasons()
                .getFirst();
    assertThat(reason.apply("31.02.2026")).isEqualTo("2 Tag BAD_DATE");
    assertThat(reason.apply("05.01.1826")).isEqualTo("2 Tag UNREASONABLE_DATE");
    assertThat(reason.apply("5.1.26")).isEqualTo("2 Tag BAD_DATE");
    assertThat(reason.apply("")).isEqualTo("2 Tag MISSING");
    assertThat(ColumnMapping.isDatePattern("dd.MM")).isFalse();
    assertThat(ColumnMapping.isDatePattern("{{{")).isFalse();
  }

  @Test
  void debits_and_credits_types_minor_units_and_tables_without_names_are_understood() {
    var sides =
        with(
            GERMAN,
            columns(
                Optional.empty(), Optional.of("Soll"), Optional.of("Haben"), Optional.of("Art")),
            List.of(
                new ColumnMapping.NamedType("Lastschrift", LineType.BANK_DEBIT),
                new ColumnMapping.NamedType("Gutschrift", LineType.BANK_CREDIT)),
            false,
            2,
            true);
    var taken =
        Taken.from(
            folder,
            sides,
            """
            Konto;1
            von;bis
            Tag;Soll;Haben;Wer;Art
            05.01.2026;5,00;;Ada;lastschrift
            05.01.2026;;7,00;Ada;GUTSCHRIFT
            05.01.2026;-5,00;;Ada;Lastschrift
            05.01.2026;;;Ada;Lastschrift
            05.01.2026;;7,00;Ada;Dauerauftrag
            05.01.2026;;7,00;Ada;Lastschrift
            """,
            StandardCharsets.UTF_8);
    assertThat(taken.lines())
        .extracting(SettlementLine::gross)
        .containsExactly(Money.of(-500, "EUR"), Money.of(700, "EUR"));
    assertThat(taken.reasons())
        .containsExactly(
            "6 - WRONG_SIGN", "7 Haben MISSING", "8 Art UNKNOWN_CODE", "9 - WRONG_SIGN");

    Optional<String> none = Optional.empty();
    var numbered =
        with(
            GERMAN,
            new ColumnMapping.Columns(
                none,
                none,
                "1",
                none,
                Optional.of("2"),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none),
            List.of(),
            true,
            0,
            false);
    assertThat(
            Taken.from(folder, numbered, "05.01.2026;1234\n06.01.2026;5\n", StandardCharsets.UTF_8)
                .lines())
        .extracting(SettlementLine::gross)
        .containsExactly(Money.of(1234, "EUR"), Money.of(5, "EUR"));
  }

  @Test
  void a_table_without_the_columns_of_the_mapping_is_refused_with_what_is_there() {
    assertThatThrownBy(
            () -> Taken.from(folder, GERMAN, "Day;Amount\n1;2\n", StandardCharsets.UTF_8))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            "The file is not a CSV file with the columns of the mapping: the columns Tag, Betrag,"
                + " Wer are missing; found were Day, Amount.");
  }
}
