package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.terms.Money;

/// Lines that belong to fees, and why.
///
/// @param matchId made from fees, lines and rule: the same match has the same id in every run
/// @param state how the lines stand to the fees
/// @param feeIds the fees by their order in the ledger; none if a bank line pays out what lines of
///     a processor have already brought
/// @param lines the lines in the order in which they were booked
/// @param matched what the lines bring, in all; below zero if money went back
/// @param brought what each line brings, in its own currency
/// @param dues what was still to arrive for each fee, in minor units of the currency of `matched`
/// @param ruleId the rule that made it, one of those in `docs/MATCHING.md`
/// @param signals what speaks for it, heaviest first
/// @param score the sum of their weights
/// @param runnerUp the best of those that were not taken, if any other had a sign
/// @param remainders what it leaves that is no exception
/// @param group the payout or batch, if the lines are those of one
/// @param reason all of it in a sentence, for people
public record Match(
    String matchId,
    MatchState state,
    List<String> feeIds,
    List<LineKey> lines,
    Money matched,
    List<Money> brought,
    List<Long> dues,
    String ruleId,
    List<Signal> signals,
    int score,
    Optional<RunnerUp> runnerUp,
    List<Remainder> remainders,
    Optional<PayoutName> group,
    String reason) {

  /// The rules whose matches leave something open, so that the next month looks at their lines
  /// anew: too little or too much, and a payment that was taken back and may come again.
  public static final Set<String> UNSETTLED_RULES =
      Set.of(MatchRule.UNDERPAID.id(), MatchRule.OVERPAID.id(), MatchRule.CHARGEBACK.id());

  /// Takes the lists as they are.
  public Match {
    feeIds = List.copyOf(feeIds);
    lines = List.copyOf(lines);
    brought = List.copyOf(brought);
    dues = List.copyOf(dues);
    signals = List.copyOf(signals);
    remainders = List.copyOf(remainders);
  }

  /// How many rows it makes where each has one fee and one line.
  public int rows() {
    return Math.max(1, Math.max(feeIds.size(), lines.size()));
  }

  /// What each of its rows has of what it matches, in minor units; together they are all of it.
  public List<Long> shares() {
    var shares = new ArrayList<>(Collections.nCopies(rows(), 0L));
    if (feeIds.isEmpty()) {
      // Of a payout it is the line of the bank, which stands last.
      shares.set(shares.size() - 1, matched.minor());
    } else if (feeIds.size() > 1 || isConverted()) {
      var arrived = arrived();
      for (int i = 0; i < arrived.size(); i++) {
        shares.set(i, arrived.get(i));
      }
    } else {
      for (int i = 0; i < brought.size(); i++) {
        shares.set(i, brought.get(i).minor());
      }
    }
    return List.copyOf(shares);
  }

  /// What the lines bring of each fee, in minor units.
  public List<Long> arrived() {
    return divided(matched.minor());
  }

  /// What it settles of each fee: what the lines bring, and what of the rest it books to accounts
  /// of their own. What an act has given up is not among it.
  public List<Long> settled() {
    long settled = matched.minor();
    for (var left : remainders) {
      settled = left.bookedByAct() ? settled : Math.addExact(settled, left.amount().minor());
    }
    return divided(settled);
  }

  /// What each of its rows has of what is settled without money, in minor units.
  public List<Long> explained() {
    var explained = new ArrayList<>(Collections.nCopies(rows(), 0L));
    var arrived = arrived();
    var settled = settled();
    for (int i = 0; i < arrived.size(); i++) {
      explained.set(i, settled.get(i) - arrived.get(i));
    }
    return List.copyOf(explained);
  }

  /// Divides an amount among the fees: each takes what was to arrive for it, in their order, and
  /// the last one the rest.
  List<Long> divided(long minor) {
    var parts = new ArrayList<Long>(feeIds.size());
    long rest = minor;
    for (int i = 0; i < feeIds.size(); i++) {
      long due = dues.get(i);
      long part = i == feeIds.size() - 1 ? rest : Math.clamp(rest, -due, due);
      parts.add(part);
      rest -= part;
    }
    return parts;
  }

  /// Whether the next month looks at its lines anew.
  public boolean isUnsettled() {
    return UNSETTLED_RULES.contains(ruleId);
  }

  /// What of its only fee did not arrive and was not explained, in minor units.
  public long shortMinor() {
    return feeIds.size() == 1 && matched.minor() > 0
        ? Math.max(0, Math.subtractExact(dues.getFirst(), settled().getFirst()))
        : 0;
  }

  /// What of its fee's payment the payer's bank has taken back, in minor units; below zero if it
  /// came again.
  public long takenBackMinor() {
    return state == MatchState.CHARGED_BACK ? -matched.minor() : 0;
  }

  /// Whether its lines are of another currency than its fees.
  public boolean isConverted() {
    return brought.stream().anyMatch(money -> !money.currency().equals(matched.currency()));
  }
}
