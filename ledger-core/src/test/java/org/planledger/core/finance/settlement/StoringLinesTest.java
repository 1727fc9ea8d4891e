package org.planledger.core.finance.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.planledger.core.terms.Money;

/// What is stored of lines is read as it was.
class StoringLinesTest {

  private static final long SEED = Long.getLong("seed", System.nanoTime());

  private static final List<LineType> TYPES = List.of(LineType.values());
  private static final String LETTERS = "aé漢\uD83D\uDE00\n\"";

  private final LineKeys keys = new LineKeys("test");

  private static List<SettlementLine> read(byte[] page) {
    List<SettlementLine> lines = new ArrayList<>();
    LinePage.read(page, lines::add);
    return lines;
  }

  private static byte[] stored(List<SettlementLine> lines) {
    LinePage page = new LinePage();
    lines.forEach(page::add);
    assertThat(page.lines()).isEqualTo(lines.size());
    return page.bytes();
  }

  @Test
  void every_line_that_there_can_be_is_read_as_it_was_stored() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      List<SettlementLine> lines = new ArrayList<>();
      for (int i = random.nextInt(300); i > 0; i--) {
        lines.add(line(random));
      }
      assertThat(read(stored(lines))).isEqualTo(lines);
    }
  }

  @Test
  void a_page_that_was_deflated_early_is_the_same() {
    var page = new LinePage();
    page.add(line(new Random(SEED)));
    byte[] late = page.bytes();
    page.deflate();
    assertThat(page.bytes()).isEqualTo(late);
  }

  private SettlementLine line(Random random) {
    List<String> currencies = List.of("USD", "EUR", "JPY", "KWD");
    return new SettlementLine(
        1 + random.nextInt(Integer.MAX_VALUE - 1),
        keys.ofId(String.valueOf(random.nextLong())),
        TYPES.get(random.nextInt(TYPES.size())),
        LocalDate.ofEpochDay(random.nextInt(40_000) - 10_000L),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(LocalDate.ofEpochDay(random.nextInt(40_000))),
        Money.of(random.nextLong(), currencies.get(random.nextInt(4))),
        random.nextLong(),
        Money.of(random.nextInt(), currencies.get(random.nextInt(4))),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(12))),
        text(random),
        text(random),
        text(random),
        text(random),
        text(random),
        text(random),
        text(random),
        text(random),
        text(random).orElse(""));
  }

  private static Optional<String> text(Random random) {
    int length = random.nextInt(40) - 10;
    if (length < 0) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, random.nextInt(6))));
    }
    return Optional.of(text.toString());
  }

  @Test
  void a_page_that_was_stored_long_ago_is_still_read() {
    byte[] stored = HexFormat.of().parseHex(GOLDEN);
    assertThat(read(stored)).containsExactly(golden());
  }

  /// One line as the first form stores it.
  private static final String GOLDEN =
      "01015e63d29bc71aea1be9787badef59d5dcb6b4d89bdaab261d665dc03a45ff6b80a4979723e395"
          + "fd4c8c37f6338506bbecf8c1788d1d483ffac0c8c09a9c116fc896969aaa6bc800e415e4c71b32f0"
          + "04a716956526a72a0085d9127592749201";

  private SettlementLine golden() {
    return new SettlementLine(
        2,
        keys.ofId("txn_1"),
        LineType.PAYMENT,
        LocalDate.of(2026, 1, 5),
        Optional.of(LocalDate.of(2026, 1, 7)),
        Money.of(15900, "USD"),
        491,
        Money.of(15409, "USD"),
        Optional.empty(),
        Optional.of("ch_1"),
        Optional.of("fee-1"),
        Optional.empty(),
        Optional.of(""),
        Optional.empty(),
        Optional.of("po_1"),
        Optional.empty(),
        Optional.of("Service fee"),
        "a,b,c");
  }

  @Test
  void bytes_that_are_no_page_are_refused_and_never_trusted_for_a_length() {
    byte[] good = stored(List.of(golden(), golden()));
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> read(cut))
          .as("cut to %d", length)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> read(new byte[] {2, 1, 1})).hasMessageContaining("form");
    assertThatThrownBy(
            () -> read(new byte[] {1, 1, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 15}))
        .hasMessageContaining("larger than any");
  }

  @Test
  void a_record_is_cut_to_what_is_kept_and_never_inside_of_a_character() {
    SettlementLine line = golden();
    String raw = "a".repeat(SettlementLine.RAW_CHARACTERS - 1) + "\uD83D\uDE00";
    assertThat(with(line, raw).raw()).isEqualTo("a".repeat(SettlementLine.RAW_CHARACTERS - 1));
    assertThat(with(line, "b".repeat(5000)).raw()).hasSize(SettlementLine.RAW_CHARACTERS);
  }

  private static SettlementLine with(SettlementLine line, String raw) {
    return new SettlementLine(
        line.number(),
        line.key(),
        line.type(),
        line.bookedOn(),
        line.valueOn(),
        line.gross(),
        line.feeMinor(),
        line.net(),
        line.rate(),
        line.processorReference(),
        line.merchantReference(),
        line.endToEndId(),
        line.relatedReference(),
        line.batchId(),
        line.payoutId(),
        line.payer(),
        line.description(),
        raw);
  }

  @Test
  void a_key_depends_on_the_source_and_the_id_and_its_parts_are_told_apart() {
    LineKey key = keys.ofId("ab", "c");
    assertThat(new LineKeys("test").ofId("ab", "c")).isEqualTo(key);
    assertThat(
            List.of(
                key,
                keys.ofId("a", "bc"),
                keys.ofId("abc"),
                new LineKeys("other").ofId("ab", "c"),
                keys.ofText("ab")))
        .doesNotHaveDuplicates();
    assertThat(LineKey.of(key.bytes())).isEqualTo(key);
    assertThat(LineKey.ofHex(key.hex())).isEqualTo(key);
    assertThat(key.hex()).hasSize(64);
  }

  @Test
  void the_same_text_again_is_another_line_and_the_same_again_in_another_file() {
    List<LineKey> first = new ArrayList<>();
    List<LineKey> second = new ArrayList<>();
    LineKeys again = new LineKeys("test");
    for (int i = 0; i < 5000; i++) {
      first.add(keys.ofText("line " + i % 1700));
      second.add(again.ofText("line " + i % 1700));
    }
    assertThat(first).doesNotHaveDuplicates().isEqualTo(second);
  }

  @Test
  void keys_are_ordered_by_their_bytes() {
    Random random = new Random(SEED);
    for (int i = 0; i < 1000; i++) {
      byte[] one = new byte[LineKey.BYTES];
      byte[] other = new byte[LineKey.BYTES];
      random.nextBytes(one);
      random.nextBytes(other);
      System.arraycopy(one, 0, other, 0, random.nextInt(LineKey.BYTES + 1));
      assertThat(Integer.signum(LineKey.of(one).compareTo(LineKey.of(other))))
          .isEqualTo(Integer.signum(Arrays.compareUnsigned(one, other)));
    }
  }
}
