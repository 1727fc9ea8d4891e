package org.planledger.api.web;

import java.time.InstantSource;
import org.planledger.api.calendar.WorkingDays;
import org.planledger.api.json.RequestLimits;
import org.planledger.api.json.RequestReader;
import org.planledger.core.terms.TermsBook;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What all of HTTP needs once.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RequestLimits.class, WorkingDays.class})
class WebConfiguration {

  @Bean
  RequestReader requestReader(TermsBook terms, InstantSource clock, RequestLimits limits) {
    return new RequestReader(terms, clock, limits);
  }
}
