package org.planledger.api.statements;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A ledger that no settlement was ever matched with: nothing was found, and nothing is posted but
/// the movements of the fees.
@Configuration(proxyBeanMethods = false)
class NothingSettled {

  @Bean
  Settlements settlements() {
    return _ -> _ -> 0;
  }

  @Bean
  FurtherEntries furtherEntries() {
    return _ -> Stream.empty();
  }
}
