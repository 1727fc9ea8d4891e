package org.planledger.api.configuration;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.planledger.api.LedgerApplication;
import org.planledger.api.backup.BackupFacts;
import org.planledger.core.store.backup.LedgerCopy;
import org.planledger.projections.fold.Table;
import org.planledger.projections.processing.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What backups are made of: every table but those that are folded from the ledger. A table that is
/// added some day is in them unless somebody says otherwise here.
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

  /// Where the views stand, beside their own tables.
  private static final Set<String> OF_THE_VIEWS = Set.of("view_token", "view_set", "dead_letter");

  /// Imports that go on; what they have written is in no backup either.
  private static final String UNFINISHED = "settlement_import";

  private static final List<String> VIEW_TABLES =
      Views.all().stream().flatMap(view -> view.tables().stream()).map(Table::name).toList();

  @Bean
  LedgerCopy ledgerCopy(HikariDataSource application) {
    return new LedgerCopy(application, BackupConfiguration::isDerived);
  }

  @Bean
  BackupFacts backupFacts(Installation installation, OwnerConnections owner) {
    return new BackupFacts(
        Objects.requireNonNullElse(
            LedgerApplication.class.getPackage().getImplementationVersion(), "development"),
        schema(JdbcClient.create(owner.dataSource())),
        installation.database().vendor().name(),
        BackupFacts.fingerprint(installation.serialKey().toArray()));
  }

  /// A table of a view, in whichever of its sets.
  private static boolean isDerived(String table) {
    return OF_THE_VIEWS.contains(table)
        || table.equals(UNFINISHED)
        || VIEW_TABLES.stream()
            .anyMatch(view -> table.equals(view) || table.startsWith(view + "_"));
  }

  private static String schema(JdbcClient database) {
    return database
        .sql(
            """
            select "version" from "flyway_schema_history"
            where "version" is not null and "success" order by "installed_rank"
            """)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.joining(","));
  }
}
