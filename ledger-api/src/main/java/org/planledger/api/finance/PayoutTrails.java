package org.planledger.api.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planledger.api.finance.SettlementFiles.Days;
import org.planledger.api.finance.SettlementFiles.FileFact;
import org.planledger.core.finance.matching.PayoutName;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.springframework.stereotype.Component;

/// What belongs to one payout: the lines of the processor that it is made of, and that of the bank
/// where it has arrived.
@Component
final class PayoutTrails {

  /// How long before it reaches the bank the first line of a payout may have been booked.
  private static final int LONGEST_PAYOUT_DAYS = 60;

  private final Runs runs;
  private final KeptArrivals arrivals;
  private final SettlementFiles files;

  PayoutTrails(Runs runs, KeptArrivals arrivals, SettlementFiles files) {
    this.runs = runs;
    this.arrivals = arrivals;
    this.files = files;
  }

  /// The payout or batch that a line of a processor is part of.
  static Optional<PayoutName> of(int file, SettlementLine line) {
    return line.payoutId()
        .map(id -> new PayoutName(id, Optional.empty()))
        .or(() -> line.batchId().map(id -> new PayoutName(id, Optional.of(file))));
  }

  /// The match in which it has arrived; none if it has not.
  Optional<MatchRow> arrival(PayoutName name) {
    return arrivals.find(runs.standing(), name);
  }

  /// Its lines, and no more than so many, wherever they are: in the newest file that has some.
  ///
  /// @param by the day on which it had been booked
  List<TrailLineAnswer> lines(PayoutName name, LocalDate by, int most) {
    var days = new Days(by.minusDays(LONGEST_PAYOUT_DAYS), by);
    return name.file()
        .map(Stream::of)
        .orElseGet(() -> booked(days))
        .map(file -> linesIn(file, name, most))
        .filter(lines -> !lines.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private Stream<Integer> booked(Days days) {
    return files.between(0, files.newest()).reversed().stream()
        .filter(file -> file.days().filter(days::overlap).isPresent())
        .map(FileFact::number);
  }

  /// Its lines in a file, and no more than so many.
  List<TrailLineAnswer> linesIn(int file, PayoutName name, int most) {
    List<TrailLineAnswer> found = new ArrayList<>();
    var pages = files.pages(file);
    while (pages.hasNext() && found.size() < most) {
      pages.next().stream()
          .filter(line -> isPart(line, name))
          .limit(most - (long) found.size())
          .forEach(line -> found.add(TrailLineAnswer.of(file, line)));
    }
    return found;
  }

  private static boolean isPart(SettlementLine line, PayoutName name) {
    return line.type() != LineType.BANK_CREDIT
        && line.type() != LineType.BANK_DEBIT
        && line.payoutId().or(line::batchId).filter(name.id()::equals).isPresent()
        && line.payoutId().isPresent() == name.file().isEmpty();
  }
}
