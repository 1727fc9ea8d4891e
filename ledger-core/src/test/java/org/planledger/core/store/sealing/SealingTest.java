package org.planledger.core.store.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.NaiveMap;
import org.planledger.core.evidence.NaiveTree;
import org.planledger.core.evidence.SignedNote;
import org.planledger.core.evidence.SigningKey;
import org.planledger.core.evidence.StreamEntry;
import org.planledger.core.evidence.VerifierKey;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.RecordHash;
import org.planledger.core.store.sealing.Alarms.Alarm;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

@OnEachDatabase
class SealingTest {

  private final DatabaseVendor vendor;
  private LedgerDatabase database;
  private Book book;

  SealingTest(LedgerDatabase shared) {
    this.vendor = shared.vendor();
  }

  @BeforeEach
  void begin() {
    database = LedgerDatabase.fresh(vendor);
    book = new Book(database);
  }

  @AfterEach
  void end() {
    book.close();
    database.close();
  }

  @Test
  void an_empty_ledger_has_a_first_checkpoint() {
    StoredCheckpoint first = book.sealer().seal();

    assertThat(first.number()).isEqualTo(1);
    for (LogName log : LogName.values()) {
      assertThat(first.head(log).size()).isZero();
      assertThat(first.head(log).root()).isEqualTo(NaiveTree.root(List.of()));
    }
    assertThat(first.checkpoint().map()).isEqualTo(Hash.ZERO);
    assertThat(book.sealer().seal()).isEqualTo(first);
  }

  @Test
  void a_checkpoint_holds_the_roots_of_everything_that_was_recorded() {
    book.fill(9, 15).refuse("stream-1").refuse("stream-2");
    StoredCheckpoint newest = book.sealer().seal();

    assertThat(newest.head(LogName.EVENTS).size()).isEqualTo(135);
    assertThat(newest.head(LogName.ATTEMPTS).size()).isEqualTo(137);
    assertThat(newest.head(LogName.READS).size()).isEqualTo(135);
    assertThat(newest.head(LogName.EVENTS).root()).isEqualTo(eventRoot(135));
    assertThat(newest.head(LogName.ATTEMPTS).root())
        .isEqualTo(
            NaiveTree.root(
                book.store.attempts().after(0, 1_000).stream()
                    .map(attempt -> Hash.of(RecordHash.leaf(attempt).toArray()))
                    .toList()));
    assertThat(newest.head(LogName.READS).root())
        .isEqualTo(
            NaiveTree.root(
                book.store.reads().after(0, 1_000).stream()
                    .map(read -> Hash.of(RecordHash.leaf(read.read()).toArray()))
                    .toList()));
    assertThat(newest.checkpoint().map()).isEqualTo(mapRoot(9, 14));
  }

  @Test
  void a_long_backlog_is_sealed_in_several_checkpoints_of_which_each_extends_the_last() {
    book.fill(6, 30);
    Sealer sealer = book.sealer();
    sealer.seal();

    List<StoredCheckpoint> all = book.log.after(0, 100);
    assertThat(all.stream().map(c -> c.head(LogName.EVENTS).size()))
        .containsExactly(50L, 100L, 150L, 180L);
    for (StoredCheckpoint checkpoint : all) {
      assertThat(checkpoint.head(LogName.EVENTS).root())
          .isEqualTo(eventRoot(checkpoint.head(LogName.EVENTS).size()));
    }
    book.record("stream-0", 30);
    assertThat(sealer.seal().head(LogName.EVENTS).root()).isEqualTo(eventRoot(181));
  }

  @Test
  void a_checkpoint_is_signed_and_lies_outside_of_the_database_too() throws IOException {
    book.record("one", 0);
    StoredCheckpoint made = book.sealer().seal();
    VerifierKey key = SigningKey.of("ledger.example/test", Book.KEY.toArray()).verifier();

    assertThat(SignedNote.parse(made.note()).isSignedBy(key)).isTrue();
    assertThat(made.checkpoint().origin()).isEqualTo("ledger.example/test");
    assertThat(book.log.keys())
        .isEqualTo(List.of(new LogKey(1, key, 1, 1, made.checkpoint().time())));
    assertThat(files()).hasSize(1);
    assertThat(Files.readString(files().getFirst())).isEqualTo(made.note());
    assertThat(files().getFirst().getFileName()).hasToString("000000000001.checkpoint");
  }

  @Test
  void nothing_new_makes_no_checkpoint() {
    book.record("one", 0);
    Sealer sealer = book.sealer();
    StoredCheckpoint made = sealer.seal();

    assertThat(sealer.seal()).isEqualTo(made);
    book.refuse("one");
    assertThat(sealer.seal().number()).isEqualTo(2);
    assertThat(sealer.sealThrough(1, 2).number()).isEqualTo(2);
  }

