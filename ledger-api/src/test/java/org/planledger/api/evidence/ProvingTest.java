package org.planledger.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.evidence.Checkpoint;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.LogTree;
import org.planledger.core.evidence.MapProof;
import org.planledger.core.evidence.SignedNote;
import org.planledger.core.evidence.StreamEntry;
import org.planledger.core.evidence.TreeHead;
import org.planledger.core.evidence.VerifierKey;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.privacy.Commitments;
import org.planledger.core.reference.Commitment;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.ReadKind;
import org.planledger.core.store.ReadRow;
import org.planledger.core.store.RecordHash;
import org.planledger.core.store.UnitRow.NewRead;
import tools.jackson.databind.JsonNode;

/// What an auditor does with a bundle, and what the ledger remembers of it.
@OnEachServer
class ProvingTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  ProvingTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void the_whole_history_of_a_plan_leads_to_the_signed_roots() {
    var plan = desk.sell("ONE_YEAR");
    var first = plan.bind(MAVIC);
    plan.replaced(first, MAVIC, "2023-03-01");
    var bundle = desk.get(plan.path() + "/proof").expect(200);

    assertThat(bundle.text("/format")).isEqualTo("plan-ledger-bundle/1");
    assertThat(bundle.text("/planId")).isEqualTo(plan.planId());
    assertThat(bundle.text("/streams/0/streamId")).isEqualTo(plan.planId());
    assertThat(bundle.at("/streams").valueStream().map(s -> s.path("streamType").stringValue()))
        .containsExactly("PLAN", "DEVICE", "DEVICE");
    var checkpoint = signed(bundle.text("/checkpoint"));
    for (var stream : bundle.at("/streams")) {
      verifyStream(stream, checkpoint);
    }
    for (var attempt : bundle.at("/attempts")) {
      verifyAttempt(attempt, checkpoint.attempts());
    }
    var history = desk.get(plan.path() + "/events").expect(200);
    assertThat(bundle.at("/streams/0/events").valueStream().map(e -> e.path("eventId")))
        .isEqualTo(history.at("/data").valueStream().map(e -> e.path("eventId")).toList());
    var decisions = desk.get(plan.path() + "/decisions?pageSize=1000").expect(200);
    assertThat(bundle.at("/attempts").size()).isEqualTo(decisions.at("/data").size());
  }

  @Test
  void a_bundle_holds_what_was_recorded_a_moment_before() {
    var plan = desk.sell("ONE_YEAR");
    assertThat(desk.get(plan.path() + "/proof").at("/streams/0/events")).hasSize(1);
    plan.bind(MAVIC);

    var bundle = desk.get(plan.path() + "/proof").expect(200);
    assertThat(bundle.at("/streams/0/events")).hasSize(2);
    assertThat(bundle.at("/streams")).hasSize(2);
    assertThat(bundle.at("/attempts")).hasSize(2);
  }

  @Test
  void handing_it_out_is_recorded_found_or_not() {
    var plan = desk.sell("ONE_YEAR");
    desk.get(plan.path() + "/proof?reason=for%20the%20court").expect(200);
    assertThat(lastRead())
        .isEqualTo(read(ReadKind.PROOF, plan.planId(), "for the court", true, lastRead().at()));

    var unknown = "01890a5d-ac96-774b-bcce-b302099a8057";
    assertThat(desk.get("/v1/plans/" + unknown + "/proof").expect(404).text("/code"))
        .isEqualTo("UNKNOWN_PLAN");
    assertThat(lastRead())
        .isEqualTo(read(ReadKind.PROOF, unknown, "not given", false, lastRead().at()));
  }

  @Test
  void private_values_are_added_if_they_are_asked_for_and_are_what_was_committed_to() {
    var purchase = Desk.purchase("ONE_YEAR", "US", "USD", "account of a person");
    purchase.put("holder", Map.of("accountId", "account of a person", "name", "Jo Doe"));
    var plan = desk.sell(purchase);

    assertThat(desk.get(plan.path() + "/proof").expect(200).json().has("privateValues")).isFalse();
    var bundle = desk.get(plan.path() + "/proof?privateValues=true").expect(200);
    var values = bundle.at("/privateValues");
    assertThat(values.valueStream().map(v -> bytes(v, "value").toUtf8()))
        .contains("{\"name\":\"Jo Doe\"}");
    var payload = json(bundle.at("/streams/0/events/0/payload"));
    for (var value : values) {
      var reference = value.path("reference").stringValue();
      var commitment = commitments(payload).get(reference);
      assertThat(commitment).as(reference).isNotNull();
      assertThat(Commitments.matches(commitment, bytes(value, "salt"), bytes(value, "value")))
          .isTrue();
    }
  }

  @Test
  void that_a_serial_was_never_bound_is_proven_and_recorded() {
    desk.sell("ONE_YEAR").bind(MAVIC);
    var proof = absence(Desk.newSerial()).expect(200);
    var checkpoint = signed(proof.text("/checkpoint"));
    var key = StreamEntry.key(proof.text("/streamId"));
    var other =
        Optional.of(proof.at("/map/other"))
            .filter(JsonNode::isObject)
            .map(
                node ->
                    new StreamEntry(
                        hash(node.path("key")),
                        node.path("sequence").longValue(),
                        hash(node.path("streamHash"))));

    assertThat(proof.text("/format")).isEqualTo("plan-ledger-absence/1");
    assertThat(other.filter(entry -> entry.key().equals(key))).isEmpty();
    assertThat(new MapProof(hashes(proof.at("/map/siblings")), other).root(key))
        .isEqualTo(checkpoint.map());
    assertThat(lastRead())
        .isEqualTo(
            read(
                ReadKind.ABSENCE_PROOF,
                proof.text("/streamId"),
                "a claim",
                false,
                lastRead().at()));
  }

  @Test
  void of_a_serial_that_was_bound_there_is_no_such_proof() {
    var serial = desk.sell("ONE_YEAR").bind(MAVIC);

    assertThat(absence(serial).expect(422).text("/code")).isEqualTo("DEVICE_HAS_HISTORY");
    assertThat(lastRead().found()).isTrue();
  }

  @Test
  void it_takes_a_serial_and_a_reason_and_nothing_else() {
    assertThat(
            desk.post("/v1/absence-proofs", Map.of("reason", "x"))
                .expect(400)
                .text("/errors/0/pointer"))
        .isEqualTo("/serialNumber");
    assertThat(
            desk.post("/v1/absence-proofs", Map.of("serialNumber", Desk.newSerial()))
                .expect(400)
                .text("/errors/0/pointer"))
        .isEqualTo("/reason");
    assertThat(desk.get("/v1/plans/nobody/proof").expect(400).text("/errors/0/pointer"))
        .isEqualTo("/planId");
    var plan = desk.sell("ONE_YEAR");
    assertThat(desk.get(plan.path() + "/proof?secret=1").expect(400).text("/errors/0/pointer"))
        .isEqualTo("/secret");
    assertThat(
            desk.get(plan.path() + "/proof?privateValues=2").expect(400).text("/errors/0/pointer"))
        .isEqualTo("/privateValues");
  }

  private Answer absence(String serial) {
    return desk.post("/v1/absence-proofs", Map.of("serialNumber", serial, "reason", "a claim"));
  }

  /// The checkpoint, if it is signed with the published key.
  private Checkpoint signed(String note) {
    var key = desk.http().get("/v1/log/key").expect(200).body().strip();
    var parts = key.split("\\+", 3);
    var publicKey = Base64.getDecoder().decode(parts[2]);
    var verifier = new VerifierKey(parts[0], Arrays.copyOfRange(publicKey, 1, 33));
    assertThat(verifier.text()).isEqualTo(key);
    var signed = SignedNote.parse(note);
    assertThat(signed.isSignedBy(verifier)).isTrue();
    return Checkpoint.parse(signed.body());
  }

  private static void verifyStream(JsonNode stream, Checkpoint checkpoint) {
    var id = stream.path("streamId").stringValue();
    var chain = RecordHash.BEFORE_FIRST;
    long sequence = 0;
    for (var event : stream.path("events")) {
      assertThat(event.path("sequence").longValue()).isEqualTo(sequence);
      var leaf =
          RecordHash.leaf(
              id,
              sequence,
              event.path("type").stringValue(),
              event.path("revision").stringValue(),
              event.path("eventId").stringValue(),
              Instant.parse(event.path("recordedAt").stringValue()),
              bytes(event, "payload"),
              bytes(event, "metadata"));
      chain = RecordHash.link(chain, leaf);
      verifyInclusion(leaf, event.path("position").longValue(), event, checkpoint.events());
      sequence++;
    }
    var entry = StreamEntry.of(id, sequence - 1, Hash.of(chain.toArray()));
    var proof = new MapProof(hashes(stream.at("/map/siblings")), Optional.of(entry));
    assertThat(proof.root(entry.key())).isEqualTo(checkpoint.map());
  }

  private void verifyAttempt(JsonNode attempt, TreeHead head) {
    long number = attempt.path("number").longValue();
    var stored = desk.server().part(LedgerStore.class).attempts().byNumber(number).orElseThrow();
    assertThat(bytes(attempt, "command")).isEqualTo(stored.command());
    assertThat(bytes(attempt, "decision")).isEqualTo(stored.decision());
    assertThat(bytes(attempt, "fingerprint")).isEqualTo(stored.fingerprint());
    assertThat(Instant.parse(attempt.path("recordedAt").stringValue()))
        .isEqualTo(stored.recordedAt());
    verifyInclusion(RecordHash.leaf(stored), number, attempt, head);
  }

  private static void verifyInclusion(Bytes leaf, long number, JsonNode proven, TreeHead head) {
    assertThat(
            LogTree.rootOf(
                Hash.of(leaf.toArray()), number - 1, head.size(), hashes(proven.path("inclusion"))))
        .isEqualTo(head.root());
  }

  private static Bytes bytes(JsonNode node, String name) {
    return Bytes.of(Base64.getDecoder().decode(node.path(name).stringValue()));
  }

  private static Hash hash(JsonNode node) {
    return Hash.of(Base64.getDecoder().decode(node.stringValue()));
  }

  private static List<Hash> hashes(JsonNode nodes) {
    return nodes.valueStream().map(ProvingTest::hash).toList();
  }

  private static JsonNode json(JsonNode base64) {
    return LedgerJson.mapper().readTree(Base64.getDecoder().decode(base64.stringValue()));
  }

  private static Map<String, Commitment> commitments(JsonNode node) {
    var found = new HashMap<String, Commitment>();
    if (node.has("reference") && node.has("sha256")) {
      var reference = node.path("reference").stringValue();
      found.put(
          reference, new Commitment(UUID.fromString(reference), node.path("sha256").stringValue()));
    }
    node.forEach(child -> found.putAll(commitments(child)));
    return found;
  }

  private NewRead lastRead() {
    var reads = desk.server().part(LedgerStore.class).reads();
    var all = new ArrayList<ReadRow>();
    var page = reads.after(0, 10_000);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = reads.after(page.getLast().number(), 10_000);
    }
    return all.getLast().read();
  }

  private static NewRead read(
      ReadKind kind, String subject, String reason, boolean found, Instant at) {
    return new NewRead(kind, subject, "trial", "trial", reason, found, at);
  }
}
