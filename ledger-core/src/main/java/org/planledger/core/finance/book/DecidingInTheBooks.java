package org.planledger.core.finance.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.planledger.core.finance.book.FinanceCommand.AssignExceptions;
import org.planledger.core.finance.book.FinanceCommand.ClosePeriod;
import org.planledger.core.finance.book.FinanceCommand.MatchByHand;
import org.planledger.core.finance.book.FinanceCommand.NoteException;
import org.planledger.core.finance.book.FinanceCommand.PendException;
import org.planledger.core.finance.book.FinanceCommand.ReopenException;
import org.planledger.core.finance.book.FinanceCommand.ReopenPeriod;
import org.planledger.core.finance.book.FinanceCommand.ResolveException;
import org.planledger.core.finance.book.FinanceCommand.WithdrawMatch;
import org.planledger.core.finance.book.FinanceCommand.WithdrawWriteOff;
import org.planledger.core.finance.book.FinanceCommand.WriteOffFee;
import org.planledger.core.finance.book.FinanceEvent.ExceptionNoted;
import org.planledger.core.finance.book.FinanceEvent.ExceptionPended;
import org.planledger.core.finance.book.FinanceEvent.ExceptionReopened;
import org.planledger.core.finance.book.FinanceEvent.ExceptionResolved;
import org.planledger.core.finance.book.FinanceEvent.ExceptionsAssigned;
import org.planledger.core.finance.book.FinanceEvent.FeeWrittenOff;
import org.planledger.core.finance.book.FinanceEvent.MatchWithdrawn;
import org.planledger.core.finance.book.FinanceEvent.MatchedByHand;
import org.planledger.core.finance.book.FinanceEvent.PeriodClosed;
import org.planledger.core.finance.book.FinanceEvent.PeriodReopened;
import org.planledger.core.finance.book.FinanceEvent.WriteOffWithdrawn;
import org.planledger.core.finance.book.Verdict.Objection;
import org.planledger.core.terms.Money;

/// Decides what is done in the books. It collects every ground before it concludes.
public final class DecidingInTheBooks {

  private final FinanceBook book;
  private final Known known;
  private final Limits limits;
  private final List<Objection> objections = new ArrayList<>();

  private DecidingInTheBooks(FinanceBook book, Known known, Limits limits) {
    this.book = book;
    this.known = known;
    this.limits = limits;
  }

  /// What is to come of a command. It has no effect.
  public static Verdict decide(
      FinanceBook book, Known known, Limits limits, FinanceCommand command) {
    return new DecidingInTheBooks(book, known, limits).decide(command);
  }

  private Verdict decide(FinanceCommand command) {
    var event =
        switch (command) {
          case MatchByHand match -> match(match);
          case WithdrawMatch withdraw -> withdraw(withdraw);
          case WriteOffFee writeOff -> writeOff(writeOff);
          case WithdrawWriteOff withdraw -> withdraw(withdraw);
          case AssignExceptions(var exceptions, var owner) -> {
            exceptions.forEach(id -> requireOpen(id, "exceptions"));
            yield Optional.<FinanceEvent>of(new ExceptionsAssigned(exceptions, owner));
          }
          case PendException(var id, var waitsFor) -> {
            requireOpen(id, "exceptionId");
            yield Optional.<FinanceEvent>of(new ExceptionPended(id, waitsFor));
          }
          case ResolveException(var id, var reason) -> {
            requireOpen(id, "exceptionId");
            yield Optional.<FinanceEvent>of(new ExceptionResolved(id, reason));
          }
          case ReopenException(var id, var reason) -> {
            require(!book.handling(id).isOpen(), FinanceGround.EXCEPTION_NOT_CLOSED, "exceptionId");
            yield Optional.<FinanceEvent>of(new ExceptionReopened(id, reason));
          }
          case NoteException(var id, var text) ->
              Optional.<FinanceEvent>of(new ExceptionNoted(id, text));
          case ClosePeriod close -> close(close);
          case ReopenPeriod reopen -> reopen(reopen);
        };
    return event
        .filter(_ -> objections.isEmpty())
        .<Verdict>map(Verdict.Accepted::new)
        .orElseGet(() -> new Verdict.Refused(objections));
  }

  /// Money that goes back leaves the payment of its fee as it is. Money that comes may be of
  /// another currency than the fees: whoever matches it agrees with the rate.
  private Optional<FinanceEvent> match(MatchByHand command) {
    var amount = sum(known.lines().values().stream().map(Known.Item::amount).toList());
    var fees = sum(known.fees().values().stream().map(Known.Item::amount).toList());
    boolean goesBack = amount.filter(money -> money.minor() <= 0).isPresent();
    if (!goesBack) {
      requireUnmatched(known.fees(), "fees");
    }
    requireUnmatched(known.lines(), "lines");
    requireOpenPeriod();
    boolean alike =
        amount.isPresent()
            && fees.isPresent()
            && (!goesBack || amount.get().currency().equals(fees.get().currency()));
    require(alike, FinanceGround.CURRENCIES_DIFFER, "lines");
    amount.ifPresent(money -> requireSecondPerson(money, command.actor(), command.approvedBy()));
    return amount.map(
        money ->
            new MatchedByHand(
                "hand-" + (book.last() + 1),
                known.period(),
                List.copyOf(new TreeSet<>(command.fees())),
                List.copyOf(new TreeSet<>(command.lines())),
                money,
                command.remainder(),
                command.reason(),
                command.approvedBy()));
  }

