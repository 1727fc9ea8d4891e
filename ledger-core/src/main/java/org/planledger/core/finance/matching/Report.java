package org.planledger.core.finance.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.terms.Money;

/// Writes the account of a run, one line of JSON for the header, for each finding, for the totals
/// of each currency and for the end. The same inputs by the same rules give the same bytes.
public final class Report implements Findings {

  /// Grows whenever the same findings would be written otherwise.
  private static final int FORM = 3;

  /// Where the bytes go.
  @FunctionalInterface
  public interface Sink {

    /// Takes some bytes; the array may be used again afterwards.
    void write(byte[] bytes, int offset, int length);
  }

  private final MessageDigest digest = Digests.sha256();
  private final JsonRow row = new JsonRow();
  private final MatchingRules rules;
  private final WorkingDays days;
  private final LocalDate asOf;
  private final Sink sink;
  private long matches;
  private long exceptions;

  /// Begins a report with its header.
  public Report(ReportHeader header, MatchingRules rules, Sink sink) {
    this.rules = rules;
    this.days = rules.workingDays();
    this.asOf = header.asOf();
    this.sink = sink;
    row.begin("header")
        .member("form", FORM)
        .member("period", header.period())
        .member("cutOffPosition", header.cutOffPosition())
        .member("asOf", header.asOf().toString())
        .member("rulesVersion", header.rulesVersion())
        .array("files");
    for (var file : header.files()) {
      row.element().member("number", file.number()).member("sha256", file.sha256()).close();
    }
    row.closeArray().strings("decisions", header.decisions());
    write(row.end());
  }

  @Override
  public void match(Match match) {
    matches++;
    row.begin("match")
        .member("matchId", match.matchId())
        .member("state", match.state().name())
        .strings("feeIds", match.feeIds())
        .strings("lines", match.lines().stream().map(LineKey::hex).toList());
    money("matched", match.matched());
    row.member("rule", match.ruleId()).member("score", match.score()).array("signals");
    for (var signal : match.signals()) {
      row.element()
          .member("signal", signal.kind().name())
          .member("weight", signal.weight())
          .member("detail", signal.detail())
          .close();
    }
    row.closeArray();
    match
        .runnerUp()
        .ifPresent(
            other ->
                row.object("runnerUp")
                    .member("feeId", other.feeId())
                    .member("line", other.line().map(LineKey::hex))
                    .member("score", other.score())
                    .member("whyItLost", other.whyItLost())
                    .close());
    row.array("remainders");
    for (var left : match.remainders()) {
      row.element();
      money("amount", left.amount());
      row.member("account", left.account().name())
          .member("explanation", left.explanation())
          .member("bookedByAct", left.bookedByAct())
          .close();
    }
    row.closeArray();
    row.member("group", match.group().map(PayoutName::id)).member("reason", match.reason());
    write(row.end());
  }

  @Override
  public void exception(ExceptionItem item) {
    exceptions++;
    int age = days.between(item.since(), asOf);
    row.begin("exception")
        .member("exceptionId", item.exceptionId())
        .member("kind", item.kind().name())
        .member("feeId", item.feeId())
        .strings("lines", item.lines().stream().map(LineKey::hex).toList());
    money("amount", item.amount());
    row.member("since", item.since().toString())
        .member("ageWorkingDays", age)
        .member("ageBand", AgeBand.of(age).name())
        .member("severity", rules.severity(item, age).name())
        .array("candidates");
    for (var candidate : item.candidates()) {
      row.element()
          .strings("feeIds", candidate.feeIds())
          .strings("lines", candidate.lines().stream().map(LineKey::hex).toList())
          .member("score", candidate.score())
          .member("whyNot", candidate.whyNot())
          .close();
    }
    row.closeArray().member("reason", item.reason()).member("nextStep", item.nextStep());
    write(row.end());
  }

  /// What became of a line follows from the findings; the totals count it.
  @Override
  public void line(int file, int number, LineFate fate) {}

  @Override
  public void refundOnTheWay(String feeId) {}

  @Override
  public void payout(OpenPayout payout) {
    row.begin("payout")
        .member("id", payout.name().id())
        .member("first", payout.first().hex())
        .member("currency", payout.currency().getCurrencyCode())
        .member("sumMinor", payout.sumMinor())
        .member("lines", payout.lines())
        .member("day", payout.day().toString())
        .member("arrived", payout.arrived());
    write(row.end());
  }

  private void money(String name, Money money) {
    row.object(name)
        .member("minor", money.minor())
        .member("currency", money.currency().getCurrencyCode())
        .close();
  }

  /// Ends the report with what the run comes to.
  ///
  /// @return the SHA-256 of all its bytes, in hexadecimal digits
  public String finish(Totals totals) {
    totals
        .currencies()
        .forEach(
            (currency, found) -> {
              row.begin("totals").member("currency", currency);
              counts("fees", found.fees());
              counts("lines", found.lines());
              counts("matches", found.matches());
              counts("exceptions", found.exceptions());
              count("arrived", found.arrived());
              counts("remainders", found.remainders());
              count("short", found.shortOf());
              count("over", found.over());
              write(row.end());
            });
    row.begin("end")
        .member("matches", matches)
        .member("exceptions", exceptions)
        .member("unreadable", totals.unreadable())
        .member("byHandUnused", totals.byHandUnused());
    write(row.end());
    return HexFormat.of().formatHex(digest.digest());
  }

  private void counts(String name, Map<? extends Enum<?>, Count> counts) {
    row.object(name);
    counts.forEach((key, count) -> count(key.name(), count));
    row.close();
  }

  private void count(String name, Count count) {
    row.object(name).member("count", count.count()).member("minor", count.minor()).close();
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    sink.write(bytes, 0, bytes.length);
  }
}
