package org.planledger.api.configuration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/// Keeps Axon from configuring itself. Its own configuration orders itself after classes that have
/// moved, and where it then finds no database it silently takes parts that only live in memory.
/// Every part is declared in this package instead.
final class WithoutAxonDefaults implements AutoConfigurationImportFilter {

  static final String AXON = "org.axonframework.springboot.";

  @Override
  public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
    boolean[] wanted = new boolean[configurations.length];
    for (int i = 0; i < configurations.length; i++) {
      String name = configurations[i];
      wanted[i] = name != null && !name.startsWith(AXON);
    }
    return wanted;
  }
}
