package org.planledger.api.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A backup is made while clients write, and put back elsewhere: it is what was acknowledged up to
/// its checkpoint, or it is refused.
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseVendor.class)
class BackingUpTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SIGNING_KEY = "5eed".repeat(16);
  private static final String MANIFEST = "manifest.json";

  /// A command that was acknowledged.
  private record Acknowledged(String key, Map<String, ?> body, Answer answer) {}

  private final DatabaseVendor vendor;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();

  @TempDir private Path folder;

  private List<String> keys = List.of();
  private Path backup = Path.of("");
  private Path outside = Path.of("");
  private JsonNode result = JSON.createObjectNode();

  BackingUpTest(DatabaseVendor vendor) {
    this.vendor = vendor;
  }

  @BeforeEach
  void backUpUnderLoad() throws Exception {
    keys =
        List.of(
            "--ledger.serial.key=" + LedgerServer.SERIAL_KEY,
            "--ledger.signing.key=" + SIGNING_KEY);
    outside = folder.resolve("outside");
    try (LedgerServer server = start(empty(vendor), outside)) {
      var going = new AtomicBoolean(true);
      var clients =
          Stream.generate(() -> Thread.ofPlatform().start(() -> sell(server, going)))
              .limit(3)
              .toList();
      while (acknowledged.size() < 20) {
        Thread.onSpinWait();
      }
      new Desk(server).lookUp("ABCDEFGHIJ12345");
      backUp(server);
      going.set(false);
      for (var client : clients) {
        client.join();
      }
      new Desk(server).sell("ONE_YEAR");
    }
    // What somebody carried away at the moment of the backup, and what came outside later.
    Files.move(outside, folder.resolve("later"));
    outside =
        Files.writeString(
            folder.resolve("note.checkpoint"), manifest(backup).path("note").stringValue());
    assertThat(result.path("events").longValue()).isGreaterThanOrEqualTo(20);
  }

  private void sell(LedgerServer server, AtomicBoolean going) {
    var desk = new Desk(server);
    while (going.get()) {
      var key = LedgerHttp.newKey();
      var body = Desk.purchase("ONE_YEAR", "US", "USD", "account " + key);
      acknowledged.put(
          key, new Acknowledged(key, body, desk.post("/v1/plans", key, body).expect(201)));
    }
  }

  private void backUp(LedgerServer server) {
    assertThat(run("backup", "--json", "--url", "http://localhost:" + server.port()))
        .as("%s", err)
        .isZero();
    result = JSON.readTree(out.toString().lines().toList().getLast()).path("result");
    backup = Path.of(result.path("file").stringValue());
  }

  @Test
  void what_is_put_back_verifies_goes_on_and_answers_a_repeated_command_as_before() {
    // The other kind of database too: the file does not know where it comes from.
    for (DatabaseVendor target : DatabaseVendor.values()) {
      var database = empty(target);
      assertThat(restore(database, "--checkpoint", outside.toString())).as("%s", err).isZero();
      assertThat(out.toString())
          .startsWith("GOOD: ")
          .contains(
              "holds %,d events".formatted(result.path("events").longValue()),
              "up to checkpoint %,d".formatted(result.path("checkpoint").longValue()))
          .doesNotContain("LOST", "keys");
      try (LedgerServer again = start(target, database, folder.resolve("new " + target))) {
        var url = "http://localhost:" + again.port();
        assertThat(run("verify-ledger", "--url", url)).as("%s", out).isZero();
        assertThat(run("rebuild", "all", "--url", url)).as("%s", out).isZero();
        assertAnsweredAsBefore(new Desk(again));
      }
    }
  }

  private void assertAnsweredAsBefore(Desk desk) {
    long covered = result.path("events").longValue();
    int same = 0;
    for (Acknowledged sent : acknowledged.values()) {
      var answer = desk.post("/v1/plans", sent.key(), sent.body()).expect(201);
      if (sent.answer().at("/position").longValue() <= covered) {
        assertThat(answer.body()).isEqualTo(sent.answer().body());
        same++;
      } else {
        // It came after the backup, and is carried out now.
        assertThat(answer.at("/position").longValue()).isGreaterThan(covered);
      }
    }
    assertThat(same).isGreaterThanOrEqualTo(20);
  }

  @Test
  void a_backup_that_is_older_than_what_was_kept_outside_says_by_how_much() throws Exception {
    Path later = folder.resolve("later");
    long newer = newestEvents(later);
    var covered = result.path("events").longValue();
    assertThat(newer).isGreaterThan(covered);
    var database = empty(vendor);
    assertThat(restore(database, "--checkpoint", later.toString())).isEqualTo(1);
    assertThat(err.toString())
        .startsWith(
            "The backup is older than the newest checkpoint outside: it lacks %d events, "
                .formatted(newer - covered))
        .endsWith("to put it back all the same, say --accept-older\n");
    assertThat(restore(database, "--checkpoint", later.toString(), "--accept-older"))
        .as("%s", err)
        .isZero();
    assertThat(out.toString()).contains(". LOST: %d events, ".formatted(newer - covered));
  }

  @Test
  void nothing_is_believed_without_a_word_from_outside_and_nothing_put_back_twice() {
    var database = empty(vendor);
    assertThat(restore(database)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "Nothing outside tells whether the backup can be trusted: name a checkpoint with"
                + " --checkpoint, or say --unproven\n");
    assertThat(restore(database, "--unproven")).isZero();
    assertThat(out.toString()).contains("Nothing outside has confirmed it");
    assertThat(restore(database, "--unproven")).isNotZero();
    try (LedgerServer again = start(vendor, database, folder.resolve("again"))) {
      assertThat(new Desk(again).get("/v1/plans").expect(200).at("/data").size()).isPositive();
    }
  }

  @Test
  void a_backup_that_was_damaged_anywhere_is_refused_with_the_place() throws Exception {
    byte[] whole = Files.readAllBytes(backup);
    long seed = Long.getLong("planledger.seed", System.nanoTime());
    System.out.println("damaging a backup: seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      byte[] flipped = whole.clone();
      int at = random.nextInt(flipped.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Path damaged = Files.write(folder.resolve("flipped"), flipped);
      if (!sameContent(damaged, backup)) {
        assertRefused(damaged, ".*");
      }
    }
    assertRefused(
        Files.write(folder.resolve("short"), Arrays.copyOf(whole, whole.length - 100)),
        ".* is no backup, or was cut short: .*");
    assertRefused(
        changed("ledger_event", lines -> without(lines, 3), false),
        ".* was changed or damaged: ledger_event.jsonl, up to row \\d+: it is not what the"
            + " manifest says");
    assertRefused(
        changed("ledger_event", lines -> without(lines, 3), true),
        "The backup was changed: ledger_event has \\d+ rows, and \\d+ were signed");
  }

  @Test
  void a_backup_that_was_forged_with_a_new_manifest_is_refused_with_the_row() throws Exception {
    assertRefused(
        changed("ledger_event", lines -> cell(lines, 5, "payload", BackingUpTest::flipped), true),
        ".*ledger_event position 5: .*");
    assertRefused(
        changed("ledger_event", lines -> cell(lines, 7, "metadata", BackingUpTest::flipped), true),
        ".*ledger_event position 7: .*");
    assertRefused(
        changed("ledger_event", lines -> cell(lines, 4, "leaf_hash", BackingUpTest::flipped), true),
        ".*ledger_event position 4: .*");
    assertRefused(
        changed(
            "ledger_attempt", lines -> cell(lines, 6, "decision", BackingUpTest::flipped), true),
        ".*ledger_attempt number 6: .*");
    assertRefused(
        changed("ledger_read", lines -> cell(lines, 1, "reason", _ -> "none"), true),
        ".*ledger_read number 1: .*");
    assertRefused(
        changed("log_map_bucket", lines -> cell(lines, 1, "entries", BackingUpTest::flipped), true),
        ".*map.*");
    assertRefused(
        changed("log_tile", lines -> cell(lines, 1, "hashes", BackingUpTest::flipped), true),
        ".*tile.*");
    assertRefused(
        changed("log_checkpoint", lines -> cell(lines, 1, "note", note -> "x" + note), true),
        "The backup .*|.*log_checkpoint 1: .*");
    assertRefused(
        changed("log_key", lines -> cell(lines, 1, "public_key", BackingUpTest::flipped), true),
        "The backup was changed: its checkpoint is not signed with a key of the ledger");
  }

  @Test
  void the_backup_of_another_ledger_is_refused() throws Exception {
    Path own = backup;
    Path note = outside;
    var other = folder.resolve("another");
    keys =
        List.of(
            "--ledger.serial.key=" + LedgerServer.SERIAL_KEY,
            "--ledger.signing.key=" + "0a11".repeat(16));
    try (LedgerServer server = start(empty(vendor), other)) {
      new Desk(server).sell("ONE_YEAR");
      backUp(server);
    }
    assertThat(backup).isNotEqualTo(own);
    assertThat(restore(empty(vendor), "--checkpoint", note.toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("The backup is of another ledger: the checkpoint in ");
  }

  /// A flipped bit in something that is written in Base64.
  private static String flipped(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    bytes[bytes.length / 2] ^= 1;
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void assertRefused(Path damaged, String line) {
    var database = empty(vendor);
    Path whole = backup;
    backup = damaged;
    try {
      assertThat(restore(database, "--checkpoint", outside.toString())).as("%s", out).isEqualTo(1);
      assertThat(err.toString().strip()).matches(line);
      assertThat(out.toString()).isEmpty();
    } finally {
      backup = whole;
    }
  }

  private Path changed(String table, UnaryOperator<List<String>> change, boolean newManifest)
      throws IOException {
    var entries = entries(backup);
    var lines = new ArrayList<>(text(entries, table + ".jsonl").lines().toList());
    byte[] bytes =
        change.apply(lines).stream()
            .map(line -> line + "\n")
            .reduce("", String::concat)
            .getBytes(StandardCharsets.UTF_8);
    entries.put(table + ".jsonl", bytes);
    if (newManifest) {
      var manifest = (ObjectNode) JSON.readTree(text(entries, MANIFEST));
      for (JsonNode entry : manifest.path("entries")) {
        if (entry.path("table").stringValue().equals(table)) {
          ((ObjectNode) entry)
              .put("rows", change.apply(lines).size() - 1)
              .put("sha256", sha256(bytes));
        }
      }
      entries.put(MANIFEST, JSON.writeValueAsBytes(manifest));
    }
    return written(entries);
  }

  private static List<String> without(List<String> lines, int row) {
    var left = new ArrayList<>(lines);
    left.remove(row);
    return left;
  }

  /// The lines with another value in a column of a row, from 1.
  private static List<String> cell(
      List<String> lines, int row, String column, UnaryOperator<String> change) {
    int index =
        JSON.readTree(lines.getFirst())
            .valueStream()
            .map(JsonNode::stringValue)
            .toList()
            .indexOf(column);
    var values = new ArrayList<Object>();
    JSON.readTree(lines.get(row)).forEach(values::add);
    values.set(index, change.apply(((JsonNode) values.get(index)).stringValue()));
    var changed = new ArrayList<>(lines);
    changed.set(row, JSON.writeValueAsString(values));
    return changed;
  }

  private Path written(Map<String, byte[]> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return Files.write(folder.resolve("changed.zip"), bytes.toByteArray());
  }

  /// Whether a flipped bit is in something that says nothing, such as the time of an entry.
  private static boolean sameContent(Path one, Path other) {
    try {
      return hashes(one).equals(hashes(other));
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Map<String, String> hashes(Path file) throws IOException {
    var hashes = new TreeMap<String, String>();
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().toList()) {
        hashes.put(entry.getName(), sha256(zip.getInputStream(entry).readAllBytes()));
      }
    }
    return hashes;
  }

  private static Map<String, byte[]> entries(Path file) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private static JsonNode manifest(Path file) throws IOException {
    return JSON.readTree(text(entries(file), MANIFEST));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How many events the newest checkpoint in a folder covers.
  private static long newestEvents(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      Path newest = files.filter(Files::isRegularFile).max(Path::compareTo).orElseThrow();
      return Long.parseLong(Files.readAllLines(newest).get(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LedgerServer start(List<String> database, Path checkpoints) {
    return start(vendor, database, checkpoints);
  }

  private LedgerServer start(DatabaseVendor on, List<String> database, Path checkpoints) {
    var arguments = new ArrayList<>(keys);
    arguments.add("--ledger.evidence.folder=" + checkpoints);
    arguments.add("--ledger.backup.folder=" + folder.resolve("backups"));
    return LedgerServer.start(on, database, arguments.toArray(String[]::new));
  }

  /// The settings of an empty database, without keys and folders.
  private List<String> empty(DatabaseVendor on) {
    return LedgerServer.settings(on).stream()
        .filter(
            setting ->
                !setting.matches("--ledger\\.(serial|signing)\\.key=.*")
                    && !setting.startsWith("--ledger.evidence.folder"))
        .toList();
  }

  private int restore(List<String> database, String... more) {
    var arguments = new ArrayList<>(List.of("restore", backup.toString()));
    arguments.addAll(List.of(more));
    arguments.addAll(database);
    arguments.addAll(keys);
    arguments.add("--ledger.evidence.folder=" + folder.resolve("none"));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Operating.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
