package org.planledger.projections.movements;

import static org.planledger.projections.movements.MovementsTables.MOVEMENTS;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.GivenUp;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.finance.accounts.TrialBalance;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.page.Listing;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.ViewPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks what happened to fees and what it comes to. Rows are added and never changed, so every
/// answer about a span of positions stays the same for ever.
public final class MovementsQueries {

  /// Which movements: all that is left out does not matter.
  ///
  /// @param feeId the id of the fee
  public record Filter(
      Optional<String> feeId,
      Optional<PlanId> plan,
      Optional<CaseId> theCase,
      Optional<MovementKind> kind,
      Optional<Currency> currency) {

    public static Filter any() {
      return new Filter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /// A span of positions of the ledger, such as a period from one close to the next.
  ///
  /// @param after the position after which it begins; 0 for the beginning of the ledger
  /// @param upTo its last position
  public record Span(long after, long upTo) {

    public Span {
      if (after < 0) {
        throw new IllegalArgumentException("positions begin with 1, not after " + after);
      }
    }

    /// Everything up to a position.
    public static Span upTo(long position) {
      return new Span(0, position);
    }
  }

  /// For what a statement is made, and how far it goes. What was posted before the first day, or
  /// lies before the span, is what it opens with.
  ///
  /// @param from the first day on which something was posted; none for the first of all
  /// @param to the day after the last; none if the span alone says where it ends
  public record StatementOf(
      StatementBy by,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Span span,
      Optional<Currency> currency,
      Optional<RegionCode> region,
      Optional<String> centreId) {

    /// Of everything in a span.
    static StatementOf of(StatementBy by, Span span) {
      return new StatementOf(
          by,
          Optional.empty(),
          Optional.empty(),
          span,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  private static final Pattern MOVEMENT_ID = Pattern.compile("([1-9]\\d{0,17})\\.([1-9]\\d{0,8})");

  static final Order<MovementRow> BY_POSITION =
      Order.<MovementRow>by()
          .number("position", MovementRow::position)
          .number("number", row -> (long) row.movement().number());

  private final JdbcClient jdbc;
  private final ViewPosition position;

  public MovementsQueries(JdbcClient jdbc, ViewPosition position) {
    this.jdbc = jdbc;
    this.position = position;
  }

  /// How far the answers go.
  public ViewPosition position() {
    return position;
  }

  /// The movement of that id, if there is one.
  public Optional<FeeMovement> find(String movementId) {
    var named = MOVEMENT_ID.matcher(movementId);
    return named.matches()
        ? listing()
            .where("position = ?", Long.valueOf(named.group(1)))
            .where("number = ?", Integer.valueOf(named.group(2)))
            .all(jdbc)
            .stream()
            .map(MovementRow::movement)
            .findFirst()
        : Optional.empty();
  }

  /// All that happened to one fee, oldest first.
  public List<FeeMovement> ofFee(String feeId) {
    return movements(listing().where("fee_id = ?", feeId));
  }

  /// All that happened to the fees of one plan, oldest first.
  public List<FeeMovement> ofPlan(PlanId plan) {
    return movements(listing().where("plan_id = ?", plan.value()));
  }

  /// Movements of all fees, oldest first.
  public Page<FeeMovement> list(Filter filter, Span span, PageRequest page) {
    var found =
        listing()
            .where("position > ?", span.after())
            .where("position <= ?", span.upTo())
            .whereIf("fee_id = ?", filter.feeId())
            .whereIf("plan_id = ?", filter.plan().map(PlanId::value))
            .whereIf("case_id = ?", filter.theCase().map(CaseId::value))
            .whereIf("kind = ?", filter.kind())
            .whereIf("currency = ?", filter.currency().map(Currency::getCurrencyCode))
            .page(jdbc, page);
    return new Page<>(found.rows().stream().map(MovementRow::movement).toList(), found.after());
  }

  /// Every movement of a span, oldest first. It is read as the stream is consumed, and nothing is
  /// held open in the meantime.
  public Stream<FeeMovement> all(Span span) {
    return MovementPages.byPosition(jdbc, span);
  }

  /// Every fee of which anything happened in a span, in the order in which they were quoted, with
  /// its movements in the span. It is read as the stream is consumed.
  public Stream<FeeMovementsView> fees(Span span) {
    return MovementPages.byFee(jdbc, 0, span);
  }

  /// Every fee that was quoted after a position and up to another one, in the order in which they
  /// were quoted, with its movements up to the latter. It is read as the stream is consumed.
  public Stream<FeeMovementsView> feesQuoted(Span span) {
    return MovementPages.byFee(jdbc, span.after(), Span.upTo(span.upTo()));
  }

  /// The fees that were quoted before a span, as they are at its end.
  public EarlierFeesQueries earlierFees(Span span) {
    return new EarlierFeesQueries(jdbc, span.after(), span.upTo());
  }

  /// What all movements of a span come to, account by account.
  public TrialBalance trialBalance(Span span) {
    var balance = new TrialBalance();
    jdbc.sql(
            """
            select currency, kind, cast(sum(amount_minor) as bigint) as sum_minor from movements_1
            where position > ? and position <= ? group by currency, kind
            """)
        .params(span.after(), span.upTo())
        .query(
            (result, _) -> {
              var cells = new Cells(result);
              return new KindSum(
                  cells.constant("kind", MovementKind.class),
                  Money.of(cells.number("sum_minor"), cells.text("currency")));
            })
        .list()
        .forEach(sum -> balance.add(sum.kind(), sum.money()));
    return balance;
  }

  /// Statements, by their keys; those of months by month.
  ///
  /// @param givenUp all that was given up to the end of the span
  public Page<StatementView> statements(StatementOf of, List<GivenUp> givenUp, PageRequest page) {
    return new Statements(jdbc, of, givenUp).page(page);
  }

  private record KindSum(MovementKind kind, Money money) {}

  private List<FeeMovement> movements(Listing<MovementRow> listing) {
    return listing.all(jdbc).stream().map(MovementRow::movement).toList();
  }

  private static Listing<MovementRow> listing() {
    return new Listing<>(
        "select " + MOVEMENTS.columnNames() + " from " + MOVEMENTS.name(),
        MOVEMENTS::read,
        BY_POSITION);
  }
}
