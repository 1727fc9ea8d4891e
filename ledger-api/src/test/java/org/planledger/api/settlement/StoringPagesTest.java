package org.planledger.api.settlement;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.planledger.api.job.JobFailedException;
import org.planledger.core.finance.settlement.LinePage;

/// An import ends well only if every page of it is stored.
class StoringPagesTest {

  private static final int MANY = 100;

  private static PageStore store(HikariDataSource database, String name) {
    database.setJdbcUrl("jdbc:h2:mem:" + name);
    return new PageStore(() -> {}, new KeptPages(database), 1);
  }

  private static void put(PageStore store, int pages) {
    for (int page = 1; page <= pages; page++) {
      store.put(new PageStore.Batch.Lines(new LinePage(), page, page));
    }
  }

  @Test
  void a_store_that_died_for_lack_of_memory_is_noticed_at_the_end() {
    try (var database = new Exhausted();
        var store = store(database, "few-pages")) {
      put(store, 1);
      assertThatThrownBy(store::end).isInstanceOf(JobFailedException.class);
    }
  }

  @Test
  void a_store_that_died_for_lack_of_memory_is_noticed_while_pages_come() {
    try (var database = new Exhausted();
        var store = store(database, "many-pages")) {
      assertThatThrownBy(() -> put(store, MANY)).isInstanceOf(JobFailedException.class);
    }
  }

  /// A database that there is no memory for as soon as it has said what it is.
  private static final class Exhausted extends HikariDataSource {
    private boolean hasSaid;

    @Override
    public Connection getConnection() throws SQLException {
      if (hasSaid) {
        throw new OutOfMemoryError("as a test has it");
      }
      hasSaid = true;
      return super.getConnection();
    }
  }
}
