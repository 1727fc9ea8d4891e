package org.planledger.api.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.core.json.LedgerJson;
import tools.jackson.databind.JsonNode;

/// A third party puts a matcher to the test.
class RehearsingTest {

  private static final String FEES = "--fees=1500";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_book_is_written_in_every_format_and_the_matching_measured_on_it() throws IOException {
    var book = folder.resolve("book");
    assertThat(run(book, "--seed=7", FEES)).as("%s", err).isZero();
    assertThat(out.toString()).contains("1,500 fees of seed 7");
    assertThat(files(book).keySet())
        .containsExactly(
            "adyen-camt.054/bank.xml",
            "adyen-camt.054/card-again.csv",
            "adyen-camt.054/card.csv",
            "csv/bank.csv",
            "csv/card-again.csv",
            "csv/card.csv",
            "fees.jsonl",
            "rehearsal.json",
            "stripe-camt.053/bank.xml",
            "stripe-camt.053/card-again.csv",
            "stripe-camt.053/card.csv",
            "truth.jsonl",
            "xlsx/bank.xlsx",
            "xlsx/card-again.xlsx",
            "xlsx/card.xlsx");
    assertThat(Files.readAllLines(book.resolve("fees.jsonl"))).hasSize(1_500);

    assertThat(run(book, "--measure", "--json")).as("%s%s", out, err).isZero();
    var measured = LedgerJson.mapper().readTree(out.toString());
    assertThat(measured.path("seed").longValue()).isEqualTo(7);
    assertThat(measured.path("sets").propertyNames())
        .containsExactly("stripe-camt.053", "adyen-camt.054", "csv", "xlsx");
    var planted = planted(book);
    for (var set : measured.path("sets")) {
      assertThat(set.path("precision").doubleValue()).isEqualTo(1);
      assertThat(set.path("recall").doubleValue()).isBetween(0.98, 1.0);
      set.path("exceptions")
          .properties()
          .forEach(
              kind -> {
                int wanted = planted.getOrDefault(kind.getKey(), 0);
                assertThat(kind.getValue().path("planted").intValue())
                    .as(kind.getKey())
                    .isEqualTo(wanted);
                assertThat(kind.getValue().path("found").intValue())
                    .as("%s in %s", kind.getKey(), set)
                    .isEqualTo(wanted);
              });
    }
  }

  /// Read from the truth as anybody would.
  private static Map<String, Integer> planted(Path book) throws IOException {
    Map<String, Integer> planted = new TreeMap<>();
    for (var line : Files.readAllLines(book.resolve("truth.jsonl"))) {
      JsonNode truth = LedgerJson.mapper().readTree(line);
      truth
          .path("exceptions")
          .forEach(one -> planted.merge(one.path("kind").stringValue(), 1, Integer::sum));
    }
    return planted;
  }

  @Test
  void the_same_seed_writes_the_same_bytes() throws IOException {
    assertThat(run(folder.resolve("one"), "--fees=200")).isZero();
    assertThat(run(folder.resolve("other"), "--fees=200", "--seed=1")).isZero();
    assertThat(files(folder.resolve("one"))).isEqualTo(files(folder.resolve("other")));
  }

  @Test
  void a_wrong_match_is_told_and_ends_with_another_code() throws IOException {
    var book = folder.resolve("book");
    assertThat(run(book, "--fees=200")).isZero();
    // Two customers' payments carry each other's id, and their amounts.
    var card = book.resolve("csv/card.csv");
    var lines = Files.readAllLines(card);
    var swapped = lines.get(1);
    lines.set(1, lines.get(2));
    lines.set(2, swapped);
    Files.write(card, lines);
    assertThat(run(book, "--measure")).isEqualTo(1);
    assertThat(out.toString()).contains("NOT GOOD").contains("csv: precision 9");
  }

  @Test
  void what_lies_in_a_folder_is_never_written_over() throws IOException {
    Files.writeString(folder.resolve("note.txt"), "mine");
    assertThat(run(folder)).isEqualTo(2);
    assertThat(err.toString()).contains("name an empty folder");
    assertThat(files(folder).keySet()).containsExactly("note.txt");
  }

  @Test
  void what_cannot_be_used_is_said_in_a_line() throws IOException {
    assertThat(run(folder.resolve("a"), "--fees=0")).isEqualTo(2);
    assertThat(err.toString()).contains("--fees is from 1 to 1000000");
    assertThat(run(folder.resolve("b"), "--fees=many")).isEqualTo(2);
    assertThat(run(folder.resolve("c"), "--fees=5")).isZero();
    assertThat(run(folder.resolve("c"), "--measure", "--fees=6")).isEqualTo(2);
    assertThat(err.toString()).contains("holds 5 fees of seed 1");
    Files.writeString(folder.resolve("c/rehearsal.json"), "{");
    assertThat(run(folder.resolve("c"), "--measure")).isEqualTo(1);
    assertThat(err.toString()).contains("no rehearsal any more");
  }

  private int run(Path where, String... options) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var arguments =
        Stream.concat(Stream.of("rehearse", where.toString()), Stream.of(options))
            .toArray(String[]::new);
    return Operating.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private static Map<String, List<Byte>> files(Path root) throws IOException {
    Map<String, List<Byte>> files = new TreeMap<>();
    try (var all = Files.walk(root)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), bytes(file));
      }
    }
    return files;
  }

  private static List<Byte> bytes(Path file) throws IOException {
    var boxed = new ArrayList<Byte>();
    for (byte b : Files.readAllBytes(file)) {
      boxed.add(b);
    }
    return boxed;
  }
}
