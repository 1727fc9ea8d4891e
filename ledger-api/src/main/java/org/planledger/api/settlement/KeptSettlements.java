package org.planledger.api.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.planledger.api.answer.AnswerJson;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.core.store.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// The files that were imported, as the database keeps them.
@Component
public final class KeptSettlements {

  /// The folder of the migrations of finance; their versions count from 300.
  public static final String MIGRATIONS = "db/finance";

  private static final String SELECT =
      """
      select number, sha256, format, file_name, bytes, mapping, pages, lines, quarantined,
        (select count(*) from settlement_quarantine q where q.file = settlement_file.number
          and q.ordinal <= settlement_file.quarantined and q.reason = 'NOT_BOOKED') as not_booked,
        first_booked_on, last_booked_on, totals, imported_at, imported_by
      from settlement_file
      """;

  private static final TypeReference<List<SettlementTotal>> TOTALS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  KeptSettlements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All of them, in the order of their numbers.
  public List<SettlementFile> files() {
    return jdbc.sql(SELECT + "order by number").query(KeptSettlements::file).list();
  }

  /// The newest of them.
  ///
  /// @param before only those of smaller numbers
  /// @param most how many
  List<SettlementFile> newest(long before, int most) {
    return jdbc.sql(SELECT + "where number < :before order by number desc limit :most")
        .param("before", before)
        .param("most", most)
        .query(KeptSettlements::file)
        .list();
  }

  /// The number of the newest file, if no import goes on that may still get a smaller one; else the
  /// newest below all of those; 0 if there is none.
  public int newestBeforeAnyImport() {
    return jdbc.sql(
            """
            select coalesce(max(number), 0) from settlement_file where number <
              (select coalesce(min(number), 2147483647) from settlement_import)
            """)
        .query(Integer.class)
        .single();
  }

  /// The file of a number.
  public Optional<SettlementFile> find(int number) {
    return jdbc.sql(SELECT + "where number = :number")
        .param("number", number)
        .query(KeptSettlements::file)
        .optional();
  }

  /// The file of these bytes, if they were imported before.
  Optional<SettlementFile> of(Bytes sha256) {
    return jdbc.sql(SELECT + "where sha256 = :sha256")
        .param("sha256", sha256.toArray())
        .query(KeptSettlements::file)
        .optional();
  }

  private static SettlementFile file(ResultSet row, int index) throws SQLException {
    return new SettlementFile(
        row.getInt("number"),
        Bytes.of(row.getBytes("sha256")),
        SettlementFormat.valueOf(row.getString("format")),
        row.getString("file_name"),
        row.getLong("bytes"),
        Optional.ofNullable(row.getString("mapping")),
        row.getInt("pages"),
        row.getInt("lines"),
        row.getInt("quarantined"),
        row.getInt("not_booked"),
        Optional.ofNullable(row.getString("first_booked_on")).map(LocalDate::parse),
        Optional.ofNullable(row.getString("last_booked_on")).map(LocalDate::parse),
        AnswerJson.MAPPER.readValue(row.getString("totals"), TOTALS),
        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
        row.getString("imported_by"));
  }
}
