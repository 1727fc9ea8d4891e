package org.planledger.api.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.api.testing.LedgerProcess;

/// What somebody sees who starts the program, in a process of its own: one line if it works, and
/// one line if it does not.
class StartingTheLedgerTest {

  private static final List<String> NOTHING_SAID = List.of();

  @TempDir private Path folder;
  @TempDir private Path otherFolder;

  @Test
  void a_start_says_in_one_line_where_it_listens_and_what_it_holds_and_ends_quietly()
      throws Exception {
    try (LedgerProcess ledger = started(folder, "--server.port=0")) {
      int port = ledger.awaitListening();
      assertThat(ledger.output())
          .endsWith(
              "Plan Ledger listens on http://localhost:%d, in H2 in %s, with 0 plans%n"
                  .formatted(port, folder.toRealPath().resolve("data")));
      assertThat(ledger.output().lines()).hasSize(1);
      assertThat(ledger.http().get("/actuator/health").expect(200).text("/status")).isEqualTo("UP");
      ledger.terminate();
      // 128 and the number of the signal, as every process that ends so.
      assertThat(ledger.awaitEnd()).isEqualTo(143);
      assertThat(ledger.output().lines()).hasSize(1);
      assertThat(ledger.errors()).isEmpty();
    }
    assertThat(folder.resolve("data")).isDirectoryContaining("glob:**/ledger.mv.db");
  }

  @Test
  void a_busy_port_is_said_in_one_line() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        LedgerProcess ledger = started(folder, "--server.port=" + busy.getLocalPort())) {
      assertRefused(
          ledger,
          "Port "
              + busy.getLocalPort()
              + " is in use by another program: stop that one, or name another port with"
              + " --server.port=<port>");
    }
  }

  @Test
  void data_in_use_are_said_in_one_line_and_not_even_a_reset_touches_them() throws Exception {
    try (LedgerProcess first = started(folder, "--server.port=0")) {
      first.awaitListening();
      String data = folder.toRealPath().resolve("data").toString();
      String line =
          "The ledger in "
              + data
              + " is in use by another program: stop that one, or name another folder with"
              + " --ledger.data.folder=<folder>";
      try (LedgerProcess second =
          started(otherFolder, "--server.port=0", "--ledger.data.folder=" + data)) {
        assertRefused(second, line);
      }
      try (LedgerProcess third =
          started(
              otherFolder,
              "--server.port=0",
              "--ledger.data.folder=" + data,
              "--ledger.reset=true")) {
        assertRefused(third, line);
      }
      assertThat(first.http().get("/actuator/health").expect(200).text("/status")).isEqualTo("UP");
    }
  }

  @Test
  void a_setting_that_does_not_fit_is_said_in_one_line() throws Exception {
    try (LedgerProcess ledger = started(folder, "--ledger.database.url=jdbc:mysql://db/ledger")) {
      assertRefused(ledger, "The setting ledger.database.url must begin with jdbc:postgresql:");
    }
  }

  @Test
  void an_address_that_others_could_reach_is_refused_in_one_line() throws Exception {
    try (LedgerProcess ledger = started(folder, "--server.address=0.0.0.0")) {
      assertRefused(
          ledger,
          "It serves this machine only, because it does not ask who calls: leave server.address"
              + " at 127.0.0.1");
    }
  }

  @Test
  void an_edition_that_nobody_knows_cannot_be_retired() throws Exception {
    try (LedgerProcess ledger = started(folder, "--ledger.terms.retired.1999-01=2000-01-01")) {
      assertRefused(
          ledger,
          "The setting ledger.terms.retired names the edition 1999-01, and there are only:"
              + " 2022-10, 2023-07");
    }
  }

  private static LedgerProcess started(Path folder, String... arguments) {
    return LedgerProcess.start(folder, NOTHING_SAID, arguments);
  }

  private static void assertRefused(LedgerProcess ledger, String line) throws IOException {
    assertThat(ledger.awaitEnd()).isEqualTo(1);
    assertThat(ledger.errors()).isEqualTo("Plan Ledger does not start. " + line + "\n");
    assertThat(ledger.output()).isEmpty();
  }
}
