package org.planledger.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planledger.core.finance.book.FinanceEvent;
import org.planledger.core.finance.book.FinanceEvent.FeeWrittenOff;

/// The same for the books as [KeepingFormsStableTest] for the ledger: entries are chained by the
/// hashes of their bytes, and nobody writes them anew.
class KeepingBooksStableTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/books");

  @TestFactory
  Stream<DynamicTest> every_event_is_written_byte_for_byte_as_its_golden_file_has_it() {
    return FinanceCatalogue.events().stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getSimpleName(),
                    () ->
                        assertThat(
                                samples(type).stream()
                                    .map(event -> new String(LedgerJson.write(event), UTF_8))
                                    .toList())
                            .isEqualTo(golden(FinanceCatalogue.of(samples(type).getFirst())))));
  }

  @TestFactory
  Stream<DynamicTest> every_golden_event_is_read_as_the_event_it_was() {
    return FinanceCatalogue.events().stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getSimpleName(),
                    () -> {
                      var stored = FinanceCatalogue.of(samples(type).getFirst());
                      assertThat(read(stored)).isEqualTo(samples(type));
                    }));
  }

  @Test
  void a_write_off_of_before_gave_up_what_had_never_come() throws IOException {
    var before = read(new StoredType("FeeWrittenOff", "1"));

    assertThat(before).isEqualTo(List.of(samples(FeeWrittenOff.class).getFirst()));
  }

  private static List<FinanceEvent> samples(Class<? extends FinanceEvent> type) {
    return BookSamples.all().stream().filter(type::isInstance).toList();
  }

  private static List<FinanceEvent> read(StoredType stored) throws IOException {
    return golden(stored).stream()
        .map(line -> FinanceCatalogue.read(stored, line.getBytes(UTF_8)))
        .toList();
  }

  private static List<String> golden(StoredType stored) throws IOException {
    return Files.readAllLines(
        GOLDEN.resolve("%s-%s.jsonl".formatted(stored.name(), stored.revision())));
  }
}
