package org.planledger.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;

/// Starts the ledger.
@SpringBootApplication(
    proxyBeanMethods = false,
    // The migrations run as another user than the application, before it has any connection.
    exclude = FlywayAutoConfiguration.class)
@ConfigurationPropertiesScan
public class LedgerApplication {

  /// Starts the ledger; the arguments are Spring's.
  public static void main(String[] arguments) {
    SpringApplication.run(LedgerApplication.class, arguments);
  }
}
