package org.planledger.api.finance.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.Work;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Somebody who owns the database changes the books behind the ledger's back.
class FindingChangedBooksTest {

  private static final String URL = "--ledger.database.url=";

  @Test
  void whatever_is_changed_or_removed_is_found_and_named() {
    var settings = LedgerServer.settings(DatabaseVendor.POSTGRESQL);
    var url =
        settings.stream()
            .filter(setting -> setting.startsWith(URL))
            .map(setting -> setting.substring(URL.length()))
            .findFirst()
            .orElseThrow();
    try (var server = LedgerServer.start(DatabaseVendor.POSTGRESQL, settings)) {
      var desk = new Desk(server);
      for (int i = 0; i < 3; i++) {
        Work.done(desk, "/v1/reconciliations", Map.of("period", "2026-10"));
      }
      var good = verified(desk);
      assertThat(good).isEqualTo(" ");

      var owner = JdbcClient.create(new DriverManagerDataSource(url, LedgerDatabase.OWNER, ""));
      owner.sql("alter table finance_event disable trigger all").update();

      change(owner, "actor = 'somebody else'", 2);
      assertThat(verified(desk)).isEqualTo("2 the entry is not what its hash was made of");
      change(owner, "actor = 'trial'", 2);
      assertThat(verified(desk)).isEqualTo(good);

      change(owner, "recorded_at = recorded_at + interval '1 second'", 3);
      assertThat(verified(desk)).isEqualTo("3 the entry is not what its hash was made of");
      change(owner, "recorded_at = recorded_at - interval '1 second'", 3);

      owner.sql("create table kept as select * from finance_event where number = 2").update();
      owner.sql("delete from finance_event where number = 2").update();
      assertThat(verified(desk)).isEqualTo("2 entry 2 is missing");
      owner.sql("insert into finance_event select * from kept").update();
      assertThat(verified(desk)).isEqualTo(good);

      owner.sql("delete from finance_event where number = 3").update();
      assertThat(verified(desk)).isEqualTo("3 the ledger's log knows an entry that is gone");
    }
  }

  @Test
  void a_refusal_that_is_changed_or_removed_is_found_too() {
    var settings = LedgerServer.settings(DatabaseVendor.POSTGRESQL);
    var url =
        settings.stream()
            .filter(setting -> setting.startsWith(URL))
            .map(setting -> setting.substring(URL.length()))
            .findFirst()
            .orElseThrow();
    try (var server = LedgerServer.start(DatabaseVendor.POSTGRESQL, settings)) {
      var desk = new Desk(server);
      for (int i = 0; i < 2; i++) {
        desk.post("/v1/periods/2019-01/reopening", Map.of("reason", "x", "approvedBy", "bob"))
            .expect(422);
      }
      assertThat(refusals(desk)).isEqualTo(" ");
      var owner = JdbcClient.create(new DriverManagerDataSource(url, LedgerDatabase.OWNER, ""));
      owner.sql("alter table finance_refusal disable trigger all").update();
      owner.sql("update finance_refusal set actor = 'ann' where number = 1").update();
      assertThat(refusals(desk)).isEqualTo("1 the refusal is not what its hash was made of");
      owner.sql("update finance_refusal set actor = 'trial' where number = 1").update();
      assertThat(refusals(desk)).isEqualTo(" ");
      owner.sql("delete from finance_refusal where number = 2").update();
      assertThat(refusals(desk)).isEqualTo("2 the ledger's log knows a refusal that is gone");
    }
  }

  private static String refusals(Desk desk) {
    var answer = desk.get("/v1/book-entries/verification").expect(200);
    assertThat(answer.at("/good").booleanValue()).isEqualTo(answer.at("/finding").isNull());
    return answer.at("/wrongRefusal").asString() + " " + answer.at("/finding").asString();
  }

  private static void change(JdbcClient owner, String what, long entry) {
    assertThat(
            owner
                .sql("update finance_event set %s where number = ?".formatted(what))
                .param(entry)
                .update())
        .isEqualTo(1);
  }

  private static String verified(Desk desk) {
    var answer = desk.get("/v1/book-entries/verification").expect(200);
    return answer.at("/wrongEntry").asString() + " " + answer.at("/finding").asString();
  }
}
