package org.planledger.api.settlement.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Rows of CSV are split as an independent reader splits them, and broken ones cost one line.
class SplittingRowsTest {

  private static final long SEED = Long.getLong("seed", System.nanoTime());

  private static List<List<String>> rows(String csv) throws IOException {
    CsvRows rows =
        new CsvRows(
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
            TextEncoding.UTF_8,
            ',',
            '"');
    List<List<String>> all = new ArrayList<>();
    while (rows.next()) {
      rows.fault()
          .ifPresent(
              fault -> {
                throw new AssertionError(fault);
              });
      List<String> row = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        row.add(rows.text(i));
      }
      all.add(row);
    }
    return all;
  }

  @Test
  void whatever_a_writer_writes_is_split_as_an_independent_reader_splits_it() throws IOException {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      int width = 1 + random.nextInt(5);
      StringWriter text = new StringWriter();
      List<List<String>> written = new ArrayList<>();
      try (CsvWriter writer = CsvWriter.builder().build(text)) {
        for (int i = random.nextInt(40); i >= 0; i--) {
          List<String> row = new ArrayList<>();
          for (int j = 0; j < width; j++) {
            row.add(field(random));
          }
          if (row.size() > 1 || !row.getFirst().isEmpty()) {
            writer.writeRecord(row);
            written.add(row);
          }
        }
      }
      List<List<String>> independent = new ArrayList<>();
      try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.toString())) {
        reader.forEach(row -> independent.add(row.getFields()));
      }
      assertThat(rows(text.toString())).isEqualTo(written).isEqualTo(independent);
    }
  }

  private static String field(Random random) {
    StringBuilder field = new StringBuilder();
    boolean longer = random.nextInt(20) == 0;
    for (int i = random.nextInt(longer ? 9000 : 12); i > 0; i--) {
      // A field of a thousand lines is not a field.
      field.append((longer ? "ab,\" é漢" : "ab,\"\n\r é漢").charAt(random.nextInt(7)));
    }
    return field.toString();
  }

  @Test
  void numbers_count_lines_and_the_row_is_kept_as_it_stood() throws IOException {
    CsvRows rows =
        new CsvRows(
            new ByteArrayInputStream(
                "a,b\r\n\r\n\"x\ny\",2\r\nlast".getBytes(StandardCharsets.UTF_8)),
            TextEncoding.AUTO,
            ',',
            '"');
    List<String> seen = new ArrayList<>();
    while (rows.next()) {
      seen.add(rows.number() + " " + rows.raw());
    }
    assertThat(seen).containsExactly("1 a,b", "3 \"x\ny\",2", "5 last");
  }

  @Test
  void one_forgotten_quotation_mark_costs_one_line() throws IOException {
    StringBuilder csv = new StringBuilder("a,b\n1,\"open\n");
    for (int i = 0; i < 30_000; i++) {
      csv.append(i).append(",row\n");
    }
    CsvRows rows =
        new CsvRows(
            new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
            TextEncoding.AUTO,
            ',',
            '"');
    int good = 0;
    List<Integer> broken = new ArrayList<>();
    while (rows.next()) {
      if (rows.fault().isPresent()) {
        rows.unfold();
        broken.add(rows.number());
        assertThat(rows.raw()).isEqualTo("1,\"open");
      } else {
        good++;
      }
    }
    assertThat(broken).containsExactly(2);
    assertThat(good).isEqualTo(30_001);
  }

  @Test
  void a_row_longer_than_any_is_left_out_and_the_next_one_read() throws IOException {
    String csv = "a,b\n" + "x".repeat(3_000_000) + "\n1,2\n" + "y,".repeat(20_000) + "\n3,4\n";
    CsvRows rows =
        new CsvRows(
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
            TextEncoding.AUTO,
            ',',
            '"');
    List<String> seen = new ArrayList<>();
    while (rows.next()) {
      seen.add(
          rows.number()
              + rows.fault().map(f -> " broken " + rows.raw().length()).orElse(" " + rows.raw()));
    }
    assertThat(seen).containsExactly("1 a,b", "2 broken 65536", "3 1,2", "4 broken 40000", "5 3,4");
  }
}
