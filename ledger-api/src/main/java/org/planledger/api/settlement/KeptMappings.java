package org.planledger.api.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.planledger.api.answer.AnswerJson;
import org.planledger.api.json.RequestReader;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The mappings that were saved. A file keeps what its mapping said when it was imported, so a
/// mapping may change.
@Component
final class KeptMappings {

  private static final String SELECT =
      "select name, content, saved_at, saved_by from settlement_mapping ";

  private final JdbcClient jdbc;
  private final RequestReader reader;

  KeptMappings(JdbcClient jdbc, RequestReader reader) {
    this.jdbc = jdbc;
    this.reader = reader;
  }

  /// A mapping as it was saved.
  ///
  /// @param content as JSON
  record Saved(String name, String content, Instant at, String by) {}

  void save(Saved mapping) {
    if (update(mapping) == 0) {
      try {
        insert(mapping);
      } catch (DuplicateKeyException e) {
        // Somebody else saved the first one of this name at the same time.
        update(mapping);
      }
    }
  }

  private int update(Saved mapping) {
    return jdbc.sql(
            """
            update settlement_mapping set content = :content, saved_at = :at, saved_by = :by
            where name = :name
            """)
        .param("content", mapping.content())
        .param("at", moment(mapping.at()))
        .param("by", mapping.by())
        .param("name", mapping.name())
        .update();
  }

  private void insert(Saved mapping) {
    jdbc.sql(
            """
            insert into settlement_mapping (name, content, saved_at, saved_by)
            values (:name, :content, :at, :by)
            """)
        .param("name", mapping.name())
        .param("content", mapping.content())
        .param("at", moment(mapping.at()))
        .param("by", mapping.by())
        .update();
  }

  /// By name, behind one.
  List<Saved> after(String name, int most) {
    return jdbc.sql(SELECT + "where name > :name order by name limit :most")
        .param("name", name)
        .param("most", most)
        .query(KeptMappings::saved)
        .list();
  }

  Optional<Saved> find(String name) {
    return jdbc.sql(SELECT + "where name = :name")
        .param("name", name)
        .query(KeptMappings::saved)
        .optional();
  }

  /// A mapping, ready to be used.
  Optional<Upload.NamedMapping> named(String name) {
    return find(name)
        .map(
            saved ->
                new Upload.NamedMapping(
                    name,
                    saved.content(),
                    Mappings.of(
                        reader.read(
                            AnswerJson.MAPPER.readTree(saved.content()), MappingRequest.class))));
  }

  private static Saved saved(ResultSet row, int index) throws SQLException {
    return new Saved(
        row.getString("name"),
        row.getString("content"),
        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
        row.getString("saved_by"));
  }

  private static OffsetDateTime moment(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