  @Test
  void what_the_folder_misses_is_written_at_the_next_start() throws IOException {
    Sealer sealer = book.sealer();
    for (int i = 0; i < 5; i++) {
      book.record("one", i);
      sealer.seal();
    }
    Files.delete(files().get(4));
    Files.delete(files().get(3));

    book.sealer().seal();

    assertThat(files()).hasSize(5);
    assertThat(Files.readString(files().get(3))).isEqualTo(book.log.after(3, 1).getFirst().note());
  }

  @Test
  void a_folder_that_cannot_be_written_raises_an_alarm_until_it_can() throws IOException {
    Files.delete(book.folder);
    Files.writeString(book.folder, "in the way");
    Sealer sealer = book.sealer();
    sealer.seal();

    assertThat(book.alarms.all().stream().map(Alarm::source)).containsExactly(Alarms.Source.FOLDER);

    Files.delete(book.folder);
    sealer.seal();
    assertThat(book.alarms.all()).isEmpty();
    assertThat(files()).hasSize(1);
  }

  @Test
  void a_folder_with_another_checkpoint_of_the_same_number_raises_an_alarm() throws IOException {
    book.sealer().seal();
    Files.writeString(files().getFirst(), "forged");

    book.sealer().seal();

    assertThat(book.alarms.all().stream().map(Alarm::what))
        .containsExactly("The folder of checkpoints holds another checkpoint 1");
    assertThat(Files.readString(files().getFirst())).isEqualTo("forged");
  }

  @Test
  void a_new_key_takes_over_with_a_checkpoint_that_both_sign() {
    book.record("one", 0);
    book.sealer().seal();
    SigningSecrets rotated =
        new SigningSecrets(Optional.empty(), Book.OTHER_KEY, Optional.of(Book.KEY), false);
    book.sealer(rotated).seal();
    book.record("one", 1);
    book.sealer(rotated).seal();

    VerifierKey before = SigningKey.of("ledger.example/test", Book.KEY.toArray()).verifier();
    VerifierKey after = SigningKey.of("ledger.example/test", Book.OTHER_KEY.toArray()).verifier();
    assertThat(book.log.keys().stream().map(LogKey::key)).containsExactly(before, after);
    assertThat(book.log.keys().stream().map(LogKey::fromCheckpoint)).containsExactly(1L, 2L);
    List<SignedNote> notes =
        book.log.after(0, 10).stream().map(made -> SignedNote.parse(made.note())).toList();
    assertThat(notes.stream().map(note -> note.isSignedBy(before)))
        .containsExactly(true, true, false);
    assertThat(notes.stream().map(note -> note.isSignedBy(after)))
        .containsExactly(false, true, true);
  }

  @Test
  void another_key_takes_over_from_a_lost_one_only_if_it_is_said_to_be_lost() {
    book.sealer().seal();

    assertThatThrownBy(() -> book.sealer(Book.secrets(Book.OTHER_KEY)))
        .isInstanceOf(UnfitKeyException.class)
        .hasMessageContaining("LEDGER_SIGNING_PREVIOUS");
    SigningSecrets afterLoss =
        new SigningSecrets(Optional.empty(), Book.OTHER_KEY, Optional.empty(), true);
    assertThat(book.sealer(afterLoss).seal().number()).isEqualTo(2);
    assertThatThrownBy(() -> book.sealer())
        .isInstanceOf(UnfitKeyException.class)
        .hasMessageContaining("was replaced");
  }

  @Test
  void a_process_with_a_key_that_was_replaced_meanwhile_signs_nothing() {
    Sealer old = book.sealer();
    old.seal();
    book.sealer(new SigningSecrets(Optional.empty(), Book.OTHER_KEY, Optional.of(Book.KEY), false))
        .seal();
    book.record("one", 0);

    assertThatThrownBy(old::seal).isInstanceOf(SealingStoppedException.class);
    assertThat(book.alarms.all().stream().map(Alarm::source))
        .containsExactly(Alarms.Source.SEALING);
    assertThat(book.log.after(0, 10)).hasSize(2);
  }

  @Test
  void an_origin_never_changes() {
    book.sealer().seal();

    assertThatThrownBy(
            () ->
                book.sealer(
                    new SigningSecrets(Optional.of("other"), Book.KEY, Optional.empty(), false)))
        .isInstanceOf(UnfitKeyException.class)
        .hasMessageContaining("ledger.example/test");
  }

