package org.planledger.projections.sets;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;

/// Carries statements about the tables of a view out on one of its sets. It takes part in the
/// transactions of its data source like any other template.
final class SetJdbc extends JdbcTemplate {

  private final SetNaming naming;

  SetJdbc(DataSource dataSource, SetNaming naming) {
    super(dataSource);
    this.naming = naming;
  }

  @Override
  public <T extends @Nullable Object> T execute(String sql, PreparedStatementCallback<T> action) {
    return super.execute(naming.in(sql), action);
  }

  @Override
  public <T extends @Nullable Object> T query(
      PreparedStatementCreator creator,
      @Nullable PreparedStatementSetter setter,
      ResultSetExtractor<T> extractor) {
    return super.query(
        connection -> creator.createPreparedStatement(naming.on(connection)), setter, extractor);
  }

  @Override
  public int update(String sql) {
    return super.update(naming.in(sql));
  }
}
