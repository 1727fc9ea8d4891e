package org.planledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.store.DatabaseVendor;

class ReadingOptionsTest {

  @Test
  void without_any_option_everything_is_measured_three_times() {
    var options = Options.parse(List.of());

    assertThat(options.parts()).containsExactly(Part.values());
    assertThat(options.databases()).containsExactly(DatabaseVendor.POSTGRESQL, DatabaseVendor.H2);
    assertThat(options.clients()).containsExactly(1, 32, 128);
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.events()).isEqualTo(200_000);
  }

  @Test
  void what_is_named_is_measured() {
    var options =
        Options.parse(
            List.of(
                "--databases",
                "h2",
                "--contenders",
                "raw,ledger",
                "--clients",
                "1,8",
                "--seconds",
                "0.5",
                "--rounds",
                "1"));

    assertThat(options.databases()).containsExactly(DatabaseVendor.H2);
    assertThat(options.contestants()).containsExactly(Contestant.RAW, Contestant.LEDGER);
    assertThat(options.clients()).containsExactly(1, 8);
    assertThat(options.measured()).isEqualTo(Duration.ofMillis(500));
    assertThat(options.rounds()).isEqualTo(1);
  }

  @Test
  void a_quick_run_can_still_be_told_what_to_measure() {
    var options = Options.parse(List.of("--quick", "--clients", "128"));

    assertThat(options.rounds()).isEqualTo(1);
    assertThat(options.clients()).containsExactly(128);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --fast                    | unknown option --fast
          --rounds                  | --rounds: a value is missing
          --rounds many             | --rounds: 'many' cannot be read
          --rounds 0                | --rounds: at least 1
          --seconds 0               | --seconds: more than 0
          --databases oracle        | known are [h2, postgresql]
          --parts everything        | known are [commands, rebuild, http, sealing, verifying, import, settlement_matching, reconciling]
          --contenders nobody       | known are [raw, raw_shared, stock, stock_cached, ledger]
          --rehearsal -1            | --rehearsal: 0 or more
          --clients 5000            | --clients: from 1 to the number of plans
          --events 10               | --events: at least 1000
          """)
  void nonsense_is_answered_with_what_would_help(String typed, String answer) {
    var words = List.of(typed.split(" ", -1));

    assertThatThrownBy(() -> Options.parse(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(answer);
  }
}
