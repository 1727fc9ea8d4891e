package org.planledger.api.configuration;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// What is different in earnest from a trial on one's own machine, unless it is set: on a database
/// server, commands are not entered later than a month after the fact.
final class ServerDefaults implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication program) {
    if (!environment.getProperty("ledger.database.url", "").isEmpty()) {
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("server defaults", Map.of("ledger.requests.back", "30d")));
    }
  }
}
