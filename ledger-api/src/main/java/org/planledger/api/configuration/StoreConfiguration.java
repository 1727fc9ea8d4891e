package org.planledger.api.configuration;

import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.UUID;
import org.planledger.core.axon.CachePolicy;
import org.planledger.core.axon.LedgerShell;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.PrivateValues;
import org.planledger.core.store.Serials;
import org.planledger.core.store.StoreSettings;
import org.planledger.core.terms.TermsBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The store, the shell around the plans, and the door to them. Commands run on the shell's own
/// bus with the store's own transactions, and never see Spring's.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  LedgerStore ledgerStore(
      Installation installation, HikariDataSource application, OwnerConnections owner) {
    return LedgerStore.open(
        application, owner.dataSource(), StoreSettings.defaults(installation.database().vendor()));
  }

  @Bean
  LedgerShell ledgerShell(LedgerStore store, TermsBook terms, Node node) {
    return LedgerShell.configure(store, terms)
        .cachePolicy(node.alone() ? CachePolicy.LOCAL : CachePolicy.TAIL)
        .start();
  }

  @Bean
  Node node(NodeSettings settings, Installation installation) {
    boolean embedded = installation.database().vendor() == DatabaseVendor.H2;
    String id = settings.id();
    Boolean alone = settings.alone();
    return new Node(
        id == null || id.isEmpty() ? (embedded ? "embedded" : UUID.randomUUID().toString()) : id,
        alone == null ? embedded : alone);
  }

  @Bean
  PlanLedger planLedger(LedgerShell shell) {
    return shell.ledger();
  }

  @Bean
  InstallationKey installationKey(Installation installation, HikariDataSource application) {
    InstallationKey key = new InstallationKey(installation.serialKey().toArray());
    SerialKeyCheck.require(key, application);
    return key;
  }

  @Bean
  LedgerEvents ledgerEvents(LedgerStore store) {
    return store.events();
  }

  @Bean
  Attempts attempts(LedgerStore store) {
    return store.attempts();
  }

  @Bean
  Serials serials(LedgerStore store) {
    return store.serials();
  }

  @Bean
  PrivateValues privateValues(LedgerStore store) {
    return store.privateValues();
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
