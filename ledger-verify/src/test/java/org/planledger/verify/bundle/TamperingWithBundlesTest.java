package org.planledger.verify.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.planledger.verify.bundle.Tampering.Expected;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.prover.TestKeys;
import org.planledger.verify.prover.TestLedger;
import org.planledger.verify.prover.TestSigner;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A thousand plans in one log, and everything that somebody could do to their bundles. Each must
/// be refused, and the place must be named. The seed is printed and can be given back with
/// `-Dseed=`.
class TamperingWithBundlesTest {

  private static final int PLANS = Integer.getInteger("plans", 1000);
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  private static final TestSigner SIGNER = new TestSigner(TestLedger.ORIGIN);
  private static final VerifierKeys KEYS = TestKeys.of(SIGNER);
  private static final BundleVerifier VERIFIER = new BundleVerifier(KEYS);

  private static Random random;
  private static TestLedger ledger;
  private static TestLedger.Prover older;
  private static TestLedger.Prover newer;
  private static TestLedger.Sealed olderSeal;
  private static List<String> plans;

  /// The bundles at the newest checkpoint, by plan, as text.
  private static final Map<String, String> BUNDLES = new LinkedHashMap<>();

  /// The plans that changed since the older checkpoint.
  private static final List<String> GROWN = new ArrayList<>();

  @BeforeAll
  static void record_a_thousand_plans() {
    System.out.printf("TamperingWithBundlesTest: -Dseed=%d%n", SEED);
    random = new Random(SEED);
    ledger = new TestLedger(random, SIGNER);
    plans = new ArrayList<>();
    for (int i = 0; i < 4 * PLANS; i++) {
      if (plans.size() < PLANS && (plans.isEmpty() || random.nextInt(3) == 0)) {
        plans.add(ledger.record(null));
      } else {
        ledger.record(plans.get(random.nextInt(plans.size())));
      }
    }
    while (plans.size() < PLANS) {
      plans.add(ledger.record(null));
    }
    olderSeal = ledger.seal();
    older = ledger.prover(olderSeal);
    for (int i = 0; i < PLANS / 4; i++) {
      GROWN.add(ledger.record(plans.get(random.nextInt(plans.size()))));
    }
    newer = ledger.prover(ledger.seal());
    plans.forEach(plan -> BUNDLES.put(plan, text(newer.bundle(plan))));
  }

  @Test
  void the_thousand_bundles_are_good() {
    assertThat(plans).hasSize(PLANS);
    BUNDLES.values().forEach(bundle -> assertThat(verify(bundle).isGood()).isTrue());
  }

