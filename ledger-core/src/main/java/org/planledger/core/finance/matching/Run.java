package org.planledger.core.finance.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.terms.Money;

/// What all passes of a run share: the books, and what has become of every fee and line so far.
final class Run {

  private static final int NOT_MATCHED = -1;
  private static final Comparator<Signal> HEAVIEST_FIRST =
      Comparator.comparingInt((Signal signal) -> -signal.weight()).thenComparing(Signal::kind);

  final Texts texts;
  final Currencies currencies;
  final FeeBook fees;
  final LineBook lines;
  final MatchingRules rules;
  final WorkingDays days;
  final Bans bans;
  final int asOf;
  final Tally tally;
  final WriteOffBook writeOffs;
  final BackByHand byHand;
  final Surpluses surpluses;
  private final FindingIds ids = new FindingIds();
  private final Findings findings;
  private final @Nullable FeeFate[] feeFates;
  private final @Nullable LineFate[] lineFates;
  private final int[] feeOfLine;

  Run(
      Texts texts,
      Currencies currencies,
      FeeBook fees,
      LineBook lines,
      MatchingRules rules,
      Bans bans,
      LocalDate asOf,
      Findings findings) {
    this.texts = texts;
    this.currencies = currencies;
    this.fees = fees;
    this.lines = lines;
    this.rules = rules;
    this.days = rules.workingDays();
    this.bans = bans;
    this.asOf = Math.toIntExact(asOf.toEpochDay());
    this.tally = new Tally(currencies);
    this.writeOffs = new WriteOffBook(this);
    this.byHand = new BackByHand(lines);
    this.surpluses = new Surpluses(this);
    this.findings = findings;
    this.feeFates = new FeeFate[fees.size()];
    this.lineFates = new LineFate[lines.size()];
    this.feeOfLine = new int[lines.size()];
    Arrays.fill(feeOfLine, NOT_MATCHED);
  }

  boolean isFree(int fee) {
    return feeFates[fee] == null;
  }

  /// Whether money may be matched with it.
  boolean isOwed(int fee) {
    return feeFates[fee] == null && !fees.isCancelled(fee);
  }

  boolean isLineFree(int line) {
    return lineFates[line] == null;
  }

  /// Whether another line says the same.
  boolean isTwice(int line) {
    return lineFates[line] == LineFate.DUPLICATE;
  }

  /// Whether it brought money and is still without a fee.
  boolean isFreeMoney(int line) {
    return lineFates[line] == null && isMoneyIn(lines.type(line)) && lines.gross(line) > 0;
  }

  static boolean isMoneyIn(LineType type) {
    return type == LineType.PAYMENT || type == LineType.BANK_CREDIT;
  }

  boolean hasFate(int fee, FeeFate fate) {
    return feeFates[fee] == fate;
  }

  /// The fee that a line was matched with; below zero if with none or several.
  int feeOfLine(int line) {
    return feeOfLine[line];
  }

  void settle(int fee, FeeFate fate) {
    feeFates[fee] = fate;
    tally.fee(fate, fees.currency(fee), fees.due(fee));
  }

  void settleLine(int line, LineFate fate) {
    lineFates[line] = fate;
    tally.line(fate, lines.currency(line), lines.gross(line));
  }

  /// Nothing is looked for any more for what a closed month has explained.
  void settleWhatIsOver() {
    lines
        .over()
        .filter(this::isLineFree)
        .forEach(
            line ->
                settleLine(
                    line,
                    lines.type(line) == LineType.OTHER ? LineFate.ASIDE : LineFate.EXPLAINED));
  }

  /// What is to arrive for a fee.
  long open(int fee) {
    return fees.due(fee) - writeOffs.of(fee);
  }

  Money money(long minor, int currency) {
    return new Money(minor, currencies.get(currency));
  }

  String words(long minor, int currency) {
    return Words.money(minor, currencies.get(currency));
  }

  /// A payment of fees: they and the lines are matched.
  void pay(MatchDraft draft) {
    draft.dues = new long[draft.fees.length];
    for (int i = 0; i < draft.fees.length; i++) {
      int fee = draft.fees[i];
      if (isFree(fee)) {
        draft.dues[i] = open(fee);
        settle(fee, FeeFate.MATCHED);
      }
    }
    tally.arrived(draft.currency, draft.minor);
    tell(draft, LineFate.MATCHED);
  }

  /// A match after which its lines have a fate, and its fees are what they were.
  void tell(MatchDraft draft, LineFate fate) {
    List<String> feeIds = new ArrayList<>(draft.fees.length);
    for (int fee : draft.fees) {
      feeIds.add(fees.id(fee));
    }
    for (int line : draft.lines) {
      settleLine(line, fate);
      feeOfLine[line] = draft.fees.length == 1 ? draft.fees[0] : NOT_MATCHED;
    }
    draft.signals.sort(HEAVIEST_FIRST);
    List<LineKey> keys = keys(draft.lines);
    draft.remainders.forEach(
        left -> tally.remainder(left.account(), draft.currency, left.amount().minor()));
    tally.match(draft.state, draft.currency, draft.minor);
    findings.match(
        new Match(
            ids.ofMatch(draft.rule, feeIds, keys),
            draft.state,
            feeIds,
            keys,
            money(draft.minor, draft.currency),
            brought(draft.lines),
            dues(draft),
            draft.rule.id(),
            draft.signals,
            draft.score(),
            draft.runnerUp,
            draft.remainders,
            draft.group,
            draft.reason));
  }

  private List<Money> brought(int[] of) {
    List<Money> brought = new ArrayList<>(of.length);
    for (int line : of) {
      brought.add(money(lines.gross(line), lines.currency(line)));
    }
    return brought;
  }

  /// What was to arrive; for money that went back, what the fees are.
  private List<Long> dues(MatchDraft draft) {
    List<Long> dues = new ArrayList<>(draft.fees.length);
    for (int i = 0; i < draft.fees.length; i++) {
      dues.add(draft.dues.length > 0 ? draft.dues[i] : fees.due(draft.fees[i]));
    }
    return dues;
  }

  void tell(Trouble trouble) {
    tally.exception(trouble.kind, trouble.currency, trouble.minor);
    Optional<String> feeId =
        trouble.fee == Trouble.NO_FEE ? Optional.empty() : Optional.of(fees.id(trouble.fee));
    List<LineKey> keys = keys(trouble.lines);
    findings.exception(
        new ExceptionItem(
            ids.ofException(trouble, feeId, keys),
            trouble.kind,
            feeId,
            keys,
            money(trouble.minor, trouble.currency),
            LocalDate.ofEpochDay(trouble.since),
            trouble.candidates,
            trouble.reason,
            trouble.nextStep));
  }

  /// An exception about lines, after which they have their fate.
  void tellOfLines(Trouble trouble) {
    for (int line : trouble.lines) {
      settleLine(line, LineFate.EXCEPTION);
    }
    tell(trouble);
  }

  void tellRefundOnTheWay(int fee) {
    findings.refundOnTheWay(fees.id(fee));
  }

  /// Tells what became of each line, when all passes are done.
  void tellLines() {
    for (int line = 0; line < lines.size(); line++) {
      var fate =
          Objects.requireNonNull(lineFates[line], "a line without a fate: " + lines.place(line));
      findings.line(lines.file(line), lines.number(line), fate);
    }
  }

  private List<LineKey> keys(int[] of) {
    List<LineKey> keys = new ArrayList<>(of.length);
    for (int line : of) {
      keys.add(lines.key(line));
    }
    return keys;
  }
}
