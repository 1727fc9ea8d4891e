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
    List<Terms> released = released();
    List<String> known = released.stream().map(terms -> terms.edition().id()).toList();
    Map<Edition, LocalDate> retired = new HashMap<>();
    settings
        .retired()
        .forEach(
            (edition, from) -> {
              if (!known.contains(edition)) {
                throw new StartRefusedException(
                    "The setting ledger.terms.retired names the edition "
                        + edition
                        + ", and there are only: "
                        + String.join(", ", known));
              }
              retired.put(new Edition(edition), from);
            });
    return new TermsBook(released, retired);
  }

  private static List<Terms> released() {
    try {
      return TermsFile.released();
    } catch (TermsFileException e) {
      throw new StartRefusedException("The terms are damaged: " + e.getMessage(), e);
    }
  }
}
