package org.planledger.api.finance.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.planledger.api.job.JobFailedException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A run ends well only if every row that it has made is written.
class WritingRowsTest {

  private static final String INSERT = "insert into made (number) values (?)";
  private static final int MANY = 12_345;

  /// A row that there is no memory for.
  private static final @Nullable Object[] EXHAUSTING = {
    (SqlTypeValue)
        (_, _, _, _) -> {
          throw new OutOfMemoryError("as a test has it");
        }
  };

  private static HikariDataSource database(String name) {
    var database = new HikariDataSource();
    database.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    JdbcClient.create(database)
        .sql("create table if not exists made (number integer primary key)")
        .update();
    return database;
  }

  private static void add(KeptRowWriter writer, int from, int to) {
    IntStream.range(from, to)
        .forEach(number -> writer.add(INSERT, new @Nullable Object[] {number}));
  }

  @Test
  void all_rows_are_there_when_it_has_ended() {
    try (var database = database("all-rows")) {
      try (var writer = new KeptRowWriter(database)) {
        add(writer, 0, MANY);
        writer.finish();
        assertThat(writer.written()).isEqualTo(writer.added()).isEqualTo(MANY);
      }
      assertThat(
              JdbcClient.create(database)
                  .sql("select count(*) from made")
                  .query(Integer.class)
                  .single())
          .isEqualTo(MANY);
    }
  }

  @Test
  void what_the_database_refuses_is_what_whoever_adds_rows_is_told() {
    try (var database = database("refused-rows");
        var writer = new KeptRowWriter(database)) {
      add(writer, 0, 1);
      assertThatThrownBy(
              () -> {
                add(writer, 0, MANY);
                writer.finish();
              })
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void a_writer_that_died_for_lack_of_memory_is_noticed_at_the_end() {
    try (var database = database("few-rows");
        var writer = new KeptRowWriter(database)) {
      writer.add(INSERT, EXHAUSTING);
      assertThatThrownBy(writer::finish).isInstanceOf(JobFailedException.class);
    }
  }

  @Test
  void a_writer_that_died_for_lack_of_memory_is_noticed_while_rows_are_added() {
    try (var database = database("many-rows");
        var writer = new KeptRowWriter(database)) {
      writer.add(INSERT, EXHAUSTING);
      assertThatThrownBy(() -> add(writer, 0, MANY)).isInstanceOf(JobFailedException.class);
    }
  }
}
