package org.planledger.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the ledger.
@SpringBootApplication
public class LedgerApplication {

  /// Starts the ledger; the arguments are Spring's.
  public static void main(String[] arguments) {
    SpringApplication.run(LedgerApplication.class, arguments);
  }
}
