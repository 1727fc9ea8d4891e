package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

@OnEachDatabase
class SchemaTest {

  private final LedgerDatabase database;

  SchemaTest(LedgerDatabase database) {
    this.database = database;
  }

  @Test
  void a_new_ledger_is_empty() {
    try (LedgerStore store = database.openStore()) {
      assertThat(store.events().head()).isZero();
    }
  }
}
