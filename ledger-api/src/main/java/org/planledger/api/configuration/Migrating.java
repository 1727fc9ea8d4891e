package org.planledger.api.configuration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.planledger.api.job.KeptJobs;
import org.planledger.api.settlement.KeptSettlements;
import org.planledger.api.start.StartRefusedException;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.projections.processing.Views;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings the database up to date before anything else uses it, as the owner of the tables.
final class Migrating {

  /// The folders of the migrations of the store, the views, the jobs and finance.
  private static final List<String> FOLDERS =
      List.of("db/migration", Views.MIGRATIONS, KeptJobs.MIGRATIONS, KeptSettlements.MIGRATIONS);

  private Migrating() {}

  /// @throws StartRefusedException if the database cannot be brought up to date
  static void bringUpToDate(DatabaseAccess access, DataSource owner) {
    if (access.vendor() == DatabaseVendor.POSTGRESQL) {
      requireRole(access, JdbcClient.create(owner));
    }
    try {
      Flyway.configure()
          .dataSource(owner)
          .locations(locations(access.vendor()))
          .failOnMissingLocations(true)
          // Views, jobs and finance count their versions from 100, 200 and 300; the store's next
          // one must not be skipped.
          .outOfOrder(true)
          .placeholders(
              Map.of(
                  "application_role",
                  access.application().user(),
                  "application_password",
                  Objects.requireNonNullElse(access.application().password(), "")))
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw new StartRefusedException(
          access.place()
              + " was set up by another version of this program, or its setting up was cut short: "
              + access.otherVersion(),
          e);
    } catch (FlywayException e) {
      throw new StartRefusedException(
          access.place() + " cannot be brought up to date: " + oneLine(e), e);
    }
  }

  private static String[] locations(DatabaseVendor vendor) {
    return FOLDERS.stream()
        .map(vendor::migrationLocations)
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  /// The migrations grant rights to a role that somebody with more rights has to make.
  private static void requireRole(DatabaseAccess access, JdbcClient database) {
    String role = access.application().user();
    if (database
        .sql("select 1 from pg_roles where rolname = ?")
        .param(role)
        .query(Integer.class)
        .optional()
        .isEmpty()) {
      throw new StartRefusedException(
          access.place()
              + " has no role "
              + role
              + ": let an administrator run: create role "
              + role
              + " login password '...'");
    }
  }

  private static String oneLine(FlywayException e) {
    return Stream.of(String.valueOf(e.getMessage()).split("\\R"))
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.matches("-+"))
        .reduce((one, next) -> one + " | " + next)
        .orElse("no reason given");
  }
}
