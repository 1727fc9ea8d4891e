package org.planledger.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;

/// The operator's word on which editions are still sold.
class RetiringAnEditionTest {

  @Test
  void a_retired_edition_is_sold_until_its_last_day_and_not_after() {
    try (LedgerServer server =
        LedgerServer.start(DatabaseVendor.H2, "--ledger.terms.retired.2022-10=2026-03-02")) {
      assertThat(bought(server, "2026-03-01").status()).isEqualTo(201);
      Answer refused = bought(server, "2026-03-02").expect(422);
      assertThat(refused.codes()).containsExactly("TERMS_NOT_ACCEPTED");
    }
  }

  private static Answer bought(LedgerServer server, String day) {
    return server
        .http()
        .post(
            "/v1/plans",
            """
            {"planType": "ONE_YEAR", "region": "US", "effectiveOn": "%1$s",
             "purchasedAt": "%1$sT09:00:00-10:00", "acceptedTerms": "2022-10",
             "pricePaid": {"minor": 23900, "currency": "USD"}, "holder": {"accountId": "eve"}}
            """
                .formatted(day));
  }
}
