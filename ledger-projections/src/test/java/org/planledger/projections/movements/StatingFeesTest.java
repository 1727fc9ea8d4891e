package org.planledger.projections.movements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.GivenUp;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.planledger.projections.movements.MovementsQueries.StatementOf;
import org.planledger.projections.movements.StatementView.Flow;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Statements are what movements come to, together with what was given up: by chance, on a ledger
/// that was written by chance, against the same sums made here.
@OnEachFollowedLedger
class StatingFeesTest {

  /// The seed of positions and of what is given up; a failure is repeated by setting it.
  private static final String SEED = "planledger.seed";

  private static final int GIVEN_UP = 60;

  private final long seed = Long.getLong(SEED, System.nanoTime());
  private final Random random = new Random(seed);
  private final MovementsQueries queries;
  private final long head;
  private final List<FeeMovement> movements;
  private final List<GivenUp> givenUp;

  StatingFeesTest(FollowedLedger followed) {
    head = followed.ledger().head();
    queries = new MovementsQueries(JdbcClient.create(followed.jdbc()), () -> head);
    movements = queries.all(Span.upTo(head)).toList();
    givenUp = givenUp();
  }

  @BeforeEach
  void tell_the_seed() {
    System.out.println("seed " + seed);
  }

  /// Something of fees is given up on some later day, and mostly waited for again.
  private List<GivenUp> givenUp() {
    var quotes = movements.stream().filter(each -> each.kind() == MovementKind.QUOTED).toList();
    var all = new ArrayList<GivenUp>();
    for (int i = 0; i < GIVEN_UP; i++) {
      var quote = quotes.get(random.nextInt(quotes.size()));
      long minor = random.nextLong(1, quote.amount().minor() + 2);
      var off = act(quote, quote.position(), quote.postedOn(), minor);
      all.add(off);
      if (random.nextInt(3) > 0) {
        all.add(act(quote, off.position(), off.postedOn(), -minor));
      }
    }
    return all;
  }

  private GivenUp act(FeeMovement quote, long after, LocalDate from, long minor) {
    var day = from.plusDays(random.nextInt(70));
    return new GivenUp(
        quote, random.nextLong(after, head + 2), YearMonth.from(day).toString(), day, minor);
  }

  @Test
  void statements_of_any_kind_come_to_the_same_and_one_opens_with_what_closed_the_one_before() {
    for (long position : positions()) {
      for (var by : StatementBy.values()) {
        var as = "by %s at %d, seed %d".formatted(by, position, seed);
        var before = statements(StatementOf.of(by, Span.upTo(position)), 1000);
        var after = statements(StatementOf.of(by, new Span(position, head)), 1000);
        if (by != StatementBy.MONTH) {
          assertThat(closing(before)).as(as).isEqualTo(receivables(position));
          assertThat(opening(after)).as(as).isEqualTo(receivables(position));
          assertThat(closing(after)).as(as).isEqualTo(receivables(head));
        }
        assertThat(statements(StatementOf.of(by, new Span(position, head)), 3))
            .as(as)
            .isEqualTo(after);
      }
    }
  }

  @Test
  void the_last_month_closes_with_what_customers_owe() {
    for (long position : positions()) {
      var months = statements(StatementOf.of(StatementBy.MONTH, Span.upTo(position)), 1000);
      var last = months.isEmpty() ? months : List.of(months.getLast());
      assertThat(closing(last))
          .as("at %d, seed %d", position, seed)
          .isEqualTo(receivables(position));
    }
  }

  @Test
  void a_statement_is_what_movements_and_write_offs_of_its_key_come_to() {
    for (var by : StatementBy.values()) {
      for (var of : asked(by)) {
        assertThat(flows(statements(of, 7)))
            .as("%s, seed %d", of, seed)
            .isEqualTo(flows(facts(of).filter(fact -> !fact.isEarly(of)), by));
      }
    }
  }

  @Test
  void what_a_statement_opens_with_is_what_came_before() {
    for (var by : List.of(StatementBy.PLAN, StatementBy.CENTRE)) {
      for (var of : asked(by)) {
        var early = new TreeMap<String, Long>();
        flows(facts(of).filter(fact -> fact.isEarly(of)), by)
            .forEach((key, flow) -> early.put(key, flow.owedMinor()));
        var opening = new TreeMap<String, Long>();
        statements(of, 1000)
            .forEach(
                statement ->
                    statement
                        .lines()
                        .forEach(
                            line ->
                                opening.put(
                                    statement.key() + line.currency(), line.openingMinor())));
        early.values().removeIf(minor -> minor == 0);
        opening.values().removeIf(minor -> minor == 0);
        assertThat(opening).as("%s, seed %d", of, seed).isEqualTo(early);
      }
    }
  }

  @Test
  void a_month_in_which_something_was_only_given_up_has_a_statement() {
    var quote = movements.getFirst();
    var off = new GivenUp(quote, head, "2099-01", LocalDate.of(2099, 1, 31), 700);
    var months =
        all(
            1,
            page ->
                queries.statements(
                    StatementOf.of(StatementBy.MONTH, Span.upTo(head)), List.of(off), page));
    var last = months.getLast();
    assertThat(last.key()).isEqualTo("2099-01");
    assertThat(last.lines())
        .filteredOn(line -> line.currency().equals(quote.amount().currency()))
        .extracting(line -> line.flow().writtenOffMinor(), line -> line.flow().quotedMinor())
        .containsExactly(tuple(700L, 0L));
  }

