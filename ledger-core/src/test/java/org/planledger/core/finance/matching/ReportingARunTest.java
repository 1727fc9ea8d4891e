package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.finance.matching.Book.line;
import static org.planledger.core.finance.matching.Book.usd;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.terms.Money;

class ReportingARunTest {

  private static final MatchingRules RULES = MatchingRules.standard();

  @Test
  void a_report_has_a_header_the_findings_the_totals_and_an_end() throws Exception {
    String[] lines =
        new Book().paid("F1", 10_000).payment("L\"1\n", "F1", 9_000).report(RULES).split("\n");

    String text = String.join("\n", List.of(lines).subList(1, lines.length)) + "\n";
    assertThat(lines[0])
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(StandardCharsets.UTF_8))));
    assertThat(text.lines().map(row -> LedgerJson.mapper().readTree(row).get("row").asString()))
        .containsExactly("header", "match", "exception", "totals", "end");
    assertThat(lines[1])
        .isEqualTo(
            "{\"row\":\"header\",\"form\":3,\"period\":\"2026-03\",\"cutOffPosition\":1000,"
                + "\"asOf\":\"2026-04-30\",\"rulesVersion\":\""
                + RULES.version()
                + "\",\"files\":[],\"decisions\":[]}");
    assertThat(lines[3])
        .contains("\"ageWorkingDays\":42", "\"ageBand\":\"DAYS_OVER_30\"", "\"CRITICAL\"");
    assertThat(lines[4])
        .isEqualTo(
            "{\"row\":\"totals\",\"currency\":\"USD\",\"fees\":{\"MATCHED\":{\"count\":1,"
                + "\"minor\":10000}},\"lines\":{\"MATCHED\":{\"count\":1,\"minor\":9000}},"
                + "\"matches\":{\"UNDERPAID\":{\"count\":1,\"minor\":9000}},"
                + "\"exceptions\":{\"AMOUNT_SHORT\":{\"count\":1,\"minor\":1000}},"
                + "\"arrived\":{\"count\":1,\"minor\":9000},\"remainders\":{},"
                + "\"short\":{\"count\":1,\"minor\":1000},\"over\":{\"count\":0,\"minor\":0}}");
  }

  @Test
  void words_of_others_are_written_so_that_they_can_be_read_again() {
    String words = "a \"b\" \\ c \t \u0001 \ud83d\ude00 \ud800 end";

    String row =
        new Book()
            .transfer("L1", words, 100)
            .report(RULES)
            .lines()
            .filter(each -> each.contains("MISSING_FEE"))
            .findFirst()
            .orElseThrow();

    assertThat(LedgerJson.mapper().readTree(row).get("reason").asString())
        .contains("a \"b\" \\ c \t \u0001 \ud83d\ude00 ");
  }

  @Test
  void the_order_in_which_things_are_told_changes_not_one_byte() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    for (int i = 0; i < 30; i++) {
      var book = anyBook(new Random(seed + i));
      String report = book.report(RULES);
      for (int j = 0; j < 5; j++) {
        assertThat(book.shuffled(seed + i + j).report(RULES)).isEqualTo(report);
      }
    }
  }

  @Test
  void every_fee_and_every_line_has_one_fate_and_all_money_is_accounted_for() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    for (int i = 0; i < 60; i++) {
      var book = anyBook(new Random(seed + i));
      var found = book.run();
      for (var currency : found.totals().currencies().entrySet()) {
        assertAddsUp(book, currency.getKey(), currency.getValue());
      }
      assertThat(found.matches().stream().flatMap(match -> match.lines().stream()))
          .as("seed %d", seed + i)
          .doesNotHaveDuplicates();
      assertThat(found.exceptions().stream().map(ExceptionItem::exceptionId))
          .as("seed %d", seed + i)
          .doesNotHaveDuplicates();
      assertThat(counts(found.fates())).as("seed %d", seed + i).isEqualTo(counts(found.totals()));
      assertThat(found.matches()).allMatch(ReportingARunTest::hasMoreThanAnAmount);
    }
  }

  /// How many lines have each fate, as they were told.
  private static Map<String, Long> counts(List<String> fates) {
    return fates.stream()
        .map(told -> told.substring(told.indexOf(' ') + 1))
        .collect(Collectors.groupingBy(fate -> fate, TreeMap::new, Collectors.counting()));
  }

  /// The same, as they were counted.
  private static Map<String, Long> counts(Totals totals) {
    var counts = new TreeMap<String, Long>();
    totals
        .currencies()
        .values()
        .forEach(
            in ->
                in.lines()
                    .forEach((fate, count) -> counts.merge(fate.name(), count.count(), Long::sum)));
    return counts;
  }

  @Test
  void what_became_of_each_line_is_told_in_the_order_in_which_lines_came() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L9", LineType.OTHER, 100).file(4))
            .line(line("L5", LineType.PAYMENT, 10_000).merchant("F1").file(2))
            .line(line("L5", LineType.PAYMENT, 10_000).merchant("F1").file(3))
            .line(line("L1", LineType.BANK_CREDIT, 77).text("who knows").file(1))
            .line(line("L2", LineType.PROCESSOR_COST, -5).file(1))
            .run();

    assertThat(found.fates())
        .containsExactly(
            "4.1 ASIDE", "2.1 MATCHED", "3.1 DUPLICATE", "1.1 EXCEPTION", "1.1 EXPLAINED");
  }

  /// A reference, a sign or a decision; an amount and a day alone are not enough.
  private static boolean hasMoreThanAnAmount(Match match) {
    return match.signals().stream()
        .map(Signal::kind)
        .anyMatch(
            kind ->
                switch (kind) {
                  case DECIDED_BY_HAND,
                      FEE_ID,
                      FEE_ID_IN_TEXT,
                      FEE_ID_NEARLY,
                      PAYMENT_REFERENCE,
                      PAYMENT_REFERENCE_IN_TEXT,
                      RELATED_PAYMENT,
                      PAYOUT_ID,
                      CASE_ID,
                      PLAN_ID ->
                      true;
                  case AMOUNT,
                      AMOUNT_IN_SUM,
                      AMOUNT_NEARLY,
                      AMOUNT_DIFFERS,
                      DATE,
                      DATE_OUTSIDE,
                      PAYMENT_NOT_RECORDED ->
                      false;
                });
  }

  private static void assertAddsUp(Book book, String currency, Totals.InCurrency in) {
    assertThat(sum(in.fees()))
        .isEqualTo(
            book.fees.stream()
                .filter(fee -> fee.due().currency().getCurrencyCode().equals(currency))
                .map(fee -> new Count(1, BigInteger.valueOf(fee.due().minor())))
                .reduce(Count.NONE, Count::plus));
    assertThat(sum(in.lines()))
        .isEqualTo(
            book.lines.stream()
                .map(fact -> fact.line().gross())
                .filter(gross -> gross.currency().getCurrencyCode().equals(currency))
                .map(gross -> new Count(1, BigInteger.valueOf(gross.minor())))
                .reduce(Count.NONE, Count::plus));
    assertThat(
            in.arrived()
                .minor()
                .add(sum(in.remainders()).minor())
                .add(in.shortOf().minor())
                .subtract(in.over().minor()))
        .isEqualTo(in.fees().getOrDefault(FeeFate.MATCHED, Count.NONE).minor());
  }

  private static Count sum(Map<?, Count> counts) {
    return counts.values().stream().reduce(Count.NONE, Count::plus);
  }

  /// A small book in which nearly everything has something to do with everything.
  static Book anyBook(Random random) {
    var book = new Book();
    long[] amounts = {5_000, 7_000, 10_000, 12_000, 15_000, 17_000};
    String[] currencies = {"USD", "USD", "USD", "EUR"};
    for (int i = 0; i < 12; i++) {
      String id = "FEE-" + i;
      var amount =
          Money.of(amounts[random.nextInt(6)], currencies[random.nextInt(currencies.length)]);
      switch (random.nextInt(6)) {
        case 0 -> book.quoted(id, amount.minor());
        case 1 -> book.cancelled(id, amount.minor());
        case 2 ->
            book.paid(
                id,
                amount,
                "ch_" + random.nextInt(12),
                new FeeFact.Refunded("e" + i, amount, Book.TUESDAY, 90));
        default -> book.paid(id, amount, "ch_" + random.nextInt(12));
      }
      book.in("plan-" + random.nextInt(3), "case-" + random.nextInt(6));
    }
    var types = LineType.values();
    for (int i = 0; i < 25; i++) {
      var type = types[random.nextInt(types.length)];
      boolean out =
          switch (type) {
            case REFUND, CHARGEBACK, BANK_DEBIT, PAYOUT, PROCESSOR_COST -> true;
            case PAYMENT, CHARGEBACK_REVERSED, BANK_CREDIT, OTHER -> false;
          };
      long minor = amounts[random.nextInt(6)] + random.nextInt(3) - 1;
      var line =
          line("L" + random.nextInt(22), type, out ? -minor : minor)
              .file(i)
              .on(Book.MONDAY.plusDays(random.nextInt(20)));
      if (random.nextInt(8) == 0) {
        line.in("EUR");
      }
      if (random.nextInt(3) == 0) {
        line.merchant("FEE-" + random.nextInt(14));
      }
      if (random.nextInt(2) == 0) {
        line.processor("ch_" + random.nextInt(12));
      }
      if (random.nextInt(4) == 0) {
        line.related("ch_" + random.nextInt(12));
      }
      if (random.nextInt(2) == 0) {
        line.text(
            "case-"
                + random.nextInt(6)
                + " FEE-"
                + random.nextInt(14)
                + " po_"
                + random.nextInt(3));
      }
      if (random.nextInt(3) == 0) {
        line.payout("po_" + random.nextInt(3));
      }
      book.line(line);
    }
    book.byHand.add(
        new ByHand.Paired(
            "d1",
            List.of("FEE-" + random.nextInt(12)),
            List.of(Book.key("L" + random.nextInt(22))),
            random.nextBoolean() ? Optional.of(RemainderAccount.WRITE_OFFS) : Optional.empty(),
            "told so",
            "ada"));
    book.byHand.add(
        new ByHand.WrittenOff(
            "d2",
            "FEE-" + random.nextInt(12),
            usd(random.nextInt(1, 9_000)),
            random.nextInt(60),
            random.nextBoolean(),
            "goodwill",
            "ada"));
    book.byHand.add(
        new ByHand.Withdrawn(
            "d3", "FEE-" + random.nextInt(12), Book.key("L" + random.nextInt(22)), "wrong", "ada"));
    return book;
  }

  @Test
  void rules_that_say_the_same_have_the_same_version() {
    var friday = LocalDate.of(2026, 4, 3);
    var monday = LocalDate.of(2026, 4, 6);

    assertThat(RULES.version()).isEqualTo(MatchingRules.standard().version());
    assertThat(RULES.withHolidays(Set.of(friday, monday)).version())
        .isEqualTo(RULES.withHolidays(Set.of(monday, friday)).version())
        .isNotEqualTo(RULES.version());
    assertThat(RULES.version()).matches("[0-9a-f]{16}");
  }

  @Test
  void an_exception_is_as_urgent_as_the_worse_of_its_amount_and_its_age() {
    var small = new Book().transfer("L1", "x", 100).run().exceptions().getFirst();
    var large = new Book().transfer("L1", "x", 50_000).run().exceptions().getFirst();

    assertThat(RULES.severity(small, 0)).isEqualTo(Severity.LOW);
    assertThat(RULES.severity(small, 5)).isEqualTo(Severity.MEDIUM);
    assertThat(RULES.severity(small, 50)).isEqualTo(Severity.CRITICAL);
    assertThat(RULES.severity(large, 0)).isEqualTo(Severity.HIGH);
  }

  @Test
  void nothing_is_small_in_a_currency_that_the_rules_do_not_know() {
    var rules =
        new MatchingRules(
            new TreeMap<>(), 5, 1, 30, 5, 600, 300, 5, RULES.groupSearch(), RULES.holidays());

    assertThat(new Book().paid("F1", 10_000).payment("L1", "F1", 9_999).run(rules).kinds())
        .containsExactly(ExceptionKind.AMOUNT_SHORT);
    assertThatThrownBy(() -> new Limits(5, 4, 3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GroupSearch(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
