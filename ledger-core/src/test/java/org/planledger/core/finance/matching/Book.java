package org.planledger.core.finance.matching;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// A small book for tests: fees F1, F2, ... of 100.00 USD, quoted on Monday the second of March
/// 2026 and recorded as paid on the Tuesday; and lines of the same days.
final class Book {

  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final LocalDate TUESDAY = MONDAY.plusDays(1);
  static final LocalDate AS_OF = LocalDate.of(2026, 4, 30);

  final List<FeeFact> fees = new ArrayList<>();
  final List<LineFact> lines = new ArrayList<>();
  final List<UnreadableFact> unreadable = new ArrayList<>();
  final List<OpenPayout> open = new ArrayList<>();
  final List<ByHand> byHand = new ArrayList<>();
  LocalDate asOf = AS_OF;

  /// What a run found.
  record Found(
      List<Match> matches,
      List<ExceptionItem> exceptions,
      List<String> fates,
      List<OpenPayout> payouts,
      Totals totals) {

    List<String> states() {
      return matches.stream().map(match -> match.state() + " by " + match.ruleId()).toList();
    }

    List<ExceptionKind> kinds() {
      return exceptions.stream().map(ExceptionItem::kind).toList();
    }

    Totals.InCurrency usd() {
      return totals.currencies().get("USD");
    }
  }

  Found run() {
    return run(MatchingRules.standard());
  }

  Found run(MatchingRules rules) {
    List<Match> matches = new ArrayList<>();
    List<ExceptionItem> exceptions = new ArrayList<>();
    List<String> fates = new ArrayList<>();
    List<OpenPayout> payouts = new ArrayList<>();
    var totals =
        Matching.run(
            inputs(),
            rules,
            new Findings() {
              @Override
              public void match(Match match) {
                matches.add(match);
              }

              @Override
              public void exception(ExceptionItem item) {
                exceptions.add(item);
              }

              @Override
              public void line(int file, int number, LineFate fate) {
                fates.add(file + "." + number + " " + fate);
              }

              @Override
              public void refundOnTheWay(String feeId) {
                fates.add("refund of " + feeId);
              }

              @Override
              public void payout(OpenPayout payout) {
                payouts.add(payout);
              }
            });
    return new Found(matches, exceptions, fates, payouts, totals);
  }

  Inputs inputs() {
    return new Inputs(fees::forEach, lines::forEach, unreadable::forEach, open, byHand, asOf);
  }

  /// The whole report, as text.
  String report(MatchingRules rules) {
    var text = new StringBuilder();
    var header = new ReportHeader("2026-03", 1_000, asOf, rules.version(), List.of(), List.of());
    var report =
        new Report(
            header,
            rules,
            (bytes, offset, length) ->
                text.append(new String(bytes, offset, length, StandardCharsets.UTF_8)));
    return report.finish(Matching.run(inputs(), rules, report)) + "\n" + text;
  }

  Book shuffled(long seed) {
    var other = new Book();
    other.fees.addAll(fees);
    other.lines.addAll(lines);
    other.unreadable.addAll(unreadable);
    other.open.addAll(open);
    other.byHand.addAll(byHand);
    other.asOf = asOf;
    var random = new Random(seed);
    Collections.shuffle(other.fees, random);
    Collections.shuffle(other.lines, random);
    Collections.shuffle(other.unreadable, random);
    Collections.shuffle(other.open, random);
    Collections.shuffle(other.byHand, random);
    return other;
  }

  static Money usd(long minor) {
    return Money.of(minor, "USD");
  }

  /// A fee that the ledger has recorded as paid.
  Book paid(String feeId, long minor) {
    return paid(feeId, usd(minor), "pay-" + feeId);
  }

  Book paid(String feeId, Money amount, String reference, FeeFact.Refunded... refunds) {
    return fee(
        feeId,
        amount,
        Optional.of(new FeeFact.Captured(amount, TUESDAY, reference, fees.size() * 2L + 2)),
        false,
        refunds);
  }

