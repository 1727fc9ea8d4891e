package org.planledger.api;

import org.planledger.api.operating.Operating;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;

/// Starts the ledger.
@SpringBootApplication(
    proxyBeanMethods = false,
    exclude = {
      // The migrations run as another user than the application, before it has any connection.
      FlywayAutoConfiguration.class,
      // The views bring their own transactions, and commands must find none.
      DataSourceTransactionManagerAutoConfiguration.class
    })
@ConfigurationPropertiesScan
public class LedgerApplication {

  /// Starts the ledger, where the arguments are Spring's; or carries out a command of an operator.
  public static void main(String[] arguments) {
    // However it is started: Axon asks its maker for nothing.
    System.setProperty("axoniq.update-checker.disabled", "true");
    if (Operating.isMeant(arguments)) {
      System.exit(Operating.run(arguments));
    }
    SpringApplication.run(LedgerApplication.class, arguments);
  }
}