  @Test
  void every_way_to_tamper_with_a_bundle_is_refused_at_its_place() {
    var counts = new LinkedHashMap<String, Integer>();
    for (String plan : plans) {
      for (Tampering tampering : Tamperings.all()) {
        ObjectNode bundle = tree(BUNDLES.get(plan));
        Expected expected = tampering.act().tamper(bundle, random);
        if (expected != null) {
          assertRefused(tampering.name(), bundle.toString(), expected);
          counts.merge(tampering.name(), 1, Integer::sum);
        }
      }
    }
    assertThat(counts).hasSize(Tamperings.all().size());
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isGreaterThan(PLANS / 10));
    System.out.printf(
        "TamperingWithBundlesTest: %d bundles in %d ways%n",
        counts.values().stream().mapToInt(Integer::intValue).sum(), counts.size());
  }

  /// Not one instance of each, but each: every text, number and hash of some bundles.
  @Test
  void every_single_value_counts() {
    int changed = 0;
    for (String plan : plans.subList(0, 12)) {
      ObjectNode original = tree(BUNDLES.get(plan));
      for (String pointer : pointers(original, "")) {
        // What a private value is said to be is in no hash.
        if (pointer.endsWith("/kind")) {
          continue;
        }
        ObjectNode bundle = original.deepCopy();
        change(bundle, pointer);
        assertThat(isGood(bundle.toString())).as(pointer).isFalse();
        changed++;
      }
    }
    assertThat(changed).isGreaterThan(1000);
  }

  /// On the bytes of the file: none that is changed leaves a bundle good.
  @Test
  void every_single_byte_counts() {
    for (String plan : plans.subList(0, 1)) {
      byte[] bytes = BUNDLES.get(plan).getBytes(StandardCharsets.UTF_8);
      int kinds = BUNDLES.get(plan).indexOf("privateValues");
      for (int i = 0; i < kinds; i += 1 + random.nextInt(3)) {
        byte[] changed = bytes.clone();
        changed[i] ^= (byte) (1 << random.nextInt(8));
        assertThat(isGood(changed)).as("byte %d", i).isFalse();
      }
    }
  }

  @Test
  void a_bundle_that_is_cut_off_anywhere_is_no_bundle() {
    byte[] bytes = BUNDLES.get(plans.getFirst()).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < bytes.length; length += 41) {
      byte[] cut = java.util.Arrays.copyOf(bytes, length);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> verify(cut))
          .isInstanceOf(UnusableInputException.class);
    }
  }

  @Test
  void events_of_another_plan_are_refused() {
    for (int i = 0; i < plans.size(); i++) {
      ObjectNode bundle = tree(BUNDLES.get(plans.get(i)));
      ObjectNode other = tree(BUNDLES.get(plans.get((i + 1) % plans.size())));
      ArrayNode mine = Tampering.array(bundle.get("streams").get(0), "events");
      ArrayNode theirs = Tampering.array(other.get("streams").get(0), "events");
      int at = random.nextInt(Math.min(mine.size(), theirs.size()));
      mine.set(at, theirs.get(at));
      assertRefused(
          "an event of another plan",
          bundle.toString(),
          new Expected(
              null,
              found ->
                  plans.contains(found.place().streamId())
                      && found.place().sequence() >= at
                      && found.place().sequence() <= at + 1,
              false));
      mine.removeAll();
      mine.addAll(theirs);
      assertRefused(
          "all events of another plan",
          bundle.toString(),
          Expected.event(Check.INCLUSION, plans.get(i), 0));
    }
  }

  @Test
  void the_whole_stream_of_another_plan_or_device_is_refused() {
    for (int i = 0; i < plans.size(); i++) {
      ObjectNode other = tree(BUNDLES.get(plans.get((i + 1) % plans.size())));
      ObjectNode bundle = tree(BUNDLES.get(plans.get(i)));
      String device = other.get("streams").get(1).get("streamId").asString();
      Tampering.array(bundle, "streams").add(other.get("streams").get(1));
      Report report = verify(bundle.toString());
      // By itself it is proven, so all that is wrong is that it is here.
      assertThat(report.isGood()).isFalse();
      assertThat(report.findings().kept())
          .anySatisfy(
              found -> {
                assertThat(found.check()).isEqualTo(Check.STREAMS);
                assertThat(found.place().streamId()).isEqualTo(device);
              });
      ObjectNode swapped = tree(BUNDLES.get(plans.get(i)));
      Tampering.array(swapped, "streams").set(0, other.get("streams").get(0));
      assertRefused(
          "the plan's stream of another plan",
          swapped.toString(),
          Expected.stream(Check.STREAMS, other.get("planId").asString()));
    }
  }

  @Test
  void an_attempt_of_another_plan_is_refused() {
    for (int i = 0; i + 1 < plans.size(); i++) {
      ObjectNode bundle = tree(BUNDLES.get(plans.get(i)));
      ObjectNode other = tree(BUNDLES.get(plans.get(i + 1)));
      JsonNode attempt = other.get("attempts").get(0);
      Tampering.array(bundle, "attempts").removeAll().add(attempt);
      assertRefused(
          "an attempt of another plan",
          bundle.toString(),
          Expected.attempt(attempt.get("number").asLong()));
    }
  }

  @Test
  void a_bundle_is_refused_under_another_key() {
    var other = new BundleVerifier(TestKeys.of(new TestSigner(TestLedger.ORIGIN)));
    for (String bundle : BUNDLES.values()) {
      Report report = other.verify("bundle", bytes(bundle), Optional.empty());
      assertThat(report.findings().kept().getFirst().check()).isEqualTo(Check.SIGNATURE);
    }
  }

  @Test
  void a_checkpoint_that_another_key_signed_is_refused() {
    var forger = new TestSigner(TestLedger.ORIGIN);
    for (String text : BUNDLES.values()) {
      ObjectNode bundle = tree(text);
      String note = bundle.get("checkpoint").asString();
      bundle.put("checkpoint", forger.sign(note.substring(0, note.indexOf("\n\n") + 1)));
      assertRefused("another signer", bundle.toString(), Expected.checkpoint());
    }
  }

  @Test
  void newer_events_are_refused_under_an_older_checkpoint_played_again() {
    for (String plan : GROWN) {
      ObjectNode bundle = tree(BUNDLES.get(plan));
      bundle.put("checkpoint", olderSeal.note());
      bundle.putArray("attempts");
      assertRefused(
          "an older checkpoint",
          bundle.toString(),
          new Expected(
              null,
              found ->
                  plan.equals(found.place().streamId())
                      && (found.check() == Check.INCLUSION || found.check() == Check.POSITION),
              false));
    }
  }

  @Test
  void newer_events_with_older_proofs_are_refused_at_the_first_of_them() {
    for (String plan : new java.util.LinkedHashSet<>(GROWN)) {
      ObjectNode bundle = tree(text(older.bundle(plan)));
      assertThat(isGood(bundle.toString())).isTrue();
      ArrayNode events = Tampering.array(bundle.get("streams").get(0), "events");
      ArrayNode all = Tampering.array(tree(BUNDLES.get(plan)).get("streams").get(0), "events");
      int known = events.size();
      events.add(all.get(known));
      assertRefused(
          "a newer event", bundle.toString(), Expected.event(Check.POSITION, plan, known));
    }
  }

  @Test
  void older_events_are_refused_under_a_newer_checkpoint() {
    String note = tree(BUNDLES.get(plans.getFirst())).get("checkpoint").asString();
    for (String plan : new java.util.LinkedHashSet<>(GROWN)) {
      ObjectNode bundle = tree(text(older.bundle(plan)));
      bundle.put("checkpoint", note);
      bundle.set("attempts", tree(BUNDLES.get(plan)).get("attempts"));
      assertThat(isGood(bundle.toString())).isFalse();
      // Even with all proofs of the newer tree the tail that was cut off is missed.
      ObjectNode cut = tree(BUNDLES.get(plan));
      ArrayNode events = Tampering.array(cut.get("streams").get(0), "events");
      int known = Tampering.array(bundle.get("streams").get(0), "events").size();
      while (events.size() > known) {
        events.remove(events.size() - 1);
      }
      assertRefused(
          "a tail cut off", cut.toString(), Expected.event(Check.COMPLETENESS, plan, known - 1));
    }
  }

  /// Two ledgers that were one until they were forked, both signed by the same key.
  @Test
  void the_events_of_a_forked_log_are_refused_under_the_checkpoint_of_the_other() {
    long seed = random.nextLong();
    var trunk = new TestLedger(new Random(seed), SIGNER);
    var fork = new TestLedger(new Random(seed), SIGNER);
    for (int i = 0; i < 100; i++) {
      trunk.record(null);
      fork.record(null);
    }
    String plan = trunk.plans().getLast();
    fork.record(null);
    trunk.record(plan);
    fork.record(plan);
    trunk.record(null);
    ObjectNode bundle = tree(text(fork.prover(fork.seal()).bundle(plan)));
    assertThat(isGood(bundle.toString())).isTrue();
    bundle.put("checkpoint", trunk.seal().note());
    assertThat(isGood(bundle.toString())).isFalse();
  }

  @Test
  void a_stream_that_exists_is_never_shown_to_be_absent() {
    for (String plan : plans) {
      ObjectNode absence = tree(text(newer.absence(plan)));
      // The naive prover answers with the stream's own entry, which is no other one.
      assertRefused("its own entry", absence.toString(), Expected.stream(Check.ABSENCE, plan));
      ((ObjectNode) absence.get("map")).remove("other");
      assertRefused("no entry", absence.toString(), Expected.stream(Check.ABSENCE, plan));
    }
  }

  @Test
  void every_value_of_an_absence_counts() {
    for (int i = 0; i < 100; i++) {
      ObjectNode original = tree(text(newer.absence("%064x".formatted(random.nextLong()))));
      assertThat(isGood(original.toString())).isTrue();
      for (String pointer : pointers(original, "")) {
        // A proof may serve for several streams, none of which exists.
        if (pointer.equals("/streamId")) {
          continue;
        }
        ObjectNode absence = original.deepCopy();
        change(absence, pointer);
        assertThat(isGood(absence.toString())).as(pointer).isFalse();
      }
    }
  }

  private static void assertRefused(String what, String bundle, Expected expected) {
    try {
      Report report = verify(bundle);
      if (report.isGood()) {
        fail(what + " was not noticed in " + bundle);
      }
      var first = report.findings().kept().getFirst();
      if (expected.check() != null) {
        assertThat(first.check()).as(() -> what + "\n" + report.text()).isEqualTo(expected.check());
      }
      assertThat(expected.where().test(first)).as(() -> what + "\n" + report.text()).isTrue();
    } catch (UnusableInputException e) {
      assertThat(expected.mayBeUnusable()).as(what + ": " + e.getMessage()).isTrue();
    }
  }

  private static boolean isGood(String bundle) {
    return isGood(bytes(bundle));
  }

  private static boolean isGood(byte[] bundle) {
    try {
      return verify(bundle).isGood();
    } catch (UnusableInputException e) {
      return false;
    }
  }

  private static Report verify(String bundle) {
    return verify(bytes(bundle));
  }

  private static Report verify(byte[] bundle) {
    return VERIFIER.verify("bundle", bundle, Optional.empty());
  }

  /// All places that hold a text or a number.
  private static List<String> pointers(JsonNode node, String pointer) {
    var pointers = new ArrayList<String>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        pointers.addAll(pointers(node.get(i), pointer + "/" + i));
      }
    } else if (node.isObject()) {
      node.propertyStream()
          .forEach(
              member ->
                  pointers.addAll(pointers(member.getValue(), pointer + "/" + member.getKey())));
    } else {
      pointers.add(pointer);
    }
    return pointers;
  }

  private static void change(ObjectNode root, String pointer) {
    int slash = pointer.lastIndexOf('/');
    String name = pointer.substring(slash + 1);
    JsonNode parent = root.at(pointer.substring(0, slash));
    if (parent instanceof ArrayNode array) {
      Tampering.flipBytes(array, Integer.parseInt(name), random);
      return;
    }
    var object = (ObjectNode) parent;
    if (object.get(name).isNumber()) {
      Tampering.flipNumber(object, name, random);
    } else if (object.get(name).asString().isEmpty()) {
      object.put(name, "AA==");
    } else {
      Tampering.flipText(object, name, random);
    }
  }

  private static String text(Map<String, Object> document) {
    return JsonMapper.shared().writeValueAsString(document);
  }

  private static ObjectNode tree(String json) {
    return (ObjectNode) JsonMapper.shared().readTree(json);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
