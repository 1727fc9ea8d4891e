package org.planledger.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.api.configuration.DatabaseSettings.Login;
import org.planledger.api.start.StartRefusedException;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.PostgresServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Finding the database of an installation, and its secrets.
class OpeningTheDatabaseTest {

  private static final SerialSettings NO_KEY = new SerialSettings(null);
  private static final SerialSettings A_KEY = new SerialSettings("5e".repeat(32));

  @TempDir private Path machine;

  @Test
  void an_embedded_ledger_draws_secrets_that_only_its_owner_can_read() throws Exception {
    Path data = machine.resolve("new/data");
    embedded(data, false);
    assertThat(Files.getPosixFilePermissions(data))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(data.resolve("secrets.properties")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void secrets_are_drawn_once_and_differ_between_ledgers() {
    Path one = machine.resolve("one");
    DatabaseAccess first = embedded(one, false).database();
    assertThat(embedded(one, false).database()).isEqualTo(first);
    assertThat(embedded(machine.resolve("other"), false).database().owner())
        .isNotEqualTo(first.owner());
    assertThat(first.owner().password()).isNotEqualTo(first.application().password());
  }

  @Test
  void secrets_are_never_shown() {
    Installation installation = embedded(machine, false);
    assertThat(installation.toString() + installation.database())
        .doesNotContain(String.valueOf(installation.database().owner().password()))
        .doesNotContain(installation.serialKey().toHex());
  }

  @Test
  void a_ledger_whose_secrets_are_lost_is_not_given_new_ones() throws Exception {
    Files.createFile(machine.resolve("ledger.mv.db"));
    assertThatThrownBy(() -> embedded(machine, false))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("put secrets.properties back from a backup");
    assertThat(machine.resolve("secrets.properties")).doesNotExist();
  }

  @Test
  void damaged_secrets_are_named_and_left_alone() throws Exception {
    embedded(machine, false);
    Path secrets = machine.resolve("secrets.properties");
    String damaged = Files.readString(secrets).replaceFirst("serial-key=.*", "serial-key=''");
    Files.writeString(secrets, damaged);
    assertThatThrownBy(() -> embedded(machine, false))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("The entry serial-key in ");
    assertThat(secrets).hasContent(damaged);
  }

  @Test
  void a_reset_throws_the_ledger_away_and_keeps_its_secrets() throws Exception {
    Installation before = embedded(machine, false);
    Files.writeString(machine.resolve("ledger.mv.db"), "a ledger");
    Path day = Files.createDirectories(machine.resolve("checkpoints").resolve("2026-01-01"));
    Files.writeString(day.resolve("000000000001.checkpoint"), "a checkpoint");
    assertThat(embedded(machine, true)).isEqualTo(before);
    assertThat(machine.resolve("ledger.mv.db")).doesNotExist();
    assertThat(machine.resolve("checkpoints")).doesNotExist();
  }

  @Test
  void a_data_folder_that_is_a_file_is_named() throws Exception {
    Path file = Files.createFile(machine.resolve("data"));
    assertThatThrownBy(() -> embedded(file, false))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("The data folder " + file + " cannot be made");
  }

  @Test
  void postgresql_needs_a_key_of_the_installations_own() {
    assertThatThrownBy(() -> onServer("jdbc:postgresql://db/ledger", NO_KEY, false))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("set LEDGER_SERIAL_KEY to the output of: openssl rand -hex 32");
  }

  @Test
  void postgresql_is_never_reset() {
    assertThatThrownBy(() -> onServer("jdbc:postgresql://db/ledger", A_KEY, true))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("Only the embedded ledger can be reset");
  }

  @Test
  void the_owner_of_the_tables_is_not_the_user_that_the_ledger_works_as() {
    DatabaseSettings settings = settings(null, new Login("ledger", "a"), new Login("ledger", "b"));
    assertThatThrownBy(() -> Installation.of(settings, new DataSettings(machine), NO_KEY, false))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("The ledger works as another user than the owner of its tables");
  }

  @Test
  void the_place_of_a_database_does_not_tell_its_password() {
    Installation installation =
        onServer("jdbc:postgresql://db:5432/ledger?password=geheim", A_KEY, false);
    assertThat(installation.database().place()).isEqualTo("PostgreSQL at db:5432/ledger");
  }

  @Test
  void a_server_that_cannot_be_reached_is_named() {
    DatabaseAccess nobody =
        onServer("jdbc:postgresql://localhost:1/ledger", A_KEY, false).database();
    assertThatThrownBy(() -> OwnerConnections.open(nobody))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageStartingWith(
            "PostgreSQL at localhost:1/ledger does not let ledger_owner in: Connection");
  }

  @Test
  void a_role_that_is_missing_on_the_server_is_named_with_the_command_that_makes_it() {
    PostgresServer server = PostgresServer.shared();
    DatabaseAccess access =
        new DatabaseAccess.Server(
            server.url(server.createDatabase()),
            new Login(LedgerDatabase.OWNER, null),
            new Login("nobody_there", null));
    assertThatThrownBy(() -> OwnerConnections.open(access))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageEndingWith(
            "has no role nobody_there: let an administrator run: create role nobody_there login"
                + " password '...'");
  }

  @Test
  void a_ledger_of_another_version_is_told_from_a_fault_on_h2() throws Exception {
    DatabaseAccess access = embedded(machine, false).database();
    OwnerConnections.open(access).close();
    makeOfAnotherVersion(access);
    assertThatThrownBy(() -> OwnerConnections.open(access))
        .isInstanceOf(StartRefusedException.class)
        .hasMessage(
            "H2 in "
                + machine
                + " was set up by another version of this program, or its setting up was cut short:"
                + " start that version, or throw the ledger away and begin anew with"
                + " --ledger.reset=true");
  }

  @Test
  void a_ledger_of_another_version_is_told_from_a_fault_on_postgresql() throws Exception {
    PostgresServer server = PostgresServer.shared();
    DatabaseAccess access =
        new DatabaseAccess.Server(
            server.url(server.createDatabase()),
            new Login(LedgerDatabase.OWNER, null),
            new Login(LedgerDatabase.APPLICATION, null));
    OwnerConnections.open(access).close();
    makeOfAnotherVersion(access);
    assertThatThrownBy(() -> OwnerConnections.open(access))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageEndingWith(
            "its setting up was cut short: start that version, or name an empty database with"
                + " ledger.database.url");
  }

  /// As if a migration that this version does not have had been made, and another differently.
  private static void makeOfAnotherVersion(DatabaseAccess access) {
    JdbcClient database =
        JdbcClient.create(
            new DriverManagerDataSource(
                access.url(), access.owner().user(), String.valueOf(access.owner().password())));
    int changed =
        database
            .sql("update \"flyway_schema_history\" set \"checksum\" = 7 where \"version\" = '100'")
            .update();
    assertThat(changed).isEqualTo(1);
    database
        .sql("update \"flyway_schema_history\" set \"version\" = '103' where \"version\" = '101'")
        .update();
  }

  @Test
  void a_user_that_could_change_the_past_is_refused_on_postgresql() throws Exception {
    PostgresServer server = PostgresServer.shared();
    String url = server.url(server.createDatabase());
    Login owner = new Login(LedgerDatabase.OWNER, null);
    OwnerConnections.open(
            new DatabaseAccess.Server(url, owner, new Login(LedgerDatabase.APPLICATION, null)))
        .close();
    assertThatThrownBy(() -> Rights.require(new DatabaseAccess.Server(url, owner, owner)))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageStartingWith("The user ledger_owner could change what is recorded");
  }

  @Test
  void a_user_that_could_change_the_past_is_refused_on_h2() throws Exception {
    DatabaseAccess.Embedded access = (DatabaseAccess.Embedded) embedded(machine, false).database();
    try (OwnerConnections open = OwnerConnections.open(access)) {
      assertThat(open.dataSource()).isNotNull();
      Rights.require(access);
      DatabaseAccess asOwner =
          new DatabaseAccess.Embedded(access.folder(), access.owner(), access.owner());
      assertThatThrownBy(() -> Rights.require(asOwner))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageStartingWith("The user ledger_owner could change what is recorded");
    }
  }

  @Test
  void a_ledger_is_not_opened_with_another_key_than_it_was_begun_with() {
    List<String> database = LedgerServer.onH2In(machine);
    String ours = "--ledger.serial.key=" + "5e".repeat(32);
    try (LedgerServer server = LedgerServer.start(DatabaseVendor.H2, database, ours)) {
      sellWithDevice(server);
    }
    assertThatThrownBy(
            () ->
                LedgerServer.start(
                    DatabaseVendor.H2, database, "--ledger.serial.key=" + "6f".repeat(32)))
        .hasRootCauseInstanceOf(StartRefusedException.class)
        .rootCause()
        .hasMessageStartingWith("This ledger was begun with another key for serials");
    LedgerServer.start(DatabaseVendor.H2, database, ours).close();
  }

  private static void sellWithDevice(LedgerServer server) {
    server
        .http()
        .post(
            "/v1/plans",
            """
            {"planType": "ONE_YEAR", "region": "US", "effectiveOn": "2026-02-02",
             "purchasedAt": "2026-02-02T09:00:00-10:00", "acceptedTerms": "2022-10",
             "pricePaid": {"minor": 23900, "currency": "USD"}, "holder": {"accountId": "eve"},
             "device": {"serialNumber": "1581F4XFC2280001", "model": "MAVIC_3",
               "purchase": {"region": "US", "channel": "OFFICIAL", "purchasedOn": "2026-02-02"},
               "warranty": {"startsOn": "2026-02-02", "source": "INVOICE"}}}
            """)
        .expect(201);
  }

  private static Installation embedded(Path folder, boolean reset) {
    return Installation.of(settings(null, null, null), new DataSettings(folder), NO_KEY, reset);
  }

  private Installation onServer(String url, SerialSettings key, boolean reset) {
    return Installation.of(settings(url, null, null), new DataSettings(machine), key, reset);
  }

  private static DatabaseSettings settings(
      @Nullable String url, @Nullable Login owner, @Nullable Login application) {
    return new DatabaseSettings(url, owner, application, 8, Duration.ofSeconds(30));
  }
}
