package org.planledger.api.configuration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planledger.api.start.StartRefusedException;
import org.planledger.core.json.TermsFile;
import org.planledger.core.json.TermsFileException;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The terms that plans are sold under: every released edition, each with the digest it was
/// released with, and the operator's word on which are still sold.
@Configuration(proxyBeanMethods = false)
class TermsConfiguration {

  @Bean
  TermsBook termsBook(TermsSettings settings) {
    Map<Edition, LocalDate> retired = new HashMap<>();
    settings.retired().forEach((edition, from) -> retired.put(new Edition(edition), from));
    List<Terms> released = released();
    try {
      return new TermsBook(released, retired);
    } catch (IllegalArgumentException e) {
      throw new StartRefusedException("The setting ledger.terms.retired: " + e.getMessage(), e);
    }
  }

  private static List<Terms> released() {
    try {
      return TermsFile.released();
    } catch (TermsFileException e) {
      throw new StartRefusedException("The terms are damaged: " + e.getMessage(), e);
    }
  }
}
