package org.planledger.api.configuration;

import jakarta.validation.constraints.Pattern;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.api.start.StartRefusedException;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.sealing.SigningSecrets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What checkpoints are signed with.
///
/// @param key the secret 32 bytes of an Ed25519 key in hexadecimal. The embedded default draws its
///     own
/// @param previous the key it takes over from, for the one checkpoint that both sign; or the word
///     `lost`
/// @param origin names this ledger in its checkpoints, for ever; by default made from the first key
@Validated
@ConfigurationProperties("ledger.signing")
record SigningSettings(
    @Pattern(
            regexp = "|([0-9A-Fa-f]{2}){32}",
            message = "must be 64 hexadecimal digits: openssl rand -hex 32")
        @Nullable String key,
    @Pattern(
            regexp = "|lost|([0-9A-Fa-f]{2}){32}",
            message = "must be 64 hexadecimal digits, or: lost")
        @Nullable String previous,
    @Pattern(
            regexp = "|[!-*,-~]{1,200}",
            message = "must be 200 printable characters at most, no spaces and no plus signs")
        @Nullable String origin) {

  private static final String LOST = "lost";

  /// The secrets of an installation.
  ///
  /// @throws StartRefusedException if there is no key
  SigningSecrets in(DatabaseAccess database) {
    return switch (database) {
      case DatabaseAccess.Embedded embedded -> {
        EmbeddedSecrets drawn = EmbeddedSecrets.in(embedded.folder());
        yield secrets(
            given(key).orElse(drawn.signingKey()), given(previous).or(drawn::previousSigningKey));
      }
      case DatabaseAccess.Server server ->
          secrets(
              given(key)
                  .orElseThrow(
                      () ->
                          new StartRefusedException(
                              "On PostgreSQL the installation needs its own key for checkpoints:"
                                  + " set LEDGER_SIGNING_KEY to the output of: openssl rand -hex"
                                  + " 32")),
              given(previous));
    };
  }

  private SigningSecrets secrets(String current, Optional<String> before) {
    return new SigningSecrets(
        given(origin),
        bytes(current),
        before.filter(text -> !text.equals(LOST)).map(SigningSettings::bytes),
        before.filter(LOST::equals).isPresent());
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isEmpty());
  }

  private static Bytes bytes(String hexadecimal) {
    return Bytes.of(HexFormat.of().parseHex(hexadecimal));
  }

  /// Secrets are never shown.
  @Override
  public String toString() {
    return "SigningSettings";
  }
}
