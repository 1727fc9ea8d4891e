package org.planledger.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Contract;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.evidence.Checkpoint;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.LogTree;
import org.planledger.core.evidence.NaiveTree;
import org.planledger.core.evidence.SignedNote;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.PositionSpan;
import org.planledger.core.store.RecordHash;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.Sealer;
import org.planledger.core.store.sealing.StoredCheckpoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnEachServer
class ReadingTheLogTest {
  private final Desk desk;
  private final LedgerServer server;
  private StoredCheckpoint newest;

  ReadingTheLogTest(LedgerServer server) {
    this.server = server;
    this.desk = new Desk(server);
  }

  @BeforeEach
  void something_is_sealed() {
    desk.sell("ONE_YEAR").bind("MAVIC_3");
    newest = server.part(Sealer.class).seal();
  }

  private List<Hash> leaves(long size) {
    return server.part(LedgerStore.class).events().hashes(new PositionSpan(1, size)).stream()
        .map(event -> Hash.of(event.leafHash().toArray()))
        .toList();
  }

  private long size() {
    return newest.head(LogName.EVENTS).size();
  }

  @Test
  void the_newest_checkpoint_is_a_signed_note_that_need_not_be_sent_twice() {
    var answer = desk.http().get("/v1/log/checkpoint").expect(200);
    var checkpoint = Checkpoint.parse(SignedNote.parse(answer.body()).body());

    assertThat(answer.header("Content-Type").orElse("")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(answer.body()).contains("\n\n\u2014 " + checkpoint.origin() + " ");
    assertThat(checkpoint.events().size()).isGreaterThanOrEqualTo(size());
    assertThat(checkpoint.events().root())
        .isEqualTo(NaiveTree.root(leaves(checkpoint.events().size())));
    assertThat(answer.header("Cache-Control")).contains("max-age=1");
    var again = desk.http().get("/v1/log/checkpoints/" + size()).expect(200);
    var tag = again.header("ETag").orElseThrow();
    assertThat(
            desk.http()
                .to("GET", "/v1/log/checkpoints/" + size())
                .header("If-None-Match", tag)
                .send()
                .status())
        .isEqualTo(304);
  }

  @Test
  void the_key_in_force_is_the_last_of_all_keys() {
    var key = desk.http().get("/v1/log/key").expect(200).body();
    var keys = desk.http().get("/v1/log/keys").expect(200).body();

    assertThat(keys).endsWith(key).startsWith("# signs from size 0, checkpoint 1, ");
    assertThat(keys.lines()).hasSize(2);
    assertThat(key)
        .matches("planledger\\.invalid/[0-9a-f]{16}\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}\n");
  }

  @Test
  void checkpoints_are_listed_in_order_and_found_by_size() {
    var listed = new ArrayList<JsonNode>();
    var page = desk.get("/v1/log/checkpoints?pageSize=1").expect(200);
    for (int pages = 0; page.at("/hasMore").booleanValue() && pages < 500; pages++) {
      page.at("/data").forEach(listed::add);
      page = desk.get("/v1/log/checkpoints?pageSize=1&cursor=" + page.text("/next")).expect(200);
    }
    page.at("/data").forEach(listed::add);

    assertThat(listed.getFirst().path("number").longValue()).isEqualTo(1);
    assertThat(listed.getFirst().path("size").longValue()).isZero();
    for (int i = 0; i < listed.size(); i++) {
      assertThat(listed.get(i).path("number").longValue()).isEqualTo(i + 1L);
    }
    assertThat(desk.http().get("/v1/log/checkpoints/0").expect(200).body())
        .isEqualTo(
            listed.stream()
                .filter(each -> each.path("size").longValue() == 0)
                .reduce((_, last) -> last)
                .orElseThrow()
                .path("note")
                .stringValue());
    assertThat(desk.http().get("/v1/log/checkpoints/987654321").expect(404).text("/code"))
        .isEqualTo("UNKNOWN_CHECKPOINT");
  }

  @Test
  void proofs_are_those_of_the_definition_and_may_be_kept_for_ever() {
    long size = size();
    long position = Math.max(1, size / 2);
    var path = "/v1/log/inclusion?position=" + position + "&treeSize=" + size;
    var inclusion = desk.get(path).expect(200);
    var leaves = leaves(size);

    assertThat(inclusion.text("/log")).isEqualTo("events");
    assertThat(hash(inclusion.at("/leafHash"))).isEqualTo(leaves.get((int) position - 1));
    assertThat(hashes(inclusion)).isEqualTo(NaiveTree.path((int) position - 1, leaves));
    var consistency = desk.get("/v1/log/consistency?from=" + position + "&to=" + size).expect(200);
    assertThat(hashes(consistency)).isEqualTo(NaiveTree.consistency((int) position, leaves));
    for (var answer : List.of(inclusion, consistency)) {
      assertThat(answer.header("Cache-Control")).contains("max-age=31536000, public, immutable");
    }
    var tag = inclusion.header("ETag").orElseThrow();
    assertThat(desk.http().to("GET", path).header("If-None-Match", tag).send().status())
        .isEqualTo(304);
  }

  @Test
  void attempts_and_reads_have_proofs_of_their_own() {
    for (var log : List.of("attempts", "reads")) {
      desk.lookUp(Desk.newSerial());
      var covered = server.part(Sealer.class).seal();
      var head = covered.head("reads".equals(log) ? LogName.READS : LogName.ATTEMPTS);
      var inclusion =
          desk.get("/v1/log/inclusion?position=1&treeSize=" + head.size() + "&log=" + log)
              .expect(200);
      assertThat(inclusion.text("/log")).isEqualTo(log);
      assertThat(LogTree.rootOf(hash(inclusion.at("/leafHash")), 0, head.size(), hashes(inclusion)))
          .isEqualTo(head.root());
      desk.get("/v1/log/consistency?from=1&to=" + head.size() + "&log=" + log).expect(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "inclusion?position=0&treeSize=1, /position, OUT_OF_RANGE",
    "inclusion?position=2&treeSize=1, /position, OUT_OF_RANGE",
    "inclusion?position=1&treeSize=99999999999, /treeSize, OUT_OF_RANGE",
    "inclusion?position=1&treeSize=99999999999999999999, /treeSize, OUT_OF_RANGE",
    "inclusion?position=1, /treeSize, MISSING",
    "inclusion?treeSize=1, /position, MISSING",
    "inclusion?position=one&treeSize=1, /position, WRONG_TYPE",
    "inclusion?position=1&treeSize=1&log=secrets, /log, BAD_FORMAT",
    "inclusion?position=1&treeSize=1&size=1, /size, UNKNOWN_PARAMETER",
    "inclusion?position=1&position=1&treeSize=1, /position, DUPLICATE_NAME",
    "consistency?from=2&to=1, /from, OUT_OF_RANGE",
    "consistency?from=-1&to=1, /from, OUT_OF_RANGE",
    "consistency?from=0&to=99999999999, /to, OUT_OF_RANGE",
    "consistency?to=1, /from, MISSING",
    "checkpoints/minus, /size, BAD_FORMAT",
    "checkpoints/-1, /size, BAD_FORMAT",
    "checkpoints/01, /size, BAD_FORMAT",
    "checkpoint?newest=true, /newest, UNKNOWN_PARAMETER",
    "export?from=0, /from, OUT_OF_RANGE",
    "export?to=99999999999, /to, OUT_OF_RANGE",
    "export?from=3&to=1, /from, OUT_OF_RANGE"
  })
  void bad_parameters_are_named(String request, String pointer, String code) {
    var answer = desk.http().get("/v1/log/" + request).expect(400);

    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
  }

  @Test
  void the_exported_log_is_every_event_in_order_and_leads_to_the_root() {
    var lines = desk.http().get("/v1/log/export").expect(200).body().lines().toList();
    var header = JsonMapper.shared().readTree(lines.getFirst());
    var checkpoint =
        Checkpoint.parse(SignedNote.parse(header.path("checkpoint").stringValue()).body());

    assertThat(header.path("format").stringValue()).isEqualTo("plan-ledger-log/1");
    assertThat(header.path("from").longValue()).isEqualTo(1);
    assertThat(header.path("to").longValue()).isEqualTo(checkpoint.events().size());
    assertThat(lines).hasSize((int) checkpoint.events().size() + 1);
    var leaves = new ArrayList<Hash>();
    for (var line : lines.subList(1, lines.size())) {
      var event = JsonMapper.shared().readTree(line);
      assertThat(event.path("position").longValue()).isEqualTo(leaves.size() + 1L);
      leaves.add(
          Hash.of(
              RecordHash.leaf(
                      event.path("streamId").stringValue(),
                      event.path("sequence").longValue(),
                      event.path("type").stringValue(),
                      event.path("revision").stringValue(),
                      event.path("eventId").stringValue(),
                      Instant.parse(event.path("recordedAt").stringValue()),
                      bytes(event.path("payload")),
                      bytes(event.path("metadata")))
                  .toArray()));
    }
    assertThat(NaiveTree.root(leaves)).isEqualTo(checkpoint.events().root());
    assertThat(desk.http().get("/v1/log/export?from=2&to=3").expect(200).body().lines()).hasSize(3);
  }

  @Test
  void the_ledger_verifies_itself_on_demand() {
    var begun = desk.post("/v1/verifications", Map.of("extent", "FULL")).expect(202);
    var path = begun.header("Location").orElseThrow();
    Answer answer = desk.get(path).expect(200);
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (answer.text("/state").equals("RUNNING")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(20_000_000);
      answer = desk.get(path).expect(200);
    }

    assertThat(answer.text("/state")).isEqualTo("FINISHED");
    assertThat(answer.at("/result/good").booleanValue()).as(answer.toString()).isTrue();
    assertThat(answer.text("/result/extent")).isEqualTo("FULL");
    assertThat(answer.at("/progress/done").longValue())
        .isGreaterThanOrEqualTo(answer.at("/progress/total").longValue());
    assertThat(
            desk.post("/v1/verifications", Map.of("extent", "SOME"))
                .expect(400)
                .text("/errors/0/pointer"))
        .isEqualTo("/extent");
    assertThat(desk.get("/v1/verifications/nothing").expect(400).text("/errors/0/pointer"))
        .isEqualTo("/verificationId");
  }

  @Test
  void the_description_of_texts_says_that_they_are_texts() {
    for (var path : List.of("/v1/log/key", "/v1/log/keys", "/v1/log/checkpoint")) {
      assertThat(
              Contract.of(server)
                  .operation("GET", path)
                  .at("/responses/200/content")
                  .propertyNames())
          .containsExactly("text/plain");
    }
  }

  private static Hash hash(JsonNode node) {
    return Hash.of(Base64.getDecoder().decode(node.stringValue()));
  }

  private static List<Hash> hashes(Answer answer) {
    return answer.at("/proof").valueStream().map(ReadingTheLogTest::hash).toList();
  }

  private static Bytes bytes(JsonNode base64) {
    return Bytes.of(Base64.getDecoder().decode(base64.stringValue()));
  }
}
