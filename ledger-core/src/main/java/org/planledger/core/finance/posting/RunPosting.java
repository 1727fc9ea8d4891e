package org.planledger.core.finance.posting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.JournalLine.About;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.RemainderAccount;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;

/// What a run of a month is in the accounts. Each line is posted once, against the account on which
/// money waits that nobody has explained; each match takes it from there to its fees.
///
/// @param run its number
public record RunPosting(long run, Posting posting) {

  /// What a line is.
  ///
  /// @param file the number of its file
  /// @param before how a closed month has left it; none if it comes for the first time
  /// @param now how this run has left it
  public List<JournalEntry> line(
      int file, SettlementLine line, Optional<LineStanding> before, LineStanding now) {
    if (before.filter(then -> stays(line.type(), then, now)).isPresent()) {
      return List.of();
    }
    var from = before.flatMap(then -> then.left(line.type()));
    var to = now.entered(line.type());
    if (from.equals(to)) {
      return List.of();
    }
    var legs = new Legs();
    var about = About.nothing().from(line.key().hex());
    if (from.isPresent() && to.isPresent()) {
      legs.add(from.get(), line.gross(), about)
          .add(to.get(), -line.gross().minor(), line.gross().currency(), about);
    } else {
      whole(legs, line, to.or(() -> from).orElseThrow(), to.isPresent() ? 1 : -1, about);
    }
    return legs.entries(
        "run-%d-line-%d-%d".formatted(run, file, line.number()),
        posting,
        text(file, line, from, to));
  }

  /// What a closed month has settled, and a payout that has arrived, are not posted again.
  private static boolean stays(LineType type, LineStanding before, LineStanding now) {
    return before == LineStanding.SETTLED
        || (before.isArrivedPayout(type) && now.isArrivedPayout(type));
  }

  /// Gross and net of one currency differ by what was kept; of two, the fee was kept of the net.
  private static void whole(
      Legs legs, SettlementLine line, Account counterpart, int sign, About about) {
    var gross = line.gross();
    var net = line.net();
    boolean isOne = gross.currency().equals(net.currency());
    long kept = isOne ? Math.subtractExact(gross.minor(), net.minor()) : line.feeMinor();
    var holder = LineStanding.isOfBank(line.type()) ? Account.BANK : Account.PROCESSOR_BALANCE;
    legs.add(holder, sign * net.minor(), net.currency(), about)
        .add(Account.PROCESSOR_COSTS, sign * kept, net.currency(), about)
        .add(counterpart, -sign * gross.minor(), gross.currency(), about);
  }

  private static String text(
      int file, SettlementLine line, Optional<Account> from, Optional<Account> to) {
    var what =
        "file %d, line %d: %s"
            .formatted(
                file, line.number(), line.type().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (from.isEmpty()) {
      return what;
    }
    return what + (to.isPresent() ? ", now seen otherwise" : ", told twice after all");
  }

  /// What a match is.
  public List<JournalEntry> match(Match match) {
    return legs(match, 1)
        .entries(id(match.matchId()), posting, "settled by rule " + match.ruleId());
  }

  /// What takes back a match of a closed month with too little or too much, so that this run looks
  /// at it anew.
  public List<JournalEntry> undone(Match match) {
    return legs(match, -1)
        .entries(
            id("undone-" + match.matchId()),
            posting,
            "looked at anew: rule %s of a month before".formatted(match.ruleId()));
  }

  private String id(String of) {
    return "run-" + run + "-" + of;
  }

  private static Legs legs(Match match, int sign) {
    return match.feeIds().isEmpty() ? payout(match, sign) : fees(match, sign);
  }

  /// A payout at the bank. If its line and what the processor has sent differ, the bank has kept
  /// something of it.
  private static Legs payout(Match match, int sign) {
    int last = match.lines().size() - 1;
    var about = About.nothing().from(match.lines().get(last).hex());
    var arrived = match.brought().get(last);
    var legs =
        new Legs()
            .add(Account.UNALLOCATED, sign * arrived.minor(), arrived.currency(), about)
            .add(
                last > 0 ? Account.PAYOUTS_IN_TRANSIT : Account.PROCESSOR_BALANCE,
                -sign * match.matched().minor(),
                match.matched().currency(),
                about);
    if (!match.isConverted()) {
      long kept = Math.subtractExact(arrived.minor(), match.matched().minor());
      legs.add(Account.PROCESSOR_COSTS, -sign * kept, arrived.currency(), about);
    }
    return legs;
  }

  /// The money of the lines, and what is left of it where it was explained, settle the fees. A fee
  /// whose payment the ledger has not recorded yet is settled on the same account: its capture,
  /// when it is recorded, fills it up.
  private static Legs fees(Match match, int sign) {
    var legs = new Legs();
    var about = About.nothing();
    if (match.feeIds().size() == 1) {
      about = about.ofFee(match.feeIds().getFirst());
    }
    for (int i = 0; i < match.lines().size(); i++) {
      var brought = match.brought().get(i);
      legs.add(
          Account.UNALLOCATED,
          sign * brought.minor(),
          brought.currency(),
          about.from(match.lines().get(i).hex()));
    }
    var first = about.from(match.lines().getFirst().hex());
    var currency = match.matched().currency();
    for (var left : match.remainders()) {
      if (!left.bookedByAct()) {
        legs.add(account(left.account()), sign * left.amount().minor(), currency, first);
      }
    }
    var parts = match.settled();
    for (int i = 0; i < parts.size(); i++) {
      legs.add(
          Account.CASH_CLEARING,
          -sign * parts.get(i),
          currency,
          first.ofFee(match.feeIds().get(i)));
    }
    return legs;
  }

  private static Account account(RemainderAccount account) {
    return switch (account) {
      case PROCESSOR_COSTS -> Account.PROCESSOR_COSTS;
      case EXCHANGE_DIFFERENCES -> Account.EXCHANGE_DIFFERENCES;
      case SMALL_DIFFERENCES -> Account.SMALL_DIFFERENCES;
      case WRITE_OFFS -> Account.WRITE_OFFS;
    };
  }
}
