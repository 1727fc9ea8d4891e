package org.planledger.verify.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.planledger.verify.prover.TestKeys;
import org.planledger.verify.prover.TestLedger;
import org.planledger.verify.prover.TestSigner;
import org.planledger.verify.report.Report;
import tools.jackson.databind.json.JsonMapper;

class VerifyingBundlesTest {

  private final TestSigner signer = new TestSigner(TestLedger.ORIGIN);
  private final TestLedger ledger = new TestLedger(new Random(7), signer);

  @Test
  void the_bundle_of_the_only_plan_is_good() {
    String plan = ledger.record(null);
    assertGood(ledger.prover(ledger.seal()).bundle(plan));
  }

  @Test
  void the_bundles_of_all_plans_are_good_at_every_checkpoint() {
    for (int i = 0; i < 60; i++) {
      var plans = ledger.plans();
      ledger.record(i % 3 == 0 ? null : plans.get(i % plans.size()));
      var prover = ledger.prover(ledger.seal());
      ledger.plans().forEach(plan -> assertGood(prover.bundle(plan)));
    }
  }

  @Test
  void a_device_that_was_bound_to_another_plan_by_mistake_keeps_that_in_its_stream() {
    String one = ledger.record(null);
    String other = ledger.record(null);
    String device = "ab".repeat(32);
    ledger.bindByMistake(one, device);
    ledger.bind(other, device);
    var prover = ledger.prover(ledger.seal());
    assertGood(prover.bundle(one));
    assertGood(prover.bundle(other));
  }

  @Test
  void a_stream_that_does_not_exist_is_shown_to_be_absent() {
    for (int plans = 0; plans < 40; plans++) {
      var prover = ledger.prover(ledger.seal());
      for (int i = 0; i < 10; i++) {
        assertGood(prover.absence("%064x".formatted(plans * 10 + i)));
      }
      ledger.record(null);
    }
  }

  private void assertGood(Map<String, Object> document) {
    byte[] json = JsonMapper.shared().writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
    Report report =
        new BundleVerifier(TestKeys.of(signer)).verify("bundle", json, Optional.empty());
    assertThat(report.isGood()).as(report.text()).isTrue();
  }
}
