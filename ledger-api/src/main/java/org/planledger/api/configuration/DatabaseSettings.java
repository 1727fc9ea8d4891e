package org.planledger.api.configuration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which database the ledger is in, and as whom it works there.
///
/// @param url the JDBC address of a PostgreSQL database; without one the ledger is in an embedded
///     file
/// @param owner the user that owns the tables: it migrates them, and on the embedded default
///     forces the file to disk
/// @param application the user that the ledger works as: it may add events and read them
/// @param connections how many connections of the application's user there are at most
/// @param statementTimeout after how long a statement is given up
@Validated
@ConfigurationProperties("ledger.database")
record DatabaseSettings(
    @Pattern(regexp = "|jdbc:postgresql:.+", message = "must begin with jdbc:postgresql:")
        @Nullable String url,
    @Valid Login owner,
    @Valid Login application,
    @DefaultValue("32") @Min(8) @Max(500) int connections,
    @DefaultValue("30s") @DurationMin(seconds = 1) Duration statementTimeout) {

  DatabaseSettings {
    owner = Login.orNamed("ledger_owner", owner);
    application = Login.orNamed("ledger_app", application);
  }

  /// A user of the database.
  ///
  /// @param user a plain name, because it stands in the migrations
  /// @param password goes unsaid where the database asks for none; the embedded default has its
  ///     own
  record Login(
      @Pattern(regexp = "[a-z_][a-z0-9_]{0,62}", message = "must be a plain lower-case name")
          String user,
      @Nullable String password) {

    /// The settings may name the password alone, the user alone, or neither.
    private static Login orNamed(String usual, @Nullable Login said) {
      if (said == null) {
        return new Login(usual, null);
      }
      return said.user == null ? new Login(usual, said.password) : said;
    }

    Login withPassword(String other) {
      return new Login(user, other);
    }

    /// The name alone: a password is never shown.
    @Override
    public String toString() {
      return user;
    }
  }

  /// Whether the ledger is in a file of its own.
  boolean embedded() {
    return url == null || url.isEmpty();
  }
}