  private Optional<FinanceEvent> withdraw(WithdrawMatch command) {
    return known
        .match()
        .map(
            match -> {
              require(!book.isWithdrawn(match.matchId()), FinanceGround.MATCH_WITHDRAWN, "matchId");
              require(
                  !book.period(match.period()).isClosed(),
                  FinanceGround.MATCH_OF_A_CLOSED_PERIOD,
                  "matchId");
              requireSecondPerson(match.amount(), command.actor(), command.approvedBy());
              return new MatchWithdrawn(
                  match.matchId(),
                  match.period(),
                  match.fees(),
                  match.lines(),
                  command.reason(),
                  command.approvedBy());
            });
  }

  private Optional<FinanceEvent> writeOff(WriteOffFee command) {
    requireOpenPeriod();
    var fee = known.fees().get(command.feeId());
    if (fee == null) {
      throw new IllegalArgumentException("nothing is known of the fee " + command.feeId());
    }
    require(
        fee.matchedBy().isEmpty() && fee.amount().minor() > 0, FinanceGround.NOTHING_OPEN, "feeId");
    requireSecondPerson(fee.amount(), command.actor(), command.approvedBy());
    return Optional.of(
        new FeeWrittenOff(
            command.feeId(),
            known.period(),
            fee.amount(),
            fee.chargedBack(),
            command.reason(),
            command.approvedBy()));
  }

  /// Also of a month that is closed: it is taken back in the month that is open.
  private Optional<FinanceEvent> withdraw(WithdrawWriteOff command) {
    requireOpenPeriod();
    var given = book.writeOff(command.feeId());
    require(given.isPresent(), FinanceGround.NOT_WRITTEN_OFF, "feeId");
    return given.map(
        act -> {
          requireSecondPerson(act.event().amount(), command.actor(), command.approvedBy());
          return new WriteOffWithdrawn(
              command.feeId(),
              act.number(),
              known.period(),
              act.event().amount(),
              command.reason(),
              command.approvedBy());
        });
  }

  private Optional<FinanceEvent> close(ClosePeriod command) {
    var state = book.period(command.period());
    require(!state.isClosed(), FinanceGround.PERIOD_CLOSED, "period");
    require(
        command.today().isAfter(command.period().atEndOfMonth()),
        FinanceGround.PERIOD_NOT_OVER,
        "period");
    book.periods().stream()
        .filter(other -> other.period().isBefore(command.period()) && !other.isClosed())
        .forEach(
            other ->
                objections.add(
                    new Objection(
                        FinanceGround.EARLIER_PERIOD_OPEN, "period", other.period().toString())));
    var run =
        state.run().filter(made -> made.inputs().acts() == book.lastAct()).filter(book::follows);
    require(run.isPresent(), FinanceGround.RUN_NEEDED, "period");
    require(
        command.carryingOver() || known.exceptions() == 0,
        FinanceGround.EXCEPTIONS_OPEN,
        "carryingOver");
    return run.map(
        made ->
            new PeriodClosed(
                command.period(), made.run(), made.inputs(), made.report(), known.exceptions()));
  }

  private Optional<FinanceEvent> reopen(ReopenPeriod command) {
    require(book.period(command.period()).isClosed(), FinanceGround.PERIOD_NOT_CLOSED, "period");
    require(
        book.periods().stream()
            .noneMatch(other -> other.isClosed() && other.period().isAfter(command.period())),
        FinanceGround.LATER_PERIOD_CLOSED,
        "period");
    require(!command.approvedBy().equals(command.actor()), FinanceGround.SAME_PERSON, "approvedBy");
    return Optional.of(
        new PeriodReopened(command.period(), command.reason(), command.approvedBy()));
  }

  private void requireOpen(String exceptionId, String about) {
    if (!book.handling(exceptionId).isOpen()) {
      objections.add(new Objection(FinanceGround.EXCEPTION_CLOSED, about, exceptionId));
    }
  }

  private void requireUnmatched(Map<String, Known.Item> items, String about) {
    items.forEach(
        (id, item) -> {
          if (item.matchedBy().isPresent()) {
            objections.add(new Objection(FinanceGround.ALREADY_MATCHED, about, id));
          }
        });
  }

  private void requireOpenPeriod() {
    require(!book.period(known.period()).isClosed(), FinanceGround.PERIOD_CLOSED, "period");
  }

  private void requireSecondPerson(Money amount, String actor, Optional<String> approvedBy) {
    require(
        approvedBy.isPresent() || !limits.isAbove(amount),
        FinanceGround.SECOND_PERSON_NEEDED,
        "approvedBy");
    require(approvedBy.filter(actor::equals).isEmpty(), FinanceGround.SAME_PERSON, "approvedBy");
  }

  /// None if they are of several currencies.
  private static Optional<Money> sum(List<Money> amounts) {
    if (amounts.stream().map(Money::currency).distinct().count() != 1) {
      return Optional.empty();
    }
    return amounts.stream().reduce(Money::plus);
  }

  private void require(boolean holds, FinanceGround ground, String about) {
    if (!holds) {
      objections.add(new Objection(ground, about, ""));
    }
  }
}
