package org.planledger.core.store.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.core.store.sealing.Alarms.Source;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

/// Each kind of change of a tile, of the map or of a checkpoint is found, and its place is named.
@OnEachDatabase
class FindingChangedProofsTest extends LedgerToVerify {

  FindingChangedProofsTest(LedgerDatabase shared) {
    super(shared);
  }

  @Test
  void a_changed_tile_is_found() {
    onlyFoundAt(
        "log_tile READS level 0 number 0",
        "update log_tile set hashes = "
            + replaced("hashes")
            + " where log = 'READS' and level = 0");
  }

  @Test
  void a_missing_tile_is_found() {
    isFoundAt("log_tile EVENTS level 0 number 0", "delete from log_tile where log = 'EVENTS'");
  }

  @Test
  void a_changed_bucket_and_a_missing_bucket_are_found() {
    long number = book.number("select min(number) from log_map_bucket");
    isFoundAt(
        "log_map_bucket " + number,
        "update log_map_bucket set entries = "
            + replacedEnd("entries")
            + " where number = "
            + number);
    long other = book.number("select max(number) from log_map_bucket");
    isFoundAt("log_map_bucket " + other, "delete from log_map_bucket where number = " + other);
  }

  @Test
  void a_changed_tile_of_the_map_is_found() {
    isFoundAt(
        "log_map_tile layer 0 number 0",
        "update log_map_tile set hashes = " + replaced("hashes") + " where layer = 0");
    long number = book.number("select min(number) from log_map_tile where layer = 1");
    isFoundAt(
        "log_map_tile layer 1 number " + number,
        "update log_map_tile set hashes = "
            + replaced("hashes")
            + " where layer = 1 and number = "
            + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size = 3",
        "attempts = 3",
        "reads = 3",
        "made_at = made_at + interval '1' second",
        "note = 'nothing'",
        "note = replace(note, 'ledger.example', 'forged.example')"
      })
  void a_changed_checkpoint_is_found(String change) {
    isFoundAt("log_checkpoint 1", "update log_checkpoint set " + change + " where number = 1");
  }

  @Test
  void a_missing_checkpoint_is_found() {
    isFoundAt("log_checkpoint 1", "delete from log_checkpoint where number = 1");
  }

  @Test
  void a_removed_newest_checkpoint_is_found_inside_and_outside() {
    book.tamper("delete from log_checkpoint where number = 2");
    sealerIsStopped();

    assertThat(found(Extent.FULL))
        .contains(
            "log_state: The newest checkpoint is number 1, and number 2 was made",
            "folder of checkpoints: its newest checkpoint is not in the database, which has lost"
                + " what came with it");
  }

  @Test
  void a_ledger_that_was_set_back_with_all_that_belongs_to_it_is_found_by_the_folder() {
    book.record("stream-0", 9);
    sealer.seal();
    book.tamper(
        "delete from log_checkpoint where number = 3",
        "update log_state set checkpoint = 2",
        "delete from ledger_event where position = 49",
        "delete from ledger_attempt where number = 50",
        "delete from ledger_read where number = 49",
        "update ledger_head set position = 48, attempt = 49, read = 48");
    sealerIsStopped();

    assertThat(found(Extent.FULL))
        .contains(
            "folder of checkpoints: its newest checkpoint is not in the database, which has lost"
                + " what came with it");
  }

  private void sealerIsStopped() {
    book.alarms.raise(Source.SEALING, "stopped by the test");
  }

  @Test
  void a_checkpoint_that_is_another_one_outside_is_found() throws IOException {
    try (Stream<Path> files = Files.walk(book.folder)) {
      Path first = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
      Files.writeString(first, "forged");
    }

    assertThat(found(Extent.FULL))
        .containsExactly("log_checkpoint 1: outside of the database it is another one");
  }
}