  @Test
  void many_who_seal_at_once_make_one_row_of_checkpoints() throws Exception {
    List<Sealer> sealers = List.of(book.sealer(), book.sealer(), book.sealer());
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> done = new ArrayList<>();
      for (int thread = 0; thread < 6; thread++) {
        String stream = "thread-" + thread;
        Sealer sealer = sealers.get(thread % 3);
        done.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int i = 0; i < 12; i++) {
                    synchronized (start) {
                      book.record(stream, i);
                    }
                    sealer.seal();
                  }
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> each : done) {
        each.get();
      }
    }
    List<StoredCheckpoint> all = book.log.after(0, 1_000);

    assertThat(all.stream().map(StoredCheckpoint::number))
        .isEqualTo(Stream.iterate(1L, n -> n + 1).limit(all.size()).toList());
    assertThat(all.getLast().head(LogName.EVENTS).size()).isEqualTo(72);
    assertThat(all.getLast().head(LogName.EVENTS).root()).isEqualTo(eventRoot(72));
    assertThat(files()).hasSize(all.size());
    assertThat(book.alarms.all()).isEmpty();
  }

  @Test
  void it_seals_by_itself_when_enough_is_recorded_and_after_a_while() {
    Sealer sealer = book.sealer();
    sealer.seal();
    Runnable stop = sealer.start(SealerSettings.of(Duration.ofHours(1), 3));
    book.record("one", 0).record("one", 1).record("one", 2);
    await(3);
    stop.run();
    stop = sealer.start(SealerSettings.of(Duration.ofMillis(50), 1_000));
    book.record("one", 3);
    await(4);
    stop.run();
  }

  private void await(long size) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (book.log.newest().orElseThrow().head(LogName.EVENTS).size() < size) {
      assertThat(System.nanoTime()).as("size %s in time", size).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void a_sealer_rests_nineteen_times_as_long_as_it_works_and_a_minute_at_most() {
    assertThat(SealerThread.restAfter(Duration.ofMillis(100))).isEqualTo(Duration.ofMillis(1900));
    assertThat(SealerThread.restAfter(Duration.ofSeconds(10))).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void a_hole_stops_it_and_raises_an_alarm() {
    book.record("one", 0).record("one", 1).record("one", 2);
    book.tamper("delete from ledger_event where position = 2");
    Sealer sealer = book.sealer();

    assertThatThrownBy(sealer::seal)
        .isInstanceOf(SealingStoppedException.class)
        .hasMessageContaining("no event at position 2");
    assertThat(book.alarms.all().stream().map(Alarm::source))
        .containsExactly(Alarms.Source.SEALING);
    assertThatThrownBy(sealer::seal).isInstanceOf(SealingStoppedException.class);
    assertThat(book.log.newest()).isEmpty();
  }

  @Test
  void a_missing_attempt_or_read_stops_it() {
    book.record("one", 0).record("one", 1).record("one", 2);
    book.tamper("delete from ledger_attempt where number = 2");
    assertThatThrownBy(() -> book.sealer().seal())
        .hasMessageContaining("log of ATTEMPTS has no entry 2");
  }

  @Test
  void a_log_that_ends_before_its_checkpoint_stops_it() {
    book.record("one", 0).record("one", 1);
    book.sealer().seal();
    book.tamper(
        "delete from ledger_event where position = 2", "update ledger_head set position = 1");

    assertThatThrownBy(() -> book.sealer().seal())
        .hasMessageContaining("log of EVENTS ends at 1, and a checkpoint covers 2");
  }

  @Test
  void a_tree_a_map_or_a_checkpoint_that_was_changed_stops_it() {
    book.fill(3, 4);
    book.sealer().seal();
    book.refuse("stream-1");
    String zeros = "'" + "00".repeat(12 * 32) + "'";
    String tile = vendor == DatabaseVendor.H2 ? "x" + zeros : "decode(" + zeros + ", 'hex')";

    book.tamper("update log_tile set hashes = " + tile + " where log = 'EVENTS'");
    assertThatThrownBy(() -> book.sealer().seal())
        .hasMessageContaining("The tree over the log of EVENTS is not that of checkpoint 1");
  }

  @Test
  void a_checkpoint_that_was_removed_or_forged_stops_it() {
    book.record("one", 0);
    book.sealer().seal();
    book.record("one", 1);
    book.sealer().seal();
    book.record("one", 2);

    book.tamper(
        "update log_checkpoint set note = replace(note, 'test' || chr(10) || '2', 'test' || chr(10)"
            + " || '1') where number = 2");
    assertThatThrownBy(() -> book.sealer().seal())
        .hasMessageContaining("Checkpoint 2 is not signed with the key in force");

    book.alarms.clear(Alarms.Source.SEALING);
    book.tamper("delete from log_checkpoint where number = 2");
    assertThatThrownBy(() -> book.sealer().seal())
        .hasMessageContaining("The newest checkpoint is number 1, and number 2 was made");
  }

  private Hash eventRoot(long size) {
    return NaiveTree.root(
        book
            .bytes(
                "select leaf_hash from ledger_event where position <= "
                    + size
                    + " order by position")
            .stream()
            .map(Hash::of)
            .toList());
  }

  private Hash mapRoot(int streams, long lastSequence) {
    List<StreamEntry> entries = new ArrayList<>();
    for (int i = 0; i < streams; i++) {
      String stream = "stream-" + i;
      entries.add(
          StreamEntry.of(
              stream,
              lastSequence,
              Hash.of(book.store.events().stream(stream).getLast().streamHash().toArray())));
    }
    return NaiveMap.root(entries);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(book.folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
