package org.planledger.verify.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentTest {

  @Test
  void moments_are_read_as_the_jdk_reads_them() {
    var random = new Random(1970);
    long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    for (int i = 0; i < 100_000; i++) {
      var moment = Instant.ofEpochSecond(random.nextLong(last), 1000L * random.nextInt(1_000_000));
      assertThat(Moment.micros(moment.toString()))
          .isEqualTo(OptionalLong.of(ChronoUnit.MICROS.between(Instant.EPOCH, moment)));
    }
    assertThat(Moment.micros("2024-02-29T23:59:59.1Z"))
        .isEqualTo(Moment.micros("2024-02-29T23:59:59.100000Z"));
  }

  @Test
  void everything_else_is_no_moment() {
    for (String text :
        List.of(
            "",
            "2026-02-01",
            "2026-02-01T10:00:00",
            "2026-02-01T10:00:00+00:00",
            "2026-02-01T10:00:00.Z",
            "2026-02-01T10:00:00.1234567Z",
            "2026-02-01t10:00:00Z",
            "2026-02-01 10:00:00Z",
            "2026-02-29T10:00:00Z",
            "2100-02-29T10:00:00Z",
            "2026-13-01T10:00:00Z",
            "2026-00-01T10:00:00Z",
            "2026-04-31T10:00:00Z",
            "2026-04-00T10:00:00Z",
            "2026-02-01T24:00:00Z",
            "2026-02-01T10:60:00Z",
            "2016-12-31T23:59:60Z",
            "1969-12-31T23:59:59Z",
            "+2026-02-01T10:00:00Z",
            "٢٠٢٦-02-01T10:00:00Z")) {
      assertThat(Moment.micros(text)).as(text).isEmpty();
    }
  }
}
