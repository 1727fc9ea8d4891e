package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.List;
import org.planledger.core.finance.settlement.LineType;

/// Pass 4, as far as payouts are concerned: what the lines of a payout or batch come to is what the
/// processor says that it sends, and what arrives at the bank.
final class Payouts {

  private static final int AWAITED_WITHOUT_BANK_WORKING_DAYS = 45;

  private final Run run;
  private final PayoutBook book;

  Payouts(Run run) {
    this.run = run;
    this.book = new PayoutBook(run);
  }

  /// Adds up all payouts.
  ///
  /// @param open those that earlier months have handed on
  void collect(List<OpenPayout> open) {
    book.collect(open);
  }

  /// Bank lines that name a payout and bring what it comes to.
  void matchBank() {
    var bank = new IntRow();
    for (int line = 0; line < run.lines.size(); line++) {
      var type = run.lines.type(line);
      if (run.isLineFree(line)
          && (type == LineType.BANK_CREDIT || type == LineType.BANK_DEBIT)
          && run.lines.hitCount(line) > 0) {
        bank.add(line);
      }
    }
    bank.sort(run.lines::compareByDay);
    for (int i = 0; i < bank.size(); i++) {
      matchBank(bank.get(i));
    }
  }

  private void matchBank(int line) {
    for (int i = 0; i < run.lines.hitCount(line); i++) {
      long hit = run.lines.hit(line, i);
      if (References.kind(hit) != SignalKind.PAYOUT_ID) {
        continue;
      }
      for (var payout : book.named(References.value(hit))) {
        if (isFor(payout, line) && payout.total(run.lines) == run.lines.net(line)) {
          take(payout, line);
          return;
        }
      }
    }
  }

  private boolean isFor(Payout payout, int line) {
    int days = run.days.between(payout.day, run.lines.bookedOn(line));
    return !payout.arrived
        && payout.key.currency() == run.lines.netCurrency(line)
        && days >= -run.rules.earlyDays()
        && days <= run.rules.payoutDays();
  }

  private void take(Payout payout, int line) {
    payout.arrived = true;
    String id = run.texts.text(payout.key.text());
    long total = payout.total(run.lines);
    int currency = payout.key.currency();
    var all = new IntRow();
    for (int i = 0; i < payout.sent.size(); i++) {
      if (run.isLineFree(payout.sent.get(i)) && payout.isWhole(run.lines)) {
        all.add(payout.sent.get(i));
      }
    }
    all.add(line);
    run.tell(
        new MatchDraft(
                MatchRule.PAYOUT, MatchState.GROUPED, new int[0], all.toArray(), total, currency)
            .signal(SignalKind.PAYOUT_ID, "The text has the id of the payout or batch, " + id + ".")
            .signal(
                SignalKind.AMOUNT_IN_SUM,
                Words.count(payout.lines, "line comes", "lines come")
                    + " to "
                    + run.words(total, currency)
                    + ".")
            .signal(SignalKind.DATE, "Sent by " + Words.day(payout.day) + ".")
            .group(payout.name(run.texts))
            .because(
                "The payout or batch "
                    + id
                    + " has arrived at the bank: "
                    + run.words(total, currency)
                    + "."),
        LineFate.EXPLAINED);
  }

  /// Payouts that do not add up, or never arrived; all others are explained.
  void conclude() {
    for (var payout : book.inOrder()) {
      concludeSent(payout);
      if (isMissing(payout)) {
        tellMissing(payout);
      }
    }
    for (int rank = 0; rank < run.lines.size(); rank++) {
      int line = run.lines.at(rank);
      if (run.isLineFree(line)) {
        switch (run.lines.type(line)) {
          case PAYOUT, PROCESSOR_COST -> run.settleLine(line, LineFate.EXPLAINED);
          case OTHER -> run.settleLine(line, LineFate.ASIDE);
          case PAYMENT, REFUND, CHARGEBACK, CHARGEBACK_REVERSED, BANK_CREDIT, BANK_DEBIT -> {}
        }
      }
    }
  }

  private void concludeSent(Payout payout) {
    if (!payout.isOff(run.lines)) {
      return;
    }
    var open = new IntRow();
    long sent = 0;
    for (int i = 0; i < payout.sent.size(); i++) {
      sent = Sums.add(sent, Sums.size(run.lines.net(payout.sent.get(i))));
      if (run.isLineFree(payout.sent.get(i))) {
        open.add(payout.sent.get(i));
      }
    }
    if (open.size() == 0) {
      return;
    }
    long left = Sums.subtract(Sums.size(payout.sum), sent);
    int currency = payout.key.currency();
    run.tellOfLines(
        new Trouble(
                left > 0 ? ExceptionKind.AMOUNT_SHORT : ExceptionKind.AMOUNT_OVER,
                Trouble.NO_FEE,
                open.toArray(),
                left,
                currency,
                payout.day)
            .about("payout " + run.texts.text(payout.key.text()))
            .because(
                "The processor sends "
                    + run.words(sent, currency)
                    + " as "
                    + run.texts.text(payout.key.text())
                    + ", and its lines come to "
                    + run.words(payout.sum, currency)
                    + ".")
            .next("Import the whole settlement of this payout, or ask the processor."));
  }

  private boolean isMissing(Payout payout) {
    return !payout.arrived
        && payout.total(run.lines) != 0
        && book.hasBank(payout.key.currency())
        && run.days.between(payout.day, run.asOf) > run.rules.payoutDays();
  }

  private void tellMissing(Payout payout) {
    String id = run.texts.text(payout.key.text());
    int line = payout.sent.size() > 0 ? payout.sent.get(0) : run.lines.find(payout.first());
    run.tell(
        new Trouble(
                ExceptionKind.MISSING_PAYMENT,
                Trouble.NO_FEE,
                line < 0 ? new int[0] : new int[] {line},
                payout.total(run.lines),
                payout.key.currency(),
                payout.day)
            .about("payout " + id + " at the bank, line " + payout.first().hex())
            .because(
                "The payout or batch "
                    + id
                    + " of "
                    + run.words(payout.total(run.lines), payout.key.currency())
                    + " has not been found in any bank statement.")
            .next("Import the bank statement of these days, or ask the processor."));
  }

  /// Tells those that the next month has to go on with: what does not add up, and what has not
  /// arrived. If no bank has told anything of their currency, they are waited for no longer than
  /// some weeks, as nobody may ever import a statement.
  void handOn(Findings findings) {
    for (var payout : book.inOrder()) {
      boolean isAwaited =
          !payout.arrived
              && payout.total(run.lines) != 0
              && (book.hasBank(payout.key.currency())
                  || run.days.between(payout.day, run.asOf) <= AWAITED_WITHOUT_BANK_WORKING_DAYS);
      if (isAwaited || payout.isOff(run.lines)) {
        findings.payout(payout.handedOn(run));
      }
    }
  }

  /// A payout of this very amount that a bank line in its days does not name; for a person to see.
  List<Candidate> likely(int line) {
    List<Candidate> found = new ArrayList<>();
    if (run.lines.type(line) != LineType.BANK_CREDIT) {
      return found;
    }
    for (var payout : book.of(run.lines.net(line), run.lines.netCurrency(line))) {
      if (!isFor(payout, line) || found.size() == run.rules.candidates()) {
        continue;
      }
      found.add(
          new Candidate(
              List.of(),
              List.of(payout.first()),
              SignalKind.AMOUNT_IN_SUM.weight() + SignalKind.DATE.weight(),
              "The payout or batch "
                  + run.texts.text(payout.key.text())
                  + " has this amount, but the text does not name it."));
    }
    return found;
  }
}
