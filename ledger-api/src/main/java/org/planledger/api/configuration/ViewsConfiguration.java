package org.planledger.api.configuration;

import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import org.planledger.api.job.KeptJobs;
import org.planledger.api.rebuild.ViewPlaces;
import org.planledger.api.settlement.KeptImports;
import org.planledger.core.axon.LedgerShell;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
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
import org.planledger.projections.movements.MovementsProjection;
import org.planledger.projections.movements.MovementsQueries;
import org.planledger.projections.obligations.ObligationsProjection;
import org.planledger.projections.obligations.ObligationsQueries;
import org.planledger.projections.page.ViewPosition;
import org.planledger.projections.plans.PlansProjection;
import org.planledger.projections.plans.PlansQueries;
import org.planledger.projections.processing.ProcessingSettings;
import org.planledger.projections.processing.ViewProcessors;
import org.planledger.projections.processing.Views;
import org.planledger.projections.rebuild.ViewRebuilds;
import org.planledger.projections.sets.LiveSets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The views: the processors that keep them, and the queries that read them. The processors bring
/// Spring's transactions, in which a view's rows and its place in the ledger change together.
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {

  /// How much of the ledger is in memory, twice, while a view is built anew.
  private static final int PAGE_EVENTS = 5_000;

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
  LiveSets liveSets(HikariDataSource application) {
    return new LiveSets(application, Views.all());
  }

  @Bean
  ViewPlaces viewPlaces(ViewProcessors processors) {
    return processors::position;
  }

  @Bean
  ViewRebuilds viewRebuilds(
      LedgerShell shell,
      LedgerEvents events,
      HikariDataSource application,
      Node node,
      InstantSource clock) {
    return new ViewRebuilds(
        Views.all(), events, shell.decoder(), application, node.id(), PAGE_EVENTS, clock);
  }

  @Bean
  PlansQueries plansQueries(LiveSets sets, ViewProcessors processors) {
    return new PlansQueries(
        sets.reader(), position(processors, new PlansProjection(), new EntitlementProjection()));
  }

  @Bean
  EntitlementQueries entitlementQueries(LiveSets sets, ViewProcessors processors) {
    return new EntitlementQueries(sets.reader(), position(processors, new EntitlementProjection()));
  }

  @Bean
  CoverageQueries coverageQueries(LiveSets sets, ViewProcessors processors) {
    return new CoverageQueries(sets.reader(), position(processors, new CoverageProjection()));
  }

  @Bean
  CaseworkQueries caseworkQueries(LiveSets sets, ViewProcessors processors) {
    return new CaseworkQueries(sets.reader(), position(processors, new CaseworkProjection()));
  }

  @Bean
  FeesQueries feesQueries(LiveSets sets, ViewProcessors processors) {
    return new FeesQueries(sets.reader(), position(processors, new FeesProjection()));
  }

  @Bean
  MovementsQueries movementsQueries(LiveSets sets, ViewProcessors processors) {
    return new MovementsQueries(sets.reader(), position(processors, new MovementsProjection()));
  }

  @Bean
  LineageQueries lineageQueries(LiveSets sets, ViewProcessors processors) {
    return new LineageQueries(sets.reader(), position(processors, new LineageProjection()));
  }

  @Bean
  ObligationsQueries obligationsQueries(LiveSets sets, ViewProcessors processors) {
    // Payments that are due back are read from the fees.
    return new ObligationsQueries(
        sets.reader(), position(processors, new ObligationsProjection(), new FeesProjection()));
  }

  @Bean
  HistoryQueries historyQueries(LiveSets sets, ViewProcessors processors) {
    return new HistoryQueries(sets.reader(), position(processors, new HistoryProjection()));
  }

  @Bean
  KeptJobs keptJobs(JdbcClient jdbc, Node node, LedgerStore store) {
    return new KeptJobs(jdbc, node.id(), store::force);
  }

  @Bean
  KeptImports keptImports(
      HikariDataSource application, LedgerStore store, InstantSource clock, Node node) {
    return new KeptImports(application, store, clock, node.id());
  }

  private static ViewPosition position(ViewProcessors processors, Projection... views) {
    String[] names = new String[views.length];
    for (int i = 0; i < views.length; i++) {
      names[i] = views[i].name();
    }
    return processors.position(names);
  }
}
