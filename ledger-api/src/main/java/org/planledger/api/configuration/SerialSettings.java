package org.planledger.api.configuration;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// The installation's own secret, which serials and accounts are hashed with.
///
/// @param key at least 32 bytes in hexadecimal. It never changes: under another key no device
///     would be recognised again. The embedded default draws its own
@Validated
@ConfigurationProperties("ledger.serial")
record SerialSettings(
    @Pattern(
            regexp = "|([0-9A-Fa-f]{2}){32,}",
            message = "must be 64 hexadecimal digits or more: openssl rand -hex 32")
        @Nullable String key) {

  /// Whether one is given.
  boolean given() {
    return key != null && !key.isEmpty();
  }

  /// A secret is never shown.
  @Override
  public String toString() {
    return "SerialSettings";
  }
}
