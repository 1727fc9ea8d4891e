package org.planledger.api;

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

  /// Starts the ledger; the arguments are Spring's.
  public static void main(String[] arguments) {
    SpringApplication.run(LedgerApplication.class, arguments);
  }
}
