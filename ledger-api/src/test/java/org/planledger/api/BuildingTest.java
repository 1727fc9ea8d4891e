package org.planledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildingTest {

  @Test
  void the_tests_run_on_the_language_version_of_the_sources() {
    assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
  }
}
