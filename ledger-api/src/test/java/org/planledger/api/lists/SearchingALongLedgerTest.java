package org.planledger.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.AttemptOutcome;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.Unit;
import org.planledger.core.store.UnitRow.NewAttempt;

/// A search looks at so many attempts for one page and no more, however many there are.
class SearchingALongLedgerTest {
  private static final int OTHERS = 10_500;

  @Test
  void a_page_that_has_looked_at_enough_goes_on_by_its_cursor() {
    try (var server = LedgerServer.start(DatabaseVendor.H2)) {
      var desk = new Desk(server);
      var plan = desk.sell("ONE_YEAR");
      // What others have tried is passed by without being read.
      var others = new Unit();
      for (int i = 0; i < OTHERS; i++) {
        others.add(attempt(i));
      }
      server.part(LedgerStore.class).appender().append(others);
      var unlink = Map.of("kind", "ACCOUNT", "unlinkedAt", "2023-02-01T10:00:00Z");
      desk.postAs("seldom", plan.path() + "/unlinks", unlink).expect(422);

      var first = desk.get("/v1/decisions?actor=seldom").expect(200);
      assertThat(first.at("/data")).isEmpty();
      assertThat(first.at("/hasMore").booleanValue()).isTrue();
      var second = desk.get("/v1/decisions?cursor=" + first.text("/next")).expect(200);
      assertThat(second.at("/data")).hasSize(1);
      assertThat(second.at("/data/0/number").longValue()).isEqualTo(OTHERS + 2);
      assertThat(second.at("/hasMore").booleanValue()).isFalse();
      // A moment long after the last event narrows nothing down, and leaves nothing out.
      var since = desk.get("/v1/decisions?actor=trial&to=" + Instant.now()).expect(200);
      assertThat(since.at("/data")).hasSize(1);
    }
  }

  private static NewAttempt attempt(int number) {
    var nothing = Bytes.of("{}".getBytes(StandardCharsets.UTF_8));
    return new NewAttempt(
        "others",
        "a-key-of-others-" + number,
        nothing,
        null,
        null,
        "RecordUnlink",
        nothing,
        AttemptOutcome.REFUSED,
        nothing,
        null,
        "somebody",
        null,
        Instant.EPOCH,
        Instant.now());
  }
}