  Book quoted(String feeId, long minor) {
    return fee(feeId, usd(minor), Optional.empty(), false);
  }

  Book cancelled(String feeId, long minor) {
    return fee(feeId, usd(minor), Optional.empty(), true);
  }

  private Book fee(
      String feeId,
      Money amount,
      Optional<FeeFact.Captured> captured,
      boolean cancelled,
      FeeFact.Refunded... refunds) {
    fees.add(
        new FeeFact(
            feeId,
            "plan-of-" + feeId,
            "case-of-" + feeId,
            fees.size() * 2L + 1,
            amount,
            MONDAY,
            captured,
            List.of(refunds),
            cancelled));
    return this;
  }

  /// The same fee in another plan and case.
  Book in(String planId, String caseId) {
    var last = fees.removeLast();
    fees.add(
        new FeeFact(
            last.feeId(),
            planId,
            caseId,
            last.position(),
            last.quoted(),
            last.quotedOn(),
            last.captured(),
            last.refunds(),
            last.cancelled()));
    return this;
  }

  static FeeFact.Refunded refund(String eventId, long minor) {
    return new FeeFact.Refunded(eventId, usd(minor), TUESDAY, 99);
  }

  static Line line(String id, LineType type, long minor) {
    return new Line(id, type, usd(minor));
  }

  Book line(Line line) {
    lines.add(line.fact());
    return this;
  }

  /// A payment that names a fee.
  Book payment(String id, String merchantReference, long minor) {
    return line(line(id, LineType.PAYMENT, minor).merchant(merchantReference));
  }

  /// A transfer with a text.
  Book transfer(String id, String text, long minor) {
    return line(line(id, LineType.BANK_CREDIT, minor).text(text));
  }

  static LineKey key(String id) {
    return new LineKeys("test").ofId(id);
  }

  /// A line that is being written.
  static final class Line {
    private final String id;
    private final LineType type;
    private Money gross;
    private Money net;
    private long feeMinor;
    private Optional<BigDecimal> rate = Optional.empty();
    private LocalDate on = TUESDAY;
    private int file = 1;
    private Optional<String> merchant = Optional.empty();
    private Optional<String> processor = Optional.empty();
    private Optional<String> related = Optional.empty();
    private Optional<String> payout = Optional.empty();
    private Optional<String> batch = Optional.empty();
    private Optional<String> text = Optional.empty();
    private boolean over;

    private Line(String id, LineType type, Money gross) {
      this.id = id;
      this.type = type;
      this.gross = gross;
      this.net = gross;
    }

    Line in(String currency) {
      gross = Money.of(gross.minor(), currency);
      net = gross;
      return this;
    }

    Line keeps(long minor) {
      feeMinor = minor;
      return this;
    }

    Line brings(Money settled, String at) {
      net = settled;
      rate = Optional.of(new BigDecimal(at));
      return this;
    }

    Line net(long minor) {
      net = new Money(minor, gross.currency());
      return this;
    }

    Line on(LocalDate day) {
      on = day;
      return this;
    }

    Line file(int number) {
      file = number;
      return this;
    }

    Line merchant(String reference) {
      merchant = Optional.of(reference);
      return this;
    }

    Line processor(String reference) {
      processor = Optional.of(reference);
      return this;
    }

    Line related(String reference) {
      related = Optional.of(reference);
      return this;
    }

    Line payout(String reference) {
      payout = Optional.of(reference);
      return this;
    }

    Line batch(String reference) {
      batch = Optional.of(reference);
      return this;
    }

    Line text(String words) {
      text = Optional.of(words);
      return this;
    }

    /// A closed month has explained it.
    Line over() {
      over = true;
      return this;
    }

    private LineFact fact() {
      return new LineFact(
          file,
          new SettlementLine(
              1,
              key(id),
              type,
              on,
              Optional.of(on),
              gross,
              feeMinor,
              net,
              rate,
              processor,
              merchant,
              Optional.empty(),
              related,
              batch,
              payout,
              Optional.empty(),
              text,
              ""),
          over);
    }
  }
}
