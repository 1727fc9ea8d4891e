package org.planledger.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.json.EventCatalogue;

/// Whoever meets an event finds its schema by its name and its revision.
@OnEachServer
class ServingEventSchemasTest {
  private final Desk desk;

  ServingEventSchemasTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void every_schema_that_is_listed_is_served_as_the_repository_has_it() throws IOException {
    var listed = desk.get("/v1/event-schemas?pageSize=1000").expect(200).at("/data");
    assertThat(listed.valueStream().filter(row -> row.path("newest").booleanValue()))
        .hasSize(EventCatalogue.events().size());
    for (var row : listed) {
      var answer = desk.http().get(row.path("href").stringValue()).expect(200);
      assertThat(answer.header("Content-Type")).contains("application/schema+json");
      assertThat(answer.body())
          .isEqualTo(
              Files.readString(
                  docs()
                      .resolve(
                          "%s-%s.schema.json"
                              .formatted(
                                  row.path("type").stringValue(),
                                  row.path("revision").stringValue()))));
      assertThat(answer.text("/$id")).isEqualTo(row.path("href").stringValue());
    }
  }

  @Test
  void an_older_revision_is_listed_beside_the_newest() {
    var claims =
        desk.get("/v1/event-schemas?pageSize=1000")
            .at("/data")
            .valueStream()
            .filter(row -> row.path("type").stringValue().equals("ReplacementClaimed"))
            .map(row -> row.path("revision").stringValue() + row.path("newest"));
    assertThat(claims).containsExactly("1false", "2true");
  }

  @Test
  void what_no_event_has_ever_been_is_not_found() {
    for (var unknown : new String[] {"PlanPaused/1", "ReplacementClaimed/3", "PlanPurchased/0"}) {
      assertThat(desk.get("/v1/event-schemas/" + unknown).expect(404).text("/code"))
          .isEqualTo("UNKNOWN_EVENT_SCHEMA");
    }
  }

  private static Path docs() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/events");
  }
}
