package org.planledger.api.configuration;

import com.zaxxer.hikari.HikariDataSource;
import org.planledger.api.job.KeptJobs;
import org.planledger.core.axon.LedgerShell;
import org.planledger.projections.casework.CaseworkProjection;
import org.planledger.projections.casework.CaseworkQueries;
import org.planledger.projections.coverage.CoverageProjection;
import org.planledger.projections.coverage.CoverageQueries;
import org.planledger.projections.entitlement.EntitlementProjection;
import org.planledger.projections.entitlement.EntitlementQueries;
import org.planledger.projections.fees.FeesProjection;
import org.planledger.projections.fees.FeesQueries;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.history.HistoryProjection;
import org.planledger.projections.history.HistoryQueries;
import org.planledger.projections.lineage.LineageProjection;
import org.planledger.projections.lineage.LineageQueries;
import org.planledger.projections.obligations.ObligationsProjection;
import org.planledger.projections.obligations.ObligationsQueries;
import org.planledger.projections.page.ViewPosition;
import org.planledger.projections.plans.PlansProjection;
import org.planledger.projections.plans.PlansQueries;
import org.planledger.projections.processing.ProcessingSettings;
import org.planledger.projections.processing.ViewProcessors;
import org.planledger.projections.processing.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The views: the processors that keep them, and the queries that read them. The processors bring
/// Spring's transactions, in which a view's rows and its place in the ledger change together.
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {

  @Bean(destroyMethod = "")
  ViewProcessors viewProcessors(LedgerShell shell, HikariDataSource application, Node node) {
    return new ViewProcessors(
        Views.all(),
        shell.eventStore(),
        shell.serializer(),
        application,
        node.id(),
        ProcessingSettings.defaults());
  }

  @Bean
  FollowingTheLedger followingTheLedger(ViewProcessors processors) {
    return new FollowingTheLedger(processors);
  }

  @Bean
  JdbcClient jdbcClient(HikariDataSource application) {
    return JdbcClient.create(application);
  }

  @Bean
  PlansQueries plansQueries(JdbcClient jdbc, ViewProcessors processors) {
    return new PlansQueries(
        jdbc, position(processors, new PlansProjection(), new EntitlementProjection()));
  }

  @Bean
  EntitlementQueries entitlementQueries(JdbcClient jdbc, ViewProcessors processors) {
    return new EntitlementQueries(jdbc, position(processors, new EntitlementProjection()));
  }

  @Bean
  CoverageQueries coverageQueries(JdbcClient jdbc, ViewProcessors processors) {
    return new CoverageQueries(jdbc, position(processors, new CoverageProjection()));
  }

  @Bean
  CaseworkQueries caseworkQueries(JdbcClient jdbc, ViewProcessors processors) {
    return new CaseworkQueries(jdbc, position(processors, new CaseworkProjection()));
  }

  @Bean
  FeesQueries feesQueries(JdbcClient jdbc, ViewProcessors processors) {
    return new FeesQueries(jdbc, position(processors, new FeesProjection()));
  }

  @Bean
  LineageQueries lineageQueries(JdbcClient jdbc, ViewProcessors processors) {
    return new LineageQueries(jdbc, position(processors, new LineageProjection()));
  }

  @Bean
  ObligationsQueries obligationsQueries(JdbcClient jdbc, ViewProcessors processors) {
    // Payments that are due back are read from the fees.
    return new ObligationsQueries(
        jdbc, position(processors, new ObligationsProjection(), new FeesProjection()));
  }

  @Bean
  HistoryQueries historyQueries(JdbcClient jdbc, ViewProcessors processors) {
    return new HistoryQueries(jdbc, position(processors, new HistoryProjection()));
  }

  @Bean
  KeptJobs keptJobs(JdbcClient jdbc, Node node) {
    return new KeptJobs(jdbc, node.id());
  }

  private static ViewPosition position(ViewProcessors processors, Projection... views) {
    String[] names = new String[views.length];
    for (int i = 0; i < views.length; i++) {
      names[i] = views[i].name();
    }
    return processors.position(names);
  }
}
