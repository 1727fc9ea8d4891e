package org.planledger.api.settlement.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.settlement.format.LineSink;
import org.planledger.api.settlement.format.QuarantineReason;
import org.planledger.api.settlement.format.QuarantinedRecord;
import org.planledger.api.settlement.format.SettlementFiles;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// Lines that are written in a format and read again are the same, as far as it has room for them.
class RoundTripTest {

  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private final LineKeys keys = new LineKeys("test");

  @ParameterizedTest
  @EnumSource(SettlementFormat.class)
  void what_is_written_is_read_again_and_what_is_spoiled_is_put_aside(SettlementFormat format) {
    System.out.println("seed " + SEED);
    List<SettlementLine> lines = new ArrayList<>();
    List<SettlementLine> wanted = new ArrayList<>();
    int spoiled = 0;
    Path file = folder.resolve("file");
    try (RehearsalFile out = RehearsalFile.open(format, file)) {
      for (int i = 0; i < 700; i++) {
        SettlementLine line = line(format);
        if (random.nextInt(20) == 0) {
          out.writeUnreadable(line.gross().minor() < 0 ? line(format, LineType.PAYMENT) : line);
          spoiled++;
        } else {
          out.write(line);
          wanted.add(line);
        }
      }
    }
    List<QuarantinedRecord> broken = new ArrayList<>();
    SettlementFiles.read(
        file,
        format,
        format.isMapped() ? Optional.of(RehearsalMapping.mapping()) : Optional.empty(),
        new LineSink() {
          @Override
          public void line(SettlementLine line) {
            lines.add(line);
          }

          @Override
          public void quarantined(QuarantinedRecord record) {
            broken.add(record);
          }

          @Override
          public void reached(long bytes) {
            assertThat(bytes).isNotNegative();
          }
        });
    assertThat(broken)
        .hasSize(spoiled)
        .allSatisfy(record -> assertThat(record.reason()).isEqualTo(QuarantineReason.BAD_AMOUNT));
    assertThat(lines).hasSameSizeAs(wanted);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(plain(lines.get(i))).isEqualTo(plain(wanted.get(i)));
    }
    assertThat(lines).extracting(SettlementLine::number).isSorted().doesNotHaveDuplicates();
    assertThat(lines).extracting(SettlementLine::key).doesNotHaveDuplicates();
    assertThat(SettlementFiles.detect(file, format.isMapped())).isEqualTo(format);
  }

  private SettlementLine line(SettlementFormat format) {
    List<LineType> types =
        switch (format) {
          case STRIPE, ADYEN ->
              List.of(
                  LineType.PAYMENT,
                  LineType.REFUND,
                  LineType.CHARGEBACK,
                  LineType.CHARGEBACK_REVERSED,
                  LineType.PAYOUT);
          case CAMT_053, CAMT_054 -> List.of(LineType.BANK_CREDIT, LineType.BANK_DEBIT);
          case CSV, XLSX -> List.of(LineType.values());
        };
    return line(format, types.get(random.nextInt(types.size())));
  }

  private SettlementLine line(SettlementFormat format, LineType wanted) {
    boolean bank = format == SettlementFormat.CAMT_053 || format == SettlementFormat.CAMT_054;
    LineType type = bank && wanted == LineType.PAYMENT ? LineType.BANK_CREDIT : wanted;
    long sign =
        switch (type) {
          case PAYMENT, CHARGEBACK_REVERSED, BANK_CREDIT, OTHER -> 1;
          case REFUND, CHARGEBACK, BANK_DEBIT, PROCESSOR_COST, PAYOUT -> -1;
        };
    Currency settled = Currency.getInstance(List.of("EUR", "JPY", "KWD").get(random.nextInt(3)));
    long amount = sign * (1 + random.nextLong(1_000_000_000L));
    boolean foreign = type != LineType.PAYOUT && random.nextInt(5) == 0;
    long fee = foreign && bank ? 0 : random.nextInt(500) * sign * sign;
    Money net = new Money(amount - fee, settled);
    if (bank && Long.signum(net.minor()) != sign) {
      fee = 0;
      net = new Money(amount, settled);
    }
    Money gross =
        foreign
            ? new Money(sign * (1 + random.nextLong(1_000_000L)), Currency.getInstance("USD"))
            : new Money(amount, settled);
    Optional<BigDecimal> rate =
        foreign ? Optional.of(rate(format, gross, net, fee)) : Optional.empty();
    boolean related = !bank && type != LineType.PAYMENT && type != LineType.PAYOUT;
    Optional<String> none = Optional.empty();
    return new SettlementLine(
        1,
        keys.ofId(String.valueOf(random.nextLong())),
        type,
        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)),
        format == SettlementFormat.ADYEN || random.nextBoolean()
            ? Optional.empty()
            : Optional.of(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300))),
        gross,
        fee,
        net,
        rate,
        Optional.of("own-" + random.nextInt()),
        maybe("fee"),
        format == SettlementFormat.ADYEN ? none : maybe("e2e"),
        related ? Optional.of("rel-" + random.nextInt()) : none,
        format == SettlementFormat.STRIPE ? none : maybe("batch"),
        format == SettlementFormat.ADYEN ? none : maybe("payout"),
        format == SettlementFormat.ADYEN ? none : maybe("A, \"B\" & <C>;\u00fc"),
        format == SettlementFormat.ADYEN ? none : maybe("text"),
        "");
  }

  /// The rate as the format tells it: Stripe does not, so it is what both amounts make.
  private BigDecimal rate(SettlementFormat format, Money gross, Money net, long fee) {
    if (format != SettlementFormat.STRIPE) {
      return new BigDecimal("0." + (1 + random.nextInt(8999)) + "7");
    }
    return BigDecimal.valueOf(net.minor() + fee, net.currency().getDefaultFractionDigits())
        .divide(
            BigDecimal.valueOf(gross.minor(), 2),
            new java.math.MathContext(10, java.math.RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .abs();
  }

  private Optional<String> maybe(String text) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(text + " " + random.nextInt());
  }

  /// A line without what the file gives it. Adyen writes its type in the place of a text.
  private static List<Object> plain(SettlementLine line) {
    boolean adyen = line.description().filter(text -> text.matches("[A-Z][A-Za-z]+")).isPresent();
    return List.of(
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
        adyen ? Optional.empty() : line.description());
  }
}
