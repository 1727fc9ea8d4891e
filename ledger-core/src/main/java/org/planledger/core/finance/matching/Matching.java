package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.planledger.core.terms.Money;

/// Matches fees with the lines of settlements and statements. Amount alone never makes a match.
///
/// The passes come one after the other, each over what the ones before have left: decisions by
/// hand; 0 duplicates; 1 a reference to the fee and the very amount; 2 a reference, with an
/// explained difference or in parts; 3 amount, days and a third sign; 4 groups and payouts; 5
/// groups by sums, only as a proposal; 6 a reference with too much or too little; 7 refunds; 8
/// chargebacks.
public final class Matching {

  private static final String NO_CURRENCY = "XXX";

  private Matching() {}

  /// Runs all passes. Fees and lines are held in a compact form, about 500 bytes for one of each;
  /// findings are told as soon as they are made, and at the end what became of each line.
  ///
  /// @return what it comes to
  /// @throws IllegalArgumentException if a fee is told twice
  public static Totals run(Inputs inputs, MatchingRules rules, Findings findings) {
    var texts = new Texts();
    var currencies = new Currencies();
    var fees = new FeeBook(texts, currencies);
    inputs.fees().tell(fees::add);
    fees.close();
    var lines = new LineBook(texts, currencies);
    add(inputs, new References(texts, fees), lines);
    var bans = new Bans(inputs.byHand());
    var run = new Run(texts, currencies, fees, lines, rules, bans, inputs.asOf(), findings);
    new SaidAgain(run).find();
    run.settleWhatIsOver();
    long unused = new HandPass(run).apply(inputs.byHand());
    new SameTransactions(run).find();
    var payouts = new Payouts(run);
    passes(run, payouts, inputs.payouts());
    long unreadable = tellUnreadable(inputs, findings);
    run.tellLines();
    payouts.handOn(findings);
    return run.tally.totals(unreadable, unused);
  }

  /// What finds references takes room, and none any more when all lines are there.
  private static void add(Inputs inputs, References references, LineBook lines) {
    inputs.lines().tell(fact -> lines.add(fact, references.of(fact.line())));
    lines.close();
  }

  private static void passes(Run run, Payouts payouts, List<OpenPayout> open) {
    var naming = new Naming(run);
    var signs = new Signs(run);
    var references = new ReferencePass(run, naming, signs);
    references.exact();
    references.explained();
    var signPass = new SignPass(run, naming, signs);
    signPass.match();
    new GroupPass(run, naming, signs).match();
    payouts.collect(open);
    payouts.matchBank();
    new DifferencePass(run, naming, signs, references).conclude();
    var back = new MoneyBack(run, naming);
    back.collect();
    new RefundPass(run, signs, back).match();
    new ChargebackPass(run, signs, back).match();
    payouts.conclude();
    new Leftovers(run, naming, signs, signPass, payouts).conclude();
  }

  private static long tellUnreadable(Inputs inputs, Findings findings) {
    List<UnreadableFact> unreadable = new ArrayList<>();
    inputs.unreadable().tell(unreadable::add);
    unreadable.sort(
        Comparator.comparingInt(UnreadableFact::fileNumber)
            .thenComparingInt(UnreadableFact::number));
    for (var fact : unreadable) {
      findings.exception(
          new ExceptionItem(
              fact.exceptionId(),
              ExceptionKind.UNREADABLE,
              Optional.empty(),
              List.of(),
              Money.of(0, NO_CURRENCY),
              fact.since(),
              List.of(),
              "In " + fact.place() + ": " + fact.reason(),
              "Have the file corrected, and import it again."));
    }
    return unreadable.size();
  }
}