  /// What is asked for: all, from a day or position, up to one, of one region, centre or currency.
  private List<StatementOf> asked(StatementBy by) {
    var all = StatementOf.of(by, Span.upTo(head));
    var some = movements.get(random.nextInt(movements.size()));
    var from = Optional.of(some.postedOn());
    var to = Optional.of(movements.getLast().postedOn());
    var span = new Span(some.position(), head - 1);
    return List.of(
        all,
        StatementOf.of(by, span),
        with(all, from, Optional.empty()),
        with(all, Optional.empty(), to),
        with(StatementOf.of(by, span), from, to),
        new StatementOf(
            by,
            Optional.empty(),
            Optional.empty(),
            span,
            Optional.of(some.amount().currency()),
            Optional.of(some.region()),
            Optional.of(some.centreId())));
  }

  private static StatementOf with(
      StatementOf of, Optional<LocalDate> from, Optional<LocalDate> to) {
    return new StatementOf(of.by(), from, to, of.span(), of.currency(), of.region(), of.centreId());
  }

  private List<StatementView> statements(StatementOf of, int rows) {
    return all(rows, page -> queries.statements(of, givenUp, page));
  }

  private static List<StatementView> all(
      int rows, Function<PageRequest, Page<StatementView>> list) {
    var page = list.apply(PageRequest.first(rows));
    var all = new ArrayList<>(page.rows());
    while (page.after().isPresent()) {
      page = list.apply(new PageRequest(page.after(), rows));
      all.addAll(page.rows());
    }
    return all;
  }

  /// A movement or something that was given up, as far as a statement looks at it.
  private record Fact(
      long position,
      LocalDate postedOn,
      String plan,
      String theCase,
      RegionCode region,
      String centre,
      String month,
      Currency currency,
      Flow flow) {

    static Fact of(FeeMovement movement, long position, LocalDate day, String month, Flow flow) {
      return new Fact(
          position,
          day,
          movement.planId().toString(),
          movement.caseId().toString(),
          movement.region(),
          movement.centreId(),
          month,
          movement.amount().currency(),
          flow);
    }

    String key(StatementBy by) {
      return switch (by) {
            case PLAN -> plan;
            case CASE -> theCase;
            case REGION -> region.code();
            case CENTRE -> centre;
            case MONTH -> month;
          }
          + currency;
    }

    boolean isAskedFor(StatementOf of) {
      return position <= of.span().upTo()
          && of.to().map(postedOn::isBefore).orElse(true)
          && of.currency().map(currency::equals).orElse(true)
          && of.region().map(region::equals).orElse(true)
          && of.centreId().map(centre::equals).orElse(true);
    }

    boolean isEarly(StatementOf of) {
      return position <= of.span().after() || of.from().map(postedOn::isBefore).orElse(false);
    }
  }

  private Stream<Fact> facts(StatementOf of) {
    return Stream.concat(
            movements.stream()
                .map(
                    each ->
                        Fact.of(
                            each,
                            each.position(),
                            each.postedOn(),
                            each.postedMonth(),
                            Flow.of(each.kind(), each.amount().minor()))),
            givenUp.stream()
                .map(
                    each ->
                        Fact.of(
                            each.quote(),
                            each.position(),
                            each.postedOn(),
                            each.postedMonth(),
                            Flow.writtenOff(each.minor()))))
        .filter(fact -> fact.isAskedFor(of));
  }

  private static Map<String, Flow> flows(Stream<Fact> facts, StatementBy by) {
    var flows = new TreeMap<String, Flow>();
    facts.forEach(fact -> flows.merge(fact.key(by), fact.flow(), Flow::plus));
    flows.values().removeIf(Flow.nothing()::equals);
    return flows;
  }

  private static Map<String, Flow> flows(List<StatementView> statements) {
    var flows = new TreeMap<String, Flow>();
    statements.forEach(
        statement ->
            statement
                .lines()
                .forEach(line -> flows.put(statement.key() + line.currency(), line.flow())));
    flows.values().removeIf(Flow.nothing()::equals);
    return flows;
  }

  private static Map<Currency, Long> closing(List<StatementView> statements) {
    return sums(statements, StatementView.Line::closingMinor);
  }

  private static Map<Currency, Long> opening(List<StatementView> statements) {
    return sums(statements, StatementView.Line::openingMinor);
  }

  private static Map<Currency, Long> sums(
      List<StatementView> statements, ToLongFunction<StatementView.Line> minor) {
    var sums = new HashMap<Currency, Long>();
    statements.stream()
        .flatMap(statement -> statement.lines().stream())
        .forEach(line -> sums.merge(line.currency(), minor.applyAsLong(line), Long::sum));
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  /// What the account says, by what was posted to it.
  private Map<Currency, Long> receivables(long position) {
    var sums = new HashMap<Currency, Long>();
    queries.trialBalance(Span.upTo(position)).lines().stream()
        .filter(line -> line.account() == Account.RECEIVABLES)
        .forEach(line -> sums.put(line.currency(), line.balanceMinor()));
    givenUp.stream()
        .filter(each -> each.position() <= position)
        .forEach(each -> sums.merge(each.currency(), -each.minor(), Long::sum));
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  private List<Long> positions() {
    return LongStream.concat(LongStream.of(1, head), random.longs(6, 1, head + 1)).boxed().toList();
  }
}
