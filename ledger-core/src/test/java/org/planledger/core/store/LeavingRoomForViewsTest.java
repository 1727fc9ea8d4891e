package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

/// Views live in other modules: their tables, tokens and dead letters have a place here.
@OnEachDatabase(migrations = "db/views-of-a-test")
class LeavingRoomForViewsTest {

  private final LedgerDatabase database;

  LeavingRoomForViewsTest(LedgerDatabase database) {
    this.database = database;
  }

  @Test
  void views_bring_their_own_migrations_and_the_application_has_all_rights_on_them()
      throws SQLException {
    try (Connection connection = database.application().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into view_of_a_test (id) values ('a')");
      assertThat(statement.executeUpdate("update view_of_a_test set id = 'b'")).isEqualTo(1);
      assertThat(statement.executeUpdate("delete from view_of_a_test")).isEqualTo(1);
    }
  }

  @Test
  void migrating_again_changes_nothing() throws SQLException {
    database.migrate("db/views-of-a-test");

    try (Connection connection = database.application().getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @Test
  void axon_keeps_its_tokens_in_our_table() {
    JdbcTokenStore tokens =
        JdbcTokenStore.builder()
            .connectionProvider(connections())
            .schema(AxonSchemas.tokens())
            .serializer(CommandSide.serializer())
            .contentType(byte[].class)
            .nodeId("a test")
            .build();
    GapAwareTrackingToken token = GapAwareTrackingToken.newInstance(17, List.of());

    tokens.initializeTokenSegments("view", 2, null);
    assertThat(tokens.fetchToken("view", 0)).isNull();
    tokens.storeToken(token, "view", 0);
    tokens.releaseClaim("view", 0);

    assertThat(tokens.fetchToken("view", 0)).isEqualTo(token);
    assertThat(tokens.fetchSegments("view")).isEqualTo(new int[] {0, 1});
    assertThat(tokens.retrieveStorageIdentifier()).isPresent();
  }

  @Test
  void axon_keeps_its_dead_letters_in_our_table() {
    JdbcSequencedDeadLetterQueue<EventMessage<?>> letters =
        JdbcSequencedDeadLetterQueue.builder()
            .processingGroup("view")
            .connectionProvider(connections())
            .transactionManager(NoTransactionManager.INSTANCE)
            .schema(AxonSchemas.deadLetters())
            .genericSerializer(CommandSide.serializer())
            .eventSerializer(CommandSide.serializer())
            .build();
    EventMessage<?> event =
        new GenericDomainEventMessage<>("PLAN", "p", 3, new CommandSide.Noted("dead"));

    letters.enqueue("p", new GenericDeadLetter<>("p", event, new IllegalStateException("why")));
    assertThat(letters.contains("p")).isTrue();
    assertThat(letters.size()).isEqualTo(1);
    boolean processed =
        letters.process(
            letter -> {
              assertThat(letter.message().getPayload()).isEqualTo(event.getPayload());
              assertThat(letter.cause().orElseThrow().message()).isEqualTo("why");
              return Decisions.evict();
            });

    assertThat(processed).isTrue();
    assertThat(letters.size()).isZero();
  }

  private ConnectionProvider connections() {
    return database.application()::getConnection;
  }
}
