package org.planledger.api.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How facts become words, cells and glyphs.
class WritingDossiersTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "'already"})
  void a_cell_that_a_spreadsheet_would_reckon_with_gets_an_apostrophe(String cell) {
    assertThat(CsvDossier.guarded(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1+1", "a=b", "2023-01-15", " =1"})
  void any_other_cell_stays_as_it_is(String cell) {
    assertThat(CsvDossier.guarded(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource({
    "RepairDiscountClaimed, repair discount claimed, Repair discount claimed",
    "freeAlternative,       free alternative,        Free alternative",
    "REPLACEMENT,           REPLACEMENT,             REPLACEMENT"
  })
  void names_are_written_as_people_write_them(String name, String words, String title) {
    assertThat(Facts.words(name)).isEqualTo(words);
    assertThat(Facts.title(name)).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({
    "15900, USD, 159.00 USD",
    "15900, JPY, 15900 JPY",
    "5, EUR, 0.05 EUR",
    "-5, EUR, -0.05 EUR"
  })
  void money_is_written_in_whole_units(long minor, String currency, String shown) {
    assertThat(Facts.money(minor, currency)).isEqualTo(shown);
  }

  /// A plan has tens of entries. Of one with thousands no more is held than of a small one but the
  /// pages themselves.
  @Test
  void a_timeline_of_thousands_goes_to_as_many_pages_as_it_takes() throws IOException {
    var entries = IntStream.rangeClosed(1, 3_000).mapToObj(WritingDossiersTest::entry).toList();
    var once = pages(entries);
    assertThat(pages(entries)).isEqualTo(once);
    try (var document = Loader.loadPDF(once)) {
      var pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(200);
      var text = new PDFTextStripper().getText(document);
      assertThat(text).contains("position\n100001", "position\n103000", pages + " of " + pages);
      for (int page = 1; page <= pages; page++) {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(document)).as("page %d", page).contains("Recorded and valid");
      }
    }
  }

  /// Wherever on the page it begins.
  @Test
  void the_lineage_stands_under_its_heading_and_before_what_follows() throws IOException {
    for (int lines = 0; lines < 60; lines++) {
      var out = new ByteArrayOutputStream();
      try (var paper = new PdfPaper(out, "Drawn", "Drawn", Instant.EPOCH, "drawn")) {
        for (int line = 0; line < lines; line++) {
          paper.text("line");
        }
        var lineage = new Lineage(links("box", 7), links("mistake", 1));
        paper.heading("Lineage", LineagePicture.height(lineage));
        new LineagePicture(paper).draw(lineage);
        paper.heading("Obligations");
        paper.text("Nothing is owed.");
      }
      try (var document = Loader.loadPDF(out.toByteArray())) {
        int heading = page(document, "Lineage");
        assertThat(page(document, "box 6")).as("%d lines", lines).isEqualTo(heading);
        assertThat(page(document, "box 7")).isBetween(heading, page(document, "mistake 1"));
        assertThat(page(document, "mistake 1")).isLessThanOrEqualTo(page(document, "Obligations"));
      }
    }
  }

  private static List<Lineage.Link> links(String name, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Lineage.Link("id", name + " " + i, "MAVIC_3", "bound", "left"))
        .toList();
  }

  private static int page(PDDocument document, String text) throws IOException {
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      var stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      if (stripper.getText(document).contains(text)) {
        return page;
      }
    }
    throw new AssertionError(text + " is on no page");
  }

  private static byte[] pages(List<Entry> entries) {
    var out = new ByteArrayOutputStream();
    try (var paper = new PdfPaper(out, "Much", "Much", Instant.EPOCH, "much")) {
      new PdfTimeline(paper).write(entries);
    }
    return out.toByteArray();
  }

  private static Entry entry(int number) {
    return new Entry(
        number,
        Entry.Kind.EVENT,
        Instant.EPOCH.plusSeconds(number),
        Instant.EPOCH,
        LocalDate.EPOCH,
        false,
        "LinkRemoved",
        null,
        (long) number,
        100_000L + number,
        (long) number,
        "client",
        "actor",
        "2022-10",
        List.of(),
        List.of(new Reason("R-P-05", "Pre.3", true, null, "It holds.")),
        List.of(new Fact("kind", "ACCOUNT")));
  }

  @Test
  void what_no_font_has_a_letter_for_is_written_by_its_number() {
    var fonts = new PdfFonts();

    assertThat(fonts.printable("Łódź, Ωmega, Жук, ■▣□…")).isEqualTo("Łódź, Ωmega, Жук, ■▣□…");
    assertThat(fonts.printable("王 and 😀")).isEqualTo("[U+738B] and [U+1F600]");
  }
}
